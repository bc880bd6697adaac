export { uncovered } from './coverage.ts';
export { type LawParameter, type LawParameterEntry, lawParameters } from './list.ts';
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
  type Bracket,
  type DatedHoliday,
  type DatedTariff,
  type DatedValue,
  datedHolidays,
  type HolidayArea,
  listed,
  parameterNode,
  reason,
  type SeriesName,
  soleValue,
  type TariffName,
  tariffOn,
  tariffsOf,
  valueOn,
  valuesOf,
} from './series.ts';
export { type LawWatchItem, lawToWatch } from './watch.ts';
