/** A list of invoices: the table, what its columns mean, and one entry per invoice. */

import type { Limits } from '../limits.ts';
import { doubt } from '../messages.ts';
import { Refused } from '../refused.ts';
import {
  type Doubt,
  type Ledger,
  type LedgerField,
  type LedgerInvoice,
  type LedgerMapping,
  withDefined,
} from '../result.ts';
import { fingerprint, SURE_NEARNESS } from './columns.ts';
import { type Cell, cellText, type Grid, type Row } from './grid.ts';
import { readLedgerRow } from './ledger-row.ts';
import { findLayout, type Layout, type LedgerOptions } from './mapping.ts';
import { findDecimalMark } from './table-amounts.ts';
import { findDateOrder } from './table-dates.ts';
import { isPaymentList } from './table-format.ts';

const AMOUNT_FIELDS: readonly LedgerField[] = ['total', 'due', 'paid', 'net', 'tax'];
const DAY_FIELDS: readonly LedgerField[] = ['issuedOn', 'dueOn'];
/** Columns whose absence a person should know before anything is chased. */
const WANTED: readonly LedgerField[] = ['number', 'customerName', 'issuedOn', 'dueOn', 'due'];
/** Skipped rows kept as examples. */
const SKIPPED_SHOWN = 20;
/** A row that adds up others, or ends the list. */
const TOTAL_ROW = /^(sous[\s-]?total|total|totaux|cumul|report|solde g[ée]n[ée]ral|grand total|nombre)\b/i;

/**
 * The ledger in a table, with the doubts about the table as a whole; those about one invoice stand beside it. Refuses
 * `HeaderNotFound`, `PaymentListNotYetRead`, `InvalidMapping`, `EmptyTable`.
 */
export function readLedger(grid: Grid, options: LedgerOptions, limits: Limits): { ledger: Ledger; doubts: Doubt[] } {
  if (grid.rows.length === 0) throw new Refused('EmptyTable');
  const layout = findLayout(grid, options, limits);
  if (layout === undefined) throw refuseTable(grid);
  const { header, columns, chosen } = layout;
  if (chosen === undefined && isPaymentList(header.headers, [...columns.keys()]))
    throw new Refused('PaymentListNotYetRead');

  const data = grid.rows.slice(layout.firstRow);
  const order = findDateOrder(cellsOf(data, columns, DAY_FIELDS));
  const dateFormat = chosen?.dateFormat ?? order.format;
  const decimal = chosen?.decimal ?? findDecimalMark(cellsOf(data, columns, AMOUNT_FIELDS));
  const doubts = tableDoubts(layout, grid, order.assumed && chosen?.dateFormat === undefined);

  const invoices: LedgerInvoice[] = [];
  const skipped: Ledger['skipped'] = [];
  let skippedRows = 0;
  for (const row of data) {
    const invoice = isTotalRow(row, columns) ? undefined : readLedgerRow(row, columns, { dateFormat, decimal, limits });
    if (invoice !== undefined) invoices.push(invoice);
    else {
      skippedRows += 1;
      if (skipped.length < SKIPPED_SHOWN) skipped.push({ line: row.line, text: rowText(row) });
    }
  }
  if (invoices.length === 0) throw new Refused('EmptyTable');
  if (skippedRows > 0) doubts.push(doubt('RowsSkipped', { count: skippedRows, line: skipped[0]?.line }));
  markRepeats(invoices);

  const headerFingerprint = fingerprint(header.headers);
  const mapping = withDefined<LedgerMapping>({
    columns: Object.fromEntries(columns),
    headerRow: header.line,
    dateFormat,
    decimal,
    sheet: grid.sheet,
    headerFingerprint,
  });
  const ledger = withDefined<Ledger>({
    columns: header.headers.map((text, index) => ({ index, header: text, field: fieldAt(columns, index) })),
    headerRow: header.line,
    delimiter: grid.delimiter,
    encoding: grid.encoding,
    sheet: grid.sheet,
    rows: data.length,
    dateFormat,
    decimal,
    invoices,
    skipped,
    totalsCents: totals(invoices),
    mapping,
    headerFingerprint,
  });
  return { ledger, doubts };
}

function refuseTable(grid: Grid): Refused {
  for (const row of grid.rows.slice(0, 5)) {
    if (isPaymentList(row.cells.map(cellText), [])) return new Refused('PaymentListNotYetRead');
  }
  return new Refused('HeaderNotFound', { columns: grid.rows[0]?.cells.map(cellText).slice(0, 12) ?? [] });
}

function* cellsOf(
  rows: readonly Row[],
  columns: Layout['columns'],
  fields: readonly LedgerField[],
): Generator<Cell | undefined> {
  const indexes = fields.flatMap((field) => columns.get(field) ?? []);
  for (const row of rows) for (const index of indexes) yield row.cells[index];
}

function tableDoubts({ guesses, columns }: Layout, grid: Grid, orderAssumed: boolean): Doubt[] {
  const doubts: Doubt[] = [];
  for (const { field, index, nearness } of guesses) {
    if (nearness < SURE_NEARNESS) doubts.push(doubt('ColumnGuessed', { field, column: index }));
  }
  for (const field of WANTED) if (!columns.has(field)) doubts.push(doubt('MissingColumn', { field }));
  if (!columns.has('total') && !columns.has('due')) doubts.push(doubt('MissingColumn', { field: 'total' }));
  if (orderAssumed) doubts.push(doubt('DateOrderAssumed'));
  if ((grid.sheets?.length ?? 0) > 1) doubts.push(doubt('SeveralSheets', { chosen: grid.sheet, names: grid.sheets }));
  return doubts;
}

/** A row of totals has no invoice number and begins with the word, in whatever column. */
function isTotalRow(row: Row, columns: Layout['columns']): boolean {
  const number = columns.get('number');
  const first = row.cells.map(cellText).find((text) => text !== '') ?? '';
  if (!TOTAL_ROW.test(first)) return false;
  const written = number === undefined ? '' : cellText(row.cells[number]);
  return written === '' || written === first;
}

function rowText(row: Row): string {
  return row.cells
    .map(cellText)
    .filter((text) => text !== '')
    .join(' ')
    .slice(0, 80);
}

/** The same number twice for the same customer: two lines of one invoice, or the same invoice twice. */
function markRepeats(invoices: readonly LedgerInvoice[]): void {
  const seen = new Map<string, LedgerInvoice>();
  for (const invoice of invoices) {
    if (invoice.number === undefined) continue;
    const key = `${invoice.number}\n${invoice.customer.name ?? invoice.customer.account ?? ''}`;
    const earlier = seen.get(key);
    if (earlier === undefined) seen.set(key, invoice);
    else invoice.doubts.push(doubt('RepeatedNumber', { number: invoice.number, line: earlier.line }));
  }
}

function fieldAt(columns: Layout['columns'], index: number): LedgerField | null {
  for (const [field, place] of columns) if (place === index) return field;
  return null;
}

/** Sums of what was read, credits counted against invoices; a sum in several currencies would mean nothing. */
function totals(invoices: readonly LedgerInvoice[]): Ledger['totalsCents'] {
  if (new Set(invoices.map(({ currency }) => currency)).size > 1) return {};
  const add = (field: 'totalCents' | 'dueCents' | 'paidCents'): number | undefined => {
    const present = invoices.filter((invoice) => invoice[field] !== undefined);
    return present.length === 0
      ? undefined
      : present.reduce((sum, invoice) => sum + signed(invoice, invoice[field]!), 0);
  };
  return withDefined<Ledger['totalsCents']>({ total: add('totalCents'), due: add('dueCents'), paid: add('paidCents') });
}

function signed({ kind }: LedgerInvoice, cents: number): number {
  return kind === 'credit-note' ? -Math.abs(cents) : cents;
}
