import type { Explanation } from '@acquit/law';
import type { PayerClass } from '../model/payer.ts';
import type { InvoiceFault } from '../prevention/invoice-audit.ts';
import type { PredictionBasis, ScoreReason } from '../score/model.ts';

/** How a customer pays, when he should pay next, and what he may owe, each with its reasons. */
export interface PayerView {
  debtorId: string;
  payerClass: PayerClass;
  payerClassName: string;
  /** A person said so; `computedClassName` is what his history says. */
  byHand: boolean;
  computedClassName: string;
  reasons: ScoreReason[];
  /** What these figures are made from, and from nothing else. */
  source: string;
  /** Open invoices with a due date, the most urgent first. */
  predictions: PredictionView[];
  exposure: ExposureView;
}

export interface PredictionView {
  claimId: string;
  number: string;
  dueOn: string;
  openCents: number;
  /** Between 0 and 1; null when nothing is known. */
  lateProbability: number | null;
  predictedOn: string | null;
  earliestOn: string | null;
  latestOn: string | null;
  basis: PredictionBasis;
  reasons: ScoreReason[];
}

export interface ExposureView {
  limitCents: number | null;
  /** Open, due or not, less credit notes and money that clears nothing yet. */
  exposureCents: number;
  overCents: number;
  alert: string | null;
}

/** What a customer's lateness cost over a year. */
export interface LateCostView {
  from: string;
  until: string;
  /** The company's own rate of financing, in percent a year; null: it has told none. */
  rate: string | null;
  carryingCents: number | null;
  /** Due by law, kept in reserve or waived by the creditor. */
  unclaimedCents: number;
  invoices: number;
  explanation: Explanation | null;
}

/** One customer in the list of payers. */
export interface PayerRow {
  debtorId: string;
  caseId: string;
  name: string;
  payerClass: PayerClass;
  payerClassName: string;
  byHand: boolean;
  openCents: number;
  limitCents: number | null;
  overCents: number;
  /** What lateness cost over twelve months, about: his latest invoices at the company's rate; null without a rate. */
  lateCostCents: number | null;
  computedOn: string;
}

/** What the law finds in a company's own invoices and terms. */
export interface AuditView {
  /** First day of issue looked at. */
  since: string;
  /** Invoices of the period whose data were read, those of them without a fault, and those that say nothing. */
  checked: number;
  faultless: number;
  unread: number;
  faults: AuditFault[];
  terms: {
    faults: { code: string; message: string; article: string | null }[];
    clauses: { key: string; title: string; text: string; articles: string[] }[];
    text: string;
  };
  issuerSizeKnown: boolean;
  /** What this audit cannot see. */
  unseen: string[];
}

export interface AuditFault extends InvoiceFault {
  name: string;
  invoices: number;
  totalCents: number;
  examples: { claimId: string; caseId: string; number: string; debtorName: string }[];
}
