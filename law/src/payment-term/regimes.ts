import { derived, type Explanation, flagValue, given } from '../explain/index.ts';
import { type ArticleKey, parameterNode, reason, valueOn } from '../parameters/index.ts';
import { type Cap, countCap } from './caps.ts';
import { datedNode, deliveryNode, invoiceNode, termEnd } from './counting.ts';
import type { AgreedTerm, PublicBuyer, TermCase } from './input.ts';

/** Where a due date comes from: the contract, the law in its silence, or a law that no contract may lengthen. */
export type TermBasis = 'agreed' | 'default' | 'statute';

/** A term once counted. `latest` and `lawful` are null where no law limits the term. */
export interface CountedTerm {
  readonly basis: TermBasis;
  readonly start: Explanation;
  readonly due: Explanation;
  readonly latest: Explanation | null;
  readonly lawful: Explanation | null;
  readonly capDays: Explanation | null;
  /** The text that sets `latest`. */
  readonly capWhy: ArticleKey | null;
  readonly reasons: readonly Explanation[];
}

function agreedNode({ days }: AgreedTerm): Explanation {
  return given('Délai convenu', days, 'days');
}

function agreedStart(termCase: TermCase, { fromDelivery }: AgreedTerm): Explanation {
  return fromDelivery ? deliveryNode(termCase) : invoiceNode(termCase);
}

/** Without an agreed term: 30 days from receipt or performance (L441-10 I), and never after the cap of some trades. */
function businessDefault(termCase: TermCase, cap: Cap): CountedTerm {
  const on = termCase.issuedOn;
  const start = deliveryNode(termCase);
  const length = parameterNode('Délai supplétif', valueOn('payment-term-default', on)!, 'days');
  const counted = countCap(termCase, cap, null);
  const why = reason('payment-term-default-business', on);
  const supplied = derived('add-days', 'Échéance supplétive', 'date', [start, length, why]);
  const due = cap.capsSilence
    ? derived('earliest', 'Échéance', 'date', [supplied, counted.end, reason('payment-term-silence-capped', on)])
    : supplied;
  const latest = derived('latest', 'Dernière échéance possible', 'date', [counted.end, due]);
  const lawful = derived('at-most', 'Délai licite', 'flag', [due, latest]);
  return { basis: 'default', start, due, latest, lawful, capDays: counted.days, capWhy: counted.why, reasons: [] };
}

/**
 * The agreed term of a business case and its cap. A term above the cap is unlawful, yet its date is kept: the debtor who
 * pays on the day he was given is not chased, and the creditor is told that his clause must change.
 */
function businessAgreed(termCase: TermCase, term: AgreedTerm, cap: Cap): CountedTerm {
  const on = termCase.issuedOn;
  const days = agreedNode(term);
  const start = agreedStart(termCase, term);
  const due = termEnd('Échéance convenue', start, days, term.method, on);
  const { end, days: capDays, isMonthEnd, why: capWhy } = countCap(termCase, cap, term.method);
  const conditions = [derived('at-most', 'Échéance dans le plafond', 'flag', [due, end])];
  if (isMonthEnd && term.method !== null) {
    // « 60 jours fin de mois » stays unlawful even in the months when its date happens to be within another cap.
    conditions.push(derived('at-most', 'Jours convenus dans le plafond', 'flag', [days, capDays]));
  }
  const lawful = derived('all-of', 'Délai licite', 'flag', conditions);
  const reasons = [reason('payment-term-agreed', on)];
  if (!flagValue(lawful)) reasons.push(reason('payment-term-unlawful', on), reason('payment-term-sanction', on));
  return { basis: 'agreed', start, due, latest: end, lawful, capDays, capWhy, reasons };
}

/** The term of a business debtor (L441-10 I, L441-11 II, L441-12, L441-13 C. com.). */
export function businessTerm(termCase: TermCase, cap: Cap): CountedTerm {
  return termCase.term === null ? businessDefault(termCase, cap) : businessAgreed(termCase, termCase.term, cap);
}

/** No law limits the term of a consumer or another non-business debtor: the price is due on delivery unless agreed. */
export function nonBusinessTerm(termCase: TermCase): CountedTerm {
  const { term, issuedOn: on } = termCase;
  const free = { latest: null, lawful: null, capDays: null, capWhy: null };
  if (term === null) {
    const start = deliveryNode(termCase);
    const why = reason('payment-term-consumer', on);
    const due = derived('detail', 'Échéance à la livraison ou à l’exécution', 'date', [start, why]);
    return { basis: 'default', start, due, reasons: [], ...free };
  }
  const start = agreedStart(termCase, term);
  const due = termEnd('Échéance convenue', start, agreedNode(term), term.method, on);
  return { basis: 'agreed', start, due, reasons: [reason('payment-term-consumer-agreed', on)], ...free };
}

/**
 * The term of a public buyer (R2192-10 to R2192-12 CCP): from the receipt of the payment request, or from the service
 * done when it is later. A shorter term of the contract wins; a longer one is void.
 */
export function publicTerm({ receivedOn, performedOn, term, issuedOn: on }: TermCase, buyer: PublicBuyer): CountedTerm {
  const received = datedNode('Réception de la demande de paiement', receivedOn!);
  const done = performedOn === null ? [] : [datedNode('Service fait', performedOn)];
  const why = reason('payment-term-public-start');
  const start = derived('latest', 'Point de départ', 'date', [received, ...done, why]);
  const capDays = parameterNode('Délai réglementaire', valueOn(`payment-term-${buyer}`, on)!, 'days');
  const capWhy: ArticleKey = `payment-term-${buyer}-term`;
  const latest = derived('add-days', 'Échéance réglementaire', 'date', [start, capDays, reason(capWhy)]);
  if (term === null) {
    const lawful = derived('at-most', 'Délai licite', 'flag', [latest, latest]);
    return { basis: 'statute', start, due: latest, latest, lawful, capDays, capWhy, reasons: [] };
  }
  const agreed = termEnd('Échéance prévue au marché', start, agreedNode(term), term.method, on);
  const lawful = derived('at-most', 'Délai licite', 'flag', [agreed, latest]);
  const isShorter = flagValue(lawful);
  const due = derived('earliest', 'Échéance retenue', 'date', [
    agreed,
    latest,
    reason(isShorter ? 'payment-term-public-shorter' : 'payment-term-public-longer'),
  ]);
  return { basis: isShorter ? 'agreed' : 'statute', start, due, latest, lawful, capDays, capWhy, reasons: [] };
}
