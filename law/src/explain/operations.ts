import { addMonths, type Day, parseDay } from '../calendar/index.ts';
import {
  add,
  fromDecimal,
  isLess,
  multiply,
  type Rational,
  rational,
  roundRationalHalfUp,
  subtract,
} from '../money/index.ts';
import type { Explanation, Operation } from './explanation.ts';

/** The exact meaning of a node: a fraction (amounts in cents), a day, or a text that nothing is computed from. */
export type Exact = { readonly amount: Rational } | { readonly day: Day } | { readonly text: string };

/** What an operation is for readers and for `recompute`. */
type Meaning =
  | { readonly isLeaf: true }
  | {
      readonly isLeaf: false;
      /** French words before the operands. */
      readonly words: string;
      /** The value from the operands (reasons left out). Throws when they cannot be operands: that is a bug. */
      readonly compute: (operands: readonly Exact[]) => Exact;
    };

const LEAF = { isLeaf: true } as const;

const PERCENT = rational(100);
const ZERO: Exact = { amount: rational(0) };

function amountOf(exact: Exact | undefined): Rational {
  if (exact === undefined || !('amount' in exact)) throw new Error('An operand is not an amount.');
  return exact.amount;
}

function dayOfExact(exact: Exact | undefined): Day {
  if (exact === undefined || !('day' in exact)) throw new Error('An operand is not a day.');
  return exact.day;
}

function folded(operands: readonly Exact[], combine: (a: Rational, b: Rational) => Rational): Exact {
  if (operands.length === 0) return ZERO;
  return { amount: operands.map(amountOf).reduce(combine) };
}

/**
 * The one table of operations: every renderer and the recomputation read it, and the compiler refuses a missing line.
 */
export const OPERATIONS: Record<Operation, Meaning> = {
  given: LEAF,
  parameter: LEAF,
  carried: LEAF,
  because: LEAF,
  detail: {
    isLeaf: false,
    words: 'détail',
    compute: ([first]) => {
      if (first === undefined) throw new Error('A detail needs an operand.');
      return first;
    },
  },
  sum: { isLeaf: false, words: 'somme de', compute: (operands) => folded(operands, add) },
  subtract: { isLeaf: false, words: 'différence de', compute: (operands) => folded(operands, subtract) },
  multiply: { isLeaf: false, words: 'produit de', compute: (operands) => folded(operands, multiply) },
  least: {
    isLeaf: false,
    words: 'le plus petit de',
    compute: (operands) => folded(operands, (a, b) => (isLess(b, a) ? b : a)),
  },
  interest: {
    isLeaf: false,
    words: 'base × taux × jours ÷ (100 × jours de l’année)',
    compute: ([base, rate, days, year]) => {
      const { numerator, denominator } = multiply(PERCENT, amountOf(year));
      const product = multiply(multiply(amountOf(base), amountOf(rate)), amountOf(days));
      return { amount: multiply(product, rational(denominator, numerator)) };
    },
  },
  'round-half-up': {
    isLeaf: false,
    words: 'arrondi au centime le plus proche de',
    compute: ([exact]) => ({ amount: rational(roundRationalHalfUp(amountOf(exact))) }),
  },
  'count-days': {
    isLeaf: false,
    words: 'jours comptés, bornes comprises',
    compute: ([from, to]) => ({ amount: rational(dayOfExact(to) - dayOfExact(from) + 1) }),
  },
  'add-months': {
    isLeaf: false,
    words: 'date plus tard de',
    compute: ([from, months]) => ({ day: addMonths(dayOfExact(from), Number(amountOf(months).numerator)) }),
  },
};

const CENTS_PER_EURO = rational(100);

/** The exact meaning of a leaf, read from its published value. */
export function exactLeaf({ value, unit }: Explanation): Exact {
  if (unit === 'date') {
    const parsed = parseDay(String(value));
    if (parsed === null) throw new Error(`Not a date: ${value}`);
    return { day: parsed };
  }
  if (unit === 'text') return { text: String(value) };
  const amount = fromDecimal(String(value));
  return { amount: unit === 'euros' ? multiply(amount, CENTS_PER_EURO) : amount };
}
