import { addDays, addMonths, type Day, formatDay, frenchDate, halfYearCode, halfYearOf } from '../calendar/index.ts';
import { type Explanation, flagValue } from '../explain/index.ts';
import { defaultClause, type RateClause, reachesFloor } from '../invoice-mentions/index.ts';
import { euros } from '../money/index.ts';
import { uncovered, valueOn } from '../parameters/index.ts';
import { type PaymentTermInput, paymentTerm } from '../payment-term/index.ts';
import { type Refusal, type RefusalCode, refuse } from '../refusal.ts';
import type { TermsCase } from './input.ts';

/** What is lawful once checked: the term with its tree, the one rate with the tree of its floor. */
export interface LawfulTerms {
  readonly rate: RateClause | null;
  readonly rateCheck: Explanation | null;
  readonly termCheck: Explanation;
}

function refused(code: RefusalCode, message: string, article: string, facts: Record<string, unknown>): Refusal {
  return refuse(code, message, { ...facts, article });
}

/** A sample invoice of a day, delivered that day, under the term of the clause. */
function sample({ input, customers }: TermsCase, on: Day): PaymentTermInput {
  const facts: Record<string, unknown> = { debtor: customers, issuedOn: formatDay(on), receivedOn: formatDay(on) };
  const names = ['term', 'sector', 'periodic', 'overseasImport', 'largeBuyer'] as const;
  for (const name of names) if (input[name] !== undefined) facts[name] = input[name];
  return facts as unknown as PaymentTermInput;
}

/**
 * The due term of the clause, tried on an invoice of every day of a year: a « fin de mois » or a seasonal cap may be
 * lawful one month and not the next, and a clause is lawful only if it always is (L441-10 I, L441-11 II C. com.).
 */
function termCheck(terms: TermsCase): Explanation | Refusal {
  const { term, on, sector } = terms;
  const last = addDays(addMonths(on, MONTHS), -1);
  // What the law supplies is lawful, and a net term under the one cap in days is lawful every day or never.
  const step = term === null || (term.method === null && sector === null) ? last - on + 1 : 1;
  let first: Explanation | null = null;
  for (let issued = on; issued <= last; issued = addDays(issued, step)) {
    const { value, explanation, refusal } = paymentTerm(sample(terms, issued));
    if (refusal !== undefined) return refusal;
    first ??= explanation;
    if (term === null || value.lawful) continue;
    const { days, method } = term;
    const message = `Le délai de ${days}\u00a0jours${method === null ? '' : ' fin de mois'} dépasse le plafond légal pour une facture émise le ${frenchDate(issued)}\u00a0: choisissez un délai plus court.`;
    const facts = { days, issuedOn: formatDay(issued), latestLawfulDueOn: value.latestLawfulDueOn };
    return refused('TermAboveCap', message, value.capArticle!, facts);
  }
  return first!;
}

/** Fees, rates and penalties that may not be asked of a customer who is no business. */
function consumerFault({
  customers,
  rates,
  fixedIndemnityCents,
  penaltyClause,
  limitation,
}: TermsCase): Refusal | null {
  if (customers === 'business') return null;
  const isConsumer = customers === 'consumer';
  if (rates.length > 0) {
    const message =
      'Un client non professionnel ne doit pas les pénalités de retard entre professionnels\u00a0: retirez le taux, l’intérêt légal court depuis la mise en demeure.';
    return refused(
      isConsumer ? 'PenaltyNotOwedByConsumer' : 'PenaltyNotOwedUnderCivilLaw',
      message,
      '1231-6 C. civ.',
      {},
    );
  }
  if (fixedIndemnityCents !== null) {
    const message =
      'Un client non professionnel ne doit pas l’indemnité forfaitaire de recouvrement\u00a0: retirez-la.';
    const code = isConsumer ? 'IndemnityNotOwedByConsumer' : 'IndemnityNotOwedUnderCivilLaw';
    return refused(code, message, 'D441-5 C. com.', {});
  }
  if (penaltyClause !== null && !penaltyClause.mutual) {
    const message =
      'Une pénalité qui ne pèse que sur le client serait présumée abusive\u00a0: rendez-la réciproque, ou retirez-la.';
    return refused('OneSidedPenalty', message, 'R212-2 C. consom.', { field: 'penaltyClause.mutual' });
  }
  if (limitation !== null) {
    const message = 'La prescription ne s’aménage pas avec un client non professionnel\u00a0: retirez la clause.';
    return refused('LimitationClauseForbidden', message, 'L218-1 C. consom.', { field: 'limitation' });
  }
  return null;
}

function feeFault({ reminderFeeCents, customers }: TermsCase): Refusal | null {
  if (reminderFeeCents === 0) return null;
  const message =
    'Des frais de relance ne peuvent pas être mis à la charge du client avant un titre exécutoire, même par une clause\u00a0: retirez-les.';
  const code = customers === 'consumer' ? 'FeeForbiddenToConsumer' : 'FeeForbiddenBeforeTitle';
  return refused(code, message, 'L111-8 CPCE', { field: 'reminderFeeCents', amountCents: reminderFeeCents });
}

function indemnityFault({ fixedIndemnityCents, customers, on }: TermsCase): Refusal | null {
  const legal = Number(valueOn('fixed-indemnity', on)!.value);
  if (customers !== 'business' || fixedIndemnityCents === null || fixedIndemnityCents === legal) return null;
  const message = `L’indemnité forfaitaire est fixée par décret à ${euros(BigInt(legal))}\u00a0: imprimez ce montant.`;
  return refused('IndemnityFixedByLaw', message, 'D441-5 C. com.', {
    amountCents: fixedIndemnityCents,
    legalCents: legal,
  });
}

function limitationFault({ limitation, on }: TermsCase): Refusal | null {
  if (limitation === null) return null;
  const { years, periodicSums } = limitation;
  const [least, most] = (['limitation-contract-least', 'limitation-contract-most'] as const).map((name) =>
    Number(valueOn(name, on)!.value),
  ) as [number, number];
  const facts = { field: 'limitation', years, least, most };
  if (periodicSums) {
    const message =
      'La prescription des loyers et des autres sommes périodiques ne s’aménage pas\u00a0: retirez la clause.';
    return refused('LimitationClauseForbidden', message, '2254 C. civ.', facts);
  }
  if (years >= least && years <= most) return null;
  const message = `La prescription conventionnelle va de ${least} à ${most}\u00a0ans\u00a0: choisissez une durée dans ces bornes.`;
  return refused('LimitationClauseForbidden', message, '2254 C. civ.', facts);
}

function jurisdictionFault({ jurisdiction, customers }: TermsCase): Refusal | null {
  if (jurisdiction === null || (customers === 'business' && jurisdiction.betweenTraders)) return null;
  const message =
    'Une clause attributive de compétence n’est valable qu’entre commerçants\u00a0: retirez-la, ou dites que tous les clients visés sont commerçants.';
  return refused('JurisdictionClauseForbidden', message, '48 CPC', { field: 'jurisdiction.betweenTraders' });
}

/** The one rate that the terms print, checked against the floor of the half-year they are written in. */
function rateCheck({ customers, rates, on }: TermsCase): Pick<LawfulTerms, 'rate' | 'rateCheck'> | Refusal {
  if (customers !== 'business') return { rate: null, rateCheck: null };
  const rate = rates[0] ?? defaultClause(on);
  const reaches = reachesFloor(rate, on);
  if ('code' in reaches) return reaches;
  if (flagValue(reaches)) return { rate, rateCheck: reaches };
  const message =
    'Le taux choisi est inférieur à trois fois le taux de l’intérêt légal\u00a0: relevez-le, ou laissez la formule de la loi.';
  const facts = { kind: rate.kind, value: rate.value, period: halfYearCode(halfYearOf(on)) };
  return refused('RateBelowFloor', message, 'L441-10 II C. com.', facts);
}

/** Months of the year on which a clause is tried. */
const MONTHS = 12;

/** The first unlawful choice, or what the clauses need. */
export function checkTerms(terms: TermsCase): LawfulTerms | Refusal {
  const fault =
    uncovered('Les conditions générales', ['payment-term-default'], terms.on) ??
    feeFault(terms) ??
    consumerFault(terms) ??
    indemnityFault(terms) ??
    limitationFault(terms) ??
    jurisdictionFault(terms);
  if (fault !== null) return fault;
  const rate = rateCheck(terms);
  if ('code' in rate) return rate;
  const term = termCheck(terms);
  if ('code' in term) return term;
  return { ...rate, termCheck: term };
}
