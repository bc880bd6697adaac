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
export type { Confidence } from './shapes.ts';
