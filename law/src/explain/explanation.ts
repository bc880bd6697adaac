import { type Day, formatDay, type IsoDate } from '../calendar/index.ts';
import type { Refusal } from '../refusal.ts';

/** Where a figure or a branch comes from; `from` and `until` are the dates of the version relied on. */
export interface Reference {
  readonly text: string;
  readonly article: string;
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly confidence: 'A' | 'B' | 'C';
}

/**
 * How a node gets its value from its inputs. `given`, `parameter` and `carried` are leaves: a fact of the case, a
 * figure of the law, a value defined elsewhere in the same tree under the same label. `because` is a reason, never an
 * operand. `detail` takes the value of its first input and keeps the others as workings; `list` only groups, and has no
 * value. The meaning of each is in `operations.ts`.
 */
export type Operation =
  | 'given'
  | 'parameter'
  | 'carried'
  | 'because'
  | 'detail'
  | 'list'
  | 'sum'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'percent-of'
  | 'least'
  | 'greatest'
  | 'interest'
  | 'round-half-up'
  | 'round-down'
  | 'in-proportion'
  | 'count-days'
  | 'days-between'
  | 'add-days'
  | 'subtract-days'
  | 'add-months'
  | 'subtract-months'
  | 'add-years'
  | 'day-before'
  | 'day-after'
  | 'month-end'
  | 'ten-day-period-end'
  | 'next-year-start'
  | 'earliest'
  | 'latest'
  | 'at-most'
  | 'before'
  | 'is-one-of'
  | 'is-listed'
  | 'all-of'
  | 'any-of'
  | 'none-of'
  | 'choose';

/** `euros` is an exact amount shown with four digits; `cents` is a whole number of cents; `flag` is yes or no. */
export type Unit =
  | 'cents'
  | 'euros'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'days'
  | 'months'
  | 'years'
  | 'date'
  | 'count'
  | 'flag'
  | 'text';

/** The value of a node as published: a date is `YYYY-MM-DD`, a rate a decimal string, a group null. */
export type NodeValue = string | number | boolean | null;

/** One node of the tree that made a figure (contract §3). */
export interface Explanation {
  readonly label: string;
  readonly value: NodeValue;
  readonly unit: Unit;
  readonly operation: Operation;
  readonly inputs: readonly Explanation[];
  readonly reference?: Reference;
}

/** What a rule returns: the value and the tree that made it, or a refusal. */
export type Outcome<V> =
  | { readonly value: V; readonly explanation: Explanation; readonly refusal?: undefined }
  | { readonly refusal: Refusal; readonly value?: undefined; readonly explanation?: undefined };

const NO_INPUT: readonly Explanation[] = [];

/** A fact of the case. */
export function given(label: string, value: string | number | boolean, unit: Unit): Explanation {
  return { label, value, unit, operation: 'given', inputs: NO_INPUT };
}

/** A day of the case. */
export function givenDay(label: string, on: Day): Explanation {
  return given(label, formatDay(on), 'date');
}

/** A dated figure of the law, with its reference. */
export function parameter(label: string, value: string | number, unit: Unit, reference: Reference): Explanation {
  return { label, value, unit, operation: 'parameter', inputs: NO_INPUT, reference };
}

/** A value defined by the node of the same label elsewhere in the tree: it keeps the tree linear in the case. */
export function carried(defined: Explanation): Explanation {
  return { label: defined.label, value: defined.value, unit: defined.unit, operation: 'carried', inputs: NO_INPUT };
}

/** The reason of a branch. */
export function because(says: string, reference: Reference): Explanation {
  return { label: says, value: true, unit: 'text', operation: 'because', inputs: NO_INPUT, reference };
}

/** The operations that have operands. */
export type Made = Exclude<Operation, 'given' | 'parameter' | 'carried' | 'because'>;

/** A value made from inputs by an operation. `derived` computes it too; this one is for rules that must be fast. */
export function made(
  operation: Made,
  label: string,
  value: NodeValue,
  unit: Unit,
  inputs: readonly Explanation[],
): Explanation {
  return { label, value, unit, operation, inputs };
}
