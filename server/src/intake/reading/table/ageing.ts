/** Columns of an aged balance (balance âgée): what is owed, cut by how long it has been due. */

import { money } from '../french.ts';
import type { DecimalMark } from '../result.ts';
import { cellText, type Row } from './grid.ts';
import { normalise } from './names.ts';
import { readAmount } from './table-amounts.ts';

export interface AgeColumn {
  index: number;
  /** The words of the header. */
  name: string;
  /** Days past due from which the column counts; undefined for what is not due yet. */
  from?: number;
}

/** Columns of ages that make a table an aged balance. */
const LEAST_COLUMNS = 3;
const NOT_DUE = /^(?:non echue?s?|pas echue?s?|a echoir|courante?|current|not due|en cours|a venir)(?: [a-z]+)?$/;
const BETWEEN = /^(?:de )?(\d{1,3}) ?(?:a|et|au|to|-)? ?(\d{1,3})(?: (?:j|jours?|days?))?(?: .{0,20})?$/;
const BEYOND =
  /^(?:plus de|sup(?:erieur)? a|over|more than|au dela de)? ?(\d{2,3})(?: ?(?:j|jours?|days?))?(?: (?:et plus|et|ou plus))?$/;

/** The columns of ages of a header; empty when it is no aged balance. */
export function ageColumns(headers: readonly string[]): AgeColumn[] {
  const found = headers.flatMap((name, index): AgeColumn[] => {
    const plain = normalise(name);
    if (NOT_DUE.test(plain)) return [{ index, name }];
    const between = BETWEEN.exec(plain);
    if (between !== null && Number(between[1]) < Number(between[2])) return [{ index, name, from: Number(between[1]) }];
    const beyond = BEYOND.exec(plain);
    // A bare number is an age only when something says so: « +90 », « > 90 », « 90 j ».
    if (beyond !== null && /[+>a-z]/i.test(name)) return [{ index, name, from: Number(beyond[1]) }];
    return [];
  });
  return found.length >= LEAST_COLUMNS ? found : [];
}

export interface Ages {
  /** Sum of the columns; undefined when none of them holds an amount that can be read. */
  sumCents: number | undefined;
  /** What each age holds, for a person. */
  text: string;
}

/** What a row owes by age. */
export function readAges(
  row: Row,
  columns: readonly AgeColumn[],
  decimal: DecimalMark | undefined,
  limit: number,
): Ages {
  let sumCents: number | undefined;
  const parts: string[] = [];
  for (const { index, name } of columns) {
    if (cellText(row.cells[index]) === '') continue;
    const cents = readAmount(row.cells[index], decimal, 2, limit);
    // One age that cannot be read makes the sum unknown: a part of it would be taken for the whole.
    if (typeof cents === 'string') return { sumCents: undefined, text: '' };
    if (cents === undefined) continue;
    sumCents = (sumCents ?? 0) + cents;
    if (cents !== 0) parts.push(`${name.trim()} : ${money(cents)}`);
  }
  return { sumCents, text: parts.join(', ') };
}
