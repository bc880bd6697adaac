import { addDays, civilOf, type Day, dayOf, isLeapYear } from './civil.ts';

/**
 * Half-years (1 January – 30 June, 1 July – 31 December) numbered `2 × year + 0 or 1`, so that neighbours are
 * consecutive integers and a rate table is an array.
 */
export type HalfYear = number & { readonly __halfYear: unique symbol };

const FIRST_MONTH_OF_SECOND_HALF = 7;

function computedStart(half: number): Day {
  return dayOf(half >> 1, half % 2 === 0 ? 1 : FIRST_MONTH_OF_SECOND_HALF, 1);
}

/*
 * Starts of the half-years of 1970 to 2099, because the hot loop asks for them for every run of days. Days outside are
 * computed.
 */
const FIRST_TABLED = 1970 * 2;
const TABLED = 130 * 2;
const starts: readonly Day[] = Array.from({ length: TABLED + 1 }, (_, i) => computedStart(FIRST_TABLED + i));
const MEAN_LENGTH = 182.62;

/** The half-year that a day belongs to. */
export function halfYearOf(d: Day): HalfYear {
  if (d < starts[0]! || d >= starts[TABLED]!) {
    const { year, month } = civilOf(d);
    return (year * 2 + (month >= FIRST_MONTH_OF_SECOND_HALF ? 1 : 0)) as HalfYear;
  }
  // The mean length lands on the right half-year or on a neighbour, the one after the last included.
  let i = Math.floor(d / MEAN_LENGTH);
  while (starts[i]! > d) i--;
  while (starts[i + 1]! <= d) i++;
  return (FIRST_TABLED + i) as HalfYear;
}

/** The half-year that follows. */
export function nextHalfYear(half: HalfYear): HalfYear {
  return (half + 1) as HalfYear;
}

/** First day of a half-year: the anchor on which the ECB rate is read. */
export function halfYearStart(half: HalfYear): Day {
  return starts[half - FIRST_TABLED] ?? computedStart(half);
}

/** Last day of a half-year. */
export function halfYearEnd(half: HalfYear): Day {
  return addDays(halfYearStart(nextHalfYear(half)), -1);
}

/** Whether a half-year belongs to a leap year. */
export function isLeapHalfYear(half: HalfYear): boolean {
  return isLeapYear(half >> 1);
}

/** `2026-S2`, as the official tables name it. */
export function halfYearCode(half: HalfYear): string {
  return `${half >> 1}-S${(half % 2) + 1}`;
}

/** `2e semestre 2026`. */
export function frenchHalfYear(half: HalfYear): string {
  return `${half % 2 === 0 ? '1er' : '2e'} semestre ${half >> 1}`;
}
