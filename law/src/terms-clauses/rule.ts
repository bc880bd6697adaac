import { derived, type Outcome, once } from '../explain/index.ts';
import { rateWords } from '../invoice-mentions/index.ts';
import { reason } from '../parameters/index.ts';
import { type Clause, draftClauses } from './clauses.ts';
import { readCase, type TermsCase, type TermsClausesInput } from './input.ts';
import { checkTerms } from './lawful.ts';

/** What the creditor should know before he prints a clause; `message` is French. */
export interface ClauseDoubt {
  readonly code: 'FormulaSafer' | 'LimitationChanged' | 'MonthEndNeedsAgreement' | 'PenaltyMayBeReduced';
  readonly message: string;
}

export interface TermsClausesValue {
  readonly clauses: readonly Clause[];
  /** The clauses one after the other, numbered. */
  readonly text: string;
  /** The one rate of late penalties that the clauses print; null when they print none. */
  readonly ratePrinted: string | null;
  readonly doubts: readonly ClauseDoubt[];
}

function doubtsOf({ customers, term, rates, limitation, penaltyClause, on }: TermsCase): ClauseDoubt[] {
  const told = [
    ['FormulaSafer', 'mention-formula-safer', rates[0]?.kind === 'fixed'],
    ['LimitationChanged', 'terms-limitation', limitation !== null],
    ['MonthEndNeedsAgreement', 'payment-term-month-end', customers === 'business' && (term?.method ?? null) !== null],
    ['PenaltyMayBeReduced', 'terms-penalty-clause', penaltyClause !== null],
  ] as const;
  return told.filter(([, , isTold]) => isTold).map(([code, key]) => ({ code, message: `${reason(key, on).label}.` }));
}

/**
 * The clauses of general terms about payment, from the choices of the creditor: due term, discount, penalties at one
 * rate, fixed indemnity, penalty clause, imputation, acceleration, suspension, retention of title, limitation and court,
 * each with its articles. An unlawful choice is refused by name and never written otherwise: `TermAboveCap` (tried on
 * every day of a year), `RateBelowFloor`, `FeeForbiddenBeforeTitle`, `FeeForbiddenToConsumer`, `PenaltyNotOwedByConsumer`,
 * `PenaltyNotOwedUnderCivilLaw`, `IndemnityNotOwedByConsumer`, `IndemnityNotOwedUnderCivilLaw`, `IndemnityFixedByLaw`,
 * `OneSidedPenalty`, `LimitationClauseForbidden`, `JurisdictionClauseForbidden`, `RateNotPublished`, `DateNotServed`.
 */
export function termsClauses(input: TermsClausesInput): Outcome<TermsClausesValue> {
  const terms = readCase(input);
  if ('code' in terms) return { refusal: terms };
  const lawful = checkTerms(terms);
  if ('code' in lawful) return { refusal: lawful };
  const drafts = draftClauses(terms, lawful);
  const clauses = drafts.map(({ clause }) => clause);
  return {
    value: {
      clauses,
      text: clauses.map(({ title, text }, i) => `${i + 1}. ${title}\n${text}`).join('\n\n'),
      ratePrinted: lawful.rate === null ? null : rateWords(lawful.rate),
      doubts: doubtsOf(terms),
    },
    explanation: once(
      derived(
        'list',
        'Clauses de paiement',
        'text',
        drafts.map(({ node }) => node),
      ),
    ),
  };
}
