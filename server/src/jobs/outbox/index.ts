/** The outbox's door: what was decided leaves exactly once, or is shown to a person. */
export { type MailAccount, mailSecretPurpose, readMailAccount } from './account.ts';
export { confirmArrived, type PersonActs, sendAgain } from './doubts.ts';
export type { Compose, ComposedMail, DueMail, Journal, OutboxEvent, SendRefusal } from './model.ts';
export { verdictOf } from './outcome.ts';
export { type Recovered, recoverExpired } from './recover.ts';
export { accountDelay, retryDelay } from './retry.ts';
export { reachedToday } from './take.ts';
export {
  type OutboxOptions,
  type OutboxWorker,
  type RoundResult,
  sendDueOnce,
  startOutboxWorker,
} from './worker.ts';
