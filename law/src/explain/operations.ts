import { addDays, addMonths, civilOf, type Day, dayOf, parseDay, tenDayPeriodEnd } from '../calendar/index.ts';
import {
  add,
  divide,
  floor,
  fromDecimal,
  isLess,
  multiply,
  type Rational,
  rational,
  roundRationalHalfUp,
  subtract,
} from '../money/index.ts';
import type { Explanation, Operation } from './explanation.ts';

/**
 * The exact meaning of a node: a fraction (amounts in cents), a day, yes or no, a text that nothing is computed from,
 * or nothing for a group.
 */
export type Exact =
  | { readonly amount: Rational }
  | { readonly day: Day }
  | { readonly flag: boolean }
  | { readonly text: string }
  | { readonly nothing: true };

/** What an operation is for readers and for `recompute`. */
type Meaning =
  | { readonly isLeaf: true }
  | {
      readonly isLeaf: false;
      /** French words before the operands; empty when the operands speak for themselves. */
      readonly words: string;
      /** The value from the operands (reasons left out). Throws when they cannot be operands: that is a bug. */
      readonly compute: (operands: readonly Exact[]) => Exact;
    };

const LEAF = { isLeaf: true } as const;

const PERCENT = rational(100);
const ZERO: Exact = { amount: rational(0) };
const MONTHS_PER_YEAR = 12;

/** Stands between the words of a text that is a list: a word may hold commas of its own. */
export const LIST_SEPARATOR = '\u202f; ';

function amountOf(exact: Exact | undefined): Rational {
  if (exact === undefined || !('amount' in exact)) throw new Error('An operand is not an amount.');
  return exact.amount;
}

function dayOfExact(exact: Exact | undefined): Day {
  if (exact === undefined || !('day' in exact)) throw new Error('An operand is not a day.');
  return exact.day;
}

function flagOf(exact: Exact | undefined): boolean {
  if (exact === undefined || !('flag' in exact)) throw new Error('An operand is not a yes or a no.');
  return exact.flag;
}

function textOf(exact: Exact | undefined): string {
  if (exact === undefined || !('text' in exact)) throw new Error('An operand is not a text.');
  return exact.text;
}

function wholeOf(exact: Exact | undefined): number {
  const { numerator, denominator } = amountOf(exact);
  if (denominator !== 1n) throw new Error('An operand is not a whole number.');
  return Number(numerator);
}

function folded(operands: readonly Exact[], combine: (a: Rational, b: Rational) => Rational): Exact {
  if (operands.length === 0) return ZERO;
  return { amount: operands.map(amountOf).reduce(combine) };
}

function anyOperand(operands: readonly Exact[]): Exact {
  const [first] = operands;
  if (first === undefined) throw new Error('An operation needs an operand.');
  return first;
}

/** Whether two amounts, or two days, are in strict order. */
function isBefore(a: Exact | undefined, b: Exact | undefined): boolean {
  if (a !== undefined && 'day' in a) return a.day < dayOfExact(b);
  return isLess(amountOf(a), amountOf(b));
}

function shifted(from: Exact | undefined, days: number): Exact {
  return { day: addDays(dayOfExact(from), days) };
}

function operation(words: string, compute: (operands: readonly Exact[]) => Exact): Meaning {
  return { isLeaf: false, words, compute };
}

/**
 * The one table of operations: every renderer, `derived` and the recomputation read it, and the compiler refuses a
 * missing line.
 */
export const OPERATIONS: Record<Operation, Meaning> = {
  given: LEAF,
  parameter: LEAF,
  carried: LEAF,
  because: LEAF,
  detail: operation('détail', anyOperand),
  list: operation('', () => ({ nothing: true })),
  sum: operation('somme de', (operands) => folded(operands, add)),
  subtract: operation('différence de', (operands) => folded(operands, subtract)),
  multiply: operation('produit de', (operands) => folded(operands, multiply)),
  divide: operation('quotient de', (operands) => folded(operands, divide)),
  'percent-of': operation('pourcentage de', ([base, rate]) => ({
    amount: divide(multiply(amountOf(base), amountOf(rate)), PERCENT),
  })),
  least: operation('le plus petit de', (operands) => folded(operands, (a, b) => (isLess(b, a) ? b : a))),
  greatest: operation('le plus grand de', (operands) => folded(operands, (a, b) => (isLess(a, b) ? b : a))),
  interest: operation('base × taux × jours ÷ (100 × jours de l’année)', ([base, rate, days, year]) => {
    const product = multiply(multiply(amountOf(base), amountOf(rate)), amountOf(days));
    return { amount: divide(product, multiply(PERCENT, amountOf(year))) };
  }),
  'round-half-up': operation('arrondi au centime le plus proche de', ([exact]) => ({
    amount: rational(roundRationalHalfUp(amountOf(exact))),
  })),
  'round-down': operation('arrondi au centime inférieur de', ([exact]) => ({
    amount: rational(floor(amountOf(exact))),
  })),
  'in-proportion': operation('somme × part ÷ total', ([sum, part, whole]) => ({
    amount: divide(multiply(amountOf(sum), amountOf(part)), amountOf(whole)),
  })),
  'count-days': operation('jours comptés, bornes comprises', ([from, to]) => ({
    amount: rational(dayOfExact(to) - dayOfExact(from) + 1),
  })),
  'days-between': operation('jours du premier au second, premier non compté', ([from, to]) => ({
    amount: rational(dayOfExact(to) - dayOfExact(from)),
  })),
  'add-days': operation('jours plus tard', ([from, days]) => shifted(from, wholeOf(days))),
  'subtract-days': operation('jours plus tôt', ([from, days]) => shifted(from, -wholeOf(days))),
  'add-months': operation('date plus tard de', ([from, months]) => ({
    day: addMonths(dayOfExact(from), wholeOf(months)),
  })),
  'subtract-months': operation('mois plus tôt, même quantième', ([from, months]) => ({
    day: addMonths(dayOfExact(from), -wholeOf(months)),
  })),
  'add-years': operation('années plus tard, même quantième', ([from, years]) => ({
    day: addMonths(dayOfExact(from), wholeOf(years) * MONTHS_PER_YEAR),
  })),
  'day-before': operation('la veille de', ([from]) => shifted(from, -1)),
  'day-after': operation('le lendemain de', (operands) => shifted(operands.at(-1), 1)),
  'month-end': operation('dernier jour du mois de', ([from]) => {
    const { year, month } = civilOf(dayOfExact(from));
    return { day: addDays(addMonths(dayOf(year, month, 1), 1), -1) };
  }),
  'ten-day-period-end': operation('dernier jour de la décade de', ([from]) => ({
    day: tenDayPeriodEnd(dayOfExact(from)),
  })),
  'next-year-start': operation('1er janvier de l’année suivante', ([from]) => ({
    day: dayOf(civilOf(dayOfExact(from)).year + 1, 1, 1),
  })),
  earliest: operation('la première des dates', (operands) => ({ day: Math.min(...operands.map(dayOfExact)) as Day })),
  latest: operation('la dernière des dates', (operands) => ({ day: Math.max(...operands.map(dayOfExact)) as Day })),
  'at-most': operation('inférieur ou égal à', ([value, limit]) => ({ flag: !isBefore(limit, value) })),
  before: operation('avant', ([value, limit]) => ({ flag: isBefore(value, limit) })),
  'is-one-of': operation('fait partie de', ([value, ...list]) => ({ flag: list.map(textOf).includes(textOf(value)) })),
  'is-listed': operation('figure dans la liste', ([value, list]) => ({
    flag: textOf(list).split(LIST_SEPARATOR).includes(textOf(value)),
  })),
  'all-of': operation('toutes les conditions', (operands) => ({ flag: operands.every(flagOf) })),
  'any-of': operation('l’une des conditions', (operands) => ({ flag: operands.some(flagOf) })),
  'none-of': operation('aucune des conditions', (operands) => ({ flag: !operands.some(flagOf) })),
  choose: operation('si la condition est remplie, la première valeur, sinon la seconde', ([condition, yes, no]) =>
    anyOperand(flagOf(condition) ? [yes!] : [no!]),
  ),
};

const CENTS_PER_EURO = rational(100);

/** The exact meaning of a leaf, read from its published value. */
export function exactLeaf({ value, unit }: Explanation): Exact {
  if (value === null) return { nothing: true };
  if (unit === 'date') {
    const parsed = parseDay(String(value));
    if (parsed === null) throw new Error(`Not a date: ${value}`);
    return { day: parsed };
  }
  if (unit === 'flag') return { flag: value === true };
  if (unit === 'text') return { text: String(value) };
  const amount = fromDecimal(String(value));
  return { amount: unit === 'euros' ? multiply(amount, CENTS_PER_EURO) : amount };
}
