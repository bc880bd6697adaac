import { addDays, day, formatDay } from '@acquit/law';

/**
 * A calendar as RFC 5545 writes it: all-day events, each named once and for all, so that a program that reads it again
 * moves an event rather than making a second one.
 */

/** One day to know about. Days are `YYYY-MM-DD`. */
export interface CalendarEntry {
  /** Stable for as long as the matter lasts, whatever its day becomes. */
  uid: string;
  on: string;
  title: string;
  details: string;
  /** Where the matter is opened; null when the installation has no address outside. */
  url: string | null;
}

const LINE_OCTETS = 75;

/**
 * §3.3.11: what a text value may not carry as it is. Control characters have no place in one at all, nor have the line ends
 * of Unicode, at which some readers cut, nor the marks that turn the order of reading round.
 */
function escapeText(text: string): string {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]--[\n]]/gv, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll(';', '\\;')
    .replaceAll(',', '\\,')
    .replaceAll('\n', '\\n');
}

const octetsOf = (char: string): number => {
  const point = char.codePointAt(0) ?? 0;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** §3.1: lines of at most 75 octets without their break; a character is never cut in two. */
function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const char of line) {
    const size = octetsOf(char);
    if (octets + size > LINE_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += char;
    octets += size;
  }
  return folded;
}

const compact = (on: string): string => on.replaceAll('-', '');

/** The whole calendar as text. `stamp` is the instant it is written at, ISO 8601 in UTC. */
export function writeCalendar(name: string, entries: readonly CalendarEntry[], stamp: string): string {
  const dtstamp = `${compact(stamp.slice(0, 10))}T${stamp.slice(11, 19).replaceAll(':', '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Acquit//Dates//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...entries.flatMap(({ uid, on, title, details, url }) => [
      'BEGIN:VEVENT',
      `UID:${escapeText(uid)}`,
      `DTSTAMP:${dtstamp}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(formatDay(addDays(day(on), 1)))}`,
      `SUMMARY:${escapeText(title)}`,
      ...(details === '' ? [] : [`DESCRIPTION:${escapeText(details)}`]),
      ...(url === null ? [] : [`URL:${url}`]),
      'TRANSP:TRANSPARENT',
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ];
  return `${lines.map(fold).join('\r\n')}\r\n`;
}
