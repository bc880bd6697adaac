/** Days as people write them in tables. The order of day and month is found for the whole file, never cell by cell. */

import { isoDay } from '../calendar.ts';
import type { DateFormat } from '../result.ts';
import { type Cell, cellText } from './grid.ts';

const MONTHS: readonly (readonly string[])[] = [
  ['janvier', 'janv', 'jan', 'january'],
  ['fevrier', 'fevr', 'fev', 'feb', 'february'],
  ['mars', 'mar', 'march'],
  ['avril', 'avr', 'apr', 'april'],
  ['mai', 'may'],
  ['juin', 'jun', 'june'],
  ['juillet', 'juil', 'jul', 'july'],
  ['aout', 'aou', 'aug', 'august'],
  ['septembre', 'sept', 'sep', 'september'],
  ['octobre', 'oct', 'october'],
  ['novembre', 'nov', 'november'],
  ['decembre', 'dec', 'december'],
];

const monthNumbers = new Map(MONTHS.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));

interface Written {
  shape: 'iso' | 'figures' | 'compact' | 'words';
  numbers: [number, number, number];
}

/** Years written with two figures are those of this century. */
const CENTURY = 2_000;

/** Cuts a written day into its three numbers, in the order they are written. */
function parse(text: string): Written | undefined {
  const bare = text.replace(/[T ]\d{1,2}[:h]\d{2}(:\d{2})?(\.\d+)?(Z|[+-]\d{2}:?\d{2})?$/i, '').trim();
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare);
  if (iso !== null) return { shape: 'iso', numbers: [Number(iso[1]), Number(iso[2]), Number(iso[3])] };
  const figures = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(bare);
  if (figures !== null)
    return { shape: 'figures', numbers: [Number(figures[1]), Number(figures[2]), year(figures[3]!)] };
  if (/^\d{8}$/.test(bare)) {
    return { shape: 'compact', numbers: [Number(bare.slice(0, 4)), Number(bare.slice(4, 6)), Number(bare.slice(6))] };
  }
  const words = /^(\d{1,2})(?:er)?[-/. ]+([a-z]+)\.?[-/. ]+(\d{4}|\d{2})$/.exec(
    bare.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  );
  const month = monthNumbers.get(words?.[2] ?? '');
  if (words === null || month === undefined) return undefined;
  return { shape: 'words', numbers: [Number(words[1]), month, year(words[3]!)] };
}

function year(text: string): number {
  return text.length === 2 ? CENTURY + Number(text) : Number(text);
}

/** Days as spreadsheets count them, 1 being 1 January 1900: those of 1990 to 2079 leave little doubt. */
const SERIAL = /^(?:3[3-9]|[45]\d|6[0-4])\d{3}(?:\.\d+)?$/;
/** Day 0 of spreadsheets, which hold 1900 for a leap year. */
const SERIAL_START = { year: 1899, month: 12, day: 30 };

/** The day of a number of days; undefined when the number is none of our years. */
function serialDay(text: string): string | undefined {
  if (!SERIAL.test(text)) return undefined;
  return Temporal.PlainDate.from(SERIAL_START)
    .add({ days: Math.floor(Number(text)) })
    .toString();
}

/** True for a day written as a number of days, as when a table loses the format of its cells. */
export function isSerialDay(cell: Cell | undefined): boolean {
  return (
    cell !== undefined && SERIAL.test(typeof cell === 'string' ? cellText(cell) : 'number' in cell ? cell.number : '')
  );
}

export function looksLikeDate(cell: Cell): boolean {
  if (isSerialDay(cell)) return true;
  if (typeof cell !== 'string') return 'day' in cell;
  const written = parse(cellText(cell));
  if (written === undefined) return false;
  // Eight figures are a day only when they make one: they may as well be an invoice number.
  return written.shape !== 'compact' || isoDay(...written.numbers) !== undefined;
}

export interface DateOrder {
  format: DateFormat | undefined;
  /** True when nothing in the file tells day from month, and the French order was taken. */
  assumed: boolean;
}

/** The order of the days of a table: a first figure above 12 is a day, a second one above 12 makes the first a month. */
export function findDateOrder(cells: Iterable<Cell | undefined>): DateOrder {
  const seen = new Set<Written['shape'] | 'cells'>();
  let monthFirst = 0;
  for (const cell of cells) {
    if (cell !== undefined && typeof cell !== 'string') {
      if ('day' in cell) seen.add('cells');
      continue;
    }
    const written = parse(cellText(cell));
    if (written === undefined) continue;
    seen.add(written.shape);
    if (written.shape !== 'figures') continue;
    // One day above 12 in first place settles it: where both orders stand, the French one is read and the rest doubted.
    if (written.numbers[0] > 12) return { format: 'dmy', assumed: false };
    if (written.numbers[1] > 12) monthFirst += 1;
  }
  if (seen.has('figures')) {
    return monthFirst > 0 ? { format: 'mdy', assumed: false } : { format: 'dmy', assumed: true };
  }
  if (seen.has('iso')) return { format: 'iso', assumed: false };
  if (seen.has('compact')) return { format: 'ymd', assumed: false };
  if (seen.has('words')) return { format: 'dmy', assumed: false };
  return { format: seen.has('cells') ? 'cells' : undefined, assumed: false };
}

/** The ISO day of a cell; undefined for an empty one, null when it is no day that exists. */
export function readDay(cell: Cell | undefined, format: DateFormat | undefined): string | undefined | null {
  if (cell === undefined) return undefined;
  if (typeof cell !== 'string') return 'day' in cell ? cell.day : (serialDay(cell.number) ?? null);
  const text = cellText(cell);
  if (text === '' || text === '-') return undefined;
  const written = parse(text);
  if (written === undefined) return serialDay(text) ?? null;
  const [a, b, c] = written.numbers;
  if (written.shape === 'iso' || written.shape === 'compact') return isoDay(a, b, c) ?? null;
  const monthFirst = written.shape === 'figures' && format === 'mdy';
  return (monthFirst ? isoDay(c, a, b) : isoDay(c, b, a)) ?? null;
}
