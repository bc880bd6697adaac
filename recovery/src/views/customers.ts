/** A customer beyond his name: whom to write to, how he pays, who he is the double of. */

export type ContactRole = 'accounts-payable' | 'buyer' | 'manager' | 'legal' | 'other';

export interface ContactView {
  contactId: string;
  role: ContactRole;
  name: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
  /** Its server refused the address on that day, as that message said; null: it takes messages. */
  refused: { on: string; replyId: string } | null;
  /** Receives the messages of the scenario; at most one per customer. */
  isMain: boolean;
}

/** Days on which a customer pays: of the month (31 is its last day), or of the week (1 Monday … 7 Sunday). */
export type PaymentRun = { monthDays: number[] } | { weekDays: number[] };

/** Terms agreed with this customer, before the company's own and before the law's. */
export interface CustomerTerms {
  days: number;
  /** 'A': days then end of month; 'B': end of month then days; absent: net. */
  endOfMonth?: 'A' | 'B';
}

/** What may not be done with a customer, and what to do instead. */
export interface CustomerRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

export interface PostalView {
  lines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
}

export interface CustomerView {
  debtorId: string;
  caseId: string;
  name: string;
  contacts: ContactView[];
  language: 'fr' | 'en';
  /** The customer's own circuit for an invoice: « bon de commande, portail, visa du chef de chantier ». */
  circuit: string | null;
  /** What the customer does, in the user's words; a rule of assignment may look for a word of it. */
  sector: string | null;
  /** Our salesperson in charge of him, who may be sent copies. */
  salespersonName: string | null;
  salespersonEmail: string | null;
  paymentRun: PaymentRun | null;
  /** The next day on which he pays, from today. */
  nextPaymentDay: string | null;
  terms: CustomerTerms | null;
  deliveryAddress: PostalView | null;
  /** « le 10 et le dernier jour du mois »; null without a payment run. */
  paymentRunName: string | null;
  /** « 45 jours fin de mois »; null without terms of his own. */
  termsName: string | null;
  /** Names and IBANs he is known to pay with. */
  payers: { key: string; times: number }[];
  /** Other names, accounts and numbers an import knows him by, from customers merged into him. */
  aliases: { kind: AliasKind; value: string }[];
  /** Customers who may be the same, with the reason. */
  doubles: DoubleView[];
  /** Customers merged into him, latest first. */
  merges: MergeView[];
}

export type AliasKind = 'legal-id' | 'vat' | 'account' | 'name';

/** A merge that was done, and whether it can still be undone. */
export interface MergeView {
  mergeId: string;
  name: string;
  mergedOn: string;
  /** Why it cannot be undone any more, and what to do; null when it can. */
  blocked: string | null;
}

export interface DoubleView {
  debtorId: string;
  caseId: string;
  name: string;
  legalId: string | null;
  openCents: number;
  /** « même SIREN », « même numéro de TVA », « noms très proches ». */
  reason: string;
  confidence: number;
}

/** Two customers who may be one. */
export interface DoublePairView {
  pair: [DoubleSide, DoubleSide];
  reason: string;
  confidence: number;
}

export interface DoubleSide {
  debtorId: string;
  caseId: string;
  name: string;
  legalId: string | null;
  account: string | null;
  city: string | null;
  openCents: number;
  openClaims: number;
}

/** What merging `from` into `into` would move, before it is done. */
export interface MergePreview {
  into: DoubleSide;
  from: DoubleSide;
  claims: number;
  receipts: number;
  acts: number;
  contacts: number;
  /** Numbers of the invoices that both have, the same to the cent: kept once. */
  sameClaims: string[];
  /** What the kept customer lacks and takes from the other: « SIREN », « e-mail »… */
  fills: string[];
  /** Why they cannot be merged, and what to do; null when they can. */
  refusal: CustomerRefusal | null;
}

/** A merge just done: where the case is now, and what undoes it. */
export interface MergeDone {
  mergeId: string;
  debtorId: string;
  caseId: string;
}
