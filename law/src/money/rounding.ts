import { floor, type Rational, rational, subtract } from './rational.ts';

/*
 * The one rounding of this package: half up, to the nearest unit. It exists in two representations, the whole number
 * with its remainder that the hot loop carries and the exact fraction of the explanations; a property test keeps them
 * equal.
 */

/** Rounds `whole + rest / divisor` half up, with `0 <= rest < divisor`. */
export function roundHalfUp(whole: number, rest: number, divisor: number): number {
  return rest >= divisor - rest ? whole + 1 : whole;
}

/** Rounds an exact fraction half up. */
export function roundRationalHalfUp(value: Rational): bigint {
  const whole = floor(value);
  const rest = subtract(value, rational(whole));
  return rest.numerator >= rest.denominator - rest.numerator ? whole + 1n : whole;
}
