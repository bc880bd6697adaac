export {
  addDays,
  addMonths,
  civilOf,
  type Day,
  day,
  dayOf,
  daysBetween,
  formatDay,
  type IsoDate,
  isoWeekday,
  parseDay,
  tenDayPeriodEnd,
} from './civil.ts';
export { frenchDate, frenchShortDate } from './french.ts';
export {
  frenchHalfYear,
  type HalfYear,
  halfYearCode,
  halfYearEnd,
  halfYearOf,
  halfYearStart,
  isLeapHalfYear,
  nextHalfYear,
} from './half-year.ts';
