import type { MailContent } from '../../channels/index.ts';
import type { Store, Tx } from '../../store/index.ts';

/**
 * Sending by the final dot held back. A row of the outbox goes due → reserved (lease) → ending → sent | refused |
 * in-doubt, or back to due. What each state says about the past:
 *
 * - `due`, `reserved`: certainly not delivered, so doing it again is safe;
 * - `ending`: committed before the dot may leave. Whoever dies here leaves a doubt, which only a person settles; unless
 *   `settled_at` is set: then the server's yes is written down, and only the closing with its journal entry is to come;
 * - `in-doubt` is never sent again by itself: measured, either automatic policy is wrong dozens of times.
 */
export interface DueMail {
  tenantId: string;
  actionId: string;
  companyId: string;
  caseId: string;
  step: string;
  decidedOn: string;
  /** The instant of the decision; the message is dated from it. */
  createdAt: string;
  recipient: string | null;
  /** Set once a dot was near: later attempts keep it whatever the account has become. */
  messageId: string | null;
  /** Counts how often the row was taken; what is written under an older number changes nothing. */
  fence: bigint;
  /** This attempt included. */
  attempts: number;
  /** What the message says, as decided (`action.facts`). */
  facts: unknown;
}

/** A reason not to send, shown to the person. */
export interface SendRefusal {
  code: string;
  message: string;
  facts: Record<string, unknown>;
}

/** What a composer makes of a decided action; the case, the date and the sender are added here. */
export type ComposedMail = Omit<MailContent, 'caseId' | 'date'>;

/** Makes the message of an action. What it refuses is refused for good; what it throws is tried again later. */
export type Compose = (mail: DueMail) => Promise<ComposedMail | { refusal: SendRefusal }>;

/** The store's `appendJournal`. */
export type Journal = (tx: Tx, events: readonly OutboxEvent[]) => Promise<unknown>;

export interface OutboxEvent {
  actor: string;
  action: 'message-sent' | 'message-refused' | 'message-in-doubt' | 'message-arrived' | 'message-send-again';
  objectKind: 'case';
  objectId: string;
  payload: Record<string, unknown>;
}

export type InTenant = Store['inTenant'];

/** The actor of the journal for what nobody in particular did. */
export const OUTBOX = 'outbox';
