import type { Day } from '@acquit/law';
import type { Profile } from '../model/facts.ts';
import type { PayerClass } from '../model/payer.ts';

/** One invoice of a customer, as far as how he pays goes. Only invoices with a due date tell anything. */
export interface PaidInvoice {
  dueOn: Day;
  /** Day on which money had cleared it whole; null: still open. */
  settledOn: Day | null;
  /** What was to be paid in money: credit notes are taken off. */
  amountCents: number;
}

/** What a customer did besides paying, over the last twelve months. */
export interface PayerEvents {
  promisesKept: number;
  promisesBroken: number;
  disputes: number;
  /** Invoices he paid in several times. */
  partPayments: number;
  /** Payments that his bank took back. */
  rejects: number;
}

export const NO_EVENTS: PayerEvents = {
  promisesKept: 0,
  promisesBroken: 0,
  disputes: 0,
  partPayments: 0,
  rejects: 0,
};

/** What a customer is beside the rest of the company's book. */
export interface PayerStanding {
  profile: Profile;
  /** The customer's nature is known: an unknown one follows the consumers' rules by prudence. */
  kindKnown: boolean;
  insolvent: boolean;
  /** Invoiced to him over the last twelve months, and to all customers. */
  billedCents: number;
  companyBilledCents: number;
  /** Customers invoiced over the same months. */
  companyCustomers: number;
  /** First due date of his, whenever it was; null: no invoice yet. */
  knownSince: Day | null;
}

/** One reason of a class or of a prediction: a code, a French sentence, and how much it weighs. */
export interface ScoreReason {
  code: string;
  message: string;
  /** « 82 % », « + 3 jours », « décisif »: as it is shown beside the sentence. */
  weight: string;
}

export interface PayerScore {
  payerClass: PayerClass;
  byHand: boolean;
  /** What the history says, whatever a person said. */
  computedClass: PayerClass;
  reasons: ScoreReason[];
}

/** Where a prediction comes from: his own history, his and his peers', his peers' alone, or nothing at all. */
export type PredictionBasis = 'own' | 'mixed' | 'peers' | 'none';

/** When an open invoice should be paid, and how likely it is to be paid after its due date. */
export interface Prediction {
  /** Between 0 and 1; 1 once it is late; null when nothing is known. */
  lateProbability: number | null;
  /** The day before and after which payment is as likely; null when most such invoices were never seen paid. */
  predictedOn: Day | null;
  /** Eight payments in ten fall between these two; null: no end was seen. */
  earliestOn: Day | null;
  latestOn: Day | null;
  basis: PredictionBasis;
  reasons: ScoreReason[];
}
