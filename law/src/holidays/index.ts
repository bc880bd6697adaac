export { easterSunday } from './easter.ts';
export {
  type HolidayPlace,
  holidayName,
  holidayOn,
  isJourOuvrable,
  isJourOuvre,
  TERRITORIES,
  type Territory,
  weekendName,
} from './holidays.ts';
