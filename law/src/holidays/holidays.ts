import { addDays, civilOf, type Day, dayOf, isoWeekday } from '../calendar/index.ts';
import { type DatedHoliday, datedHolidays } from '../parameters/index.ts';
import { easterSunday } from './easter.ts';

/** Where local law adds holidays: Moselle, Bas-Rhin and Haut-Rhin keep two more (order of 16 August 1892). */
export type HolidayPlace = 'metropole' | 'alsace-moselle';

const SATURDAY = 6;
const SUNDAY = 7;

const calendars: Record<HolidayPlace, Map<number, Map<Day, string>>> = {
  metropole: new Map(),
  'alsace-moselle': new Map(),
};

function holidayOfYear(holiday: DatedHoliday, year: number): Day {
  return 'easter' in holiday.rule
    ? addDays(easterSunday(year), holiday.rule.easter)
    : dayOf(year, holiday.rule.month, holiday.rule.dayOfMonth);
}

/** The holidays of a year, computed once per year and place: the night asks the same few years a million times. */
function holidaysOfYear(year: number, place: HolidayPlace): Map<Day, string> {
  const known = calendars[place].get(year);
  if (known !== undefined) return known;
  const holidays = new Map<Day, string>();
  for (const holiday of datedHolidays) {
    if (holiday.place === 'alsace-moselle' && place !== 'alsace-moselle') continue;
    const day = holidayOfYear(holiday, year);
    const inForce = holiday.from <= day && day <= holiday.until;
    // Two holidays may share a day (Ascension on 8 May 1997): the first in the order of the law keeps its name.
    if (inForce && !holidays.has(day)) holidays.set(day, holiday.name);
  }
  calendars[place].set(year, holidays);
  return holidays;
}

/** French name of the public holiday that falls on a day (L3133-1 C. trav.), or null on an ordinary day. */
export function holidayName(d: Day, place: HolidayPlace = 'metropole'): string | null {
  return holidaysOfYear(civilOf(d).year, place).get(d) ?? null;
}

/** `jour ouvré`: Monday to Friday, not a public holiday of metropolitan France. */
export function isJourOuvre(d: Day): boolean {
  return isoWeekday(d) < SATURDAY && holidayName(d) === null;
}

/** `jour ouvrable`: Monday to Saturday, not a public holiday of metropolitan France. */
export function isJourOuvrable(d: Day): boolean {
  return isoWeekday(d) < SUNDAY && holidayName(d) === null;
}
