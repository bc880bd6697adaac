import type { DocumentTable } from '../documents/document.ts';
import type { EmailContent } from './email.ts';
import { writingOf } from './language.ts';
import { groupedIban } from './parties.ts';
import { fr } from './typography.ts';

const GAP = '  ';
const RULE = '-';

/** The plain text of an e-mail, for readers without HTML: the table is set in columns of equal width. */
export function plainTextOf(content: EmailContent): string {
  const { payment } = content;
  const { labels } = writingOf(content.language);
  const colon = content.language === 'fr' ? fr` :` : ':';
  const blocks = [
    ...content.opening,
    ...(content.table === null ? [] : [tableText(content.table)]),
    ...(payment === null
      ? []
      : [
          [
            `${labels.transfer}${colon} ${payment.amount}`,
            `${labels.beneficiary}${colon} ${payment.beneficiary}`,
            `IBAN${colon} ${groupedIban(payment.iban)}${payment.bic === null ? '' : ` – BIC${colon} ${payment.bic}`}`,
            `${labels.toQuote}${colon} ${payment.reference}`,
          ].join('\n'),
        ]),
    ...(content.pageUrl === null ? [] : [`${labels.ownPage}${colon}\n${content.pageUrl}`]),
    ...content.closing,
    content.signature.join('\n'),
    ['-- ', ...content.footer].join('\n'),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function tableText({ columns, rows, totals }: DocumentTable): string {
  const header = columns.map((column) => column.label);
  const widths = header.map((label, i) => Math.max(label.length, ...rows.map((row) => row.cells[i]!.length)));
  const line = (cells: string[]) =>
    cells
      .map((cell, i) => (columns[i]!.align === 'right' ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join(GAP)
      .trimEnd();
  const width = widths.reduce((sum, cell) => sum + cell, 0) + GAP.length * (widths.length - 1);
  const valueWidth = Math.max(...totals.map((total) => total.value.length));
  const totalLine = ({ label, value }: { label: string; value: string }) =>
    `${label.padEnd(Math.max(width - valueWidth - GAP.length, label.length))}${GAP}${value.padStart(valueWidth)}`;
  return [
    line(header),
    RULE.repeat(width),
    ...rows.map((row) => line(row.cells)),
    RULE.repeat(width),
    ...totals.map(totalLine),
  ].join('\n');
}
