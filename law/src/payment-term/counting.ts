import type { Day } from '../calendar/index.ts';
import { derived, type Explanation, givenDay } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import type { MonthEndMethod, TermCase } from './input.ts';

const issueLabel = 'Émission de la facture';
const receiptLabel = 'Réception des marchandises';
const performanceLabel = 'Exécution de la prestation';

/** A day of the case. */
export function datedNode(label: string, on: Day): Explanation {
  return givenDay(label, on);
}

/**
 * The day of delivery: receipt of the goods or performance of the service. When both are known the later one, the
 * reading that never asks for payment too early. The case is known to hold one of them.
 */
export function deliveryNode({ receivedOn, performedOn, issuedOn }: TermCase): Explanation {
  if (receivedOn === null) return datedNode(performanceLabel, performedOn!);
  if (performedOn === null) return datedNode(receiptLabel, receivedOn);
  return derived('latest', 'Réception et exécution', 'date', [
    datedNode(receiptLabel, receivedOn),
    datedNode(performanceLabel, performedOn),
    reason('payment-term-latest-of-both', issuedOn),
  ]);
}

/** The day from which a term « à compter de la facture » runs: its issue, or the receipt of goods imported overseas. */
export function invoiceNode({ issuedOn, receivedOn, overseasImport }: TermCase): Explanation {
  if (!overseasImport) return datedNode(issueLabel, issuedOn);
  return derived('detail', 'Point de départ outre-mer', 'date', [
    datedNode(receiptLabel, receivedOn!),
    reason('payment-term-overseas', issuedOn),
  ]);
}

/**
 * The last day of a term: the days alone, or « fin de mois » by method A (days, then end of that month), by method B
 * (end of the starting month, then days), or the later of the two when the contract does not say which (L441-10 I; the
 * two are admitted by the Commission d’examen des pratiques commerciales).
 */
export function termEnd(
  label: string,
  start: Explanation,
  days: Explanation,
  method: MonthEndMethod | null,
  on: Day,
): Explanation {
  if (method === null) return derived('add-days', label, 'date', [start, days]);
  if (method === 'A') {
    const counted = derived('add-days', `${label}\u00a0: jours comptés`, 'date', [start, days]);
    return derived('month-end', label, 'date', [counted, reason('payment-term-method-a', on)]);
  }
  if (method === 'B') {
    const monthEnd = derived('month-end', `${label}\u00a0: fin du mois de départ`, 'date', [start]);
    return derived('add-days', label, 'date', [monthEnd, days, reason('payment-term-method-b', on)]);
  }
  return derived('latest', label, 'date', [
    termEnd(`${label}, méthode A`, start, days, 'A', on),
    termEnd(`${label}, méthode B`, start, days, 'B', on),
    reason('payment-term-method-unknown', on),
  ]);
}
