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
  if (text === latest.text) return latest.day;
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:$|T|Z|[+-]\d{2}:\d{2}$)/.exec(text);
  const day = found === null ? undefined : isoDay(Number(found[1]), Number(found[2]), Number(found[3]));
  latest = { text, day };
  return day;
}

/** The day asked for last: the lines of a statement follow one another by days. */
let latest: { text: string; day: string | undefined } = { text: '', day: undefined };

/** A UN/CEFACT date string of format 102, 203 or 204 (`20260131…`); an `xs:date` is accepted as it leaves no doubt. */
export function cefactDay(text: string): string | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(?:\d{4}|\d{6})?$/.exec(text);
  return found === null ? xmlDay(text) : isoDay(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** A local time `YYYY-MM-DDThh:mm:ss` of its written figures; undefined when there is no such moment. */
function localTime(day: string | undefined, hour = '00', minute = '00', second = '00'): string | undefined {
  const exists = day !== undefined && Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  return exists ? `${day}T${hour}:${minute}:${second}` : undefined;
}

/**
 * A UN/CEFACT date and time of format 204 (seconds), 203 (minutes) or 102 (the day: midnight), as the local time it
 * writes; an `xs:dateTime` is accepted too, and one with a zone is brought to the time of Paris.
 */
export function cefactTime(text: string): string | undefined {
  const close = /^(\d{8})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(text);
  if (close !== null) return localTime(cefactDay(close[1]!), close[2], close[3], close[4]);
  const open = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})?)?$/.exec(text);
  if (open === null) return undefined;
  const local = localTime(xmlDay(open[1]!), open[2], open[3], open[4]);
  if (local === undefined || open[5] === undefined) return local;
  const hours = open[5] === 'Z' ? 0 : Number(open[5].slice(1, 3));
  if (hours > 18) return undefined;
  const instant = Temporal.Instant.from(`${local}${open[5]}`);
  return instant.toZonedDateTimeISO('Europe/Paris').toPlainDateTime().toString({ smallestUnit: 'second' });
}
