import { frenchDate } from '@acquit/law';
import { caseReference, fr, identityLine } from '@acquit/recovery';
import { html } from 'hono/html';
import { PARTNER_ROOT } from '../../public-names.ts';
import { type Html, whole } from '../portal/frame.ts';
import { PARTNER_TEXTS } from './texts.ts';
import type { PartnerVisit } from './visit.ts';

export const hrefOf = (token: string, page = ''): string => `${PARTNER_ROOT}/${token}${page === '' ? '' : `/${page}`}`;

/** A page that anybody may see: it names nobody. */
export function closedPage(why: keyof typeof PARTNER_TEXTS.closed): Html {
  const { title, text } = PARTNER_TEXTS.closed[why];
  return whole(PARTNER_TEXTS, title, html`<main><h1>${title}</h1><p>${text}</p></main>`);
}

/** A page of one entrusted case, with who entrusts it above and below. */
export function partnerPage(visit: PartnerVisit, title: string, body: Html): Html {
  const { company, link, handOver, caseId } = visit;
  return whole(
    PARTNER_TEXTS,
    `${title} – ${company.name}`,
    html`<header><p class="soft">${fr`${company.name} – dossier ${caseReference(caseId)}`}</p></header>
<main><h1>${title}</h1>${body}</main>
<footer class="soft">
<p>${fr`Page réservée à ${handOver.partnerName}, pour ce seul dossier ; ce lien s’ouvre jusqu’au ${frenchDate(link.until)} et ne doit pas être transmis. Ce qui y est indiqué est daté et conservé sous ce nom.`}</p>
<p>${identityLine(company)}</p>
</footer>`,
  );
}
