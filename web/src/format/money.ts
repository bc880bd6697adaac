import { parseEuros, euros as written } from '@acquit/law';

export { parseEuros };

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

/** `123456` → « 1234,56 », ready to be corrected in a field. */
export function editableEuros(cents: number): string {
  return `${Math.trunc(cents / 100)},${String(Math.abs(cents % 100)).padStart(2, '0')}`;
}

/** Whether something was typed that reads as no sum. A field left empty is right where a sum may be left out. */
export function isSumWrong(typed: string): boolean {
  return typed.trim() !== '' && parseEuros(typed) === null;
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
