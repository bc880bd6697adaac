/** What the bank said and what it pays, as the matching screen shows it. */

import type { Page, Reason } from './views.ts';

export interface BankAccountView {
  bankAccountId: string;
  label: string;
  iban: string | null;
  currency: string;
  /** Last day the bank has told about; null when it has told nothing. */
  coveredUntil: string | null;
  /** Booked lines that wait for a decision. */
  waiting: number;
  /** Closed, says a person: it holds nothing back any more. */
  retired: boolean;
}

/** How fresh the bank is, for the first screen and the guard before sending. */
export interface BankFreshnessView {
  /** The latest day told by the account that lags most; null when the company has no bank account yet. */
  coveredUntil: string | null;
  /** Working days since then, today not counted. */
  workingDays: number | null;
  /** More working days than the company's limit, or a source that could not be refreshed before sending. */
  stale: boolean;
  /** Nothing leaves: stale, and nobody has released the sendings of today. */
  held: boolean;
  /** « Envoyer quand même » was chosen for today. */
  releasedToday: boolean;
  /** Null: the user has switched the guard off. */
  limitWorkingDays: number | null;
  accounts: BankAccountView[];
  /** One sentence for the band; null when there is nothing to say. */
  message: string | null;
}

export type BankLineState = 'to-match' | 'proposed' | 'matched' | 'set-aside' | 'outgoing';

export interface BankLineView {
  lineId: string;
  accountLabel: string;
  bookedOn: string;
  valueOn: string | null;
  amountCents: number;
  label: string;
  counterparty: string | null;
  counterpartyIban: string | null;
  endToEndId: string | null;
  remittance: string[];
  isReversal: boolean;
  rejectReason: string | null;
  state: BankLineState;
  setAsideReason: string | null;
  /** Applied first, then proposals best first. */
  matches: MatchView[];
}

export interface MatchView {
  matchId: string;
  state: 'proposed' | 'applied' | 'undone' | 'declined';
  rule: string;
  /** 0 to 100. */
  confidence: number;
  /** Why, sentence by sentence: the words found in the transfer, the amount that fits, the known payer. */
  reasons: Reason[];
  parts: MatchPartView[];
  /** Line less parts: what clears no claim and stays to the debtor's credit. */
  leftCents: number;
  decidedBy: string | null;
  decidedAt: string | null;
  /** For a reject: the receipt it takes back. */
  reverses: { receiptId: string; receivedOn: string; amountCents: number; claimNumbers: string[] } | null;
}

export interface MatchPartView {
  claimId: string;
  caseId: string;
  number: string;
  debtorName: string;
  dueOn: string | null;
  openCents: number;
  amountCents: number;
  differenceCents: number;
  differenceKind: 'bank-fee' | 'tolerance' | null;
}

/** Filter of the list: what waits, what was matched, everything. */
export type BankLineFilter = 'waiting' | 'matched' | 'set-aside' | 'outgoing' | 'all';

export interface BankLinesView extends Page<BankLineView> {
  counts: { waiting: number; proposed: number; matched: number; setAside: number };
}

/** An open claim that a person may choose for a line, found by number, debtor or amount. */
export interface MatchableClaim {
  claimId: string;
  caseId: string;
  number: string;
  debtorName: string;
  dueOn: string | null;
  openCents: number;
  /** True when the amount is the line's, to the cent. */
  fits: boolean;
}
