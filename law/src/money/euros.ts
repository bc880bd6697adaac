const CENTS_PER_EURO = 100n;
/** The typographic minus, as wide as a digit: columns of amounts stay aligned. */
const MINUS = '\u2212';
const DIGITS_PER_GROUP = /\B(?=(\d{3})+$)/g;

/** Groups the digits of an integer by three with the French narrow no-break space. */
function grouped(digits: string): string {
  return digits.replace(DIGITS_PER_GROUP, '\u202f');
}

/** A decimal number as a French reader expects it: `12.40` becomes `12,40`, and thousands are grouped. */
export function frenchDecimal(decimal: string): string {
  const [whole, fraction] = decimal.split('.');
  return fraction === undefined ? grouped(whole!) : `${grouped(whole!)},${fraction}`;
}

/**
 * An amount in cents as a French reader expects it: `1 234,56 €`, with a narrow no-break space (U+202F) between
 * thousands and a no-break space (U+00A0) before the sign. Throws on a fraction of a cent, because that is a bug.
 */
export function euros(cents: bigint | number): string {
  const value = BigInt(cents);
  const size = value < 0n ? -value : value;
  const decimals = String(size % CENTS_PER_EURO).padStart(2, '0');
  return `${value < 0n ? MINUS : ''}${grouped(String(size / CENTS_PER_EURO))},${decimals}\u00a0€`;
}

/**
 * Reads what a person types as an amount (« 1 234,5 », « 1234.50 € ») into cents. Digits are handled as text so that no
 * floating number is ever involved. Null when it is not an amount above zero with at most two decimals.
 */
export function parseEuros(typed: string): number | null {
  const cleaned = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(cleaned);
  if (!match) return null;
  const cents = Number(match[1] + (match[2] ?? '').padEnd(2, '0'));
  return cents > 0 ? cents : null;
}
