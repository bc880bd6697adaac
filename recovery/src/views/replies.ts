import type { DisputeReason } from '../commitments/dispute.ts';
import type { Reason } from '../model/decision.ts';
import type { JoinedBy } from '../replies/joining.ts';
import type { BounceSeverity, PaymentMeans, ProposalKind, ReplyKind } from '../replies/model.ts';

/** Messages that came back from debtors, as they are read. Days `YYYY-MM-DD`, instants ISO 8601, amounts in cents. */

export type ReplyState = 'to-sort' | 'to-read' | 'filed' | 'read';

export interface ReplyRow {
  replyId: string;
  kind: ReplyKind;
  kindName: string;
  state: ReplyState;
  /** Null while it belongs to no case. */
  caseId: string | null;
  debtorName: string | null;
  fromName: string;
  fromAddress: string;
  subject: string;
  /** First words of its author; of a machine's message, what it is. */
  excerpt: string;
  receivedAt: string;
  on: string;
  /** What it seems to say and nobody has decided, in French: « Promesse de règlement ». */
  proposed: string[];
}

export interface ReplyProposal {
  /** Its place in the reply. */
  n: number;
  kind: ProposalKind;
  kindName: string;
  /** How the sentence was understood. */
  why: string;
  /** Offsets of the sentence in the text. */
  start: number;
  end: number;
  quote: string;
  /** Invoices it names. */
  numbers: string[];
  amountCents: number | null;
  on: string | null;
  reason: DisputeReason | null;
  means: PaymentMeans | null;
  count: number | null;
  emails: string[];
  state: 'open' | 'accepted' | 'refused';
}

/** An open claim of the reply's case, to choose what a promise or a dispute is about. */
export interface ReplyClaim {
  claimId: string;
  number: string;
  dueOn: string | null;
  openCents: number;
}

export interface ReplyView extends ReplyRow {
  /** What it is and by which sign. */
  why: Reason;
  /** How its case was found; null while it has none. */
  joined: (Reason & { by: JoinedBy }) | null;
  candidates: { caseId: string; debtorName: string }[];
  /** The author's own words, as plain text; empty when nobody wrote any. */
  text: string;
  bounce: { severity: BounceSeverity; status: string | null; recipients: string[]; diagnostic: string | null } | null;
  absence: { returnOn: string | null; gone: boolean; insteadOf: string[] } | null;
  ticket: string | null;
  /** Addresses that this bounce made unused, and that are so still. */
  refusedAddresses: string[];
  files: { n: number; name: string; mediaType: string; bytes: number }[];
  proposals: ReplyProposal[];
  claims: ReplyClaim[];
  /** Whether the message is kept whole, and its size. */
  isKept: boolean;
  bytes: number;
  readAt: string | null;
  readBy: string | null;
}
