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
  const plain = plainUnits(text, decimals);
  if (plain >= 0) return plain > limit ? 'AmountOutOfRange' : plain;
  const value = parseDecimal(text);
  if (value === undefined) return 'InvalidAmount';
  const units = rescale(value, decimals);
  if (units === undefined) return 'AmountTooPrecise';
  if (units > BigInt(limit) || units < -BigInt(limit)) return 'AmountOutOfRange';
  return Number(units);
}

/** Figures that a number holds exactly, whatever they are. */
const PLAIN_FIGURES = 15;

/**
 * The same for what nearly every amount is, a few figures with as many decimals as the currency has or fewer: whole
 * numbers all along, hence exact. -1 for any other.
 */
function plainUnits(text: string, decimals: number): number {
  if (text.length === 0 || text.length + decimals > PLAIN_FIGURES) return -1;
  let units = 0;
  let point = -1;
  for (let at = 0; at < text.length; at += 1) {
    const figure = text.charCodeAt(at) - 48;
    if (figure >= 0 && figure <= 9) units = units * 10 + figure;
    else if (figure === -2 && point < 0 && at > 0) point = at;
    else return -1;
  }
  let lacking = point < 0 ? decimals : decimals - (text.length - point - 1);
  if (lacking < 0) return -1;
  for (; lacking > 0; lacking -= 1) units *= 10;
  return units;
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
