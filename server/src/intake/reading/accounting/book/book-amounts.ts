/**
 * Amounts and days of accounting files, read from their bytes: a file of a gigabyte has twenty million amounts, and
 * nearly all of them are zero or plain figures.
 */

import { isoDay } from '../../calendar.ts';
import { readAmount } from '../../table/table-amounts.ts';

const SPACE = 32;
const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const POINT = 46;
const ZERO = 48;
const NINE = 57;

/**
 * Cents of the amount written between two bytes; zero when nothing is, NaN when it cannot be read exactly. Takes what
 * accounting software writes: `1200,00`, `1200.00`, `0000000074,70`, a sign or a space before, spaces around.
 */
export function centsBetween(bytes: Buffer, from: number, until: number, limit: number): number {
  let at = from;
  let end = until;
  while (at < end && (bytes[at] === SPACE || bytes[at] === QUOTE)) at += 1;
  while (end > at && (bytes[end - 1] === SPACE || bytes[end - 1] === QUOTE)) end -= 1;
  if (at === end) return 0;
  const first = bytes[at];
  const negative = first === MINUS;
  let place = negative || first === PLUS ? at + 1 : at;
  let value = 0;
  let decimals = -1;
  for (; place < end; place += 1) {
    const byte = bytes[place]!;
    if (byte >= ZERO && byte <= NINE) {
      if (decimals === 2) {
        // A third decimal is harmless when it is zero and the mark before it is no mark of thousands.
        if (byte !== ZERO) return centsOfText(bytes.toString('latin1', at, end), limit);
        continue;
      }
      value = value * 10 + byte - ZERO;
      if (decimals >= 0) decimals += 1;
    } else if ((byte === COMMA || byte === POINT) && decimals < 0) decimals = 0;
    else return centsOfText(bytes.toString('latin1', at, end), limit);
  }
  if (end - at > 4 && bytes[end - 4] === POINT) return Number.NaN;
  const cents = decimals === 2 ? value : decimals === 1 ? value * 10 : value * 100;
  if (cents > limit || end - at > 30) return Number.NaN;
  return negative && cents !== 0 ? -cents : cents;
}

/** The rarer ways of writing: groups of thousands, a sign behind, a currency. NaN when it cannot be read exactly. */
export function centsOfText(text: string, limit: number): number {
  // « 100.000 » is a hundred thousand to some and a hundred to others.
  if (/^[-+]?\d+\.\d{3}$/.test(text)) return Number.NaN;
  // No-break spaces and the sign of the euro are the only foreign bytes an amount can hold, in any encoding.
  const read = readAmount(text.replace(/[\u0080-\u00ff]/g, ''), ',', 2, limit);
  return typeof read === 'number' ? read : text.trim() === '' || text.trim() === '-' ? 0 : Number.NaN;
}

/** The day of eight figures `AAAAMMJJ` as one number (20261122); 0 when nothing is written, -1 when it is no day. */
export function dayBetween(bytes: Buffer, from: number, until: number): number {
  let value = 0;
  let figures = 0;
  for (let place = from; place < until; place += 1) {
    const byte = bytes[place]!;
    if (byte >= ZERO && byte <= NINE) {
      value = value * 10 + byte - ZERO;
      figures += 1;
      if (figures > 8) return -1;
    } else if (byte !== SPACE && byte !== QUOTE) return dayOfText(bytes.toString('latin1', from, until));
  }
  if (figures === 0) return 0;
  return figures === 8 && exists(value) ? value : -1;
}

/** Days with marks between their figures, which the order on accounting files does not allow and some software writes. */
function dayOfText(text: string): number {
  const found = /^\s*(?:(\d{4})[-/.](\d\d)[-/.](\d\d)|(\d\d)[-/.](\d\d)[-/.](\d{4}))\b/.exec(text.replaceAll('"', ''));
  if (found === null) return /\d/.test(text) ? -1 : 0;
  const value = Number(`${found[1] ?? found[6]}${found[2] ?? found[5]}${found[3] ?? found[4]}`);
  return exists(value) ? value : -1;
}

/** Days already seen, as they are given out; the days of three centuries are all there are. */
const known = new Map<number, string | undefined>();

function exists(value: number): boolean {
  return dayText(value) !== undefined;
}

/** `20261122` as `2026-11-22`; undefined for 0, -1 and what is no day. */
export function dayText(day: number): string | undefined {
  if (day <= 0) return undefined;
  const seen = known.get(day);
  if (seen !== undefined || known.has(day)) return seen;
  const text = isoDay(Math.floor(day / 10_000), Math.floor(day / 100) % 100, day % 100);
  if (known.size < 200_000) known.set(day, text);
  return text;
}
