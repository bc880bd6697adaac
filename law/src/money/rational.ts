/**
 * Exact fractions of `bigint`. They are the reference against which the fast arithmetic is checked, and what a tree of
 * explanation is recomputed with. Always reduced, denominator above zero.
 */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** The fraction `numerator / denominator`, reduced. Throws on a denominator that is not above zero. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Rational {
  const [top, bottom] = [BigInt(numerator), BigInt(denominator)];
  if (bottom <= 0n) throw new Error('A rational needs a denominator above zero.');
  const divisor = greatestCommonDivisor(top, bottom);
  return divisor === 1n
    ? { numerator: top, denominator: bottom }
    : { numerator: top / divisor, denominator: bottom / divisor };
}

/** The sum of two fractions. */
export function add(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
}

/** The first fraction less the second. */
export function subtract(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator - b.numerator * a.denominator, a.denominator * b.denominator);
}

/** The product of two fractions. */
export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.numerator, a.denominator * b.denominator);
}

/** The quotient of a fraction by another. Throws when the divisor is not above zero. */
export function divide(a: Rational, b: Rational): Rational {
  return rational(a.numerator * b.denominator, a.denominator * b.numerator);
}

/** Whether the first fraction is below the second. */
export function isLess(a: Rational, b: Rational): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator;
}

/** Whether two fractions are the same number: both are in lowest terms, so their parts are. */
export function isEqual(a: Rational, b: Rational): boolean {
  return a.numerator === b.numerator && a.denominator === b.denominator;
}

/** Largest integer that is not above `numerator / denominator`. */
export function floor(r: Rational): bigint {
  const quotient = r.numerator / r.denominator;
  return r.numerator < 0n && quotient * r.denominator !== r.numerator ? quotient - 1n : quotient;
}

/** Reads `-12.40` exactly. Throws on any other text: foreign input goes through `parseDecimal` first. */
export function fromDecimal(text: string): Rational {
  const match = /^(?<sign>-?)(?<whole>\d+)(?:\.(?<fraction>\d+))?$/.exec(text);
  if (match === null) throw new Error(`Not a decimal number: ${text}`);
  const { sign, whole, fraction = '' } = match.groups!;
  const size = BigInt(`${whole}${fraction}`);
  return rational(sign === '-' ? -size : size, 10n ** BigInt(fraction.length));
}
