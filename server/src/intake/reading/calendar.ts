/** Days as `YYYY-MM-DD`. A day that does not exist (30 February) is never moved to one that does. */

/** The ISO day of three written numbers; undefined when there is no such day. Years from 1900 to 2199 are accepted. */
export function isoDay(year: number, month: number, dayOfMonth: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day: dayOfMonth }, { overflow: 'reject' }).toString();
  } catch {
    return undefined;
  }
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
