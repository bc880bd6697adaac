import { domainToASCII } from 'node:url';
import type { MailRefusal } from './refusal.ts';

/** A person or a company as a header names them. */
export interface Mailbox {
  name: string | null;
  address: string;
}

/** Every character that ends or disturbs a header line in some mail program, among them the line breaks of Unicode. */
const LINE_BREAKERS = /[\u0000-\u001f\u007f\u0085\u2028\u2029]/;
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i;
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i;
const LONGEST_LOCAL_PART = 64;
const LONGEST_ADDRESS = 254;

/**
 * Refuses (`HeaderInjection`) a text meant for a header when it holds a line break or another control character: what
 * follows the break would become a header of somebody else's choosing. Null when the text is safe.
 */
export function refuseLineBreak(field: string, text: string): MailRefusal | null {
  if (!LINE_BREAKERS.test(text)) return null;
  return {
    code: 'HeaderInjection',
    message: `Le champ « ${field} » contient un retour à la ligne ou un caractère de commande. Corrigez-le, puis relancez l’envoi.`,
    facts: { field },
  };
}

/**
 * Writes an address the way a mail server takes it: spaces around taken off, accented domain in its ASCII form.
 * Null when it is not an address: quoted local parts, addresses between brackets and accents before the @ are refused
 * on purpose, because too many servers on the way do not carry them.
 */
export function normalizeAddress(address: string): string | null {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  if (at < 1) return null;
  const local = trimmed.slice(0, at);
  const domain = domainToASCII(trimmed.slice(at + 1));
  const whole = `${local}@${domain}`;
  if (local.length > LONGEST_LOCAL_PART || whole.length > LONGEST_ADDRESS) return null;
  return LOCAL_PART.test(local) && DOMAIN.test(domain) ? whole : null;
}

/** Checks an address for a field; refuses with `HeaderInjection` or `InvalidAddress`. */
export function checkAddress(field: string, address: string): { address: string } | { refusal: MailRefusal } {
  const broken = refuseLineBreak(field, address);
  if (broken) return { refusal: broken };
  const normalized = normalizeAddress(address);
  if (normalized) return { address: normalized };
  return {
    refusal: {
      code: 'InvalidAddress',
      message: `« ${address} » n’est pas une adresse électronique valable (${field}). Corrigez-la, puis relancez l’envoi.`,
      facts: { field, address },
    },
  };
}

/** The part after the @, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
