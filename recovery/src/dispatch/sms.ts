import { smsParts, toGsm7 } from '../texts/gsm7.ts';

/** A text message ready to leave: written in the alphabet of telephones, and as how many messages it is billed. */
export interface SmsText {
  text: string;
  parts: number;
}

/** A text as a telephone network takes it: one line, its own alphabet, and what it will be billed as. */
export function smsText(written: string): SmsText {
  const text = toGsm7(written.replace(/\s+/g, ' ')).trim();
  return { text, parts: smsParts(text) };
}

/**
 * A name that networks accept as the sender of a text message: 3 to 11 letters, figures and spaces, at least one letter.
 * Gives null when it is fine, else the sentence that says what to change.
 */
export function senderFault(name: string): string | null {
  if (/^[A-Za-z0-9 ]{3,11}$/.test(name) && /[A-Za-z]/.test(name) && name === name.trim()) return null;
  return 'Le nom d’expéditeur compte 3 à 11 lettres sans accent, chiffres ou espaces, dont une lettre au moins.';
}

/** A sender's name made from a company's: its first letters that networks accept; a person corrects it. */
export function senderFrom(company: string): string {
  const bare = company
    .normalize('NFD')
    .replace(/[^A-Za-z0-9 ]/g, '')
    .replace(/ +/g, ' ')
    .trim();
  return bare.slice(0, 11).trim();
}
