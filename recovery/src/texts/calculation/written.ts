import { type Day, euros, frenchDate, isoWeekday } from '@acquit/law';

const NO_BREAK = '\u00a0';
const CENTS_LENGTH = 2;
const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;

/** « mercredi 5 mars 2031 » */
export function weekdayDate(on: Day): string {
  return `${WEEKDAYS[isoWeekday(on) - 1]} ${frenchDate(on)}`;
}

/** `"12.40"` → « 12,40 % » */
export function percent(decimal: string): string {
  return `${decimal.replace('.', ',')}${NO_BREAK}%`;
}

/** `"1234.5678"` → « 1 234,5678 € »: an amount before its rounding, every digit kept. */
export function exactAmount(decimal: string): string {
  const [whole = '0', fraction = ''] = decimal.split('.');
  const withCents = euros(BigInt(whole + fraction.slice(0, CENTS_LENGTH).padEnd(CENTS_LENGTH, '0')));
  return withCents.replace(`${NO_BREAK}€`, `${fraction.slice(CENTS_LENGTH)}${NO_BREAK}€`);
}
