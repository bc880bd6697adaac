import { type Rational, rational } from './rational.ts';

/**
 * An exact amount of cents `whole + rest / divisor`, with `0 <= rest < divisor`. The divisor is the same for a whole
 * calculation (hundred × scale of the rates × days of the year), so sums need no common denominator and every number
 * stays a small exact integer.
 */
export interface Accrued {
  whole: number;
  rest: number;
}

/** An accumulator that holds nothing yet. */
export function nothing(): Accrued {
  return { whole: 0, rest: 0 };
}

/** Below it a product of integers is exact, and so is a multiple of the divisor that is one unit above. */
const LARGEST_EXACT = Number.MAX_SAFE_INTEGER - 1;

/**
 * Adds `baseCents × rate × days / divisor` to `into`, exactly. A product that fits in 53 bits is computed on plain
 * numbers; a bigger one goes through `bigint`. (A floating product below 2^53 is exact, because multiplication is
 * monotonic: an inexact one could not have come out below.)
 */
export function accrue(into: Accrued, baseCents: number, rate: number, days: number, divisor: number): void {
  const product = baseCents * rate * days;
  let whole: number;
  let rest: number;
  if (product < LARGEST_EXACT) {
    // The floor of the rounded quotient is the true one: a quotient that is no integer is at least 1 / divisor away from
    // the next one, and rounding moves it by less, because the product is below 2^53. (`%` on numbers of this size is
    // several times slower.)
    whole = Math.floor(product / divisor);
    rest = product - whole * divisor;
  } else {
    const exact = BigInt(baseCents) * BigInt(rate) * BigInt(days);
    rest = Number(exact % BigInt(divisor));
    whole = Number(exact / BigInt(divisor));
  }
  rest += into.rest;
  if (rest >= divisor) {
    rest -= divisor;
    whole += 1;
  }
  into.whole += whole;
  into.rest = rest;
  if (into.whole > Number.MAX_SAFE_INTEGER) throw new Error('Interest beyond the exact range of integers.');
}

/** The exact sum of two amounts of the same divisor. */
export function plus(a: Accrued, b: Accrued, divisor: number): Accrued {
  const rest = a.rest + b.rest;
  const carries = rest >= divisor;
  return { whole: a.whole + b.whole + (carries ? 1 : 0), rest: carries ? rest - divisor : rest };
}

/** The same amount as an exact fraction of cents. */
export function toRational(accrued: Accrued, divisor: number): Rational {
  return rational(BigInt(accrued.whole) * BigInt(divisor) + BigInt(accrued.rest), divisor);
}

const EURO_DECIMALS = 4;
const PARTS_PER_CENT = 100;

/** The amount in euros as a decimal string with 4 digits, rounded half up for reading: `243.6658`. */
export function exactEuros(accrued: Accrued, divisor: number): string {
  const scaled = accrued.rest * PARTS_PER_CENT;
  const below = scaled % divisor;
  let parts = (scaled - below) / divisor;
  if (below >= divisor - below) parts += 1;
  const carry = parts === PARTS_PER_CENT ? 1 : 0;
  const cents = String(accrued.whole + carry).padStart(3, '0');
  const fraction = String(carry === 1 ? 0 : parts).padStart(EURO_DECIMALS - 2, '0');
  return `${cents.slice(0, -2)}.${cents.slice(-2)}${fraction}`;
}
