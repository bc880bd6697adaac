import type {
  ClaimKind,
  CourtKind,
  DebtorKind,
  Explanation,
  LimitationEventKind,
  LimitationValue,
  Procedure,
} from '@acquit/law';
import type { Reason } from '../model/decision.ts';
import type { Actor, EventDefinition, EventValues, ProcedureEnd, ProcedureKind } from '../procedures/model.ts';
import type { NamedClaim } from './commitments.ts';
import type { Page } from './views.ts';

/** Procedures, their dates and the limitation of claims, as screens show them. Amounts are cents, days `YYYY-MM-DD`. */

interface OfCase {
  caseId: string;
  debtorName: string;
}

export interface ProcedureEventView {
  eventId: string;
  kind: string;
  /** « Ordonnance rendue » */
  label: string;
  actor: Actor | null;
  on: string;
  values: EventValues;
  note: string | null;
  /** The document that proves it, when one was joined. */
  proof: { sha256: string; name: string } | null;
  /** What would prove it, in French; null: nothing is expected. */
  expectedProof: string | null;
  enteredBy: string;
  enteredOn: string;
  withdrawn: { by: string; on: string; reason: string | null } | null;
}

/** A date of a procedure, without its tree. */
export interface DeadlineView extends OfCase {
  procedureId: string;
  procedureName: string;
  what: string;
  label: string;
  startedBy: string;
  startedOn: string;
  /** The last day, the prudent one; null when it only opens something. */
  before: string | null;
  beforeExtended: string | null;
  notBefore: string | null;
  whose: 'ours' | 'theirs' | 'wait';
  effect: string;
  article: string;
  confidence: 'A' | 'B' | 'C';
  status: 'open' | 'done' | 'missed' | 'moot';
  doneOn: string | null;
  /** Days from today to the last day, or to the first day of a wait; below zero once past. */
  daysLeft: number | null;
  /** The alarm that rings: 30, 15, 7 or 2 days before, 0 once past; null: none. */
  stage: number | null;
  /** Somebody has seen that alarm: it comes back at the next one. */
  seen: boolean;
  totalCents: number;
}

export interface ExplainedDeadlineView extends DeadlineView {
  explanation: Explanation;
}

/** Who bears a cost: the creditor for good, or the debtor with the costs of the suit or of enforcement. */
export type ProcedureCostBearer = 'creditor' | 'suit' | 'enforcement';

export interface ProcedureCostView {
  costId: string;
  procedureId: string;
  what: string;
  amountCents: number;
  on: string;
  bearer: ProcedureCostBearer;
  /** Whether it is asked of the debtor today, and why or why not, with the article. */
  asked: boolean;
  why: string;
  invoice: string | null;
  proof: { sha256: string; name: string } | null;
  enteredBy: string;
  withdrawn: { by: string; on: string } | null;
}

export interface CostTotals {
  totalCents: number;
  /** What is on the debtor's account today. */
  askedCents: number;
  /** What stays with the creditor, or stays with him until a title says otherwise. */
  keptCents: number;
}

/** A title and what is owed by it. */
export interface TitleView {
  on: string;
  servedOn: string | null;
  enforceableFrom: string | null;
  lateOppositionPossible: boolean;
  /** What it grants, or the sum that was asked for when nobody entered it. */
  baseCents: number;
  baseIsGranted: boolean;
  receivedCents: number;
  principalLeftCents: number;
  interestLeftCents: number;
  costsCents: number;
  totalDueCents: number;
  /** The last day to enforce it; null: not started, or not told. */
  expiresOn: string | null;
  expiresConfidence: 'A' | 'B' | 'C' | null;
  explanation: Explanation | null;
  limitationExplanation: Explanation | null;
  /** Sentences: what is to be verified, and what could not be counted. */
  warnings: string[];
}

export interface ProcedureRow extends OfCase {
  procedureId: string;
  kind: ProcedureKind;
  name: string;
  courtKind: CourtKind | null;
  courtName: string | null;
  caseNumber: string | null;
  amountCents: number;
  openedOn: string;
  state: string;
  stateName: string;
  since: string | null;
  end: ProcedureEnd | null;
  closedOn: string | null;
  /** Its soonest open date of ours. */
  nextDeadline: { label: string; before: string } | null;
  costsCents: number;
}

export interface ProcedureView extends ProcedureRow {
  companyId: string;
  courtId: string | null;
  claimKind: ClaimKind;
  document: string | null;
  heldTitleOn: string | null;
  claims: (NamedClaim & { openCents: number; amountCents: number })[];
  /** What the law said against it when it was opened. */
  doubts: Reason[];
  note: string | null;
  closed: { on: string; by: string; reason: string | null } | null;
  /** All its claims are paid, credited or given up. */
  isSettled: boolean;
  advice: string;
  /** In the order of their days; withdrawn ones stay, marked. */
  events: ProcedureEventView[];
  deadlines: ExplainedDeadlineView[];
  /** Events that may happen from here, the usual one first. */
  next: EventDefinition[];
  /** Every event of this kind of procedure, for whoever corrects. */
  definitions: EventDefinition[];
  /** Procedures that usually follow from this state. */
  follows: { kind: Procedure; name: string }[];
  warnings: string[];
  title: TitleView | null;
  costs: ProcedureCostView[];
  costTotals: CostTotals;
  /** Why its life could not be computed; null: it was. */
  blocked: Reason | null;
}

export interface ProcedureListView {
  page: Page<ProcedureRow>;
  totals: { count: number; cents: number };
}

/** A court, as it was chosen for a procedure. */
export interface ProcedureKindView {
  kind: ProcedureKind;
  name: string;
  open: boolean | null;
  why: string;
  courtKind: CourtKind | null;
}

export interface DeadlineListView {
  from: string;
  until: string;
  items: DeadlineView[];
  /** More there are than are shown. */
  more: boolean;
}

/** One claim on the radar. */
export interface LimitationRow extends OfCase {
  claimId: string;
  number: string;
  dueOn: string | null;
  openCents: number;
  /** The last day to act; null while something going on keeps the period open. */
  expiresOn: string | null;
  /** While it is kept open, the last day if what is going on came to nothing. */
  fallbackOn: string | null;
  daysLeft: number | null;
  expired: boolean;
  /** The alarm that rings: 180, 60 or 15 days before, 0 once past; null: none. */
  stage: number | null;
  seen: boolean;
  article: string | null;
  confidence: 'A' | 'B' | 'C' | null;
  /** The ten years of a title, not the claim's own period. */
  isTitle: boolean;
  /** How many plausible readings there are. */
  readings: number;
  /** What would settle which one it is: names of the facts, in French. */
  missing: string[];
  /** Why it could not be told. */
  blocked: Reason | null;
}

export interface LimitationListView {
  page: Page<LimitationRow>;
  counts: { within: '15' | '60' | '180' | 'expired' | 'all'; count: number; cents: number }[];
  /** Cases whose limitation is not up to date yet. */
  stale: number;
}

/** An act, what it does to this limitation, and by which article. */
export interface LimitationAct {
  kind: LimitationEventKind;
  act: string;
  effect: string;
  article: string;
}

export interface LimitationFactView {
  eventId: string;
  kind: string;
  name: string;
  on: string;
  until: string | null;
  note: string | null;
  proof: { sha256: string; name: string } | null;
  claims: NamedClaim[];
  enteredBy: string;
  withdrawn: { by: string; on: string } | null;
}

/** One claim of the radar opened: the tree, and what would and would not interrupt. */
export interface LimitationView {
  row: LimitationRow;
  claimKind: ClaimKind;
  debtorKind: DebtorKind | null;
  value: LimitationValue | null;
  explanation: Explanation | null;
  interrupts: LimitationAct[];
  doesNot: LimitationAct[];
  facts: LimitationFactView[];
}

/** Claims given up as irrecoverable. */
export interface WriteOffView extends OfCase {
  writeOffId: string;
  on: string;
  reason: string;
  reasonName: string;
  note: string | null;
  claims: (NamedClaim & { amountCents: number; vatCents: number | null })[];
  amountCents: number;
  accounting: WriteOffAccounting | null;
  proof: { sha256: string; name: string } | null;
  enteredBy: string;
  undone: { by: string; on: string } | null;
  /** Money that came in since and clears no other claim, with the VAT it makes due again; null when none did. */
  later: { receivedCents: number; vatDueAgainCents: number | null } | null;
}

/** What the law says of the VAT and the entries of a claim given up, as it was shown. */
export interface WriteOffAccounting {
  recoverable: boolean;
  recoverableVatCents: number;
  lostNetCents: number;
  lostVatCents: number;
  unmet: string[];
  entries: { label: string; lines: { account: string; debitCents: number; creditCents: number }[] }[];
  /** The statutory sentence of the duplicate, invoice by invoice. */
  statements: { number: string; statement: string }[];
  document: 'duplicate' | 'summary-list';
  explanation: Explanation;
}

export interface WriteOffPreview {
  amountCents: number;
  claims: (NamedClaim & { amountCents: number; vatCents: number | null })[];
  /** Null until the VAT of each invoice is known. */
  accounting: WriteOffAccounting | null;
  warnings: Reason[];
}
