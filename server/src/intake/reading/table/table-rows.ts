/** The rows of a table that is understood: one invoice or one payment each, or neither. */

import { doubt } from '../messages.ts';
import type { Ledger, LedgerCustomer, LedgerInvoice, LedgerReceipt } from '../result.ts';
import { ageColumns, readAges } from './ageing.ts';
import type { Header } from './columns.ts';
import { cellText, type Row } from './grid.ts';
import { type RowReading, readLedgerRow } from './ledger-row.ts';
import type { Layout } from './mapping.ts';
import { readPaymentRow } from './payments.ts';
import { stateOf } from './states.ts';
import { readAmount } from './table-amounts.ts';

/** Skipped rows kept as examples. */
const SKIPPED_SHOWN = 20;
/** A row that adds up others, or ends the list. */
const TOTAL_ROW = /^(sous[\s-]?total|total|totaux|cumul|report|solde g[ée]n[ée]ral|grand total|nombre)\b/i;

export interface TableRows {
  invoices: LedgerInvoice[];
  receipts: LedgerReceipt[];
  /** First of the rows that are neither, and how many there are. */
  skipped: Ledger['skipped'];
  skippedRows: number;
  /** Drafts and cancelled pieces. */
  cancelled: { count: number; line?: number };
}

/** Reads the rows under a header. */
export function readRows(
  data: readonly Row[],
  columns: Layout['columns'],
  { shape, headers }: Header,
  reading: RowReading,
): TableRows {
  const rows: TableRows = { invoices: [], receipts: [], skipped: [], skippedRows: 0, cancelled: { count: 0 } };
  const skip = (row: Row): void => {
    rows.skippedRows += 1;
    if (rows.skipped.length < SKIPPED_SHOWN) rows.skipped.push({ line: row.line, text: rowText(row) });
  };
  const ages = shape === 'aged' ? ageColumns(headers) : [];
  const status = columns.get('status');
  const namesCustomers = columns.has('customerName') || columns.has('customerAccount');
  const grouped = leavesOutCustomers(data, columns);
  let above: LedgerCustomer | undefined;
  for (const row of data) {
    if (isTotalRow(row, columns)) {
      above = undefined;
      skip(row);
    } else if (shape === 'payments') {
      const receipt = readPaymentRow(row, columns, reading);
      if (receipt === undefined) skip(row);
      else rows.receipts.push(receipt);
    } else if (status !== undefined && stateOf(cellText(row.cells[status])) === 'void') {
      rows.cancelled.count += 1;
      rows.cancelled.line ??= row.line;
    } else if (!namesCustomers && isTitle(row)) {
      above = groupTitle(row, columns);
      skip(row);
    } else {
      const owed = ages.length > 0 ? readAges(row, ages, reading.decimal, reading.limits.amountCents) : undefined;
      const owedCents = owed?.sumCents ?? (shape === 'accounts' ? accountCents(row, columns, reading) : undefined);
      const invoice = readLedgerRow(row, columns, { ...reading, above, owedCents });
      if (invoice === undefined) {
        above = groupTitle(row, columns) ?? above;
        skip(row);
        continue;
      }
      if (owed !== undefined) checkAges(invoice, owed);
      const named = invoice.customer.name !== undefined || invoice.customer.account !== undefined;
      // A title stands for all rows below it; a customer of a row only where the table writes each one once.
      if (named) above = grouped || invoice.customer === above ? invoice.customer : undefined;
      rows.invoices.push(invoice);
    }
  }
  return rows;
}

/** Rows without a customer that make a habit of it, with their least share. */
const LEFT_OUT = 3;
const LEFT_OUT_SHARE = 1 / 3;

/** True when a table writes each customer once, on the first of his rows: one blank cell is an omission, many are not. */
function leavesOutCustomers(data: readonly Row[], columns: Layout['columns']): boolean {
  const places = [columns.get('customerName'), columns.get('customerAccount')].filter((place) => place !== undefined);
  if (places.length === 0) return false;
  const blank = data.filter(({ cells }) => places.every((place) => cellText(cells[place]) === '')).length;
  return blank >= LEFT_OUT && blank >= data.length * LEFT_OUT_SHARE;
}

/** What a line of an account adds to what the customer owes: its debit less its credit; undefined when it has neither. */
function accountCents(row: Row, columns: Layout['columns'], { decimal, limits }: RowReading): number | undefined {
  const side = (field: 'debit' | 'credit') =>
    readAmount(row.cells[columns.get(field) ?? -1], decimal, 2, limits.amountCents);
  const [debit, credit] = [side('debit'), side('credit')];
  if (typeof debit === 'string' || typeof credit === 'string') return undefined;
  return debit === undefined && credit === undefined ? undefined : (debit ?? 0) - (credit ?? 0);
}

function checkAges(invoice: LedgerInvoice, { sumCents, text }: { sumCents: number | undefined; text: string }): void {
  const { dueCents, currency, dueOn, doubts } = invoice;
  if (sumCents !== undefined && dueCents !== undefined && sumCents !== dueCents) {
    doubts.push(doubt('TotalsDisagree', { rule: 'ageing', expectedCents: sumCents, foundCents: dueCents, currency }));
  }
  if (dueOn === undefined && text !== '') doubts.push(doubt('Ageing', { ages: text }));
}

/** True for a row that holds a name, alone or beside a code, and nothing else. */
function isTitle({ cells }: Row): boolean {
  const texts = cells.map(cellText).filter((text) => text !== '');
  return texts.length <= 2 && texts.some((text) => /\p{L}{2,}/u.test(text) && !/^[^\s]*\d$/.test(text));
}

/**
 * The customer named by a row that holds nothing else, as printed ledgers write above the invoices of each; undefined
 * when the row may be anything.
 */
function groupTitle(row: Row, columns: Layout['columns']): LedgerCustomer | undefined {
  const texts = row.cells.map((cell, index) => ({ index, text: cellText(cell) })).filter(({ text }) => text !== '');
  if (texts.length === 0 || texts.length > 2 || texts[0]!.index > 1 || texts.some(({ text }) => text.length > 120)) {
    return undefined;
  }
  const name = texts.find(({ index }) => index === columns.get('customerName'))?.text;
  const account = texts.find(({ index }) => index === columns.get('customerAccount'))?.text;
  if (name !== undefined) return { name, ...(account === undefined ? {} : { account }) };
  const said = texts
    .map(({ text }) => text)
    .join(' ')
    .replace(/^(?:client|compte|tiers)\s*:?\s*/i, '');
  const parts = /^([A-Z]*\d[A-Z\d]*|[A-Z\d]*\d)\s*[-–:]?\s+(\S.*)$/.exec(said);
  return parts === null ? { name: said } : { account: parts[1]!, name: parts[2]! };
}

/** A row of totals has no invoice number and begins with the word, in whatever column. */
function isTotalRow(row: Row, columns: Layout['columns']): boolean {
  const number = columns.get('number');
  const first = row.cells.map(cellText).find((text) => text !== '') ?? '';
  if (!TOTAL_ROW.test(first)) return false;
  const written = number === undefined ? '' : cellText(row.cells[number]);
  return written === '' || written === first;
}

/** The words of a row, cut short. */
export function rowText(row: Row): string {
  return row.cells
    .map(cellText)
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, 80);
}
