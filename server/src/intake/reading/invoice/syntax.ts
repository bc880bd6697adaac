/** What a mapping table says about one XML syntax of invoice: where each field stands. The reader itself is the same. */

export interface PartyPaths {
  name: readonly string[];
  tradingName: readonly string[];
  legalId: readonly string[];
  vat: readonly string[];
  identifiers: readonly string[];
  electronicAddress: readonly string[];
  contact: readonly string[];
  email: readonly string[];
  phone: readonly string[];
  addressLines: readonly string[];
  postcode: readonly string[];
  city: readonly string[];
  country: readonly string[];
}

/** A place where due dates stand. `each` is the element that repeats; an empty path is the invoice itself. */
export interface DuePlace {
  each: string;
  date: readonly string[];
  amount: readonly string[];
  /** An element that makes this the deadline of a discount, not of the payment. */
  discount?: string;
}

export interface Syntax {
  format: 'cii' | 'ubl';
  /** Older names of the same elements. */
  aliases: ReadonlyMap<string, string>;
  /** Invoice lines: counted and added up, not kept. */
  lineElements: ReadonlySet<string>;
  lineNet: readonly string[];
  /** Reason code of a line that only groups or informs, whose amount must not be added. */
  lineStatus: readonly string[];
  number: readonly string[];
  typeCode: readonly string[];
  issuedOn: readonly string[];
  deliveredOn: readonly string[];
  due: readonly DuePlace[];
  currency: readonly string[];
  total: readonly string[];
  tax: readonly string[];
  net: readonly string[];
  prepaid: readonly string[];
  rounding: readonly string[];
  amountDue: readonly string[];
  lineTotal: readonly string[];
  allowanceTotal: readonly string[];
  chargeTotal: readonly string[];
  /** Tax amount of each line of the VAT breakdown. */
  taxParts: readonly string[];
  seller: string;
  buyer: string;
  payee: string;
  party: PartyPaths;
  iban: readonly string[];
  /** Account numbers of another kind, kept only when they are in fact an IBAN. */
  otherAccount: readonly string[];
  bic: readonly string[];
  paymentMeansCodes: readonly string[];
  paymentReference: readonly string[];
  buyerReference: readonly string[];
  orderReference: readonly string[];
  contractReference: readonly string[];
  precedingInvoices: readonly string[];
  profile: readonly string[];
  businessProcess: readonly string[];
  paymentTerms: readonly string[];
  /** Notes, with the path of their subject below; without one, a subject is written in the text as `#PMT#…`. */
  notes: string;
  noteText: readonly string[];
  noteSubject: readonly string[];
}
