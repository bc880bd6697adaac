/** How a telephone call ended. */
export const CALL_OUTCOMES = ['reached', 'left-message', 'no-answer', 'wrong-number'] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

/** What a call leads to: none is over without one of these. */
export type CallNext =
  /** He said when he pays: the claims wait until then. */
  | { kind: 'promise'; promisedOn: string; amountCents: number | null }
  /** He contests: somebody of ours answers by a day. */
  | { kind: 'dispute'; reason: string; details: string | null; owner: string; deadlineOn: string }
  /** To be called again on a day. */
  | { kind: 'call-again'; on: string }
  /** The number leads nowhere: somebody looks for another. */
  | { kind: 'find-number' }
  /** Nothing was agreed: the case goes on with its next step. */
  | { kind: 'go-on' };

/** The result of a call, as its screen sends it. */
export interface CallResult {
  outcome: CallOutcome;
  /** Whom we spoke to, with his capacity: « Mme Petit, comptable ». */
  spokeWith: string | null;
  /** What was said, in our words. */
  note: string | null;
  next: CallNext;
  /** Send the confirming e-mail now: it recalls the call and asks for a written answer. */
  confirm: boolean;
}

/** What recording a call did. */
export interface CallDone {
  /** The confirming e-mail; null when none was asked for. */
  confirmationId: string | null;
  /** The call to come, or the task; null when there is none. */
  nextActionId: string | null;
}
