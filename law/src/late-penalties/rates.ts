import type { RateScheme } from '../accrual/index.ts';
import {
  type Day,
  day,
  frenchHalfYear,
  type HalfYear,
  halfYearCode,
  halfYearOf,
  halfYearStart,
} from '../calendar/index.ts';
import { type Explanation, given, made } from '../explain/index.ts';
import { formatUnits, frenchDecimal, scaleOf } from '../money/index.ts';
import {
  type DatedValue,
  deriveTable,
  parameterNode,
  RATE_DECIMALS,
  type RateSeries,
  type RateTable,
  rateNotPublished,
  rateTable,
  reason,
  type SeriesName,
  unitsOf,
  valueOn,
} from '../parameters/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { StipulatedRate } from './input.ts';

/** A rate scheme that can say why each half-year has its rate. */
export interface PenaltyRates extends RateScheme {
  /** For a run of days that begins on `on`, of a debt whose first late day is `firstDay`. */
  rateNode(on: Day, firstDay: Day): Explanation;
}

const ecb = rateTable('ecb-main-refinancing');
const legal = rateTable('legal-interest/business');
const UNITS = scaleOf(RATE_DECIMALS);

/** The dated value of a parameter that commands a half-year, read on its first day. */
function onHalfYear(name: SeriesName, half: HalfYear): DatedValue {
  return valueOn(name, halfYearStart(half))!;
}

/** Leaves that depend only on the half-year are made once and shared by all trees. */
function perHalfYear(make: (half: HalfYear) => Explanation): (half: HalfYear) => Explanation {
  const made = new Map<HalfYear, Explanation>();
  return (half) => {
    const known = made.get(half);
    if (known !== undefined) return known;
    const node = make(half);
    made.set(half, node);
    return node;
  };
}

/**
 * Nodes that depend on the half-year and on the version of the text in force are made once for each, and shared. They
 * are made for a day: the first one of the half-year that this version governs, so that what they cite was in force.
 */
function perVersion(name: SeriesName, make: (on: Day, half: HalfYear) => Explanation): (on: Day) => Explanation {
  const made = new Map<Day, Explanation>();
  return (on) => {
    const half = halfYearOf(on);
    const since = Math.max(halfYearStart(half), valueOn(name, on)!.from) as Day;
    const known = made.get(since);
    if (known !== undefined) return known;
    const node = make(since, half);
    made.set(since, node);
    return node;
  };
}

function defaultPoints(half: HalfYear): number {
  return Number(onHalfYear('late-default-points', half).value) * UNITS;
}

const floors = deriveTable(legal, (units, half) => units * Number(onHalfYear('late-floor-multiple', half).value));
const defaults = deriveTable(ecb, (units, half) => units + defaultPoints(half));
const publics = deriveTable(ecb, (units, half) => {
  const points = valueOn('public-points', halfYearStart(half));
  return points === null ? null : units + Number(points.value) * UNITS;
});

const ecbNode = perHalfYear((half) => {
  const dated = onHalfYear('ecb-main-refinancing', half);
  return parameterNode(`Taux de la BCE au début du ${frenchHalfYear(half)}`, dated, 'percent');
});

const legalNode = perHalfYear((half) => {
  const dated = onHalfYear('legal-interest/business', half);
  return parameterNode(`Taux légal du ${frenchHalfYear(half)}, autres cas`, dated, 'percent');
});

/** Before 2013 the text looked at the last refinancing operation: the anchor is then only an indication. */
const notAnchoredUntil = day(reason('half-year-anchor-before-2013').reference!.until!);

function anchorReason(on: Day): Explanation {
  return on <= notAnchoredUntil ? reason('half-year-anchor-before-2013') : reason('half-year-anchor', on);
}

function published(table: RateTable, half: HalfYear, name: RateSeries, on: Day): number | Refusal {
  const units = unitsOf(table, half);
  return units < 0 ? rateNotPublished(name, on) : units;
}

/** Three times the legal rate in hundredths of a point (L441-10 II), or `RateNotPublished`. */
export function floorUnits(on: Day, half: HalfYear): number | Refusal {
  return published(floors, half, 'legal-interest/business', on);
}

/** The floor of a day with its reasons. */
export const floorNode = perVersion('late-floor-multiple', (on, half) => {
  const multiple = parameterNode('Multiple du taux légal', valueOn('late-floor-multiple', on)!, 'multiple');
  const value = formatUnits(unitsOf(floors, half), RATE_DECIMALS);
  return made('multiply', `Plancher du ${frenchHalfYear(half)}`, value, 'percent', [legalNode(half), multiple]);
});

/** ECB + 10 in hundredths of a point (L441-10 II), or `RateNotPublished`. */
export function defaultUnits(on: Day, half: HalfYear): number | Refusal {
  return published(defaults, half, 'ecb-main-refinancing', on);
}

/** ECB + 8 for interest that starts in a half-year (R2192-31 CCP), or `RateNotPublished`. */
export function publicUnits(on: Day, half: HalfYear): number | Refusal {
  const known = unitsOf(ecb, half) < 0 ? 'ecb-main-refinancing' : 'public-points';
  return published(publics, half, known, on);
}

/**
 * The points that the law adds to the ECB's rate on a day, as a decimal string (`"10"`), between businesses without a
 * stipulated rate (L441-10 II C. com.) or in public contracts (R2192-31 CCP); null on a day it has no figure for.
 */
export function ecbPoints(regime: 'business' | 'public', on: Day): string | null {
  return valueOn(regime === 'business' ? 'late-default-points' : 'public-points', on)?.value ?? null;
}

function ecbPlusNode(on: Day, points: SeriesName, units: number, reasons: readonly Explanation[]): Explanation {
  const half = halfYearOf(on);
  return made('sum', `Taux du ${frenchHalfYear(half)}`, formatUnits(units, RATE_DECIMALS), 'percent', [
    ecbNode(half),
    parameterNode('Majoration', valueOn(points, on)!, 'points'),
    ...reasons,
  ]);
}

function defaultNodeWith(why: 'no-stipulated-rate' | 'clause-repeats-law'): (on: Day) => Explanation {
  return perVersion('late-default-points', (on, half) =>
    ecbPlusNode(on, 'late-default-points', unitsOf(defaults, half), [
      reason(why, on),
      // The open point is told only in the half-years where it changes the figure.
      ...(unitsOf(floors, half) > unitsOf(defaults, half) ? [reason('no-floor-on-default', on)] : []),
      anchorReason(on),
      reason('half-year-revision', on),
    ]),
  );
}

/** The statutory default of a day with its reasons: no floor is put on it (open point, confidence C). */
export const defaultNode = defaultNodeWith('no-stipulated-rate');
const repeatedDefaultNode = defaultNodeWith('clause-repeats-law');

function defaultRates(node: (on: Day) => Explanation): PenaltyRates {
  return {
    decimals: RATE_DECIMALS,
    cutOn: null,
    rateOn: defaultUnits,
    rateNode: node,
  };
}

/** ECB + 8 with its reasons for interest that starts on a day: one rate for the whole delay (R2192-31 CCP). */
export const publicNode = perVersion('public-points', (on, half) =>
  ecbPlusNode(on, 'public-points', unitsOf(publics, half), [reason('public-single-rate', on)]),
);

const publicRates: PenaltyRates = {
  decimals: RATE_DECIMALS,
  cutOn: null,
  rateOn: (_on, _half, tranche) => publicUnits(tranche.firstDay, halfYearOf(tranche.firstDay)),
  rateNode: (_on, firstDay) => publicNode(firstDay),
};

function belowFloor(half: HalfYear, rate: string, floor: string): Refusal {
  return refuse(
    'RateBelowFloor',
    `Le taux stipulé (${frenchDecimal(rate)}\u00a0%) est inférieur au plancher légal du ${frenchHalfYear(half)}, trois fois le taux de l’intérêt légal (${frenchDecimal(floor)}\u00a0%)\u00a0: retirez la clause pour appliquer le taux supplétif, ou stipulez un taux au moins égal au plancher.`,
    { ratePercent: rate, floorPercent: floor, period: halfYearCode(half), article: 'L441-10 II C. com.' },
  );
}

/** How a kind of clause makes the rate of a half-year, in units of `10^-decimals` percent. */
interface Clause {
  /** The tables that must know a half-year: the index that the clause follows, and the floor it is checked with. */
  readonly needs: readonly RateTable[];
  readonly decimals: number;
  units(half: HalfYear): number;
  node(on: Day, ratePercent: string): Explanation;
}

function clauseOf({ kind, value }: StipulatedRate): Clause {
  const written = formatUnits(value.units, value.decimals);
  if (kind === 'fixed') {
    const decimals = Math.max(RATE_DECIMALS, value.decimals);
    const units = value.units * scaleOf(decimals - value.decimals);
    return {
      needs: [floors],
      decimals,
      units: () => units,
      node: () => given('Taux stipulé au contrat', written, 'percent'),
    };
  }
  if (kind === 'legalMultiple') {
    return {
      needs: [floors],
      decimals: RATE_DECIMALS + value.decimals,
      units: (half) => unitsOf(legal, half) * value.units,
      node: (on, rate) =>
        made('multiply', `Taux du ${frenchHalfYear(halfYearOf(on))}`, rate, 'percent', [
          legalNode(halfYearOf(on)),
          given('Multiple stipulé au contrat', written, 'multiple'),
          reason('indexed-rate', on),
        ]),
    };
  }
  const decimals = Math.max(RATE_DECIMALS, value.decimals);
  const points = value.units * scaleOf(decimals - value.decimals);
  return {
    needs: [ecb, floors],
    decimals,
    units: (half) => unitsOf(ecb, half) * scaleOf(decimals - RATE_DECIMALS) + points,
    node: (on, rate) =>
      made('sum', `Taux du ${frenchHalfYear(halfYearOf(on))}`, rate, 'percent', [
        ecbNode(halfYearOf(on)),
        given('Points stipulés au contrat', written, 'points'),
        anchorReason(on),
        reason('indexed-rate', on),
      ]),
  };
}

function stipulatedRates(stipulated: StipulatedRate): PenaltyRates {
  const clause = clauseOf(stipulated);
  const toFloorScale = scaleOf(clause.decimals - RATE_DECIMALS);
  return {
    decimals: clause.decimals,
    cutOn: null,
    rateOn: (on, half) => {
      for (const table of clause.needs) {
        if (unitsOf(table, half) < 0) return rateNotPublished(table.name, on);
      }
      const floor = unitsOf(floors, half);
      const units = clause.units(half);
      if (units >= floor * toFloorScale) return units;
      return belowFloor(half, formatUnits(units, clause.decimals), formatUnits(floor, RATE_DECIMALS));
    },
    rateNode: (on) => {
      const half = halfYearOf(on);
      const rate = formatUnits(clause.units(half), clause.decimals);
      const inputs = [clause.node(on, rate), floorNode(on), reason('stipulated-rate', on)];
      return made('detail', `Taux stipulé, ${frenchHalfYear(half)}`, rate, 'percent', inputs);
    },
  };
}

const statutory = defaultRates(defaultNode);
const repeated = defaultRates(repeatedDefaultNode);

/** Whether a clause only repeats the statutory default, so that it is not a contrary stipulation. */
function repeatsTheLaw({ kind, value }: StipulatedRate, half: HalfYear): boolean {
  // Before the first default there is nothing to repeat; such a day is refused when its rate is asked.
  if (kind !== 'ecbPlus' || valueOn('late-default-points', halfYearStart(half)) === null) return false;
  return value.units * UNITS === defaultPoints(half) * scaleOf(value.decimals);
}

/** The rates that govern a case: public procurement, the clause of the contract, or the statutory default. */
export function ratesOf(regime: 'business' | 'public', rate: StipulatedRate | null, firstDay: Day): PenaltyRates {
  if (regime === 'public') return publicRates;
  if (rate === null) return statutory;
  return repeatsTheLaw(rate, halfYearOf(firstDay)) ? repeated : stipulatedRates(rate);
}
