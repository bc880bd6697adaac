import { formatDay, type IsoDate } from '../calendar/index.ts';
import { dayValue, derived, flagValue, numberValue, type Outcome, once } from '../explain/index.ts';
import { isJourOuvre } from '../holidays/index.ts';
import { type ArticleKey, reason, uncovered } from '../parameters/index.ts';
import { missing, type Refusal } from '../refusal.ts';
import { capOf, capSeries } from './caps.ts';
import { type MonthEndMethod, type PaymentTermInput, readCase, type TermCase } from './input.ts';
import { businessTerm, type CountedTerm, nonBusinessTerm, publicTerm, type TermBasis } from './regimes.ts';

/** What a person must look at before relying on the date; `message` is French. */
export interface TermDoubt {
  readonly code: 'MethodUnknown' | 'NotWorkingDay' | 'StartUncertain' | 'TermUnlawful' | 'TermVoid';
  readonly message: string;
}

export interface PaymentTermValue {
  /** Last day on which payment is on time. */
  readonly dueOn: IsoDate;
  /** Last day that could lawfully be agreed; null where no law limits the term (consumers, non-business debtors). */
  readonly latestLawfulDueOn: IsoDate | null;
  readonly lawful: boolean;
  readonly basis: TermBasis;
  /** Day from which the term that gives `dueOn` is counted. */
  readonly startsOn: IsoDate;
  /** Days of the cap that `latestLawfulDueOn` is counted with. */
  readonly capDays: number | null;
  /** Article that sets `latestLawfulDueOn`: the general one, that of the trade or that of the public buyer. */
  readonly capArticle: string | null;
  /** How an agreed « fin de mois » was counted; `unknown` gives the later of the two dates. */
  readonly reading: MonthEndMethod | null;
  readonly doubts: readonly TermDoubt[];
}

const SUBJECT = 'Les délais de paiement';

function countTerm(termCase: TermCase): CountedTerm | Refusal {
  const { payer, issuedOn } = termCase;
  if (payer === 'non-business') return nonBusinessTerm(termCase);
  if (payer !== 'business') {
    return uncovered(SUBJECT, [`payment-term-${payer}`], issuedOn) ?? publicTerm(termCase, payer);
  }
  const cap = capOf(termCase);
  const refusal = uncovered(SUBJECT, ['payment-term-default', ...capSeries(cap)], issuedOn);
  if (refusal !== null) return refusal;
  if (cap.start !== 'invoice' && termCase.receivedOn === null && termCase.performedOn === null) {
    return missing('receivedOn', 'le plafond de ce secteur se compte de la livraison');
  }
  return businessTerm(termCase, cap);
}

const DOUBTS: readonly (readonly [TermDoubt['code'], ArticleKey])[] = [
  ['MethodUnknown', 'payment-term-method-unknown'],
  ['StartUncertain', 'payment-term-latest-of-both'],
  ['TermUnlawful', 'payment-term-unlawful'],
  ['TermVoid', 'payment-term-public-longer'],
  ['NotWorkingDay', 'payment-term-weekend'],
];

function labelsOf(node: CountedTerm['due']): string[] {
  return [node.label, ...node.inputs.flatMap(labelsOf)];
}

/**
 * The day by which an invoice is payable, the last day that could lawfully be agreed, and whether the term is lawful
 * (L441-10 to L441-13 C. com.; R2192-10 to R2192-12 CCP; 1651 C. civ.). The regime is that of the day of the invoice.
 * Refuses a malformed input, `MissingField` for the fact from which the term runs (the invoice never stands for a
 * delivery) and `DateNotServed` for an invoice that the dated texts do not reach.
 */
export function paymentTerm(input: PaymentTermInput): Outcome<PaymentTermValue> {
  const termCase = readCase(input);
  if ('code' in termCase) return { refusal: termCase };
  const counted = countTerm(termCase);
  if ('code' in counted) return { refusal: counted };
  const { due, latest, lawful, start, basis, capDays, capWhy } = counted;
  const dueOn = dayValue(due);
  const reasons = [...counted.reasons];
  if (!isJourOuvre(dueOn)) reasons.push(reason('payment-term-weekend'));
  const limits = [latest, lawful].filter((node) => node !== null);
  const explanation = derived('detail', 'Date limite de paiement', 'date', [due, ...limits, ...reasons]);
  const labels = new Set([...labelsOf(due), ...reasons.map(({ label }) => label)]);
  return {
    value: {
      dueOn: formatDay(dueOn),
      latestLawfulDueOn: latest === null ? null : formatDay(dayValue(latest)),
      lawful: lawful === null || flagValue(lawful),
      basis,
      startsOn: formatDay(dayValue(start)),
      capDays: capDays === null ? null : numberValue(capDays),
      capArticle: capWhy === null ? null : reason(capWhy, termCase.issuedOn).reference!.article,
      reading: termCase.term?.method ?? null,
      doubts: DOUBTS.map(([code, key]) => ({ code, message: reason(key, termCase.issuedOn).label })).filter(
        ({ message }) => labels.has(message),
      ),
    },
    explanation: once(explanation),
  };
}
