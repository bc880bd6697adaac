/** The shapes the readers give. Amounts are integers in the smallest unit of their currency; days are `YYYY-MM-DD`. */

import type { LifecycleMessage } from './cdar/message.ts';
import type { DoubtCode, RefusalCode } from './messages.ts';

export type * from './cdar/message.ts';

export type Format =
  | 'facturx'
  | 'cii'
  | 'ubl'
  | 'cdar'
  | 'fec'
  | 'ledger-csv'
  | 'camt'
  | 'cfonb120'
  | 'ofx'
  | 'mt940'
  | 'bank-csv'
  | 'xlsx'
  | 'unknown';

/** The facts behind a doubt or a refusal, for programs; the sentence says the same to a person. */
export type Facts = Record<string, string | number | boolean | readonly string[] | undefined>;

export interface Doubt {
  code: DoubtCode;
  message: string;
  facts?: Facts;
}

export interface Refusal {
  code: RefusalCode;
  message: string;
  facts: Facts;
}

/**
 * What one file says: `document` for an invoice, `lifecycle` for a message on the life of invoices, `statements` for
 * what a bank says, `ledger` for a table of invoices, `book` for an accounting file; `refusal` when nothing was read.
 */
export interface ReadResult {
  file: string;
  format: Format;
  status: 'read' | 'refused';
  document?: InvoiceDocument;
  lifecycle?: LifecycleMessage;
  statements?: BankStatement[];
  ledger?: Ledger;
  book?: AccountingBook;
  /** Files found inside a PDF, the invoice included: the others are kept as evidence. */
  attachments?: AttachmentFacts[];
  /** How the columns of a bank statement in CSV were understood. */
  bankTable?: BankTable;
  /** First rows of a table, so that a person can say what its columns are. */
  preview?: PreviewRow[];
  doubts: Doubt[];
  refusal?: Refusal;
}

export interface PreviewRow {
  line: number;
  cells: string[];
}

export interface AttachmentFacts {
  name: string;
  bytes: number;
  /** True for the file the document was read from. */
  invoice: boolean;
}

export type InvoiceKind = 'invoice' | 'credit-note' | 'deposit' | 'corrective' | 'factored';

export interface PostalAddress {
  lines: string[];
  postcode?: string;
  city?: string;
  country?: string;
}

export interface Identifier {
  scheme?: string;
  value: string;
}

export interface Party {
  name?: string;
  /** Name the party trades under, when it is not its registered name. */
  tradingName?: string;
  /** Legal registration (SIREN or SIRET in France) as written, spaces taken out of figures. */
  legalId?: string;
  legalIdScheme?: string;
  /** VAT number without spaces. */
  vat?: string;
  country?: string;
  /** Other identifiers of the party, with their ISO 6523 scheme (0009 is the SIRET). */
  identifiers?: Identifier[];
  electronicAddress?: Identifier;
  contact?: string;
  email?: string;
  phone?: string;
  address?: PostalAddress;
}

export interface InvoiceNote {
  /** UNTDID 4451: PMT fixed indemnity, PMD late penalties, AAB discount terms. */
  subject?: string;
  text: string;
}

export interface InvoiceDocument {
  /** What the type code says. A negative `invoice` or `corrective` also reduces the debt: see `effect`. */
  kind: InvoiceKind;
  /**
   * What the document does to the debt: `owed` adds `dueCents`; `reduces` lowers it by the absolute value of
   * `dueCents`, whatever its sign (a 381 is written positive, a negative 380 or 384 negative). Never chase the latter.
   */
  effect: 'owed' | 'reduces';
  typeCode?: string;
  number?: string;
  issuedOn?: string;
  dueOn?: string;
  /** Every due date with its amount, when the document has several; `dueOn` is then absent. */
  dueDates?: { on: string; amountCents?: number }[];
  deliveredOn?: string;
  currency?: string;
  totalCents?: number;
  taxCents?: number;
  netCents?: number;
  prepaidCents?: number;
  roundingCents?: number;
  dueCents?: number;
  seller?: Party;
  buyer?: Party;
  payee?: Party;
  iban: string[];
  bic: string[];
  paymentMeansCodes: string[];
  paymentReference?: string;
  buyerReference?: string;
  orderReference?: string;
  contractReference?: string;
  precedingInvoices: string[];
  profile?: string;
  businessProcess?: string;
  paymentTerms?: string;
  notes: InvoiceNote[];
  /** Number of invoice lines. */
  lines: number;
}

/** The meanings a column of a ledger can have. */
export type LedgerField =
  | 'number'
  | 'kind'
  | 'issuedOn'
  | 'dueOn'
  | 'total'
  | 'due'
  | 'paid'
  | 'net'
  | 'tax'
  | 'currency'
  | 'customerName'
  | 'customerAccount'
  | 'legalId'
  | 'vat'
  | 'email'
  | 'phone'
  | 'street'
  | 'postcode'
  | 'city'
  | 'country'
  | 'orderReference'
  | 'paymentId'
  | 'paidOn'
  | 'method'
  | 'status'
  | 'debit'
  | 'credit'
  | 'lettering';

export type DateFormat = 'iso' | 'dmy' | 'mdy' | 'ymd' | 'cells';
export type DecimalMark = ',' | '.';

/**
 * How a ledger is read. It is part of the result so that a person can see and correct it, and is kept under
 * `headerFingerprint` so that the next file with the same header is read the same way.
 */
export interface LedgerMapping {
  /** Column (from 0) of each meaning. */
  columns: Partial<Record<LedgerField, number>>;
  /** Line of the header, counted from 1; 0 when the file has none. */
  headerRow?: number;
  dateFormat?: DateFormat;
  decimal?: DecimalMark;
  /** Name of the sheet, for a workbook. */
  sheet?: string;
  headerFingerprint?: string;
}

export interface LedgerColumn {
  index: number;
  header: string;
  field: LedgerField | null;
}

export interface LedgerCustomer {
  name?: string;
  account?: string;
  legalId?: string;
  vat?: string;
  email?: string;
  phone?: string;
  address?: PostalAddress;
}

export interface LedgerInvoice {
  /** Line of the file (row of the sheet), counted from 1. */
  line: number;
  kind: InvoiceKind;
  number?: string;
  customer: LedgerCustomer;
  issuedOn?: string;
  dueOn?: string;
  totalCents?: number;
  netCents?: number;
  taxCents?: number;
  dueCents?: number;
  paidCents?: number;
  currency?: string;
  orderReference?: string;
  /** Day of payment that the table writes beside the invoice. */
  paidOn?: string;
  /** State of the invoice, in the words of the table. */
  status?: string;
  doubts: Doubt[];
}

/** A payment in a table of payments. */
export interface LedgerReceipt {
  /** Line of the file (row of the sheet), counted from 1. */
  line: number;
  id?: string;
  customer: LedgerCustomer;
  on?: string;
  /** Positive when money came in. */
  amountCents?: number;
  currency?: string;
  /** Numbers of the invoices the row says it pays. */
  invoiceNumbers: string[];
  method?: string;
  doubts: Doubt[];
}

/** How it is known that a table lists everything still open: by its title, its columns, or the name of its sheet. */
export interface LedgerCompleteness {
  told: 'title' | 'columns' | 'sheet' | 'file-name';
  text: string;
}

export interface Ledger {
  columns: LedgerColumn[];
  headerRow: number;
  /** Empty for a workbook. */
  delimiter: string;
  /** Empty for a workbook. */
  encoding: string;
  sheet?: string;
  /** Data rows, those that were skipped included. */
  rows: number;
  dateFormat?: DateFormat;
  decimal?: DecimalMark;
  invoices: LedgerInvoice[];
  /** Payments, when the table lists them; `invoices` is then empty. */
  receipts?: LedgerReceipt[];
  /** Present when the table says that it lists everything still open: what is absent from it is closed. */
  complete?: LedgerCompleteness;
  /** The day whose state the table describes, when a text above it says so (« Balance âgée au 31/10/2026 »). */
  asOf?: string;
  /** True when each row is the total a customer owes, and no invoice (aged balance by customer). */
  perCustomer?: boolean;
  /** Rows that are no invoice (totals, subtotals, notes), with their first words. */
  skipped: { line: number; text: string }[];
  totalsCents: { total?: number; due?: number; paid?: number };
  mapping: LedgerMapping;
  headerFingerprint: string;
}

/** One line of a bank statement: money that came (positive) or left (negative). */
export interface BankEntry {
  /** Day of booking; for a pending line, the day the bank announces. */
  on: string;
  valueOn?: string;
  /** Signed, in the statement's currency unless `currency` says another one. */
  amountCents: number;
  currency?: string;
  /** A pending line is not cash yet: it is shown and never matched. */
  status: 'booked' | 'pending';
  /** The bank's own words, on one line. */
  label: string;
  counterparty?: string;
  counterpartyIban?: string;
  /** Never `NOTPROVIDED`, which says that there is none. */
  endToEndId?: string;
  mandateId?: string;
  /** The bank's own identifier of this line: it makes the line the same in two files. */
  bankReference?: string;
  remittance: string[];
  /** True when the line takes back an earlier one (a rejected debit, a returned transfer). */
  reversal?: boolean;
  /** Code and words of the reject, when the bank gives one. */
  rejectReason?: string;
  /** The bank's code of the operation: CFONB operation, SWIFT type, ISO domain or family. */
  operation?: string;
  /** The transactions of a grouped line, when the bank details them. */
  details?: BankDetail[];
}

/** One transaction of a grouped line; without an amount when the bank gives only the total. */
export type BankDetail = Partial<
  Pick<BankEntry, 'amountCents' | 'counterparty' | 'counterpartyIban' | 'endToEndId' | 'mandateId' | 'rejectReason'>
> & { remittance: string[] };

export interface BankStatement {
  /** The account as written when it is no IBAN. */
  account?: string;
  /** Codes of the bank and of its branch, when they are written apart from the account. */
  bankCode?: string;
  branchCode?: string;
  iban?: string;
  currency: string;
  /** The bank's own number of this statement. */
  number?: string;
  from?: string;
  until?: string;
  openingCents?: number;
  closingCents?: number;
  /** Sum of the entries that came in, and of those that left, both positive; those only announced are in them too. */
  creditsCents: number;
  debitsCents: number;
  /** Opening plus booked credits less booked debits is closing; absent when one of the two balances is. */
  balanced?: boolean;
  entries: BankEntry[];
}

/**
 * What an item of a customer's account is, told from the other accounts of its entry, then from its journal: `opening`
 * is carried forward from the year before, `transfer` moves it between two accounts of customers, `other` is told by
 * nothing.
 */
export type BookItemKind = 'invoice' | 'credit-note' | 'receipt' | 'reversal' | 'opening' | 'transfer' | 'other';

/** The meanings a column of a bank statement can have. */
export type BankField =
  | 'on'
  | 'valueOn'
  | 'operationOn'
  | 'label'
  | 'words'
  | 'amount'
  | 'debit'
  | 'credit'
  | 'side'
  | 'balance'
  | 'currency'
  | 'counterparty'
  | 'iban'
  | 'endToEnd'
  | 'mandate'
  | 'id'
  | 'status'
  | 'account'
  | 'kind';

/** How a bank statement in CSV is read; kept under `headerFingerprint` for the next file of the same bank. */
export interface BankMapping {
  /** Columns (from 0) of each meaning; the words of the payer may stand in several. */
  columns: Partial<Record<Exclude<BankField, 'words'>, number>> & { words?: number[] };
  /** Row of the header, counted from 1; 0 when the file has none. */
  headerRow?: number;
  dateFormat?: DateFormat;
  decimal?: DecimalMark;
  headerFingerprint?: string;
}

export interface BankTable {
  /** The bank whose export it is, when its header is known. */
  bank?: string;
  columns: { index: number; header: string; field: BankField | null }[];
  delimiter: string;
  mapping: BankMapping;
}

/** A line of an accounting file on a customer's account. What it does to the debt is debit less credit. */
export interface BookItem {
  /** Line of the file, counted from 1. */
  line: number;
  kind: BookItemKind;
  /** Number of the invoice or of the credit note; of another kind, the piece as written when it is one. */
  number?: string;
  /** `label` when the piece was no number and the label gave one: to be shown with a doubt. */
  numberFrom?: 'label';
  /** The piece as written, when `number` is something else. */
  piece?: string;
  /** Day of the piece for an invoice, of the entry for a receipt; absent when the file gives no day that exists. */
  on?: string;
  dueOn?: string;
  /** Day of payment that the file itself writes beside the line (FEC of cash accounting). */
  paidOn?: string;
  debitCents: number;
  creditCents: number;
  /** Its code when it is lettered, even when what it is lettered with is not all in the file. */
  lettering?: string;
  letteredOn?: string;
  label?: string;
  journal?: string;
  /** Number of the entry in its journal. */
  entry?: string;
  /** General account of the line, when the customer is named by an auxiliary account. */
  generalAccount?: string;
  currency?: string;
  /** In `currency`, with its decimals. */
  currencyCents?: number;
}

export interface BookCustomer {
  account: string;
  name: string;
  balanceCents: number;
  /** Lines that nothing clears, or whose lettered group does not add up to zero in the file. */
  openItems: BookItem[];
  /** Items cleared by one another: each group adds up to zero. `on` is the day of lettering, no day of payment. */
  settled: { lettering: string; on?: string; items: BookItem[] }[];
  /** Numbers of settled invoices whose group was folded because the file is very large. */
  settledNumbers?: string[];
  /** Open lines left out because the file is very large: the balance counts them, the list does not hold them. */
  leftOut?: { items: number; debitCents: number; creditCents: number };
}

/** What an accounting file (FEC) says of customers. `ledger` in the command's answer (contract §4). */
export interface AccountingBook {
  /** The layout the book was read from. */
  layout: 'fec' | 'sage-pnm' | 'ximport' | 'sage-50' | 'ebp-csv' | 'cegid-tra';
  lines: number;
  entries: number;
  unbalancedEntries: number;
  debitCents: number;
  creditCents: number;
  balanced: boolean;
  encoding: string;
  /** `tab`, `pipe`, `;`, `,`, or `none` for a layout of fixed width. */
  separator: string;
  journals: string[];
  /** SIREN and closing day that the file's name announces; they can lie. */
  siren?: string;
  closesOn?: string;
  from?: string;
  until?: string;
  customers: BookCustomer[];
}

/** Like `T`, with `undefined` allowed for every field. */
type Loose<T> = { [K in keyof T]: T[K] | undefined };

/** Takes out the fields that are undefined: in a result, absent means that the field is absent. */
export function withDefined<T extends object>(fields: Loose<T>): T {
  const kept = {} as Record<string, unknown>;
  // A plain loop: this runs once per row of a ledger and more.
  for (const key in fields) if (fields[key] !== undefined) kept[key] = fields[key];
  return kept as T;
}
