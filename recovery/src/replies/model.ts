import type { Day } from '@acquit/law';
import type { DisputeReason } from '../commitments/dispute.ts';
import type { Reason } from '../model/decision.ts';

/**
 * A message as it was taken apart on its way in: names of headers in lower case, texts decoded, nothing interpreted.
 * Every field may have been written by anybody.
 */
export interface IncomingMessage {
  from: { name: string; address: string } | null;
  /** Where the author wants answers, in lower case. */
  replyTo: string[];
  to: string[];
  subject: string;
  headers: readonly { name: string; value: string }[];
  /** The text for people: the plain part, else the HTML part made text. */
  text: string;
  /** Bodies of `message/delivery-status` and `message/disposition-notification` parts, as they are. */
  reports: readonly string[];
  /** Headers and text of the message sent back, as a bounce carries it; null when there is none. */
  returned: string | null;
}

/**
 * What a message is. `acknowledgement` holds what any other machine says: a ticket opened, a newsletter. `challenge` is
 * a filter that holds our message until somebody clicks. `unreadable` could not be taken apart.
 */
export type ReplyKind = 'human' | 'bounce' | 'absence' | 'acknowledgement' | 'challenge' | 'receipt' | 'unreadable';

/**
 * `hard`: the address takes nothing any more. `soft`: it may tomorrow. `blocked`: the message was refused, not the
 * address (a filter, a size). `delayed`: still being tried.
 */
export type BounceSeverity = 'hard' | 'soft' | 'blocked' | 'delayed';

export interface Bounce {
  severity: BounceSeverity;
  /** Enhanced status code (`5.1.1`) or the three digits of the old one; null when none is said. */
  status: string | null;
  /** Addresses that were not reached, in lower case. */
  recipients: string[];
  /** What the server said, on one line; null when it said nothing. */
  diagnostic: string | null;
}

export interface Absence {
  /** First day back, when it is said. */
  returnOn: Day | null;
  /** The person has left, or the address is read by nobody any more. */
  gone: boolean;
  /** Addresses it says to write to meanwhile, in lower case. */
  insteadOf: string[];
}

/** What a message is, and by which sign that was known. */
export interface Verdict {
  kind: ReplyKind;
  why: Reason;
  bounce?: Bounce;
  absence?: Absence;
  /** Number of the request that a helpdesk opened. */
  ticket?: string;
}

/** A sentence of the author's own text on which something rests: where it stands and what it says. */
export interface Quote {
  /** Offsets in the own text. */
  start: number;
  end: number;
  text: string;
}

export type PaymentMeans = 'transfer' | 'cheque' | 'card' | 'direct-debit' | 'cash';

interface Proposed {
  quote: Quote;
  /** How the sentence was understood, in French. */
  why: string;
  /** Invoices of the case that the sentence names. */
  numbers: string[];
}

/** What the reader proposes to record; nothing is recorded before a person accepts it. */
export type ReaderProposal =
  | (Proposed & { kind: 'promise'; amountCents: number | null; on: Day | null })
  | (Proposed & { kind: 'dispute'; reason: DisputeReason; amountCents: number | null })
  | (Proposed & { kind: 'paid'; amountCents: number | null; on: Day | null; means: PaymentMeans | null })
  | (Proposed & { kind: 'instalments'; count: number | null; instalmentCents: number | null })
  | (Proposed & { kind: 'wrong-contact'; emails: string[] })
  | (Proposed & { kind: 'copy-asked' });
export type ProposalKind = ReaderProposal['kind'];
