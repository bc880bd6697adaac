import type { Day } from '../calendar/index.ts';
import { derived, type Explanation, given, numberValue } from '../explain/index.ts';
import { euros } from '../money/index.ts';
import { reason } from '../parameters/index.ts';
import type { LostInvoice, ReliefCase } from './input.ts';

/** What is lost of an invoice, split between price and tax. */
export interface LostShares {
  readonly invoice: LostInvoice;
  readonly unpaid: Explanation;
  /** Price before tax of what is unpaid: more than that of the loss when a plan writes a part off only. */
  readonly unpaidNet: Explanation;
  readonly lost: Explanation;
  readonly net: Explanation;
  readonly vat: Explanation;
  /** VAT due again on what came in afterwards. */
  readonly dueAgain: Explanation;
}

/**
 * The unpaid sum of an invoice, the part of it that is lost, and its split in proportion of the invoice: the tax is
 * rounded once, and the price is what remains, so that the two always make the loss (CGI 272-1).
 */
export function lostShares(invoice: LostInvoice, on: Day): LostShares {
  const of = ` (facture ${invoice.number})`;
  const cents = (label: string, amount: number) => given(`${label}${of}`, amount, 'cents');
  const invoicedVat = cents('TVA facturée', invoice.vatCents);
  const total = derived('sum', `Total TTC${of}`, 'cents', [cents('Prix hors taxe', invoice.netCents), invoicedVat]);
  const unpaid = derived('subtract', `Impayé TTC${of}`, 'cents', [total, cents('Reçu', invoice.receivedCents)]);
  const lost =
    invoice.writtenOffCents === null
      ? derived('detail', `Perte TTC${of}`, 'cents', [unpaid])
      : derived('least', `Perte TTC${of}`, 'cents', [cents('Part abandonnée', invoice.writtenOffCents), unpaid]);
  const taxOf = (label: string, sum: Explanation, why: Explanation) => {
    const exact = derived('in-proportion', `${label} exacte${of}`, 'euros', [sum, invoicedVat, total, why]);
    return derived('round-half-up', `${label}${of}`, 'cents', [exact]);
  };
  const vat = taxOf('TVA de la perte', lost, reason('vat-relief-proportion', on));
  const net = derived('subtract', `Prix hors taxe de la perte${of}`, 'cents', [lost, vat]);
  const unpaidVat = () => taxOf('TVA de l’impayé', unpaid, reason('vat-relief-proportion', on));
  const later = cents('Reçu après la récupération', invoice.receivedLaterCents);
  return {
    invoice,
    unpaid,
    lost,
    vat,
    net,
    unpaidNet:
      invoice.writtenOffCents === null
        ? net
        : derived('subtract', `Prix hors taxe de l’impayé${of}`, 'cents', [unpaid, unpaidVat()]),
    dueAgain: taxOf('TVA de nouveau due', later, reason('vat-relief-paid-later', on)),
  };
}

/** One amount of every invoice, added up. */
export function total(label: string, shares: readonly LostShares[], pick: (share: LostShares) => Explanation) {
  return derived('sum', label, 'cents', shares.map(pick));
}

/**
 * The statutory statement that the duplicate bears in bold, for one invoice. `article` is the printed reference in force
 * on the day it is sent.
 */
export function statementOf({ net, vat }: LostShares, article: string): string {
  const [price, tax] = [net, vat].map((node) => euros(BigInt(numberValue(node))));
  return `Facture demeurée impayée pour la somme de ${price} (prix net) et pour la somme de ${tax} (taxe sur la valeur ajoutée correspondante), qui ne peut faire l’objet d’une déduction (${article}).`;
}

/** Day of the duplicate, or of the question while none was sent: it commands the printed reference. */
export function statementDay({ duplicateSentOn, on }: ReliefCase): Day {
  return duplicateSentOn ?? on;
}
