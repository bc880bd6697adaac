import { type Day, parseDay } from '@acquit/law';

/** A day the database gave: it is a real one, or the column is not a date. */
export function storedDay(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new Error(`The database holds « ${iso} » where a day is expected.`);
  return day;
}

export function storedDayOrNull(iso: string | null): Day | null {
  return iso === null ? null : storedDay(iso);
}
