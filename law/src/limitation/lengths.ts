import { type Day, formatDay, frenchDate } from '../calendar/index.ts';
import { dayValue, derived, type Explanation, given, numberValue, parameter } from '../explain/index.ts';
import { type DatedValue, parameterNode, reason, valueOn, valuesOf } from '../parameters/index.ts';
import type { Regime } from './regimes.ts';

/** A period as in `deadline`: whole years, or whole months. */
export type Length = { readonly years: number } | { readonly months: number };

/** A stretch of the period that runs by itself: its first day counted, and the last one if nothing happens. */
export interface Run {
  readonly firstDay: Day;
  readonly end: Explanation;
}

/** A period and the length that a contract gave it, if any. */
export interface Measure {
  readonly regime: Regime;
  readonly contractYears: number | null;
}

/** The length of a period for what starts on a day, as a leaf: of the contract, or of the law of that day. */
export function lengthNode({ regime, contractYears }: Measure, on: Day): Explanation {
  if (contractYears !== null) {
    const node = given('Durée fixée par le contrat', contractYears, 'years');
    return { ...node, inputs: [reason('limitation-contract')] };
  }
  return parameterNode('Durée du délai', valueOn(regime.length, on)!, regime.unit);
}

/** A length node as a value. */
export function lengthOf(node: Explanation): Length {
  const count = numberValue(node);
  return node.unit === 'months' ? { months: count } : { years: count };
}

/** A length in French: `1 an`, `5 ans`, `6 mois`. */
export function frenchLength(length: Length): string {
  if ('months' in length) return `${length.months} mois`;
  return length.years === 1 ? `${length.years} an` : `${length.years} ans`;
}

function counted(label: string, from: Explanation, length: Explanation): Explanation {
  return derived(length.unit === 'months' ? 'add-months' : 'add-years', label, 'date', [from, length]);
}

/** Whole calendar years from the 1 January after a day; the period opens at midnight, so it ends on the eve. */
function calendarRun(from: Explanation, length: Explanation): Run {
  const label = frenchDate(dayValue(from));
  const start = derived('next-year-start', `1er janvier qui suit le ${label}`, 'date', [
    from,
    reason('limitation-start-year'),
  ]);
  const anniversary = counted(`Anniversaire du 1er janvier qui suit le ${label}`, start, length);
  const end = derived('day-before', `Fin des années civiles qui suivent le ${label}`, 'date', [
    anniversary,
    reason('limitation-midnight'),
  ]);
  return { firstDay: dayValue(start), end };
}

/** The new period of a law that shortens it: from the day it enters into force, at midnight (2222 C. civ.). */
function reformRun(dated: DatedValue, unit: Regime['unit']): Run {
  const label = frenchDate(dated.from);
  const start = parameter(`Loi nouvelle du ${label}`, formatDay(dated.from), 'date', dated.reference);
  const length = parameterNode(`Durée de la loi nouvelle du ${label}`, dated, unit);
  const anniversary = counted(`Anniversaire de la loi nouvelle du ${label}`, start, length);
  const end = derived('day-before', `Fin du délai de la loi nouvelle du ${label}`, 'date', [
    anniversary,
    reason('limitation-midnight'),
    reason('limitation-reform'),
  ]);
  return { firstDay: dated.from, end };
}

/**
 * The runs of a period that starts from a day: its own first, then that of each later law that shortens it. The earliest
 * of those that it reaches ends the period.
 */
export function runsFrom(measure: Measure, from: Explanation): readonly [Run, ...Run[]] {
  const { regime, contractYears } = measure;
  const on = dayValue(from);
  const length = lengthNode(measure, on);
  if (regime.nature === 'quadrennial') return [calendarRun(from, length)];
  const label = `Fin de ${frenchLength(lengthOf(length))} à compter du ${frenchDate(on)}`;
  const own: Run = { firstDay: (on + 1) as Day, end: counted(label, from, length) };
  if (contractYears !== null) return [own];
  const shorter = valuesOf(regime.length).filter(
    (dated) => dated.from > on && Number(dated.value) < numberValue(length),
  );
  return [own, ...shorter.map((dated) => reformRun(dated, regime.unit))];
}
