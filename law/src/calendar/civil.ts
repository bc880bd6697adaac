/**
 * Calendar dates as integers: the hot module of the package. A `Day` counts the days since 1 January 1970 in the
 * proleptic Gregorian calendar; it has no time of day and no time zone, because no rule of this package needs one.
 * The conversions are the well-known era arithmetic (400-year cycles that begin on 1 March).
 */
export type Day = number & { readonly __day: unique symbol };
export type IsoDate = string;
type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;
interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly dayOfMonth: number;
}

const DAYS_PER_ERA = 146_097;
const DAYS_PER_CENTURY = 36_524;
const DAYS_PER_FOUR_YEARS = 1_460;
const COMMON_YEAR = 365;
const YEARS_PER_ERA = 400;
/** Days from 1 March of year 0 to 1 January 1970. */
const EPOCH_SHIFT = 719_468;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether a year has a 29 February. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % YEARS_PER_ERA === 0);
}

/** Number of days of a month (1 to 12) of a year. */
function monthLength(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : LENGTHS[month - 1]!;
}

/** The day of a civil date that is known to exist. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / YEARS_PER_ERA);
  const yearOfEra = shifted - era * YEARS_PER_ERA;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * COMMON_YEAR + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT) as Day;
}

/** Year, month (1 to 12) and day of the month of a day. */
export function civilOf(day: Day): CivilDate {
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / DAYS_PER_FOUR_YEARS) +
      Math.floor(dayOfEra / DAYS_PER_CENTURY) -
      Math.floor(dayOfEra / (DAYS_PER_ERA - 1))) /
      COMMON_YEAR,
  );
  const dayOfYear = dayOfEra - (COMMON_YEAR * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return { year: yearOfEra + era * YEARS_PER_ERA + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** The value of a run of ASCII digits, or -1 when another character is met. */
function digits(text: string, start: number, end: number): number {
  let value = 0;
  for (let i = start; i < end; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

function computedDay(iso: string): Day | null {
  if (iso.length !== 10 || iso.charCodeAt(4) !== 45 || iso.charCodeAt(7) !== 45) return null;
  const year = digits(iso, 0, 4);
  const month = digits(iso, 5, 7);
  const dayOfMonth = digits(iso, 8, 10);
  if (year < 1 || month < 1 || month > 12 || dayOfMonth < 1 || dayOfMonth > monthLength(year, month)) return null;
  return dayOf(year, month, dayOfMonth);
}

/*
 * The same few days are read and written again and again (a night reads the same due dates a million times and writes
 * the same half-year boundaries), so they are kept, for the days of 1970 to 2099 only: the memory stays bounded.
 */
const MEMORY_DAYS = dayOf(2100, 1, 1);
const daysRead = new Map<string, Day>();

function isKept(d: Day | null): d is Day {
  return d !== null && d >= 0 && d < MEMORY_DAYS;
}

/** Reads `YYYY-MM-DD`; null when the text has another shape or names no real calendar date (30 February). */
export function parseDay(iso: string): Day | null {
  const known = daysRead.get(iso);
  if (known !== undefined) return known;
  const parsed = computedDay(iso);
  if (isKept(parsed)) daysRead.set(iso, parsed);
  return parsed;
}

/** Reads a date that must exist: for constants and trusted data. Throws on anything else, because that is a bug. */
export function day(iso: string): Day {
  const parsed = parseDay(iso);
  if (parsed === null) throw new Error(`Not a calendar date: ${iso}`);
  return parsed;
}

/** A writer of days that remembers what it wrote. */
export function remembered(write: (d: Day) => string): (d: Day) => string {
  const texts: (string | undefined)[] = new Array(MEMORY_DAYS).fill(undefined);
  return (d) => {
    const known = texts[d];
    if (known !== undefined) return known;
    const text = write(d);
    if (isKept(d)) texts[d] = text;
    return text;
  };
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Writes a day as `YYYY-MM-DD`. */
export const formatDay: (d: Day) => IsoDate = remembered((d) => {
  const { year, month, dayOfMonth } = civilOf(d);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
});

/** The day `n` days later (earlier when `n` is negative). */
export function addDays(d: Day, n: number): Day {
  return (d + n) as Day;
}

/**
 * The same day number `n` months later, or the last day of that month when the number does not exist there
 * (art. 641 CPC). Add all the months to the original date in one go: 31 January + 2 months is 31 March.
 */
export function addMonths(d: Day, n: number): Day {
  const { year, month, dayOfMonth } = civilOf(d);
  const months = year * 12 + month - 1 + n;
  const toYear = Math.floor(months / 12);
  const toMonth = months - toYear * 12 + 1;
  return dayOf(toYear, toMonth, Math.min(dayOfMonth, monthLength(toYear, toMonth)));
}

/**
 * The last day of the ten-day period (« décade ») of a day: the 10th, the 20th, or the last day of the month, as sales
 * of perishable goods are invoiced.
 */
export function tenDayPeriodEnd(d: Day): Day {
  const { year, month, dayOfMonth } = civilOf(d);
  return dayOf(year, month, dayOfMonth <= 10 ? 10 : dayOfMonth <= 20 ? 20 : monthLength(year, month));
}

/** Plain difference `to - from` in days. */
export function daysBetween(from: Day, to: Day): number {
  return to - from;
}

/** ISO weekday: Monday is 1, Sunday is 7. The epoch was a Thursday. */
export function isoWeekday(d: Day): Weekday {
  return (((((d + 3) % 7) + 7) % 7) + 1) as Weekday;
}
