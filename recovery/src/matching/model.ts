import type { Day } from '@acquit/law';
import type { Reason } from '../model/decision.ts';

/** What matching reads and what it answers. Amounts are integer cents, days are `Day`; nothing here does I/O. */

/** A booked line of a bank statement. */
export interface MatchingLine {
  lineId: string;
  on: Day;
  /** Signed: positive is money that came. */
  amountCents: number;
  label: string;
  counterparty: string | null;
  counterpartyIban: string | null;
  endToEndId: string | null;
  mandateId: string | null;
  remittance: readonly string[];
  isReversal: boolean;
  rejectReason: string | null;
}

/** What a list says was paid of a claim by a day, without saying how: a line of that time explains it. */
export interface ToldPart {
  cents: number;
  until: Day;
}

/** An invoice or a credit note of the book; one that is closed is known by its number alone. */
export interface MatchingClaim {
  claimId: string;
  caseId: string;
  number: string;
  isCredit: boolean;
  issuedOn: Day | null;
  dueOn: Day | null;
  openCents: number;
  paymentReference: string | null;
  /** For a credit note, whether it names an invoice that is not in the book yet: it is that one's price it takes off. */
  ofUnknown?: boolean;
  /** Not counted in `openCents`. */
  told?: ToldPart | null;
}

export interface MatchingDebtor {
  caseId: string;
  name: string;
  country: string;
  /** What a payer may write of himself: his account in our books, his SIREN. */
  account?: string | null;
  legalId?: string | null;
}

/** Whom a payer's name or IBAN was said to pay for, and how often. */
export interface KnownPayer {
  /** Made by `payerKeys`. */
  key: string;
  caseId: string;
  times: number;
}

/** Money already told by the accounting file or by a person, that no bank line shows yet. */
export interface KnownReceipt {
  receiptId: string;
  caseId: string;
  on: Day;
  amountCents: number;
  claimIds: readonly string[];
}

export interface MatchingSettings {
  /** A receipt short by at most this settles its invoice. */
  toleranceCents: number;
  /** The most that banks on the way of a transfer from outside the EEA may have kept. */
  bankFeeCents: number;
  /** The fixed indemnity of the law (L441-10 C. com.), to name a surplus; null when none is known. */
  indemnityCents: number | null;
}

export interface MatchPart {
  claimId: string;
  caseId: string;
  /** For a credit note, what it takes off the invoices beside it. */
  amountCents: number;
  differenceCents: number;
  differenceKind: 'bank-fee' | 'tolerance' | null;
}

export type MatchRule =
  | 'reference'
  | 'end-to-end'
  | 'reference-part'
  | 'reference-surplus'
  | 'reference-others'
  | 'payer-amount'
  | 'payer-several'
  | 'payer-account'
  | 'amount'
  | 'discount'
  | 'paid-already'
  | 'known-receipt'
  | 'reversal';

/** What a line may pay, with what was found in it. Line = sum of the invoices' parts − credit notes' parts + left. */
export interface Proposal {
  rule: MatchRule;
  /** 0 to 100: how far the signs agree. */
  confidence: number;
  /** Unique and corroborated: it is applied without a person. */
  sure: boolean;
  reasons: Reason[];
  parts: MatchPart[];
  /** The case to whose credit goes what no part takes. */
  caseId: string;
  leftCents: number;
  /** The payer has shown for whom he pays by two independent signs: it is worth remembering. */
  teaches: boolean;
  /** The receipt that the line shows (`known-receipt`) or takes back (`reversal`). */
  receiptId: string | null;
}

/** What matching says of one line. */
export interface LineOutcome {
  lineId: string;
  applied: Proposal | null;
  /** Best first; empty when something was applied or nothing found. */
  proposals: Proposal[];
  /** Claims that wait for a person's answer before they are asked for again. */
  heldClaimIds: string[];
}
