import type { Day, IsoDate } from '../calendar/index.ts';
import { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';

/** When the VAT of the invoices was due: on delivery of goods, on debits by option, or on receipts of money. */
export const VAT_POINTS = ['delivery', 'debits', 'receipts'] as const;
export type VatPoint = (typeof VAT_POINTS)[number];

/**
 * What makes a claim irrecoverable. `plan`: a safeguard or receivership plan that writes a part off. `insolvency-opened`
 * (a safeguard or a receivership that has only begun) is not enough, and is accepted to be explained.
 */
export const LOSS_EVENTS = [
  'liquidation',
  'plan',
  'failed-pursuits',
  'debtor-gone',
  'stolen-cheque',
  'insolvency-opened',
] as const;
export type LossEvent = (typeof LOSS_EVENTS)[number];

export interface LostInvoiceInput {
  readonly number: string;
  readonly label?: string;
  readonly issuedOn: IsoDate;
  /** Price before tax and tax, as invoiced. */
  readonly netCents: number;
  readonly vatCents: number;
  /** Received before the relief, tax included. */
  readonly receivedCents?: number;
  /** Part written off by the plan, tax included; needed for a `plan`. */
  readonly writtenOffCents?: number;
  /** Received after the VAT was recovered, tax included. */
  readonly receivedLaterCents?: number;
}

/** Input of `vat-relief`: the lost invoices of one debtor, what made them lost, and the day of the question. */
export interface VatReliefInput {
  readonly on: IsoDate;
  readonly vatPoint: VatPoint;
  /** True when the VAT of these invoices was never declared or paid. */
  readonly vatUnpaid?: boolean;
  readonly event?: { readonly kind: LossEvent; readonly on: IsoDate };
  /** Day on which the duplicates, or the summary list, went to the debtor. */
  readonly duplicateSentOn?: IsoDate;
  readonly invoices: readonly LostInvoiceInput[];
  /** Percentage of the price before tax that was written down at a year end: `"60"`. */
  readonly allowancePercent?: string;
}

export interface LostInvoice {
  readonly number: string;
  readonly label: string | null;
  readonly issuedOn: Day;
  readonly netCents: number;
  readonly vatCents: number;
  readonly receivedCents: number;
  readonly writtenOffCents: number | null;
  readonly receivedLaterCents: number;
}

export interface ReliefCase {
  readonly on: Day;
  readonly vatPoint: VatPoint;
  readonly vatUnpaid: boolean;
  readonly event: { readonly kind: LossEvent; readonly on: Day } | null;
  readonly duplicateSentOn: Day | null;
  readonly invoices: readonly LostInvoice[];
  readonly allowancePercent: string | null;
}

const FIELDS = new Set(['on', 'vatPoint', 'vatUnpaid', 'event', 'duplicateSentOn', 'invoices', 'allowancePercent']);
const EVENT_FIELDS = new Set(['kind', 'on']);
const INVOICE_FIELDS = new Set([
  'number',
  'label',
  'issuedOn',
  'netCents',
  'vatCents',
  'receivedCents',
  'writtenOffCents',
  'receivedLaterCents',
]);

function readInvoice(item: FieldReader): LostInvoice {
  const invoice = {
    number: item.text('number'),
    label: item.optionalText('label'),
    issuedOn: item.day('issuedOn'),
    netCents: item.cents('netCents'),
    vatCents: item.cents('vatCents'),
    receivedCents: item.optionalCents('receivedCents') ?? 0,
    writtenOffCents: item.optionalCents('writtenOffCents'),
    receivedLaterCents: item.optionalCents('receivedLaterCents') ?? 0,
  };
  const unpaidCents = invoice.netCents + invoice.vatCents - invoice.receivedCents;
  const lostCents = invoice.writtenOffCents ?? unpaidCents;
  const facts = { number: invoice.number, unpaidCents };
  const of = `de la facture ${invoice.number}`;
  if (unpaidCents <= 0) {
    item.reject('InvalidAmount', `Rien ne reste impayé ${of}\u00a0: retirez-la de la liste.`, facts);
  } else if (lostCents > unpaidCents) {
    item.reject(
      'InvalidAmount',
      `La part abandonnée ${of} dépasse son impayé\u00a0: corrigez l’une ou l’autre.`,
      facts,
    );
  } else if (invoice.receivedLaterCents > lostCents) {
    item.reject(
      'InvalidAmount',
      `La somme reçue ensuite ${of} dépasse sa perte\u00a0: corrigez l’une ou l’autre.`,
      facts,
    );
  }
  return invoice;
}

function checkInvoices(reader: FieldReader, { event, invoices }: ReliefCase): void {
  if (invoices.length === 0) {
    reader.rejectMissing('invoices', 'il faut au moins une facture impayée');
  }
  const numbers = invoices.map(({ number }) => number);
  const twice = numbers.find((number, i) => numbers.indexOf(number) !== i);
  if (twice !== undefined) {
    const message = `La facture ${twice} figure deux fois\u00a0: gardez-la une seule fois.`;
    reader.reject('InvalidValue', message, { field: 'invoices', number: twice });
  }
  const unsaid = invoices.findIndex(({ writtenOffCents }) => writtenOffCents === null);
  if (event?.kind === 'plan' && unsaid >= 0) {
    reader.rejectMissing(`invoices[${unsaid}].writtenOffCents`, 'seule la part abandonnée par le plan est perdue');
  }
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidAmount`,
 * `InvalidChoice`, `InvalidRate` and `InvalidValue`.
 */
export function readCase(input: unknown): ReliefCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const relief: ReliefCase = {
    on: reader.day('on'),
    vatPoint: reader.choice('vatPoint', VAT_POINTS),
    vatUnpaid: reader.flag('vatUnpaid'),
    event: reader.object('event', EVENT_FIELDS, (item) => ({
      kind: item.choice('kind', LOSS_EVENTS),
      on: item.day('on'),
    })),
    duplicateSentOn: reader.optionalDay('duplicateSentOn'),
    invoices: reader.list('invoices', INVOICE_FIELDS, readInvoice),
    allowancePercent: reader.has('allowancePercent') ? reader.decimalText('allowancePercent') : null,
  };
  if (reader.refusal === null) checkInvoices(reader, relief);
  return reader.refusal ?? relief;
}
