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
import { formatUnits, scaleOf } from '../money/index.ts';
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
  rateNode(half: HalfYear, firstDay: Day): Explanation;
}

const ecb = rateTable('ecb-main-refinancing');
const legal = rateTable('legal-interest/business');
const UNITS = scaleOf(RATE_DECIMALS);

/** The dated value of a parameter that commands a half-year, read on its first day. */
function onHalfYear(name: SeriesName, half: HalfYear): DatedValue {
  return valueOn(name, halfYearStart(half))!;
}

/** Nodes that depend only on the half-year are made once and shared by all trees. */
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
const anchoredSince = day(reason('half-year-anchor').reference!.from!);

function anchorReason(half: HalfYear): Explanation {
  return reason(halfYearStart(half) < anchoredSince ? 'half-year-anchor-before-2013' : 'half-year-anchor');
}

function published(table: RateTable, half: HalfYear, name: RateSeries, on: Day): number | Refusal {
  const units = unitsOf(table, half);
  return units < 0 ? rateNotPublished(name, on) : units;
}

/** Three times the legal rate in hundredths of a point (L441-10 II), or `RateNotPublished`. */
export function floorUnits(on: Day, half: HalfYear): number | Refusal {
  return published(floors, half, 'legal-interest/business', on);
}

/** The floor of a half-year with its reasons. */
export const floorNode = perHalfYear((half) => {
  const multiple = parameterNode('Multiple du taux légal', onHalfYear('late-floor-multiple', half), 'multiple');
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

function ecbPlusNode(half: HalfYear, points: SeriesName, units: number, reasons: readonly Explanation[]): Explanation {
  const label = `Taux du ${frenchHalfYear(half)}`;
  return made('sum', label, formatUnits(units, RATE_DECIMALS), 'percent', [
    ecbNode(half),
    parameterNode('Majoration', onHalfYear(points, half), 'points'),
    ...reasons,
  ]);
}

/** The statutory default of a half-year with its reasons: no floor is put on it (open point, confidence C). */
export const defaultNode = perHalfYear((half) =>
  ecbPlusNode(half, 'late-default-points', unitsOf(defaults, half), [
    reason('no-stipulated-rate'),
    anchorReason(half),
    reason('half-year-revision'),
  ]),
);

const repeatedDefaultNode = perHalfYear((half) =>
  ecbPlusNode(half, 'late-default-points', unitsOf(defaults, half), [
    reason('clause-repeats-law'),
    anchorReason(half),
    reason('half-year-revision'),
  ]),
);

function defaultRates(node: (half: HalfYear) => Explanation): PenaltyRates {
  return {
    decimals: RATE_DECIMALS,
    cutOn: null,
    rateOn: defaultUnits,
    rateNode: node,
  };
}

/** ECB + 8 with its reasons: one rate for the whole delay (R2192-31 CCP). */
export const publicNode = perHalfYear((half) =>
  ecbPlusNode(half, 'public-points', unitsOf(publics, half), [reason('public-single-rate')]),
);

const publicRates: PenaltyRates = {
  decimals: RATE_DECIMALS,
  cutOn: null,
  rateOn: (_on, _half, tranche) => publicUnits(tranche.firstDay, halfYearOf(tranche.firstDay)),
  rateNode: (_half, firstDay) => publicNode(halfYearOf(firstDay)),
};

function belowFloor(half: HalfYear, rate: string, floor: string): Refusal {
  return refuse(
    'RateBelowFloor',
    `Le taux stipulé (${rate.replace('.', ',')}\u00a0%) est inférieur au plancher légal du ${frenchHalfYear(half)}, trois fois le taux de l’intérêt légal (${floor.replace('.', ',')}\u00a0%)\u00a0: retirez la clause pour appliquer le taux supplétif, ou stipulez un taux au moins égal au plancher.`,
    { ratePercent: rate, floorPercent: floor, period: halfYearCode(half), article: 'L441-10 II C. com.' },
  );
}

/** How a kind of clause makes the rate of a half-year, in units of `10^-decimals` percent. */
interface Clause {
  /** The tables that must know a half-year: the index that the clause follows, and the floor it is checked with. */
  readonly needs: readonly RateTable[];
  readonly decimals: number;
  units(half: HalfYear): number;
  node(half: HalfYear, ratePercent: string): Explanation;
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
      node: (half, rate) =>
        made('multiply', `Taux du ${frenchHalfYear(half)}`, rate, 'percent', [
          legalNode(half),
          given('Multiple stipulé au contrat', written, 'multiple'),
          reason('indexed-rate'),
        ]),
    };
  }
  const decimals = Math.max(RATE_DECIMALS, value.decimals);
  const points = value.units * scaleOf(decimals - value.decimals);
  return {
    needs: [ecb, floors],
    decimals,
    units: (half) => unitsOf(ecb, half) * scaleOf(decimals - RATE_DECIMALS) + points,
    node: (half, rate) =>
      made('sum', `Taux du ${frenchHalfYear(half)}`, rate, 'percent', [
        ecbNode(half),
        given('Points stipulés au contrat', written, 'points'),
        anchorReason(half),
        reason('indexed-rate'),
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
    rateNode: (half) => {
      const rate = formatUnits(clause.units(half), clause.decimals);
      const inputs = [clause.node(half, rate), floorNode(half), reason('stipulated-rate')];
      return made('detail', `Taux stipulé, ${frenchHalfYear(half)}`, rate, 'percent', inputs);
    },
  };
}

const statutory = defaultRates(defaultNode);
const repeated = defaultRates(repeatedDefaultNode);

/** Whether a clause only repeats the statutory default, so that it is not a contrary stipulation. */
function repeatsTheLaw({ kind, value }: StipulatedRate, half: HalfYear): boolean {
  return kind === 'ecbPlus' && value.units * UNITS === defaultPoints(half) * scaleOf(value.decimals);
}

/** The rates that govern a case: public procurement, the clause of the contract, or the statutory default. */
export function ratesOf(regime: 'business' | 'public', rate: StipulatedRate | null, firstDay: Day): PenaltyRates {
  if (regime === 'public') return publicRates;
  if (rate === null) return statutory;
  return repeatsTheLaw(rate, halfYearOf(firstDay)) ? repeated : stipulatedRates(rate);
}
