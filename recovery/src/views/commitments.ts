import type { DisputeOutcome, DisputeReason } from '../commitments/dispute.ts';
import type { PlanState } from '../commitments/plan.ts';
import type { PromiseChannel, PromiseState } from '../commitments/promise.ts';
import type { PlanAccessories } from '../commitments/schedule.ts';
import type { Reason } from '../model/decision.ts';

/** What was promised, contested, agreed or put off, as its screens show it. Amounts are cents, days `YYYY-MM-DD`. */

export interface NamedClaim {
  claimId: string;
  number: string;
}

interface OfCase {
  caseId: string;
  debtorName: string;
}

export interface PromiseView extends OfCase {
  promiseId: string;
  state: PromiseState;
  amountCents: number;
  /** Money that came for it in time. */
  receivedCents: number;
  madeOn: string;
  promisedOn: string;
  /** The day the money can come on: the next working day, or the customer's own payment day. */
  expectedOn: string;
  /** Last day we wait, grace included. */
  untilOn: string;
  keptOn: string | null;
  madeBy: string | null;
  channel: PromiseChannel;
  note: string | null;
  /** Empty: the whole account. */
  claims: NamedClaim[];
  /** How many promises of this customer were broken before this one was made. */
  brokenBefore: number;
  enteredBy: string;
  enteredOn: string;
}

export interface DisputedClaimView extends NamedClaim {
  openCents: number;
  /** Null: all of it. */
  contestedCents: number | null;
}

export interface DisputeView extends OfCase {
  /** The dispute, or the claim when only its e-invoice says so. */
  disputeId: string;
  /** 'e-invoice': told by the platform and taken up by nobody yet. */
  source: 'dispute' | 'e-invoice';
  reason: DisputeReason | null;
  reasonName: string;
  details: string | null;
  openedOn: string;
  owner: string | null;
  deadlineOn: string | null;
  isLate: boolean;
  claims: DisputedClaimView[];
  /** What is asked of nobody because of it. */
  frozenCents: number;
  /** Credit notes that came for these claims since it was opened: it may be time to close it. */
  creditedSinceCents: number;
  files: { sha256: string; name: string }[];
  outcome: DisputeOutcome | null;
  outcomeName: string | null;
  outcomeNote: string | null;
  resolvedOn: string | null;
  resolvedBy: string | null;
}

export interface InstalmentView {
  dueOn: string;
  untilOn: string;
  principalCents: number;
  accessoryCents: number;
  cents: number;
  /** What of it the money received covers, instalments being paid in their order. */
  paidCents: number;
  state: 'paid' | 'partly' | 'coming' | 'late' | 'missed';
}

export interface InstalmentPlanView extends OfCase {
  planId: string;
  status: 'draft' | 'proposed' | 'signed' | 'cancelled';
  /** Null before it is signed, and once it is cancelled. */
  state: PlanState | null;
  /** The day it was kept or broken. */
  since: string | null;
  accessories: PlanAccessories;
  principalCents: number;
  penaltyCents: number;
  indemnityCents: number;
  /** What is paid by instalments. */
  totalCents: number;
  receivedCents: number;
  missingCents: number;
  clauseDays: number;
  madeOn: string;
  signedOn: string | null;
  signedBy: string | null;
  debtorSignatory: string | null;
  hasProof: boolean;
  retentionOfTitle: boolean;
  note: string | null;
  claims: (NamedClaim & { principalCents: number })[];
  instalments: InstalmentView[];
  /** Notices of missed instalments; `expiresOn` is the last day to answer as it is known now: null while nothing runs. */
  notices: { decidedOn: string; upTo: number; expiresOn: string | null; presentedOn: string | null }[];
  /** The next day on which it changes by itself if nothing comes. */
  changesOn: string | null;
  enteredBy: string;
}

export interface PauseView {
  pauseId: string;
  caseId: string | null;
  kind: 'pause' | 'not-before' | 'closing';
  claim: NamedClaim | null;
  from: string;
  until: string | null;
  reason: string;
  enteredBy: string;
  enteredOn: string;
  /** It was said to begin before it was entered. */
  isBackDated: boolean;
  /** What reached the debtor meanwhile: it is said, and not undone. */
  sentMeanwhile: { on: string; stepName: string; channel: string }[];
  endedOn: string | null;
  endedBy: string | null;
  state: 'coming' | 'running' | 'over' | 'ended';
}

export interface SuspensionView extends OfCase {
  suspensionId: string;
  supply: string;
  supplyName: string;
  mainHome: boolean;
  reason: string;
  owner: string;
  noticeOn: string;
  effectiveOn: string;
  liftedOn: string | null;
  liftedBy: string | null;
  /** The message that announces it; null: it is still to be sent. */
  letterActionId: string | null;
  state: 'announced' | 'suspended' | 'lifted';
}

/** Everything of this kind in one case. */
export interface CommitmentsView {
  promises: PromiseView[];
  disputes: DisputeView[];
  plans: InstalmentPlanView[];
  pauses: PauseView[];
  suspensions: SuspensionView[];
  /** Promises kept among those that came to their end; null when none did. */
  promiseRate: { kept: number; judged: number } | null;
}

/** The sums of a list over all its pages. */
export interface CommitmentTotals {
  count: number;
  cents: number;
  late: number;
}

/** What a promise would give, asked before it is recorded. */
export interface PromisePreview {
  expectedOn: string;
  untilOn: string;
  warnings: Reason[];
}

/** What a plan's schedule would be, asked before it is recorded. */
export interface InstalmentPlanPreview {
  principalCents: number;
  penaltyCents: number;
  indemnityCents: number;
  totalCents: number;
  instalments: { dueOn: string; untilOn: string; principalCents: number; accessoryCents: number; cents: number }[];
  warnings: Reason[];
}
