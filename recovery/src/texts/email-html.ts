import type { DocumentPayment, DocumentTable } from '../documents/document.ts';
import type { Language } from '../model/subject.ts';
import type { EmailContent } from './email.ts';
import { writingOf } from './language.ts';
import { groupedIban } from './parties.ts';

const INK = '#1b1b1f';
const QUIET = '#5c5f66';
const LINE = '#d5d7db';
const FONT = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";
const CELL = `padding:8px 6px;border-bottom:1px solid ${LINE};vertical-align:top`;
const FIGURES = 'font-variant-numeric:tabular-nums;white-space:nowrap';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Every string that reaches the HTML goes through here: names and numbers come from files that others wrote. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}

/**
 * The HTML of an e-mail: one column, styles in place because mail readers drop the rest, real tables with headers so
 * that a screen reader says which figure is which, and nothing fetched from anywhere.
 */
export function htmlOf(content: EmailContent): string {
  return `<!doctype html>
<html lang="${content.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${escapeHtml(content.subject)}</title>
</head>
<body style="margin:0;padding:24px 16px;background:#ffffff;color:${INK};${FONT};font-size:16px;line-height:1.5">
<div style="max-width:640px;margin:0 auto">
${content.opening.map(paragraph).join('\n')}
${content.table === null ? '' : table(content.table)}
${content.payment === null ? '' : payment(content.payment, content.language)}
${content.pageUrl === null ? '' : pageLink(content.pageUrl, content.language)}
${content.closing.map(paragraph).join('\n')}
<p style="margin:0 0 24px">${content.signature.map(escapeHtml).join('<br>')}</p>
<p style="margin:0;padding-top:12px;border-top:1px solid ${LINE};color:${QUIET};font-size:13px">${content.footer
    .map(escapeHtml)
    .join('<br>')}</p>
</div>
</body>
</html>
`;
}

/** Said in full, so that nobody clicks where he cannot see he goes. */
function pageLink(url: string, language: Language): string {
  const href = escapeHtml(url);
  return `<p style="margin:0 0 16px">${escapeHtml(writingOf(language).labels.ownPage)}<br><a href="${href}" style="color:${INK};font-size:13px;word-break:break-all">${href}</a></p>`;
}

function paragraph(text: string): string {
  return `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`;
}

function table({ columns, rows, totals }: DocumentTable): string {
  const align = (i: number) => `text-align:${columns[i]!.align}${columns[i]!.align === 'right' ? `;${FIGURES}` : ''}`;
  const head = columns
    .map(
      ({ label }, i) =>
        `<th scope="col" style="${CELL};${align(i)};color:${QUIET};font-size:13px;font-weight:600">${escapeHtml(label)}</th>`,
    )
    .join('');
  const body = rows.map(({ cells, muted }) => {
    const color = muted ? `;color:${QUIET}` : '';
    return `<tr>${cells.map((cell, i) => `<td style="${CELL};${align(i)}${color}">${escapeHtml(cell)}</td>`).join('')}</tr>`;
  });
  return `<div style="overflow-x:auto;margin:0 0 12px"><table style="width:100%;border-collapse:collapse;font-size:15px">
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>
${sums(totals)}`;
}

/** The sums stand in a table of their own, so that the total is in sight on a telephone however wide the lines are. */
function sums(totals: DocumentTable['totals']): string {
  const rows = totals.map(({ label, value, strong }) => {
    const weight = strong ? 'font-weight:700' : 'font-weight:400';
    return `<tr><th scope="row" style="padding:3px 6px;text-align:left;${weight}">${escapeHtml(label)}</th><td style="padding:3px 6px;text-align:right;${FIGURES};${weight}">${escapeHtml(value)}</td></tr>`;
  });
  return `<table style="width:100%;border-collapse:collapse;margin:0 0 20px;font-size:15px">
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}

function payment({ amount, beneficiary, iban, bic, reference }: DocumentPayment, language: Language): string {
  const { labels } = writingOf(language);
  const lines = [
    [labels.transfer, amount],
    [labels.beneficiary, beneficiary],
    ['IBAN', groupedIban(iban)],
    ...(bic === null ? [] : [['BIC', bic]]),
    [labels.toQuote, reference],
  ];
  const rows = lines.map(
    ([label, value]) =>
      `<tr><th scope="row" style="padding:2px 16px 2px 0;text-align:left;font-weight:400;color:${QUIET};vertical-align:top">${escapeHtml(label!)}</th><td style="padding:2px 0">${escapeHtml(value!)}</td></tr>`,
  );
  return `<table style="border-collapse:collapse;margin:0 0 20px;font-size:15px">
<tbody>
${rows.join('\n')}
</tbody>
</table>`;
}
