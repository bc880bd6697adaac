/** One row of a list of invoices. */

import { currencyDecimals } from '../french.ts';
import { isFrenchLegalId, isPlausibleVat, legalIdText, vatText } from '../identifiers.ts';
import type { Limits } from '../limits.ts';
import { doubt } from '../messages.ts';
import {
  type DateFormat,
  type DecimalMark,
  type Doubt,
  type InvoiceKind,
  type LedgerCustomer,
  type LedgerField,
  type LedgerInvoice,
  type PostalAddress,
  withDefined,
} from '../result.ts';
import { cellText, type Row } from './grid.ts';
import { normalise } from './names.ts';
import { stateOf } from './states.ts';
import { readAmount } from './table-amounts.ts';
import { readDay } from './table-dates.ts';

const USUAL_DECIMALS = 2;

export interface RowReading {
  dateFormat: DateFormat | undefined;
  decimal: DecimalMark | undefined;
  limits: Limits;
  /** The customer of the rows above, for a row that leaves him out. */
  above?: LedgerCustomer | undefined;
  /** What the row owes, worked out of columns that are no total. */
  owedCents?: number | undefined;
}

/** The invoice of a row; undefined when the row holds no amount and no invoice number, so is no invoice. */
export function readLedgerRow(
  row: Row,
  columns: ReadonlyMap<LedgerField, number>,
  { dateFormat, decimal, limits, above, owedCents }: RowReading,
): LedgerInvoice | undefined {
  const doubts: Doubt[] = [];
  const cell = (field: LedgerField) => {
    const index = columns.get(field);
    return index === undefined ? undefined : row.cells[index];
  };
  const text = (field: LedgerField): string | undefined => cellText(cell(field)) || undefined;
  const currency = readCurrency(text('currency'));
  const decimals = (currency === undefined ? undefined : currencyDecimals(currency)) ?? USUAL_DECIMALS;
  const amount = (field: LedgerField): number | undefined => {
    const read = readAmount(cell(field), decimal, decimals, limits.amountCents);
    if (typeof read !== 'string') return read;
    doubts.push(doubt(read, { field, text: text(field) }));
    return undefined;
  };
  const date = (field: 'issuedOn' | 'dueOn' | 'paidOn'): string | undefined => {
    const read = readDay(cell(field), dateFormat);
    if (read !== null) return read;
    doubts.push(doubt('InvalidDate', { field, text: text(field) }));
    return undefined;
  };
  const totalCents = amount('total');
  const ownDueCents = amount('due') ?? owedCents;
  const number = text('number');
  const status = text('status');
  const settled = isSettled(status, text('lettering'));
  const paidOn = date('paidOn');
  // Software without a column for what is left says it by a state, a day of payment or a lettering.
  const dueCents = ownDueCents ?? (settled || paidOn !== undefined ? 0 : undefined);
  const hasAmount = totalCents !== undefined || dueCents !== undefined;
  if (!hasAmount && number === undefined && doubts.length === 0) return undefined;

  const invoice = withDefined<LedgerInvoice>({
    line: row.line,
    kind: readKind(text('kind'), totalCents ?? dueCents ?? 0),
    number,
    customer: readCustomer(text, doubts, above),
    issuedOn: date('issuedOn'),
    dueOn: date('dueOn'),
    totalCents,
    netCents: amount('net'),
    taxCents: amount('tax'),
    dueCents,
    paidCents: amount('paid'),
    currency,
    orderReference: text('orderReference'),
    paidOn,
    status,
    doubts,
  });
  checkRow(invoice, columns);
  if (paidOn !== undefined && dueCents === 0) doubts.push(doubt('PaidOnTold', { on: paidOn }));
  if (settled && ownDueCents !== undefined && ownDueCents > 0 && !columns.has('debit')) {
    doubts.push(doubt('StatusDisagrees', { status: status ?? text('lettering'), dueCents: ownDueCents, currency }));
  }
  return invoice;
}

/** True when a state or a lettering says that nothing is left to pay. */
function isSettled(status: string | undefined, lettering: string | undefined): boolean {
  return (status !== undefined && stateOf(status) === 'paid') || lettering !== undefined;
}

/** The code of a currency, from its code, its name or its sign. */
export function readCurrency(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const symbols: Record<string, string> = { '€': 'EUR', EURO: 'EUR', EUROS: 'EUR', $: 'USD', '£': 'GBP' };
  const code = text.toUpperCase();
  return Object.hasOwn(symbols, code) ? symbols[code] : code;
}

function readKind(type: string | undefined, cents: number): InvoiceKind {
  const name = normalise(type ?? '');
  if (cents < 0 || /^(avoirs?|av|note de credit|credit note|credit|381)\b/.test(name)) return 'credit-note';
  if (/^(acomptes?|facture d acompte|deposit|386)\b/.test(name)) return 'deposit';
  return 'invoice';
}

function readCustomer(
  text: (field: LedgerField) => string | undefined,
  doubts: Doubt[],
  above: LedgerCustomer | undefined,
): LedgerCustomer {
  if (above !== undefined && text('customerName') === undefined && text('customerAccount') === undefined) {
    doubts.push(doubt('CustomerFromAbove', { name: above.name ?? above.account }));
    return above;
  }
  const legalId = text('legalId');
  const vat = text('vat');
  const street = text('street');
  const address = withDefined<PostalAddress>({
    lines: street === undefined ? [] : [street],
    postcode: postcodeText(text('postcode')),
    city: text('city'),
    country: text('country'),
  });
  const customer = withDefined<LedgerCustomer>({
    name: text('customerName'),
    account: text('customerAccount'),
    legalId: legalId === undefined ? undefined : legalIdText(legalId),
    vat: vat === undefined ? undefined : vatText(vat),
    email: text('email'),
    phone: text('phone'),
    address: street === undefined && Object.keys(address).length === 1 ? undefined : address,
  });
  const french = address.country === undefined || /^(fr|fra|france)$/i.test(address.country);
  if (french && customer.legalId !== undefined && !isFrenchLegalId(customer.legalId)) {
    doubts.push(doubt('InvalidLegalId', { role: 'buyer', legalId: customer.legalId }));
  }
  if (customer.vat !== undefined && !isPlausibleVat(customer.vat)) {
    doubts.push(doubt('InvalidVat', { role: 'buyer', vat: customer.vat }));
  }
  return customer;
}

/** A French postcode kept as a number has lost its first zero (01000 becomes 1000). */
function postcodeText(text: string | undefined): string | undefined {
  return text !== undefined && /^\d{4}$/.test(text) ? `0${text}` : text;
}

/** Doubts about what stands, or fails to stand, in the row; a column the table does not have is said once, elsewhere. */
function checkRow(invoice: LedgerInvoice, columns: ReadonlyMap<LedgerField, number>): void {
  const { doubts, number, customer, issuedOn, dueOn, totalCents, dueCents, paidCents, currency, kind } = invoice;
  const has = (code: string, field: string): boolean =>
    doubts.some((one) => one.code === code && one.facts?.field === field);
  if (number === undefined && columns.has('number')) doubts.push(doubt('MissingNumber'));
  if (customer.name === undefined && customer.account === undefined) doubts.push(doubt('MissingBuyer'));
  if (issuedOn === undefined && columns.has('issuedOn') && !has('InvalidDate', 'issuedOn'))
    doubts.push(doubt('MissingIssueDate'));
  if (kind !== 'credit-note') {
    if (dueOn === undefined && columns.has('dueOn') && !has('InvalidDate', 'dueOn'))
      doubts.push(doubt('MissingDueDate'));
    if (issuedOn !== undefined && dueOn !== undefined && dueOn < issuedOn)
      doubts.push(doubt('DueBeforeIssue', { issuedOn, dueOn }));
  }
  if (currency !== undefined && currency !== 'EUR') {
    doubts.push(doubt(currencyDecimals(currency) === undefined ? 'UnknownCurrency' : 'ForeignCurrency', { currency }));
  }
  if ((totalCents ?? dueCents ?? 0) < 0)
    doubts.push(doubt('NegativeInvoice', { totalCents: totalCents ?? dueCents, currency }));
  if (dueCents === 0 && totalCents !== 0) doubts.push(doubt('AlreadyPaid', { totalCents, currency }));
  if (totalCents === undefined || dueCents === undefined || kind === 'credit-note') return;
  const expectedCents = totalCents - (paidCents ?? totalCents - dueCents);
  if (expectedCents !== dueCents || dueCents > totalCents) {
    doubts.push(doubt('TotalsDisagree', { rule: 'ledger', expectedCents, foundCents: dueCents, currency }));
  }
}
