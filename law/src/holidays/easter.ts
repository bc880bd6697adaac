import { type Day, dayOf } from '../calendar/index.ts';

/**
 * Easter Sunday of a Gregorian year, by the anonymous algorithm published in Nature in 1876 (also given by Meeus).
 * The letters of the original are kept in its comments so that the lines can be compared with it.
 */
export function easterSunday(year: number): Day {
  const golden = year % 19; // a
  const century = Math.floor(year / 100); // b
  const yearOfCentury = year % 100; // c
  const skippedLeapDays = Math.floor(century / 4); // d
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3); // g
  const epact = (19 * golden + century - skippedLeapDays - moonCorrection + 15) % 30; // h
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7; // l
  const lateMoon = Math.floor((golden + 11 * epact + 22 * weekday) / 451); // m
  const monthAndDay = epact + weekday - 7 * lateMoon + 114;
  return dayOf(year, Math.floor(monthAndDay / 31), (monthAndDay % 31) + 1);
}
