/** Where the header of a bank table stands and what its columns mean, from what a person said, or from their names. */

import { Refused } from '../../refused.ts';
import type { BankField, BankMapping, DateFormat, DecimalMark } from '../../result.ts';
import { fingerprint } from '../../table/columns.ts';
import { type Cell, cellText, type Row } from '../../table/grid.ts';
import { findDecimalMark, looksLikeAmount } from '../../table/table-amounts.ts';
import { findDateOrder, looksLikeDate } from '../../table/table-dates.ts';
import { bankOf } from './banks.ts';
import { type Meaning, meaningsOf } from './vocabulary.ts';

/** Rows in which the header is looked for: eight lines stand above it at one bank. */
const HEADER_SEARCH = 40;
/** Words of a header that make a table of invoices or of accounting entries, not of a bank. */
const OTHER_TABLES =
  /\b(?:factures?|invoices?|clients?|customers?|echeances?|due|journal|piece|lettrage|lettre|compte (?:general|tiers|auxiliaire)|ecriture num|tva)\b/;

export interface BankLayout {
  bank: string | undefined;
  /** Place of the header among the rows, from 0; -1 when there is none. */
  position: number;
  headers: string[];
  columns: Map<Exclude<BankField, 'words'>, number>;
  words: number[];
  dateFormat: DateFormat | undefined;
  decimal: DecimalMark | undefined;
  /** False when the columns were told by a person or belong to a known bank. */
  guessed: boolean;
}

export interface LayoutOptions {
  bankMapping?: BankMapping;
  rememberedBank?: readonly BankMapping[];
}

/** The layout of the first rows of a table; undefined when it is no bank statement. Refuses `InvalidMapping`. */
export function findBankLayout(rows: readonly Row[], options: LayoutOptions): BankLayout | undefined {
  if (options.bankMapping !== undefined) return fromMapping(rows, options.bankMapping);
  const remembered = new Map((options.rememberedBank ?? []).map((one) => [one.headerFingerprint, one]));
  for (const [position, row] of rows.slice(0, HEADER_SEARCH).entries()) {
    const headers = row.cells.map(cellText);
    const mapping = remembered.size === 0 ? undefined : remembered.get(fingerprint(headers));
    if (mapping !== undefined) return fromMapping(rows, { ...mapping, headerRow: position + 1 });
    const found = fromHeader(headers, position, rows);
    if (found !== undefined) return found;
  }
  return withoutHeader(rows);
}

function fromHeader(headers: string[], position: number, rows: readonly Row[]): BankLayout | undefined {
  const { columns, words } = assign(headers);
  const dated = columns.has('on') || columns.has('operationOn') || columns.has('valueOn');
  const summed = columns.has('amount') || columns.has('debit') || columns.has('credit');
  const named = columns.has('label') || columns.has('counterparty') || words.length > 0;
  if (!dated || !summed || !named) return undefined;
  const bank = bankOf(headers);
  const data = rows.slice(position + 1);
  if (bank === undefined && !isStatement(headers, columns, data)) return undefined;
  return finish({ bank, position, headers, columns, words, guessed: bank === undefined }, data);
}

/** Without a known bank, the columns must be those of an account: both sides, or a sum that goes both ways. */
function isStatement(headers: readonly string[], columns: BankLayout['columns'], data: readonly Row[]): boolean {
  const text = headers.join(' ; ').normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  if (OTHER_TABLES.test(text)) return false;
  if (columns.has('debit') && columns.has('credit')) return true;
  const amount = columns.get('amount');
  if (amount === undefined) return false;
  if (columns.has('side') || columns.has('valueOn') || columns.has('balance')) return true;
  return data.some(({ cells }) => /^\s*[-\u2212(]|-\s*$/.test(cellText(cells[amount])));
}

/** Each column takes the meaning whose name fits best; the first of two equal columns wins, words may be several. */
function assign(headers: readonly string[]): { columns: BankLayout['columns']; words: number[] } {
  const candidates: (Meaning & { index: number })[] = headers.flatMap((header, index) =>
    meaningsOf(header).map((meaning) => ({ ...meaning, index })),
  );
  candidates.sort((a, b) => a.rank - b.rank || a.index - b.index);
  const columns: BankLayout['columns'] = new Map();
  const used = new Set<number>();
  const words: number[] = [];
  for (const { field, index } of candidates) {
    if (used.has(index)) continue;
    if (field === 'words') words.push(index);
    else if (columns.has(field)) continue;
    else columns.set(field, index);
    used.add(index);
  }
  return { columns, words: words.sort((a, b) => a - b) };
}

function fromMapping(rows: readonly Row[], mapping: BankMapping): BankLayout {
  const position = mapping.headerRow === undefined ? headerPlace(rows, mapping) : mapping.headerRow - 1;
  const headers = rows[position]?.cells.map(cellText) ?? [];
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  const { words = [], ...single } = mapping.columns;
  const columns: BankLayout['columns'] = new Map(Object.entries(single) as [Exclude<BankField, 'words'>, number][]);
  for (const index of [...columns.values(), ...words])
    if (!Number.isInteger(index) || index < 0 || index >= width)
      throw new Refused('InvalidMapping', { detail: String(index) });
  const summed = columns.has('amount') || columns.has('debit') || columns.has('credit');
  if (!columns.has('on') || !summed) throw new Refused('InvalidMapping', { detail: 'on, amount' });
  const known = { bank: bankOf(headers), position, headers, columns, words, guessed: false };
  const layout = finish(known, rows.slice(position + 1));
  return {
    ...layout,
    dateFormat: mapping.dateFormat ?? layout.dateFormat,
    decimal: mapping.decimal ?? layout.decimal,
  };
}

/** The row with the kept header; without one, the row above the first that holds a day and a sum where they are said to be. */
function headerPlace(rows: readonly Row[], { headerFingerprint, columns: { on, amount, debit, credit } }: BankMapping) {
  const holds = (row: Row, index: number | undefined, test: (cell: Cell) => boolean): boolean =>
    index !== undefined && test(row.cells[index] ?? '');
  if (headerFingerprint !== undefined)
    return rows.findIndex(({ cells }) => fingerprint(cells.map(cellText)) === headerFingerprint);
  const first = rows.findIndex(
    (row) => holds(row, on, looksLikeDate) && [amount, debit, credit].some((at) => holds(row, at, looksLikeAmount)),
  );
  return first < 0 ? 0 : first - 1;
}

/** A file without header: one column of days, one or two of amounts, one of words. */
function withoutHeader(rows: readonly Row[]): BankLayout | undefined {
  const data = rows.filter(({ cells }) => cells.some((cell) => cellText(cell) !== ''));
  const width = data[0]?.cells.length ?? 0;
  if (data.length < 2 || width < 3 || width > 8 || data.some(({ cells }) => cells.length !== width)) return undefined;
  const every = (index: number, test: (cell: Cell) => boolean, empty: boolean): boolean =>
    data.every(({ cells }) => (cellText(cells[index]) === '' ? empty : test(cells[index]!)));
  const places = Array.from({ length: width }, (_, index) => index);
  const days = places.filter((index) => every(index, looksLikeDate, false));
  const sums = places.filter((index) => !days.includes(index) && every(index, isDecimal, true));
  const label = places.find((index) => !days.includes(index) && !sums.includes(index));
  const [on, valueOn] = days;
  const [first, second] = sums;
  if (on === undefined || first === undefined || label === undefined || sums.length > 2) return undefined;
  const columns: BankLayout['columns'] = new Map([
    ['on', on],
    ['label', label],
  ]);
  if (valueOn !== undefined) columns.set('valueOn', valueOn);
  const sides =
    second !== undefined &&
    data.every(({ cells }) => (cellText(cells[first]) === '') !== (cellText(cells[second]) === ''));
  if (sides) columns.set('debit', first).set('credit', second);
  else {
    columns.set('amount', first);
    if (second !== undefined) columns.set('balance', second);
  }
  if (!sides && !data.some(({ cells }) => /-/.test(cellText(cells[first])))) return undefined;
  return finish({ bank: undefined, position: -1, headers: [], columns, words: [], guessed: true }, data);
}

function isDecimal(cell: Cell): boolean {
  return looksLikeAmount(cell) && /[.,]\d{2}\D?$/.test(cellText(cell));
}

function finish(known: Omit<BankLayout, 'dateFormat' | 'decimal'>, data: readonly Row[]): BankLayout {
  const cells = (...fields: Exclude<BankField, 'words'>[]): (Cell | undefined)[] =>
    data.flatMap((row) => fields.map((field) => row.cells[known.columns.get(field) ?? -1]));
  return {
    ...known,
    dateFormat: findDateOrder(cells('on', 'operationOn', 'valueOn')).format,
    // The balance may be written another way than the amounts, as one bank does.
    decimal: findDecimalMark(cells('amount', 'debit', 'credit')),
  };
}
