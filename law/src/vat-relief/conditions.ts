import type { Day } from '../calendar/index.ts';
import { dayValue, derived, type Explanation, flagValue, given, givenDay } from '../explain/index.ts';
import { type ArticleKey, parameterNode, reason, soleValue } from '../parameters/index.ts';
import type { ReliefCase, VatPoint } from './input.ts';

/** A condition of the relief that is not met. */
export interface UnmetCondition {
  readonly what: 'vat-paid' | 'irrecoverable' | 'duplicate' | 'time-limit';
  /** French sentence. */
  readonly why: string;
  readonly article: string;
}

/** The conditions of the relief on the day of the question, and the two ends of the time when it may be taken. */
export interface Conditions {
  readonly recoverable: Explanation;
  readonly from: Day | null;
  readonly until: Day | null;
  readonly unmet: readonly UnmetCondition[];
}

const POINTS: Record<VatPoint, string> = {
  delivery: 'à la livraison',
  debits: 'sur les débits',
  receipts: 'à l’encaissement',
};

interface Condition {
  readonly what: UnmetCondition['what'];
  readonly node: Explanation;
  /** The article that explains the condition, met or not. */
  readonly why: ArticleKey;
}

function dated(label: string, on: Day): Explanation {
  return givenDay(label, on);
}

/** Only VAT that went to the State comes back: a supplier taxed on receipts never paid it on what is unpaid. */
function vatPaid({ vatPoint, vatUnpaid, on }: ReliefCase): Condition {
  const why: ArticleKey =
    vatPoint === 'receipts' ? 'vat-relief-receipts' : vatUnpaid ? 'vat-relief-unpaid-vat' : 'vat-relief-paid';
  const point = given('Exigibilité de la TVA', POINTS[vatPoint], 'text');
  const early = [POINTS.delivery, POINTS.debits].map((name) => given(`Exigibilité ${name}`, name, 'text'));
  const node = derived('all-of', 'TVA acquittée', 'flag', [
    derived('is-one-of', 'TVA exigible avant le paiement', 'flag', [point, ...early]),
    derived('none-of', 'TVA versée', 'flag', [given('TVA non déclarée', vatUnpaid, 'flag')]),
    reason(why, on),
  ]);
  return { what: 'vat-paid', node, why };
}

/** The events that make a claim definitively irrecoverable; the opening of a safeguard or receivership does not. */
function irrecoverable({ event, on }: ReliefCase): Condition {
  const label = 'Créance définitivement irrécouvrable';
  if (event === null) {
    const why = 'vat-relief-not-lost';
    return {
      what: 'irrecoverable',
      node: derived('all-of', label, 'flag', [given('Événement définitif', false, 'flag'), reason(why, on)]),
      why,
    };
  }
  const isDefinitive = event.kind !== 'insolvency-opened';
  const happened = derived('at-most', 'Événement survenu', 'flag', [
    dated('Date de l’événement', event.on),
    dated('Jour de la question', on),
  ]);
  const node = derived('all-of', label, 'flag', [
    given('Événement définitif', isDefinitive, 'flag'),
    happened,
    reason(`vat-relief-${event.kind}`, event.on),
  ]);
  return {
    what: 'irrecoverable',
    node,
    why: isDefinitive && !flagValue(happened) ? 'vat-relief-not-lost' : `vat-relief-${event.kind}`,
  };
}

/** No duplicate, no recovery: the debtor must have been told that he may not deduct this tax. */
function duplicateSent({ duplicateSentOn, invoices, on }: ReliefCase): Condition {
  const label = 'Duplicata envoyé';
  const reasons = [reason('vat-relief-duplicate', on)];
  if (invoices.length > 1) reasons.push(reason('vat-relief-summary', on));
  const node =
    duplicateSentOn === null
      ? derived('all-of', label, 'flag', [given('Envoi du duplicata', false, 'flag'), ...reasons])
      : derived('at-most', label, 'flag', [
          dated('Date d’envoi du duplicata', duplicateSentOn),
          dated('Jour de la question', on),
          ...reasons,
        ]);
  return { what: 'duplicate', node, why: 'vat-relief-duplicate' };
}

/** The last day of the second calendar year after the event. */
function limitNode(eventOn: Day): Explanation {
  const nextYear = derived('next-year-start', 'Année qui suit l’événement', 'date', [
    dated('Date de l’événement', eventOn),
  ]);
  const years = parameterNode('Années pour récupérer', soleValue('vat-relief-limit-years'), 'years');
  const over = derived('add-years', 'Fin du délai', 'date', [nextYear, years]);
  return derived('day-before', 'Dernier jour pour récupérer la TVA', 'date', [over, reason('vat-relief-limit')]);
}

/**
 * Whether the VAT may be recovered on the day of the question: paid to the State, claim definitively lost, duplicate
 * sent, not too late (CGI 272-1, 208 ann. II).
 */
export function conditionsOf(relief: ReliefCase): Conditions {
  const { event, duplicateSentOn, on } = relief;
  const conditions = [vatPaid(relief), irrecoverable(relief), duplicateSent(relief)];
  const isDefinitive = event !== null && event.kind !== 'insolvency-opened';
  const limit = isDefinitive ? limitNode(event.on) : null;
  if (limit !== null) {
    const node = derived('at-most', 'Délai respecté', 'flag', [dated('Jour de la question', on), limit]);
    conditions.push({ what: 'time-limit', node, why: 'vat-relief-limit' });
  }
  const unmet = conditions
    .filter(({ node }) => !flagValue(node))
    .map(({ what, why }) => {
      const { label, reference } = reason(why, on);
      return { what, why: `${label}.`, article: reference!.article };
    });
  const mayEver = isDefinitive && flagValue(conditions[0]!.node);
  return {
    recoverable: derived(
      'all-of',
      'TVA récupérable',
      'flag',
      conditions.map(({ node }) => node),
    ),
    from: mayEver && duplicateSentOn !== null ? (Math.max(event.on, duplicateSentOn) as Day) : null,
    until: mayEver ? dayValue(limit!) : null,
    unmet,
  };
}
