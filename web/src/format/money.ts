import { euros as written } from '@acquit/law';

/**
 * Amounts as they are typeset in French: narrow no-break space between thousands, comma, no-break space before the
 * sign. Cents stay integers from the server to the screen; nothing here computes with a fraction of a cent.
 */

const wholeEuroFormat = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
const integerFormat = new Intl.NumberFormat('fr-FR', { maximumFractionDigits: 0 });

/** `123456` → « 1 234,56 € »; below zero with a true minus sign. */
export function euros(cents: number): string {
  return written(cents).replace('-', '\u2212');
}

/** `123456` → « 1 235 € », for a figure where cents only make noise (totals of a whole book). */
export function wholeEuros(cents: number): string {
  return wholeEuroFormat.format(Math.round(cents / 100));
}

/** `12345` → « 12 345 ». */
export function integer(value: number): string {
  return integerFormat.format(value);
}

/**
 * Reads what a person types as an amount (« 1 234,5 », « 1234.50 € ») into cents. Digits are handled as text so that no
 * floating number is ever involved. Answers null when it is not an amount above zero with at most two decimals.
 */
export function parseEuros(typed: string): number | null {
  const cleaned = typed.replace(/[\s\u00a0\u202f€]/g, '').replace(',', '.');
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(cleaned);
  if (!match) return null;
  const cents = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return cents > 0 ? cents : null;
}

/** `123456` → « 1234,56 », ready to be corrected in a field. */
export function editableEuros(cents: number): string {
  return `${Math.trunc(cents / 100)},${String(Math.abs(cents % 100)).padStart(2, '0')}`;
}

/** `"12.40"` → « 12,40 % », every digit of the law kept. */
export function percent(decimal: string): string {
  return `${decimal.replace('.', ',')}\u00a0%`;
}

/** `"1234.5678"` → « 1 234,5678 € »: an amount before its rounding. */
export function exactEuros(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return `${integer(Number(whole))},${fraction}\u00a0€`;
}
