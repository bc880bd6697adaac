import { type Day, day, formatDay } from '../calendar/index.ts';
import { exactDecimal, formatRational, multiply, rational } from '../money/index.ts';
import { type Explanation, type Made, made, type NodeValue, type Unit } from './explanation.ts';
import { type Exact, exactLeaf, OPERATIONS } from './operations.ts';

const EUROS_PER_CENT = rational(1, 100);
/** Digits after the comma of an exact amount of euros. */
const EURO_DIGITS = 4;

function isOperand({ operation }: Explanation): boolean {
  return operation !== 'because';
}

/** How a meaning is published in a unit. Throws when the unit cannot hold it exactly: that is a bug of the rule. */
function published(exact: Exact, unit: Unit): NodeValue {
  if ('nothing' in exact) return null;
  if ('text' in exact) return exact.text;
  if ('day' in exact) return formatDay(exact.day);
  if ('flag' in exact) return exact.flag;
  if (unit === 'euros') return formatRational(multiply(exact.amount, EUROS_PER_CENT), EURO_DIGITS);
  if (unit !== 'percent' && exact.amount.denominator === 1n) return Number(exact.amount.numerator);
  if (unit === 'cents') throw new Error('An amount in cents must be rounded first.');
  return exactDecimal(exact.amount);
}

/** What nodes mean exactly, where it is finer than what they publish: a chain of operations rounds only by name. */
const exactValues = new WeakMap<Explanation, Exact>();

function exactOf(node: Explanation): Exact {
  return exactValues.get(node) ?? exactLeaf(node);
}

/**
 * A node whose value is computed from its inputs by the table of operations, so that it cannot disagree with them.
 * A fraction stays exact from one derived node to the next, whatever its published digits; only a `carried` copy of it
 * does not. Reasons among the inputs are shown and never counted.
 */
export function derived(operation: Made, label: string, unit: Unit, inputs: readonly Explanation[]): Explanation {
  const meaning = OPERATIONS[operation];
  if (meaning.isLeaf) throw new Error(`Not an operation: ${operation}`);
  const exact = meaning.compute(inputs.filter(isOperand).map(exactOf));
  const node = made(operation, label, published(exact, unit), unit, inputs);
  exactValues.set(node, exact);
  return node;
}

/** The day of a `date` node. */
export function dayValue(node: Explanation): Day {
  return day(String(node.value));
}

/** The yes or no of a `flag` node. */
export function flagValue(node: Explanation): boolean {
  if (typeof node.value !== 'boolean') throw new Error(`Not a yes or a no: ${node.label}`);
  return node.value;
}

/** The whole number of a `cents`, `days`, `months`, `years` or `count` node. */
export function numberValue(node: Explanation): number {
  if (typeof node.value !== 'number') throw new Error(`Not a number: ${node.label}`);
  return node.value;
}
