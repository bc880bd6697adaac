/**
 * Exact reading of written amounts. No float is involved: a decimal is a bigint and the number of its decimals, and
 * becomes whole smallest units only when nothing has to be rounded.
 */

export interface Decimal {
  /** The digits without the point, signed: 12.50 has units 1250n and scale 2. */
  units: bigint;
  scale: number;
}

export type AmountProblem = 'InvalidAmount' | 'AmountTooPrecise' | 'AmountOutOfRange';

/** Longest written amount that is looked at: 10¹⁸ with its decimals fits several times over. */
const LONGEST_AMOUNT = 60;

/** Reads an `xs:decimal` (`-12.50`, `+3`, `.5`); undefined when the text is not one. */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > LONGEST_AMOUNT) return undefined;
  const found = /^([+-]?)(\d*)(?:\.(\d*))?$/.exec(text);
  if (found === null) return undefined;
  const [, sign = '', whole = '', fraction = ''] = found;
  if (whole === '' && fraction === '') return undefined;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** The same value with `scale` decimals; undefined when a figure other than zero would be lost. */
function rescale(value: Decimal, scale: number): bigint | undefined {
  if (value.scale <= scale) return value.units * 10n ** BigInt(scale - value.scale);
  const lost = 10n ** BigInt(value.scale - scale);
  return value.units % lost === 0n ? value.units / lost : undefined;
}

/**
 * A written amount as an integer of the currency's smallest unit, or the name of what stops it: a figure beyond the
 * currency's decimals is a doubt, never rounded; beyond `limit` it is a doubt too.
 */
export function toCents(text: string, decimals: number, limit: number): number | AmountProblem {
  const value = parseDecimal(text);
  if (value === undefined) return 'InvalidAmount';
  const units = rescale(value, decimals);
  if (units === undefined) return 'AmountTooPrecise';
  if (units > BigInt(limit) || units < -BigInt(limit)) return 'AmountOutOfRange';
  return Number(units);
}

/** Exact sum of decimals that may be written with different numbers of decimals. */
export function sum(values: readonly Decimal[]): Decimal {
  const scale = values.reduce((most, value) => Math.max(most, value.scale), 0);
  let units = 0n;
  for (const value of values) units += value.units * 10n ** BigInt(scale - value.scale);
  return { units, scale };
}

/** Equality of value: 1.5 equals 1.50. */
export function equal(a: Decimal, b: Decimal): boolean {
  const scale = Math.max(a.scale, b.scale);
  return rescale(a, scale) === rescale(b, scale);
}

export function negate(value: Decimal): Decimal {
  return { units: -value.units, scale: value.scale };
}
