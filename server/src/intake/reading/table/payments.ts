/** A table of payments: it completes a ledger with what came in. */

import { currencyDecimals } from '../french.ts';
import { doubt } from '../messages.ts';
import { type Doubt, type LedgerCustomer, type LedgerField, type LedgerReceipt, withDefined } from '../result.ts';
import { cellText, type Row } from './grid.ts';
import { type RowReading, readCurrency } from './ledger-row.ts';
import { readAmount } from './table-amounts.ts';
import { readDay } from './table-dates.ts';

/** What separates several numbers in one cell; a slash or a dash is part of a number. */
const BETWEEN_NUMBERS = /\s*(?:[,;+&|\n]|\bet\b)\s*|\s{2,}/;

/** The payment of a row; undefined when the row holds neither an amount nor a number. */
export function readPaymentRow(
  row: Row,
  columns: ReadonlyMap<LedgerField, number>,
  { dateFormat, decimal, limits }: RowReading,
): LedgerReceipt | undefined {
  const doubts: Doubt[] = [];
  const cell = (field: LedgerField) => {
    const index = columns.get(field);
    return index === undefined ? undefined : row.cells[index];
  };
  const text = (field: LedgerField): string | undefined => cellText(cell(field)) || undefined;
  const currency = readCurrency(text('currency'));
  const decimals = (currency === undefined ? undefined : currencyDecimals(currency)) ?? 2;
  const field: LedgerField = columns.has('paid') ? 'paid' : 'total';
  const read = readAmount(cell(field), decimal, decimals, limits.amountCents);
  if (typeof read === 'string') doubts.push(doubt(read, { field, text: text(field) }));
  const amountCents = typeof read === 'number' ? read : undefined;
  const id = text('paymentId');
  if (amountCents === undefined && doubts.length === 0) return undefined;

  const dayField: LedgerField = columns.has('paidOn') ? 'paidOn' : 'issuedOn';
  const day = readDay(cell(dayField), dateFormat);
  if (day === null) doubts.push(doubt('InvalidDate', { field: 'paidOn', text: text(dayField) }));
  const invoiceNumbers = (text('number') ?? '').split(BETWEEN_NUMBERS).filter((number) => number !== '');
  if (invoiceNumbers.length === 0) doubts.push(doubt('PaymentWithoutInvoice'));
  const customer = withDefined<LedgerCustomer>({ name: text('customerName'), account: text('customerAccount') });
  if (customer.name === undefined && customer.account === undefined && invoiceNumbers.length === 0) {
    doubts.push(doubt('MissingBuyer'));
  }
  return withDefined<LedgerReceipt>({
    line: row.line,
    id,
    customer,
    on: day ?? undefined,
    amountCents,
    currency,
    invoiceNumbers,
    method: text('method'),
    doubts,
  });
}
