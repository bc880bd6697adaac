export { easterSunday } from './easter.ts';
export { type HolidayPlace, holidayName, holidayOn, isJourOuvrable, isJourOuvre } from './holidays.ts';
