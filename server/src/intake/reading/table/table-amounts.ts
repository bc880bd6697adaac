/** Amounts as people write them in tables: « 1 234,56 € », `1.234,56`, `(12,00)`, `12,00-`, `1,234.56`. */

import { type AmountProblem, toCents } from '../decimals.ts';
import type { DecimalMark } from '../result.ts';
import { type Cell, cellText } from './grid.ts';

export type TableAmount = number | AmountProblem | 'AmbiguousAmount' | undefined;

interface Parts {
  negative: boolean;
  /** Figures with their points and commas, nothing else. */
  figures: string;
}

const PLAIN_FIGURES = /^-?\d[\d.,]*$/;

/** The sign and the figures of a written amount; undefined when it is something else. */
function parts(text: string): Parts | undefined {
  // What most cells hold, without the cost of the rest.
  if (PLAIN_FIGURES.test(text))
    return text.startsWith('-') ? { negative: true, figures: text.slice(1) } : { negative: false, figures: text };
  const bare = text
    .replace(/[\s\u00a0\u202f'’]/g, '')
    .replace(/^(-?)(?:€|EUR|\$|£)/i, '$1')
    .replace(/(?:€|EUR|\$|£)(-?)$/i, '$1')
    .replace(/\u2212/g, '-');
  const found = /^(\()?([-+]?)(\d[\d.,]*|[.,]\d+)([-+]?)(\))?$/.exec(bare);
  if (found === null) return undefined;
  const [, open, before, figures = '', after, close] = found;
  if ((open === undefined) !== (close === undefined) || (before !== '' && after !== '')) return undefined;
  return { negative: open !== undefined || before === '-' || after === '-', figures };
}

export function looksLikeAmount(cell: Cell): boolean {
  return typeof cell === 'string' ? parts(cellText(cell)) !== undefined : 'number' in cell;
}

/**
 * The decimal mark one amount gives away: the last of two different marks, or the only one when it is not followed by
 * exactly three figures. « 1,234 » gives nothing away.
 */
function markOf(figures: string): DecimalMark | undefined {
  const comma = figures.lastIndexOf(',');
  const point = figures.lastIndexOf('.');
  if (comma < 0 && point < 0) return undefined;
  if (comma >= 0 && point >= 0) return comma > point ? ',' : '.';
  const mark = comma >= 0 ? ',' : '.';
  const groups = figures.split(mark);
  // Repeated, it separates thousands, so the other one would be the decimal mark.
  if (groups.length > 2) return mark === ',' ? '.' : ',';
  return groups[1]?.length === 3 && groups[0] !== '' && groups[0] !== '0' ? undefined : mark;
}

/** Telling amounts that are looked at: after so many that agree, the others would too. */
const MARK_SAMPLE = 2_000;

/** The decimal mark of a table: the one its amounts give away, if they all agree. */
export function findDecimalMark(cells: Iterable<Cell | undefined>): DecimalMark | undefined {
  let found: DecimalMark | undefined;
  let seen = 0;
  for (const cell of cells) {
    if (typeof cell !== 'string') continue;
    const mark = markOf(parts(cellText(cell))?.figures ?? '');
    if (mark === undefined) continue;
    if (found !== undefined && found !== mark) return undefined;
    found = mark;
    seen += 1;
    if (seen === MARK_SAMPLE) break;
  }
  return found;
}

/**
 * The amount of a cell in smallest units; undefined for an empty cell, the name of a doubt when it cannot be read
 * exactly. `mark` is the decimal mark of the table, which settles « 1,234 »; without it such an amount is ambiguous.
 */
export function readAmount(
  cell: Cell | undefined,
  mark: DecimalMark | undefined,
  decimals: number,
  limit: number,
): TableAmount {
  if (cell === undefined) return undefined;
  if (typeof cell !== 'string') return 'number' in cell ? toCents(cell.number, decimals, limit) : 'InvalidAmount';
  const text = cellText(cell);
  if (text === '' || text === '-') return undefined;
  const found = parts(text);
  if (found === undefined) return 'InvalidAmount';
  const own = markOf(found.figures);
  if (own === undefined && mark === undefined && /[.,]/.test(found.figures)) return 'AmbiguousAmount';
  const plain = withPoint(found.figures, own ?? mark);
  if (plain === undefined) return 'InvalidAmount';
  return toCents(`${found.negative ? '-' : ''}${plain}`, decimals, limit);
}

/** Figures with a point for decimal mark; undefined when the groups of thousands are not groups of three. */
function withPoint(figures: string, mark: DecimalMark | undefined): string | undefined {
  if (mark === undefined) return /^\d+$/.test(figures) ? figures : undefined;
  const [whole = '', fraction, more] = figures.split(mark);
  if (more !== undefined) return undefined;
  const groups = whole.split(mark === ',' ? '.' : ',');
  const grouped =
    groups.length === 1 || groups.every((group, index) => (index === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  if (!grouped || (fraction !== undefined && !/^\d*$/.test(fraction))) return undefined;
  return fraction === undefined ? groups.join('') : `${groups.join('')}.${fraction}`;
}
