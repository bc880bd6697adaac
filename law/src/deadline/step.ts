import type { Day, IsoDate } from '../calendar/index.ts';
import { dayValue, derived, type Explanation } from '../explain/index.ts';
import {
  type ArticleKey,
  type DatedValue,
  parameterNode,
  reason,
  type SeriesName,
  valueOn,
  valuesOf,
} from '../parameters/index.ts';
import type { Refusal } from '../refusal.ts';
import { type Ending, ending, plainEnding } from './ending.ts';
import { notInForce } from './served.ts';
import { distanceMonths, type Purpose, type Where } from './where.ts';

/** One dated step of a procedure: a last day for an act, or the first day on which something may be done. */
export interface Step {
  /** Identifier in kebab-case. */
  readonly what: string;
  /** French, ready to be read. */
  readonly label: string;
  /** Last day for the act, extended when the law extends it; null while the fact that starts it is unknown. */
  readonly before?: IsoDate | null;
  /** First day on which it may be done. */
  readonly notBefore?: IsoDate;
  /** The last day without its extension, when it differs: the day to aim at. */
  readonly prudentBefore?: IsoDate;
  /** Whether the act was done by the last day, when its date is known. */
  readonly inTime?: boolean;
  readonly article: string;
  /** What follows in law, in French. */
  readonly effect: string;
  readonly confidence: 'A' | 'B' | 'C';
}

/** What makes a step, as data: the figures are in `law/parameters` under the name `length`. */
export interface StepSpec {
  readonly what: string;
  readonly label: string;
  readonly length: SeriesName;
  readonly unit: 'days' | 'months';
  readonly effect: ArticleKey;
  /**
   * `act`: our last day. `theirs`: the last day of another, whom we wait for. `wait`: the first day after such a period.
   * `earliest`: the day that the period leads to is itself the first one.
   */
  readonly bound: 'act' | 'theirs' | 'wait' | 'earliest';
  /** Distance lengthens it for a party overseas or abroad. */
  readonly distance?: boolean;
  readonly backward?: boolean;
  /** False for a period that is not one of proceedings: 642 CPC does not extend it. */
  readonly procedural?: boolean;
}

/** A step and the node that explains it. */
export interface ExplainedStep {
  readonly step: Step;
  readonly node: Explanation;
  /** The end of the period, for the rules that build on it. */
  readonly ending: Ending;
}

const PURPOSE: Record<StepSpec['bound'], Purpose> = { act: 'act', theirs: 'wait', wait: 'wait', earliest: 'wait' };

/** The end of the period of a step, from the `date` node that starts it. */
function endingOf(
  spec: StepSpec,
  dated: DatedValue,
  start: Explanation,
  where: Where,
  moreMonths: readonly Explanation[],
): Ending {
  const { label, unit, distance = false, backward = false, procedural = true } = spec;
  const length = parameterNode(`${label}, délai`, dated, unit);
  const added = [...moreMonths, ...(distance ? distanceMonths(where) : [])];
  const period = {
    label: `${label}, terme`,
    from: start,
    months: unit === 'months' ? [length, ...added] : added,
    days: unit === 'days' ? [length] : [],
    firstDayCounted: false,
    backward,
  };
  return procedural ? ending(period, where, PURPOSE[spec.bound]) : plainEnding(period);
}

function datesOf({ bound }: StepSpec, node: Explanation, { beforeExtension }: Ending): Partial<Step> {
  const on = String(node.value);
  if (bound === 'wait' || bound === 'earliest') return { notBefore: on };
  const prudent = String(beforeExtension.value);
  return bound === 'act' && prudent !== on ? { before: on, prudentBefore: prudent } : { before: on };
}

/** Facts beside the one that starts a step. */
export interface StepFacts {
  /** Day of the act itself, when it is known: tells whether it was in time. */
  readonly done?: Explanation | null;
  /** Day that chooses the regime, when it is not the day that starts the period. */
  readonly regimeOn?: Day;
  /** Months that the procedure itself adds, as operands of the sum. */
  readonly moreMonths?: readonly Explanation[];
}

/**
 * The step that a fact starts (a `date` node), with its tree. Refuses `ProcedureNotInForce` when no known text sets
 * that period on the day of the regime.
 */
export function stepFrom(
  spec: StepSpec,
  start: Explanation,
  where: Where,
  { done = null, regimeOn = dayValue(start), moreMonths = [] }: StepFacts = {},
): ExplainedStep | Refusal {
  const dated = valueOn(spec.length, regimeOn);
  if (dated === null) return notInForce(spec.length, spec.label, regimeOn);
  const found = endingOf(spec, dated, start, where, moreMonths);
  const last = spec.bound === 'wait' ? dayAfter(spec.label, found.endsOn) : found.endsOn;
  const effect = reason(spec.effect);
  const node = derived('detail', spec.label, 'date', [last, effect, ...found.reasons]);
  const { article, confidence } = dated.reference;
  const inTime = done === null ? {} : { inTime: dayValue(done) <= dayValue(node) };
  const { what, label } = spec;
  return {
    step: { what, label, ...datesOf(spec, node, found), ...inTime, article, effect: effect.label, confidence },
    node,
    ending: found,
  };
}

/** The same for a text that covers every day served: a refusal would be a bug of the rule, not a fault of the input. */
export function knownStep(spec: StepSpec, start: Explanation, where: Where, facts: StepFacts = {}): ExplainedStep {
  const found = stepFrom(spec, start, where, facts);
  if ('code' in found) throw new Error(found.message);
  return found;
}

/** The first day on which something may be done, once the last day of a period has passed until midnight. */
function dayAfter(label: string, last: Explanation): Explanation {
  return derived('day-after', `${label}, lendemain du terme`, 'date', [last, reason('deadline-last-day-passed')]);
}

/** An act of ours while the fact that starts its period is unknown: what it is and what follows, without a day. */
export function stepWithoutDate({ what, label, length, effect }: StepSpec): Step {
  const { article, confidence } = valuesOf(length).at(-1)!.reference;
  return { what, label, before: null, article, effect: reason(effect).label, confidence };
}
