/** Days as `YYYY-MM-DD`. A day that does not exist (30 February) is never moved to one that does. */

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/**
 * The ISO day of three written numbers; undefined when there is no such day. Years from 1900 to 2199 are accepted. Plain
 * arithmetic rather than `Temporal`, because a long ledger asks for it hundreds of thousands of times.
 */
export function isoDay(year: number, month: number, dayOfMonth: number): string | undefined {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return undefined;
  const leap = month === 2 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (dayOfMonth > MONTH_DAYS[month - 1]! + (leap ? 1 : 0)) return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${dayOfMonth < 10 ? '0' : ''}${dayOfMonth}`;
}

/** An `xs:date`, with or without its zone (`2026-01-31`, `2026-01-31Z`, `2026-01-31+01:00`), or a date and time. */
export function xmlDay(text: string): string | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:$|T|Z|[+-]\d{2}:\d{2}$)/.exec(text);
  return found === null ? undefined : isoDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** A UN/CEFACT date string of format 102, 203 or 204 (`20260131…`); an `xs:date` is accepted as it leaves no doubt. */
export function cefactDay(text: string): string | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text);
  return found === null ? xmlDay(text) : isoDay(Number(found[1]), Number(found[2]), Number(found[3]));
}
