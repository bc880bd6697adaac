import { addDays, civilOf, type Day, dayOf, isoWeekday } from '../calendar/index.ts';
import { type DatedHoliday, datedHolidays, type HolidayArea } from '../parameters/index.ts';
import { easterSunday } from './easter.ts';

/** Where a person or a court is: metropolitan France, or a place where local law adds holidays. */
export type HolidayPlace = HolidayArea;

/** Overseas places whose own holiday is known (L3422-2 C. trav.): finer than `overseas`, which has none. */
export const TERRITORIES = [
  'guadeloupe',
  'guyane',
  'martinique',
  'mayotte',
  'reunion',
] as const satisfies readonly HolidayPlace[];
export type Territory = (typeof TERRITORIES)[number];

const SATURDAY = 6;
const SUNDAY = 7;

const calendars = new Map<HolidayPlace, Map<number, ReadonlyMap<Day, DatedHoliday>>>();

function holidayOfYear(holiday: DatedHoliday, year: number): Day {
  return 'easter' in holiday.rule
    ? addDays(easterSunday(year), holiday.rule.easter)
    : dayOf(year, holiday.rule.month, holiday.rule.dayOfMonth);
}

/** The holidays of a year, computed once per year and place: the night asks the same few years a million times. */
function holidaysOfYear(year: number, place: HolidayPlace): ReadonlyMap<Day, DatedHoliday> {
  const calendar = calendars.get(place) ?? new Map<number, ReadonlyMap<Day, DatedHoliday>>();
  calendars.set(place, calendar);
  const known = calendar.get(year);
  if (known !== undefined) return known;
  const holidays = new Map<Day, DatedHoliday>();
  for (const holiday of datedHolidays) {
    if (holiday.place !== 'metropole' && holiday.place !== place) continue;
    const day = holidayOfYear(holiday, year);
    const inForce = holiday.from <= day && day <= holiday.until;
    // Two holidays may share a day (Ascension on 8 May 1997): the first in the order of the law keeps its name.
    if (inForce && !holidays.has(day)) holidays.set(day, holiday);
  }
  calendar.set(year, holidays);
  return holidays;
}

/** The public holiday that falls on a day (L3133-1 C. trav., and local law), or null on an ordinary day. */
export function holidayOn(d: Day, place: HolidayPlace = 'metropole'): DatedHoliday | null {
  return holidaysOfYear(civilOf(d).year, place).get(d) ?? null;
}

/** French name of the public holiday that falls on a day, or null on an ordinary day. */
export function holidayName(d: Day, place: HolidayPlace = 'metropole'): string | null {
  return holidayOn(d, place)?.name ?? null;
}

/** `samedi` or `dimanche`, or null from Monday to Friday. */
export function weekendName(d: Day): 'samedi' | 'dimanche' | null {
  const weekday = isoWeekday(d);
  if (weekday === SUNDAY) return 'dimanche';
  return weekday === SATURDAY ? 'samedi' : null;
}

/** `jour ouvré`: Monday to Friday, not a public holiday. */
export function isJourOuvre(d: Day, place: HolidayPlace = 'metropole'): boolean {
  return isoWeekday(d) < SATURDAY && holidayOn(d, place) === null;
}

/** `jour ouvrable`: Monday to Saturday, not a public holiday of metropolitan France. */
export function isJourOuvrable(d: Day): boolean {
  return isoWeekday(d) < SUNDAY && holidayOn(d) === null;
}
