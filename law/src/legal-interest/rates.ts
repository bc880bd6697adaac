import type { RateScheme } from '../accrual/index.ts';
import {
  addDays,
  addMonths,
  type Day,
  day,
  formatDay,
  frenchHalfYear,
  type HalfYear,
  halfYearStart,
} from '../calendar/index.ts';
import { type Explanation, givenDay, made } from '../explain/index.ts';
import { formatUnits, scaleOf } from '../money/index.ts';
import {
  parameterNode,
  RATE_DECIMALS,
  type RateSeries,
  rateNotPublished,
  rateTable,
  reason,
  soleValue,
  unitsOf,
  valueOn,
} from '../parameters/index.ts';
import type { Refusal } from '../refusal.ts';
import type { Creditor } from './input.ts';

const SERIES: Record<Creditor, RateSeries> = {
  business: 'legal-interest/business',
  individual: 'legal-interest/individual',
};
const TABLES = {
  business: rateTable(SERIES.business),
  individual: rateTable(SERIES.individual),
};
const points = soleValue('legal-uplift-points');
const delay = soleValue('legal-uplift-delay');
const UPLIFT_UNITS = Number(points.value) * scaleOf(RATE_DECIMALS);

/** First day of the uplift: two months after the decision became enforceable, and one day (L313-3 C. mon. fin.). */
function upliftFrom(enforceableOn: Day): Day {
  return addDays(addMonths(enforceableOn, Number(delay.value)), 1);
}

/** The legal rate of a half-year in hundredths of a point, or `RateNotPublished`. */
export function legalUnits(creditor: Creditor, uplifted: boolean, on: Day, half: HalfYear): number | Refusal {
  const units = unitsOf(TABLES[creditor], half);
  if (units < 0) return rateNotPublished(SERIES[creditor], on);
  return uplifted ? units + UPLIFT_UNITS : units;
}

const columnsSince = day(reason('creditor-business').reference!.from!);

function creditorReason(creditor: Creditor, half: HalfYear): Explanation {
  if (halfYearStart(half) < columnsSince) return reason('single-legal-rate');
  return reason(creditor === 'business' ? 'creditor-business' : 'creditor-individual');
}

/** The legal rate of a half-year with its reasons; `enforceableOn` is the day that made the uplift run, if known. */
export function legalNode(
  creditor: Creditor,
  half: HalfYear,
  uplift: { readonly enforceableOn: Day | null } | null,
): Explanation {
  const dated = valueOn(SERIES[creditor], halfYearStart(half))!;
  const name = `Taux légal du ${frenchHalfYear(half)}`;
  const base = parameterNode(name, dated, 'percent');
  if (uplift === null) {
    return made('detail', name, dated.value, 'percent', [base, creditorReason(creditor, half)]);
  }
  const value = formatUnits(unitsOf(TABLES[creditor], half) + UPLIFT_UNITS, RATE_DECIMALS);
  const inputs = [base, parameterNode('Majoration', points, 'points'), creditorReason(creditor, half)];
  const majored = made('sum', `${name}, majoré`, value, 'percent', [...inputs, reason('legal-uplift')]);
  if (uplift.enforceableOn === null) return majored;
  const end = formatDay(addMonths(uplift.enforceableOn, Number(delay.value)));
  const since = made('add-months', 'Dernier jour avant la majoration', end, 'date', [
    givenDay('Décision exécutoire le', uplift.enforceableOn),
    parameterNode('Délai de la majoration', delay, 'months'),
  ]);
  return made('detail', `${name}, majoré`, value, 'percent', [majored, since]);
}

/** The rates of a case: the creditor's column, five points more from the uplift on. */
export function schemeOf(creditor: Creditor, enforceableOn: Day | null): RateScheme {
  const cutOn = enforceableOn === null ? null : upliftFrom(enforceableOn);
  return {
    decimals: RATE_DECIMALS,
    cutOn,
    rateOn: (on, half) => legalUnits(creditor, cutOn !== null && on >= cutOn, on, half),
  };
}
