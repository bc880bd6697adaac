/** A customer beyond his name: whom to write to, how he pays, who he is the double of. */

export type ContactRole = 'accounts-payable' | 'buyer' | 'manager' | 'legal' | 'other';

export interface ContactView {
  contactId: string;
  role: ContactRole;
  name: string | null;
  email: string | null;
  phone: string | null;
  note: string | null;
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

export interface PostalView {
  lines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
}

export interface CustomerView {
  debtorId: string;
  caseId: string;
  contacts: ContactView[];
  language: 'fr' | 'en';
  /** The customer's own circuit for an invoice: « bon de commande, portail, visa du chef de chantier ». */
  circuit: string | null;
  paymentRun: PaymentRun | null;
  /** The next day on which he pays, from today. */
  nextPaymentDay: string | null;
  terms: CustomerTerms | null;
  deliveryAddress: PostalView | null;
  /** Names and IBANs he is known to pay with. */
  payers: { key: string; times: number }[];
  /** Customers who may be the same, with the reason. */
  doubles: DoubleView[];
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
