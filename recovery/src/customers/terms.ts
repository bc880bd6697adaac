import { addDays, type Day, type DebtorKind, day, formatDay, frenchDate, type IsoDate, paymentTerm } from '@acquit/law';
import { days, fr } from '../texts/typography.ts';
import type { CustomerRefusal, CustomerTerms } from '../views/customers.ts';

/** The due date of an invoice under a customer's terms; `article` limits such terms, null where no law does. */
export type TermsDueOn =
  | { dueOn: IsoDate; article: string | null; refusal?: undefined }
  | { refusal: CustomerRefusal; dueOn?: undefined };

/**
 * The last day on which an invoice issued on `issuedOn` is paid on time under the terms agreed with a customer: net days,
 * or « fin de mois » by method A (the days, then the end of that month) or B (the end of the month, then the days).
 * An unknown kind is read as a business, whose terms the law limits. Refuses `TermsUnlawful`, with the article, what the
 * law does not let be agreed (L441-10 I C. com.), `TermsForPublicBuyer` for a buyer whose term the law sets itself
 * (R2192-10 CCP), and whatever `paymentTerm` refuses.
 */
export function termsDueOn(issuedOn: IsoDate, terms: CustomerTerms, kind: DebtorKind | null): TermsDueOn {
  if (kind === 'public-body' || kind === 'public-enterprise') return { refusal: publicTerms(terms) };
  const outcome = paymentTerm({ issuedOn, term: { ...terms }, debtor: kind ?? 'business' });
  if (outcome.refusal) return { refusal: outcome.refusal };
  const { dueOn, lawful, capArticle, latestLawfulDueOn } = outcome.value;
  if (lawful) return { dueOn, article: capArticle };
  return {
    refusal: {
      code: 'TermsUnlawful',
      message: fr`Un délai de ${termsName(terms)} dépasse ce que la loi permet de convenir (${capArticle ?? 'L441-10 I C. com.'}). Raccourcissez-le : pour une facture du ${frenchDate(day(issuedOn))}, la date la plus tardive est le ${frenchDate(day(latestLawfulDueOn ?? dueOn))}.`,
      facts: { terms, article: capArticle, latestLawfulDueOn },
    },
  };
}

/** Every day of a year: « fin de mois » gives another length on each day of the month. */
const YEAR_DAYS = 366;

/** Why these terms cannot be kept for a customer, or null: they must be lawful for an invoice of any day of the coming year. */
export function termsRefusal(terms: CustomerTerms, kind: DebtorKind | null, today: IsoDate): CustomerRefusal | null {
  const first: Day = day(today);
  for (let ahead = 0; ahead < YEAR_DAYS; ahead++) {
    const { refusal } = termsDueOn(formatDay(addDays(first, ahead)), terms, kind);
    if (refusal) return refusal;
  }
  return null;
}

/** « 30 jours », « 45 jours fin de mois », « fin de mois puis 45 jours » */
export function termsName({ days: length, endOfMonth }: CustomerTerms): string {
  if (endOfMonth === 'A') return length === 0 ? 'fin de mois' : fr`${days(length)} fin de mois`;
  if (endOfMonth === 'B') return length === 0 ? 'fin de mois' : fr`fin de mois puis ${days(length)}`;
  return length === 0 ? 'paiement comptant' : fr`${days(length)} nets`;
}

function publicTerms(terms: CustomerTerms): CustomerRefusal {
  return {
    code: 'TermsForPublicBuyer',
    message: fr`Le délai d’un acheteur public est fixé par la loi (R2192-10 et R2192-11 CCP) et court de la réception de la demande de paiement : ne convenez pas d’un autre délai avec lui.`,
    facts: { terms },
  };
}
