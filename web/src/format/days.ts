import {
  type Day,
  formatDay,
  frenchDate,
  frenchShortDate,
  addDays as lawAddDays,
  day as lawDay,
  daysBetween as lawDaysBetween,
  parseDay,
} from '@acquit/law';

/** Days (`YYYY-MM-DD`) and instants (ISO 8601) as a French reader expects them. A day never becomes an instant here. */

const longDay = new Intl.DateTimeFormat('fr-FR', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});
const longMonth = new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const timeOfDay = new Intl.DateTimeFormat('fr-FR', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/Paris' });
const dayInParis = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Paris' });

const noBreak = '\u00a0';

const DAY_LENGTH = '2026-11-21'.length;
const YEAR_LENGTH = 4;

/** The day of the law that a day or an instant falls on. */
function asDay(text: string): Day {
  return lawDay(text.slice(0, DAY_LENGTH));
}

function utc(day: string): Date {
  return new Date(`${day.slice(0, DAY_LENGTH)}T00:00:00Z`);
}

/** A text whose spaces hold it on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', noBreak);
}

/** `2026-11-21` → « 21 nov. 2026 ». */
export function shortDay(day: string): string {
  return unbroken(frenchShortDate(asDay(day)));
}

/** `2026-11-21` → « 21 nov. », where the year is plain from the context. */
export function dayOfMonth(day: string): string {
  return shortDay(day).slice(0, -YEAR_LENGTH - 1);
}

/** `2026-11-21` → « 21 novembre 2026 ». */
export function fullDate(day: string): string {
  return unbroken(frenchDate(asDay(day)));
}

/** `2026-11-21` → « samedi 21 novembre 2026 ». */
export function fullDay(day: string): string {
  return longDay.format(utc(day)).replace(/ 1 /, ' 1er ');
}

/** `2026-11-21` → « novembre 2026 ». */
export function monthName(day: string): string {
  return longMonth.format(utc(day));
}

/** An instant → « 21 nov. 2026 à 14:05 », on the clock of Paris, which is the one the law reads. */
export function instant(iso: string): string {
  const at = new Date(iso);
  return `${shortDay(dayInParis.format(at))} à${noBreak}${timeOfDay.format(at)}`;
}

/** The day that comes `count` days after (or before, when negative) a day. */
export function addDays(day: string, count: number): string {
  return formatDay(lawAddDays(asDay(day), count));
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && parseDay(text) !== null;
}

/** Days from one day to another: 0 the same day, negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return lawDaysBetween(asDay(from), asDay(to));
}
