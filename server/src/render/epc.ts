import type { DocumentPayment } from '@acquit/recovery';
import { isValidBIC, isValidIBAN } from 'ibantools';

/** Limits of the European Payments Council's guideline EPC069-12, version 002, section 3.2. */
const LIMITS = { nameCharacters: 70, remittanceCharacters: 140, bytes: 331, leastCents: 1, mostCents: 99_999_999_999 };

/** What a payment code is made from; a printed amount is not needed. */
export type PaymentOrder = Omit<DocumentPayment, 'amount'>;

/** Why no payment code can be made: the letter is then printed with the bank details alone. */
export interface EpcRefusal {
  code: 'PaymentCodeImpossible';
  message: string;
  facts: { field: 'iban' | 'bic' | 'beneficiary' | 'reference' | 'amount' | 'size'; limit?: number };
}

export type EpcResult = { payload: string } | { refusal: EpcRefusal };

/**
 * The text of a SEPA credit transfer QR code (EPC069-12 v002): UTF-8, LF between elements, nothing after the last one
 * used. Refuses, rather than cuts, whatever the guideline does not carry: a shortened name or reference would make
 * the bank reject the transfer or our own matching miss it.
 */
export function epcPayload(payment: PaymentOrder): EpcResult {
  const iban = payment.iban.replace(/\s/g, '').toUpperCase();
  const bic = (payment.bic ?? '').replace(/\s/g, '').toUpperCase();
  const name = oneLine(payment.beneficiary);
  const reference = oneLine(payment.reference);
  if (!isValidIBAN(iban)) return refuse('iban', 'l’IBAN n’est pas valide');
  if (bic !== '' && !isValidBIC(bic)) return refuse('bic', 'le BIC n’est pas valide');
  if (name === '' || lengthOf(name) > LIMITS.nameCharacters) {
    return refuse('beneficiary', 'le nom du bénéficiaire doit compter de 1 à 70 caractères', LIMITS.nameCharacters);
  }
  if (lengthOf(reference) > LIMITS.remittanceCharacters) {
    return refuse('reference', 'la référence dépasse 140 caractères', LIMITS.remittanceCharacters);
  }
  const cents = payment.amountCents;
  if (!Number.isSafeInteger(cents) || cents < LIMITS.leastCents || cents > LIMITS.mostCents) {
    return refuse('amount', 'le montant doit être compris entre 0,01\u00a0€ et 999\u202f999\u202f999,99\u00a0€');
  }
  const amount = `EUR${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
  // The empty elements are the purpose code and the structured reference, which we do not use.
  const elements = ['BCD', '002', '1', 'SCT', bic, name, iban, amount, '', '', reference];
  while (elements.at(-1) === '') elements.pop();
  const payload = elements.join('\n');
  if (Buffer.byteLength(payload) > LIMITS.bytes)
    return refuse('size', 'ces mentions dépassent 331 octets', LIMITS.bytes);
  return { payload };
}

/** Line feeds separate the elements of the payload, so none may come from the text of an element. */
function oneLine(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** Characters as the guideline counts them, not UTF-16 units. */
function lengthOf(text: string): number {
  return [...text].length;
}

function refuse(field: EpcRefusal['facts']['field'], why: string, limit?: number): EpcResult {
  return {
    refusal: {
      code: 'PaymentCodeImpossible',
      message: `Aucun code QR de virement ne peut être imprimé\u00a0: ${why}.`,
      facts: limit === undefined ? { field } : { field, limit },
    },
  };
}
