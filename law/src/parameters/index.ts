export { type LawParameter, lawParameters } from './list.ts';
export {
  deriveTable,
  isBeforeKnownRates,
  RATE_DECIMALS,
  type RateSeries,
  type RateTable,
  rateNotPublished,
  rateTable,
  rateUnits,
  unitsOf,
} from './rates.ts';
export {
  type ArticleKey,
  type DatedHoliday,
  type DatedValue,
  datedHolidays,
  parameterNode,
  reason,
  type SeriesName,
  soleValue,
  valueOn,
  valuesOf,
} from './series.ts';
