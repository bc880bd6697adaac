import {
  type Day,
  day,
  formatDay,
  frenchDate,
  frenchHalfYear,
  type HalfYear,
  halfYearCode,
  halfYearOf,
  halfYearStart,
} from '../calendar/index.ts';
import { fromDecimal, multiply, rational } from '../money/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { SERIES } from './generated/index.ts';
import { expectedOn } from './list.ts';
import { type DatedValue, soleValue, valueOn, valuesOf } from './series.ts';

/** Published rates have at most two decimals: they are held as whole hundredths of a point. */
export const RATE_DECIMALS = 2;
const UNITS_PER_PERCENT = 100;
const UNKNOWN = -1;

const knownFrom = day(soleValue('rates-known-from').value);
const firstHalfYear = halfYearOf(knownFrom);

/** A rate of the law as whole hundredths of a point. Throws on a finer value, because the tables would need more. */
export function rateUnits(dated: DatedValue): number {
  const { numerator, denominator } = multiply(fromDecimal(dated.value), rational(UNITS_PER_PERCENT));
  if (denominator !== 1n) throw new Error(`A rate with more than two decimals: ${dated.value}`);
  return Number(numerator);
}

/** The rates of one series read on the first day of each half-year, for constant-time look-up. */
export interface RateTable {
  readonly name: RateSeries;
  readonly units: readonly number[];
}

/** Builds the table of a series from the first half-year served to the last one published. */
export function rateTable(name: RateSeries): RateTable {
  const units: number[] = [];
  for (let half = firstHalfYear; ; half = (half + 1) as HalfYear) {
    const dated = valueOn(name, halfYearStart(half));
    if (dated === null) return { name, units };
    units.push(rateUnits(dated));
  }
}

/** The rate of a half-year in hundredths of a point, or a value below zero when it is not published. */
export function unitsOf(table: RateTable, half: HalfYear): number {
  return table.units[half - firstHalfYear] ?? UNKNOWN;
}

/** A table derived from another, half-year by half-year. A null leaves that half-year unpublished. */
export function deriveTable(table: RateTable, derive: (units: number, half: HalfYear) => number | null): RateTable {
  const units = table.units.map((value, i) => derive(value, (firstHalfYear + i) as HalfYear) ?? UNKNOWN);
  return { name: table.name, units };
}

/** The series that a day may be missing from, with their names in French. */
const TITLES = {
  'legal-interest/individual': 'taux de l’intérêt légal',
  'legal-interest/business': 'taux de l’intérêt légal',
  'ecb-main-refinancing': 'taux de refinancement de la BCE',
  'public-points': 'taux des intérêts moratoires de la commande publique',
} as const;

/** A series that can refuse a day with `RateNotPublished`. */
export type RateSeries = keyof typeof TITLES;

/**
 * The refusal of a day whose rate is not in the tables: too old, or not published yet. The last known rate is never
 * used in its place.
 */
export function rateNotPublished(name: RateSeries, on: Day): Refusal {
  const half = halfYearOf(on);
  const facts = { rate: name, on: formatDay(on), period: halfYearCode(half) };
  const title = TITLES[name];
  const first = valuesOf(name)[0]!.from;
  const served = Math.max(first, knownFrom) as Day;
  if (on < served) {
    return refuse(
      'RateNotPublished',
      `Le ${title} n’est connu ici que depuis le ${frenchDate(served)}\u00a0: vérifiez la date du ${frenchDate(on)} ou calculez cette période à part.`,
      { ...facts, knownFrom: formatDay(served) },
    );
  }
  const { expected } = SERIES[name];
  const due = expectedOn(name, halfYearStart(half));
  return refuse(
    'RateNotPublished',
    `Le ${title} du ${frenchHalfYear(half)} n’est pas encore publié\u00a0: ${expected}, à chercher dès le ${frenchDate(due)}. Mettez à jour les paramètres de droit, puis recommencez.`,
    { ...facts, expected, expectedOn: formatDay(due) },
  );
}

/** Whether a day is before the first one for which rates are served. */
export function isBeforeKnownRates(on: Day): boolean {
  return on < knownFrom;
}
