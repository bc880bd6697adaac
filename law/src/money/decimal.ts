import { fromDecimal, isEqual, multiply, type Rational, rational } from './rational.ts';
import { roundRationalHalfUp } from './rounding.ts';

/** A decimal number held as an integer: `12.40` is 1240 units of 2 decimals. */
export interface Decimal {
  readonly units: number;
  readonly decimals: number;
}

const MAX_DECIMALS = 4;
const LEAST_DECIMALS = 2;
/** As many as a product of two published figures may need. */
const MOST_DECIMALS = 8;
const SHAPE = /^(0|[1-9]\d{0,3})(?:\.(\d{1,4}))?$/;

/**
 * Reads a decimal string of at most four digits before and four after the point, with no sign and no needless zero
 * in front; null for any other text. Trailing zeros are kept out of the units: `15.00` is 15 units of 0 decimals.
 */
export function parseDecimal(text: string): Decimal | null {
  const match = SHAPE.exec(text);
  if (match === null) return null;
  const decimals = (match[2] ?? '').replace(/0+$/, '');
  return { units: Number(match[1]! + decimals), decimals: decimals.length };
}

/** Powers of ten that calculations ask for at every turn; a look-up is many times faster than `**`. */
const SCALES: readonly number[] = Array.from({ length: MAX_DECIMALS * 2 }, (_, decimals) => 10 ** decimals);

/** Ten to the power of a number of decimals, exactly. */
export function scaleOf(decimals: number): number {
  return SCALES[decimals] ?? 10 ** decimals;
}

/** Writes `units` of `10^-decimals` with at least `least` digits after the point: (1240, 2) is `12.40`. */
export function formatUnits(units: number | bigint, decimals: number, least = 2): string {
  const negative = units < 0;
  const text = String(negative ? -units : units).padStart(decimals + 1, '0');
  let fraction = decimals === 0 ? '' : text.slice(-decimals);
  while (fraction.length > least && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  fraction = fraction.padEnd(least, '0');
  const whole = decimals === 0 ? text : text.slice(0, -decimals);
  return `${negative ? '-' : ''}${whole}${fraction === '' ? '' : '.'}${fraction}`;
}

/** Writes an exact fraction with a fixed number of digits after the point, rounded half up. */
export function formatRational(value: Rational, decimals: number): string {
  return formatUnits(roundRationalHalfUp(multiply(value, rational(scaleOf(decimals)))), decimals, decimals);
}

/** Writes an exact fraction with two digits after the point, or as many as it needs. Throws when it has no end. */
export function exactDecimal(value: Rational): string {
  for (let decimals = LEAST_DECIMALS; decimals <= MOST_DECIMALS; decimals++) {
    const text = formatRational(value, decimals);
    if (isEqual(fromDecimal(text), value)) return text;
  }
  throw new Error('A fraction without an end cannot be written as a decimal.');
}

export { MAX_DECIMALS };
