import type { Day, IsoDate } from '../calendar/index.ts';
import type { FieldReader } from './reader.ts';

/** Money received on a day, as given to the rules. */
export interface ReceiptInput {
  readonly on: IsoDate;
  readonly amountCents: number;
}

/** A receipt once read: already a move of an accrual. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly on: Day;
  readonly amountCents: number;
}

const FIELDS = new Set(['on', 'amountCents']);

function readReceipt(item: FieldReader): Receipt {
  return { kind: 'receipt', on: item.day('on'), amountCents: item.cents('amountCents') };
}

/** The receipts of an input: each a day and an amount of zero or more. */
export function readReceipts(reader: FieldReader): readonly Receipt[] {
  return reader.list('receipts', FIELDS, readReceipt);
}
