import { identityLine } from '@acquit/recovery';
import { html, raw } from 'hono/html';
import { PORTAL_ROOT } from '../../public-names.ts';
import type { PortalTexts } from './texts.ts';
import type { Visit } from './visit.ts';

/** A piece of page. Whatever is put in it is escaped, unless it was made here. */
export type Html = ReturnType<typeof html>;

export const hrefOf = (token: string, page = ''): string => `${PORTAL_ROOT}/${token}${page === '' ? '' : `/${page}`}`;

/** Pieces one after the other; strings among them are escaped by the page they go into. */
export const all = (pieces: readonly Html[]): Html => html`${pieces}`;

export const nothing: Html = html``;

/** A page that anybody may see: it names nobody. */
export function barePage(texts: PortalTexts, title: string, body: Html): Html {
  return whole(texts, title, html`<main><h1>${title}</h1>${body}</main>`);
}

/** A page of one account, with who writes above and below. */
export function page(visit: Visit, title: string, body: Html): Html {
  const { texts, company, link } = visit;
  const { footer } = texts;
  return whole(
    texts,
    `${title} – ${company.name}`,
    html`${link.preview ? html`<p class="banner" role="note">${texts.previewBanner}</p>` : ''}
<header><p class="soft">${company.name}</p></header>
<main><h1>${title}</h1>${body}</main>
<footer class="soft">
<p>${footer.from(company.name)} ${footer.until(texts.date(isoOf(visit)))}</p>
${contactOf(visit)}<p>${identityLine(company)}</p>
<p>${footer.data(company.name)}</p>
</footer>`,
  );
}

/** How to reach the creditor, as links where a phone can use them; nothing without any: his address is in the next line. */
function contactOf({ company, texts }: Visit): Html {
  const ways = [
    ...(company.email === null ? [] : [html`<a href="mailto:${company.email}">${company.email}</a>`]),
    ...(company.phone === null
      ? []
      : [html`<a href="tel:${company.phone.replace(/[^+\d]/g, '')}">${company.phone}</a>`]),
  ];
  if (ways.length === 0) return nothing;
  return html`<p>${texts.footer.contact} ${all(ways.flatMap((way, n) => (n === 0 ? [way] : [html` – `, way])))}</p>\n`;
}

const isoOf = ({ link }: Visit): string => Temporal.PlainDate.from('1970-01-01').add({ days: link.until }).toString();

/** A whole page of a person who has no account here: no script, our style sheet, nothing for a search engine. */
export function whole({ lang }: Pick<PortalTexts, 'lang'>, title: string, body: Html): Html {
  return html`${raw('<!doctype html>')}
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="stylesheet" href="${PORTAL_ROOT}/style.css">
<link rel="icon" href="data:,">
</head>
<body>
${body}
</body>
</html>`;
}
