export { easterSunday } from './easter.ts';
export { type HolidayPlace, holidayName, isJourOuvrable, isJourOuvre } from './holidays.ts';
