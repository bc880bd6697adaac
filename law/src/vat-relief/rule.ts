import { formatDay, type IsoDate } from '../calendar/index.ts';
import { derived, flagValue, given, numberValue, type Outcome, once } from '../explain/index.ts';
import { parameterNode, reason, uncovered, valueOn } from '../parameters/index.ts';
import { type LostShares, lostShares, statementDay, statementOf, total } from './amounts.ts';
import { conditionsOf, type UnmetCondition } from './conditions.ts';
import { type Entry, entriesOf } from './entries.ts';
import { readCase, type VatReliefInput } from './input.ts';

/** One line of the duplicate or of the summary list. */
export interface ReliefLine {
  readonly number: string;
  readonly label: string | null;
  readonly issuedOn: IsoDate;
  readonly unpaidCents: number;
  readonly lostNetCents: number;
  readonly lostVatCents: number;
  readonly vatDueAgainCents: number;
  /** Statutory statement to print in bold, or null for a supplier taxed on receipts, whose VAT was never due. */
  readonly statement: string | null;
}

export interface VatReliefValue {
  readonly recoverable: boolean;
  /** VAT that may be taken back on the day of the question; zero while a condition is not met. */
  readonly recoverableVatCents: number;
  /** First day of the relief: the event and the duplicate are both there. Null while one is missing. */
  readonly recoverableFrom: IsoDate | null;
  /** Last day, included. */
  readonly recoverUntil: IsoDate | null;
  readonly unmet: readonly UnmetCondition[];
  readonly unpaidCents: number;
  readonly lostNetCents: number;
  readonly lostVatCents: number;
  /** VAT due again on money that came in after the relief. */
  readonly vatDueAgainCents: number;
  /** One invoice goes out again as a duplicate; several as one summary list with a statement for each. */
  readonly document: 'duplicate' | 'summary-list';
  /** The article that the statement prints on the day it is sent, and how sure it is. */
  readonly statementReference: { readonly article: string; readonly confidence: 'A' | 'B' | 'C' };
  readonly invoices: readonly ReliefLine[];
  readonly entries: readonly Entry[];
}

function lineOf(share: LostShares, article: string | null): ReliefLine {
  const { invoice, unpaid, net, vat, dueAgain } = share;
  return {
    number: invoice.number,
    label: invoice.label,
    issuedOn: formatDay(invoice.issuedOn),
    unpaidCents: numberValue(unpaid),
    lostNetCents: numberValue(net),
    lostVatCents: numberValue(vat),
    vatDueAgainCents: numberValue(dueAgain),
    statement: article === null ? null : statementOf(share, article),
  };
}

/**
 * The VAT of a bad debt: whether and from when it may be recovered, the split of what is unpaid, the statement of the
 * duplicate invoice, and the accounting entries (CGI 272-1; plan comptable général). Refuses a malformed input and
 * `DateNotServed` for a day on which no printed reference is known.
 */
export function vatRelief(input: VatReliefInput): Outcome<VatReliefValue> {
  const relief = readCase(input);
  if ('code' in relief) return { refusal: relief };
  const printedOn = statementDay(relief);
  const refusal =
    uncovered('Les règles de récupération de la TVA', ['vat-relief-reference'], printedOn) ??
    uncovered('Les règles de récupération de la TVA', ['vat-relief-limit-years'], relief.event?.on ?? relief.on);
  if (refusal !== null) return { refusal };
  const printed = valueOn('vat-relief-reference', printedOn)!;
  const shares = relief.invoices.map((invoice) => lostShares(invoice, relief.on));
  const unpaid = total('Impayé TTC', shares, (share) => share.unpaid);
  const lost = total('Perte TTC', shares, (share) => share.lost);
  const lostNet = total('Prix hors taxe de la perte', shares, ({ net }) => net);
  const lostVat = total('TVA de la perte', shares, ({ vat }) => vat);
  const dueAgain = total('TVA de nouveau due', shares, (share) => share.dueAgain);
  const { recoverable, from, until, unmet } = conditionsOf(relief);
  const vat = derived('choose', 'TVA à récupérer', 'cents', [
    recoverable,
    lostVat,
    given('Rien à récupérer', 0, 'cents'),
  ]);
  const isLost = !unmet.some(({ what }) => what === 'irrecoverable');
  const amounts = {
    unpaid,
    unpaidNet: total('Impayé hors taxe', shares, (share) => share.unpaidNet),
    lost,
    lostNet,
    lostVat,
  };
  const { entries, explanation: workings } = entriesOf(relief, amounts, isLost, recoverable);
  const statement = [parameterNode('Renvoi imprimé sur le duplicata', printed, 'text')];
  const recodified = reason('vat-relief-recodified');
  const notes = [reason('vat-relief-no-credit-note', relief.on)];
  if (formatDay(printedOn) >= recodified.reference!.from!) notes.push(recodified);
  return {
    value: {
      recoverable: flagValue(recoverable),
      recoverableVatCents: numberValue(vat),
      recoverableFrom: from === null ? null : formatDay(from),
      recoverUntil: until === null ? null : formatDay(until),
      unmet,
      unpaidCents: numberValue(unpaid),
      lostNetCents: numberValue(lostNet),
      lostVatCents: numberValue(lostVat),
      vatDueAgainCents: numberValue(dueAgain),
      document: shares.length > 1 ? 'summary-list' : 'duplicate',
      statementReference: { article: printed.value, confidence: printed.reference.confidence },
      invoices: shares.map((share) => lineOf(share, relief.vatPoint === 'receipts' ? null : printed.value)),
      entries,
    },
    explanation: once(
      derived('detail', 'TVA récupérable sur la créance perdue', 'cents', [
        vat,
        dueAgain,
        ...statement,
        workings,
        ...notes,
      ]),
    ),
  };
}
