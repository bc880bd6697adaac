import { civilOf, type Day, remembered } from './civil.ts';

const MONTHS = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const SHORT_MONTHS = [
  'janv.',
  'févr.',
  'mars',
  'avr.',
  'mai',
  'juin',
  'juil.',
  'août',
  'sept.',
  'oct.',
  'nov.',
  'déc.',
] as const;

function written(d: Day, months: readonly string[]): string {
  const { year, month, dayOfMonth } = civilOf(d);
  return `${dayOfMonth === 1 ? '1er' : dayOfMonth} ${months[month - 1]} ${year}`;
}

/** `21 novembre 2026`; the first of a month is `1er janvier 2027`. */
export const frenchDate: (d: Day) => string = remembered((d) => written(d, MONTHS));

/** `21 nov. 2026`. */
export const frenchShortDate: (d: Day) => string = remembered((d) => written(d, SHORT_MONTHS));
