import { addDays, type DebtorKind, day, formatDay, type IsoDate, paymentTerm } from '@acquit/law';
import { termsDueOn, termsName } from '../customers/terms.ts';
import { fr } from '../texts/typography.ts';
import type { CustomerTerms } from '../views/customers.ts';
import type { DueOnSource } from './model.ts';

/** What is known when a document states no due date. */
export interface DueDateFacts {
  issuedOn: IsoDate;
  deliveredOn: IsoDate | null;
  customerTerms: CustomerTerms | null;
  companyDays: number | null;
  /** Null: not known. */
  debtorKind: DebtorKind | null;
}

export interface SuppliedDueDate {
  on: IsoDate;
  source: DueOnSource;
  doubt: { code: string; message: string };
}

/**
 * The due date of an invoice that states none: by the customer's own term, else by the company's, else by the law
 * (rule `payment-term`), always with a doubt that says so. The law counts from the delivery, which a list does not tell:
 * the day of the invoice stands for it, and the doubt says that too. A debtor of unknown kind has the term between
 * businesses, the longest; where the law gives no term (the price is due on delivery) nothing is supplied: null, and the
 * claim waits for its date.
 */
export function supplyDueDate(facts: DueDateFacts): SuppliedDueDate | null {
  const { issuedOn, customerTerms, companyDays, debtorKind } = facts;
  const agreed = customerTerms === null ? null : termsDueOn(issuedOn, customerTerms, debtorKind).dueOn;
  if (customerTerms !== null && agreed)
    return {
      on: agreed,
      source: 'customer-terms',
      doubt: {
        code: 'DueDateFromCustomerTerms',
        message: fr`Échéance absente du document : calculée avec le délai convenu avec ce client (${termsName(customerTerms)}). Vérifiez-la.`,
      },
    };
  if (companyDays !== null)
    return {
      on: formatDay(addDays(day(issuedOn), companyDays)),
      source: 'terms',
      doubt: {
        code: 'DueDateFromTerms',
        message: fr`Échéance absente du document : calculée avec le délai de vos conditions (${companyDays} jours après l’émission). Vérifiez-la.`,
      },
    };
  return lawfulDate(facts);
}

function lawfulDate({ issuedOn, deliveredOn, debtorKind }: DueDateFacts): SuppliedDueDate | null {
  if (debtorKind === 'consumer' || debtorKind === 'non-business') return null;
  const delivered = deliveredOn !== null && deliveredOn > issuedOn ? deliveredOn : issuedOn;
  const outcome = paymentTerm({ issuedOn, receivedOn: delivered, debtor: debtorKind ?? 'business' });
  if ('refusal' in outcome) return null;
  return {
    on: outcome.value.dueOn,
    source: 'law',
    doubt: {
      code: 'DueDateFromLaw',
      message: fr`Échéance absente du document, et aucun délai n’est indiqué pour ce client ni dans vos conditions : c’est le délai de la loi, compté ${deliveredOn === null ? 'comme si la livraison avait eu lieu le jour de la facture' : 'de la livraison'}. Vérifiez-la.`,
    },
  };
}

/** The doubts of a due date that was supplied: they go when a date is written or typed. */
export const SUPPLIED_DUE_DATE_DOUBTS = [
  'DueDateFromCustomerTerms',
  'DueDateFromTerms',
  'DueDateFromLaw',
  'MissingDueDate',
] as const;
