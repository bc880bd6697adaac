/** Days (`YYYY-MM-DD`) and instants (ISO 8601) as a French reader expects them. A day never becomes an instant here. */

const months = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;

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

function parts(day: string): [year: number, month: number, date: number] {
  const [year, month, date] = day.slice(0, 10).split('-').map(Number);
  return [year ?? 0, month ?? 1, date ?? 1];
}

function utc(day: string): Date {
  const [year, month, date] = parts(day);
  return new Date(Date.UTC(year, month - 1, date));
}

function first(date: number): string {
  return date === 1 ? '1er' : String(date);
}

/** `2026-11-21` → « 21 nov. 2026 ». */
export function shortDay(day: string): string {
  const [year, month, date] = parts(day);
  return `${first(date)}${noBreak}${months[month - 1]}${noBreak}${year}`;
}

/** `2026-11-21` → « 21 nov. », where the year is plain from the context. */
export function dayOfMonth(day: string): string {
  const [, month, date] = parts(day);
  return `${first(date)}${noBreak}${months[month - 1]}`;
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
  const at = utc(day);
  at.setUTCDate(at.getUTCDate() + count);
  return at.toISOString().slice(0, 10);
}

/** True for a day that exists, written `YYYY-MM-DD`. */
export function isDay(text: string | undefined): text is string {
  return text !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) && addDays(text, 0) === text;
}

/** Days from one day to another: 0 the same day, negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / 86_400_000);
}
