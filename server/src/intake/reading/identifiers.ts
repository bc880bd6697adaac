/** Checks of the identifiers an invoice carries: SIREN and SIRET, VAT numbers, IBAN. Nothing here looks anything up. */

import { electronicFormatIBAN, isValidIBAN } from 'ibantools';

/** SIREN of La Poste, whose SIRET do not follow the Luhn key (INSEE): the sum of their digits is a multiple of 5. */
const LA_POSTE = '356000000';

/** Luhn key of a string of digits (ISO/IEC 7812-1). */
function luhn(digits: string): boolean {
  let total = 0;
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 1 ? digit * 2 : digit;
    total += doubled > 9 ? doubled - 9 : doubled;
  }
  return total % 10 === 0;
}

/** True for 9 digits (SIREN) or 14 (SIRET) with a right key. */
export function isFrenchLegalId(text: string): boolean {
  if (/^\d{9}$/.test(text)) return luhn(text);
  if (!/^\d{14}$/.test(text)) return false;
  if (!luhn(text.slice(0, 9))) return false;
  if (!text.startsWith(LA_POSTE)) return luhn(text);
  const digits = [...text].reduce((total, digit) => total + Number(digit), 0);
  return text === `${LA_POSTE}00048` || luhn(text) || digits % 5 === 0;
}

/** Digits without their spaces and dots when nothing else is written (`123 456 782`), else the text untouched. */
export function legalIdText(text: string): string {
  const close = text.replace(/[\s\u00a0\u202f]/g, '');
  return /^\d+$/.test(close) ? close : text;
}

/** A VAT number without its spaces, in capitals. */
export function vatText(text: string): string {
  return text.replace(/[\s\u00a0\u202f]/g, '').toUpperCase();
}

/**
 * False when a VAT number cannot be one. A French number is checked in full: two figures that follow from the SIREN
 * (12 + 3 × (SIREN mod 97)) mod 97, or a key with a letter, of which only the SIREN can be checked (CGI ann. II
 * art. 215). Of a foreign number only the outline is checked, since its key belongs to another administration.
 */
export function isPlausibleVat(vat: string): boolean {
  if (!vat.startsWith('FR')) return /^[A-Z]{2}[0-9A-Z+*]{2,13}$/.test(vat.replace(/[.-]/g, ''));
  const found = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(vat);
  if (found === null) return false;
  const [, key = '', siren = ''] = found;
  if (!luhn(siren)) return false;
  return !/^\d\d$/.test(key) || Number(key) === (12 + 3 * (Number(siren) % 97)) % 97;
}

/** An IBAN without spaces, in capitals; other account numbers come back trimmed. */
export function ibanText(text: string): string {
  return electronicFormatIBAN(text) ?? text.trim();
}

/** True for an IBAN whose country, length, structure and key are right (ISO 13616). */
export function isIban(text: string): boolean {
  return isValidIBAN(text);
}
