/** Finds the header of a table and what its columns mean, from names first and contents second. */

import { createHash } from 'node:crypto';
import type { LedgerField } from '../result.ts';
import { ageColumns } from './ageing.ts';
import { type Cell, cellText, type Row } from './grid.ts';
import { nearness, normalise } from './names.ts';
import { looksLikeAmount } from './table-amounts.ts';
import { looksLikeDate } from './table-dates.ts';
import { vocabulary } from './vocabulary.ts';

/** Rows looked at to find the header: titles, dates and addresses stand above it in many exports. */
const HEADER_SEARCH = 40;
/** Rows below the header whose contents are compared with what a column is said to hold. */
const CONTENT_SAMPLE = 50;
/** Below this nearness a name is not recognised at all. */
const LEAST_NEARNESS = 0.75;
/** Below this nearness the column is recognised, but shown to the user as a guess. */
export const SURE_NEARNESS = 0.95;

const AMOUNTS = new Set<LedgerField>(['total', 'due', 'paid', 'net', 'tax', 'debit', 'credit']);
const DAYS = new Set<LedgerField>(['issuedOn', 'dueOn', 'paidOn']);

/**
 * What a table lists: invoices, what each customer or invoice owes by age, lines of accounts with a debit and a credit,
 * or payments.
 */
export type TableShape = 'invoices' | 'aged' | 'accounts' | 'payments';

export interface Recognised {
  field: LedgerField;
  index: number;
  nearness: number;
}

export interface Header {
  /** Place of the header among the rows, and its line in the file. */
  position: number;
  line: number;
  headers: string[];
  recognised: Recognised[];
  shape: TableShape;
}

/**
 * The header: the row whose names mean the most, provided that they make a list that is read (an amount, and a customer
 * or a number). Undefined when there is none.
 */
export function findHeader(rows: readonly Row[]): Header | undefined {
  let best: { header: Header; score: number } | undefined;
  for (let position = 0; position < Math.min(rows.length, HEADER_SEARCH); position += 1) {
    const row = rows[position]!;
    // A header holds names: a row with a real day or a real number in it is data.
    if (row.cells.some((cell) => typeof cell !== 'string')) continue;
    const headers = row.cells.map(cellText);
    const recognised = recogniseColumns(headers, rows.slice(position + 1, position + 1 + CONTENT_SAMPLE));
    const score = recognised.reduce((total, one) => total + one.nearness, 0);
    const shape = shapeOf(new Set(recognised.map(({ field }) => field)), headers);
    if (shape !== undefined && (best === undefined || score > best.score)) {
      best = { header: { position, line: row.line, headers, recognised, shape }, score };
    }
  }
  return best?.header;
}

/** What a table with these columns lists; undefined when they make no list that is read. */
export function shapeOf(fields: ReadonlySet<LedgerField>, headers: readonly string[]): TableShape | undefined {
  const has = (...some: LedgerField[]): boolean => some.some((field) => fields.has(field));
  if (!has('number', 'customerName', 'customerAccount', 'paymentId')) return undefined;
  // An invoice list may tell when each was paid; a list of payments says nothing of when an invoice was made or is due.
  if (has('paymentId', 'paidOn') && has('paid', 'total') && !has('dueOn', 'due', 'issuedOn')) return 'payments';
  if (!has('number', 'customerName', 'customerAccount')) return undefined;
  if (ageColumns(headers).length > 0) return 'aged';
  if (has('total', 'due')) return 'invoices';
  return has('debit') && has('credit') ? 'accounts' : undefined;
}

/**
 * What each column means. Every pair of column and meaning is weighed by its name and by its contents, and the surest
 * pairs are taken first, so that « client » is the name when another column is « code client ».
 */
export function recogniseColumns(headers: readonly string[], sample: readonly Row[]): Recognised[] {
  const candidates: (Recognised & { rank: number })[] = [];
  const ages = new Set(ageColumns(headers).map(({ index }) => index));
  headers.forEach((header, index) => {
    const name = normalise(header);
    if (name === '' || name.length > 60 || ages.has(index)) return;
    for (const [field, names] of Object.entries(vocabulary) as [LedgerField, readonly string[]][]) {
      let near = 0;
      let order = 0;
      names.forEach((candidate, place) => {
        const score = nearness(name, candidate);
        if (score > near) [near, order] = [score, place];
      });
      if (near < LEAST_NEARNESS || !contentsAgree(field, index, sample)) continue;
      // Among equally near names the earlier of the list wins, and then the column that stands more to the left.
      candidates.push({ field, index, nearness: near, rank: near - order / 1_000 - index / 100_000 });
    }
  });
  candidates.sort((a, b) => b.rank - a.rank);
  const taken = new Map<LedgerField, Recognised>();
  const used = new Set<number>();
  for (const { field, index, nearness: near } of candidates) {
    if (taken.has(field) || used.has(index)) continue;
    taken.set(field, { field, index, nearness: near });
    used.add(index);
  }
  return [...taken.values()].sort((a, b) => a.index - b.index);
}

/** False when most of what stands in the column cannot be what its name says. */
function contentsAgree(field: LedgerField, index: number, sample: readonly Row[]): boolean {
  const expected = AMOUNTS.has(field) ? looksLikeAmount : DAYS.has(field) ? looksLikeDate : undefined;
  const cells = sample.map((row) => row.cells[index]).filter((cell) => cellText(cell) !== '') as Cell[];
  if (cells.length === 0) return true;
  if (expected !== undefined) return cells.filter(expected).length * 2 >= cells.length;
  // A column of days or of decimal amounts names nobody and numbers nothing.
  if (field === 'customerName') return !mostly(cells, looksLikeDate) && !mostly(cells, isDecimal);
  return field !== 'number' || !mostly(cells, isDecimal);
}

function mostly(cells: readonly Cell[], test: (cell: Cell) => boolean): boolean {
  return cells.filter(test).length * 2 > cells.length;
}

function isDecimal(cell: Cell): boolean {
  return /^[-+]?[\d\s]+[.,]\d{2}$/.test(cellText(cell));
}

/** Identifies a header whatever its case and accents, so that a corrected mapping is found again for the next file. */
export function fingerprint(headers: readonly string[]): string {
  return createHash('sha256')
    .update(JSON.stringify(headers.map(normalise)))
    .digest('hex')
    .slice(0, 32);
}
