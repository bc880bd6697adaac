import type { IsoDate } from '../calendar/index.ts';
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
 * operand. `detail` takes the value of its first input and keeps the others as workings.
 */
export type Operation =
  | 'given'
  | 'parameter'
  | 'carried'
  | 'because'
  | 'detail'
  | 'sum'
  | 'subtract'
  | 'multiply'
  | 'least'
  | 'interest'
  | 'round-half-up'
  | 'count-days'
  | 'add-months';

/** `euros` is an exact amount shown with four digits; `cents` is a whole number of cents. */
export type Unit =
  | 'cents'
  | 'euros'
  | 'percent'
  | 'points'
  | 'multiple'
  | 'days'
  | 'months'
  | 'date'
  | 'count'
  | 'text';

/** One node of the tree that made a figure (contract §3). */
export interface Explanation {
  readonly label: string;
  readonly value: string | number | boolean | null;
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
export function given(label: string, value: string | number, unit: Unit): Explanation {
  return { label, value, unit, operation: 'given', inputs: NO_INPUT };
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

/** A value made from inputs by an operation. */
export function made(
  operation: Exclude<Operation, 'given' | 'parameter' | 'carried' | 'because'>,
  label: string,
  value: string | number,
  unit: Unit,
  inputs: readonly Explanation[],
): Explanation {
  return { label, value, unit, operation, inputs };
}
