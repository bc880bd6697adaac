import { formatDay } from '@acquit/law';
import type { BookClaim } from './book.ts';

const MONTHS = 'JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE'
  .split(' ')
  .map((name) => new RegExp(`\\b${name}\\b`));

/**
 * The month that a text names (« LOYER MARS »), as a test of claims: issued or due in that month, of the last year. Null
 * when it names none or several.
 */
export function calendarOf(folded: string, on: number): ((claim: BookClaim) => boolean) | null {
  const named = MONTHS.flatMap((name, n) => (name.test(folded) ? [n + 1] : []));
  const [month] = named;
  if (month === undefined || named.length > 1) return null;
  const written = String(month).padStart(2, '0');
  return ({ issuedOn, dueOn }) =>
    [issuedOn, dueOn].some(
      (day) => day !== null && Math.abs(on - day) <= 366 && formatDay(day).slice(5, 7) === written,
    );
}
