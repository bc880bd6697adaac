import { fr } from '../typography.ts';
import type { Words } from '../words.ts';

/** What every reminder says of a payment that crossed it. */
export const CROSSED = fr`Si vous avez réglé entre-temps, nous vous en remercions et vous prions de ne pas tenir compte de ce message.`;

export const REGARDS = 'Cordialement,';

export const FORMAL_REGARDS = fr`Nous vous prions d’agréer, Madame, Monsieur, l’expression de nos salutations distinguées.`;

/** « la facture ci-dessous » or « les factures ci-dessous ». */
export function theInvoices({ count }: Words): string {
  return count > 1 ? 'les factures ci-dessous' : 'la facture ci-dessous';
}

/** « échue le 21 octobre 2026 », « échues, la plus ancienne le 21 octobre 2026 » */
export function since({ count, dueOn }: Words): string {
  return count > 1 ? `échues, la plus ancienne le ${dueOn}` : `échue le ${dueOn}`;
}

/** « facture F-1 », « factures F-1 et F-2 » or « 5 factures », for a subject. */
export function namedInvoices({ count, numbers }: Words): string {
  if (numbers.endsWith('factures')) return numbers;
  return count > 1 ? `factures ${numbers}` : `facture ${numbers}`;
}

/** « Facture F-1 », « Factures F-1 et F-2 » or « 5 factures », at the head of a subject. */
export function headInvoices(words: Words): string {
  const named = namedInvoices(words);
  return named.charAt(0).toUpperCase() + named.slice(1);
}

export function formalSubject(words: Words): string {
  return fr`Mise en demeure de payer – ${namedInvoices(words)}`;
}

/** Under which a creditor of private law puts his debtor in default. */
const CIVIL_NOTICE = fr`, au sens des articles 1344 et 1231-6 du code civil,`;

/**
 * The demand itself: that it is a formal notice, of how much, and by when. The delay runs from reception; a date is
 * given only where the day of reception is known, which is never the case of a letter. A public buyer is not put in
 * default by the civil code, and his interest has run without any notice.
 */
export function demand({ total, grace, payBefore }: Words, isPublicBuyer = false): string {
  const by = payBefore === null ? '' : fr`, soit au plus tard le ${payBefore}`;
  const under = isPublicBuyer ? '' : CIVIL_NOTICE;
  return fr`La présente vaut mise en demeure${under} de nous régler la somme de ${total} dans un délai de ${grace} à compter de sa réception${by}.`;
}

/** Names what the law adds and, when it is only named, says that it is not in the sum asked. */
export function mention({ accessories, principalOnly }: Words, notAsked: string): string[] {
  if (accessories === null) return [];
  return [principalOnly ? `${accessories} ${notAsked}` : accessories];
}
