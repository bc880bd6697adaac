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
  type LedgerReceipt,
  withDefined,
} from '../result.ts';
import { ageColumns } from './ageing.ts';
import { fingerprint, SURE_NEARNESS } from './columns.ts';
import { completenessOf, stateDayOf } from './completeness.ts';
import { type Cell, cellText, type Grid, type Row } from './grid.ts';
import { findLayout, type Layout, type LedgerOptions } from './mapping.ts';
import { findDecimalMark } from './table-amounts.ts';
import { findDateOrder, isSerialDay } from './table-dates.ts';
import { readRows, rowText } from './table-rows.ts';

const AMOUNT_FIELDS: readonly LedgerField[] = ['total', 'due', 'paid', 'net', 'tax', 'debit', 'credit'];
const DAY_FIELDS: readonly LedgerField[] = ['issuedOn', 'dueOn', 'paidOn'];
/** Columns whose absence a person should know before anything is chased. */
const WANTED: readonly LedgerField[] = ['number', 'customerName', 'issuedOn', 'dueOn', 'due'];
const WANTED_OF_BALANCES: readonly LedgerField[] = ['customerName'];
const WANTED_OF_PAYMENTS: readonly LedgerField[] = ['customerName', 'number'];
/** Rows looked at to tell names from codes, and to see days written as numbers. */
const NAME_SAMPLE = 50;
const SERIAL_SAMPLE = 200;
/**
 * The ledger in a table, with the doubts about the table as a whole; those about one row stand beside it. Refuses
 * `HeaderNotFound`, `InvalidMapping`, `EmptyTable`.
 */
export function readLedger(
  grid: Grid,
  options: LedgerOptions & { name?: string },
  limits: Limits,
): { ledger: Ledger; doubts: Doubt[] } {
  if (grid.rows.length === 0) throw new Refused('EmptyTable');
  const layout = findLayout(grid, options, limits);
  if (layout === undefined) throw refuseTable(grid);
  const { header, chosen } = layout;
  const columns = meaningOf(layout, grid);

  const data = grid.rows.slice(layout.firstRow);
  const order = findDateOrder(cellsOf(data, columns, DAY_FIELDS));
  const dateFormat = chosen?.dateFormat ?? order.format;
  const decimal = chosen?.decimal ?? findDecimalMark(amountCells(data, columns, header.headers));
  const rows = readRows(data, columns, header, { dateFormat, decimal, limits });
  const { invoices, receipts, skipped } = rows;
  if (invoices.length === 0 && receipts.length === 0) throw new Refused('EmptyTable');
  markRepeats(invoices);

  const perCustomer = header.shape !== 'payments' && isPerCustomer(columns);
  const doubts = tableDoubts(layout, columns, grid, order.assumed && chosen?.dateFormat === undefined, perCustomer);
  const firstDays = [...cellsOf(data.slice(0, SERIAL_SAMPLE), columns, DAY_FIELDS)];
  if (firstDays.some(isSerialDay)) doubts.push(doubt('SerialDays'));
  if (rows.skippedRows > 0) doubts.push(doubt('RowsSkipped', { count: rows.skippedRows, line: skipped[0]?.line }));
  if (rows.cancelled.count > 0) doubts.push(doubt('RowsCancelled', rows.cancelled));

  const headerFingerprint = fingerprint(header.headers);
  const mapping = withDefined<LedgerMapping>({
    columns: Object.fromEntries(columns),
    headerRow: header.line,
    dateFormat,
    decimal,
    sheet: grid.sheet,
    headerFingerprint,
  });
  const titles = grid.rows.slice(0, Math.max(0, layout.firstRow - 1)).map(rowText);
  const complete = completenessOf({
    titles,
    sheet: grid.sheet,
    fileName: options.name?.replace(/^.*[\\/]/, ''),
    aged: header.shape === 'aged',
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
    receipts: header.shape === 'payments' ? receipts : undefined,
    complete: header.shape === 'payments' ? undefined : complete,
    asOf: header.shape === 'payments' ? undefined : stateDayOf(titles),
    perCustomer: perCustomer || undefined,
    skipped,
    totalsCents:
      header.shape === 'payments' ? withDefined<Ledger['totalsCents']>({ paid: sumOf(receipts) }) : totals(invoices),
    mapping,
    headerFingerprint,
  });
  return { ledger, doubts };
}

function refuseTable(grid: Grid): Refused {
  return new Refused('HeaderNotFound', { columns: grid.rows[0]?.cells.map(cellText).slice(0, 12) ?? [] });
}

/**
 * The columns with what the rest of the table makes of them: codes that are names, the total of an aged balance that is
 * what is owed, the number of a payment that is no invoice.
 */
function meaningOf({ columns: found, header, chosen, firstRow }: Layout, grid: Grid): Layout['columns'] {
  const columns = new Map(found);
  if (chosen !== undefined) return columns;
  const move = (from: LedgerField, to: LedgerField): void => {
    const index = columns.get(from);
    if (index === undefined || columns.has(to)) return;
    columns.delete(from);
    columns.set(to, index);
  };
  if (header.shape === 'aged') move('total', 'due');
  const number = columns.get('number');
  if (
    header.shape === 'payments' &&
    number !== undefined &&
    !/factur|invoice|pi[eè]ce/i.test(header.headers[number]!)
  ) {
    move('number', 'paymentId');
  }
  const account = columns.get('customerAccount');
  if (account === undefined || columns.has('customerName')) return columns;
  const named = grid.rows.slice(firstRow, firstRow + NAME_SAMPLE).map(({ cells }) => cellText(cells[account]));
  // « client_id » that holds « Entreprise Alpha » is a name: codes have figures, and no two words of letters.
  if (named.filter((text) => /\p{L}{2,}\s+\p{L}/u.test(text)).length * 2 > named.length)
    move('customerAccount', 'customerName');
  return columns;
}

/** True when each row is what one customer owes, without the invoice. */
function isPerCustomer(columns: Layout['columns']): boolean {
  return !columns.has('number') && !columns.has('dueOn') && !columns.has('issuedOn') && columns.has('due');
}

function* cellsOf(
  rows: readonly Row[],
  columns: Layout['columns'],
  fields: readonly LedgerField[],
): Generator<Cell | undefined> {
  const indexes = fields.flatMap((field) => columns.get(field) ?? []);
  for (const row of rows) for (const index of indexes) yield row.cells[index];
}

function* amountCells(
  rows: readonly Row[],
  columns: Layout['columns'],
  headers: readonly string[],
): Generator<Cell | undefined> {
  yield* cellsOf(rows, columns, AMOUNT_FIELDS);
  for (const { index } of ageColumns(headers)) for (const row of rows) yield row.cells[index];
}

function tableDoubts(
  { guesses, header }: Layout,
  columns: Layout['columns'],
  grid: Grid,
  orderAssumed: boolean,
  perCustomer: boolean,
): Doubt[] {
  const doubts: Doubt[] = [];
  for (const { field, index, nearness } of guesses) {
    if (nearness < SURE_NEARNESS) doubts.push(doubt('ColumnGuessed', { field, column: index }));
  }
  if (perCustomer) doubts.push(doubt('BalanceByCustomer'));
  const wanted = perCustomer ? WANTED_OF_BALANCES : header.shape === 'payments' ? WANTED_OF_PAYMENTS : WANTED;
  const computed = header.shape === 'aged' || header.shape === 'accounts';
  for (const field of wanted) {
    if (!columns.has(field) && !(computed && field === 'due')) doubts.push(doubt('MissingColumn', { field }));
  }
  if (header.shape === 'invoices' && !columns.has('total') && !columns.has('due')) {
    doubts.push(doubt('MissingColumn', { field: 'total' }));
  }
  if (orderAssumed) doubts.push(doubt('DateOrderAssumed'));
  if ((grid.sheets?.length ?? 0) > 1) doubts.push(doubt('SeveralSheets', { chosen: grid.sheet, names: grid.sheets }));
  return doubts;
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

/** Sum of payments; a sum in several currencies would mean nothing. */
function sumOf(receipts: readonly LedgerReceipt[]): number | undefined {
  if (new Set(receipts.map(({ currency }) => currency)).size > 1) return undefined;
  return receipts.reduce((sum, { amountCents }) => sum + (amountCents ?? 0), 0);
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
