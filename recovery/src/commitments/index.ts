/** Promises, disputes, plans and pauses: what holds a claim back, and what ends the wait. */
export {
  DISPUTE_OUTCOMES,
  DISPUTE_REASONS,
  type DisputableClaim,
  type DisputedClaim,
  type DisputeFacts,
  type DisputeOutcome,
  type DisputeReason,
  disputeHoldReason,
  disputeOutcomeName,
  disputeReasonName,
  disputeRefusal,
  type Freeze,
  freezes,
} from './dispute.ts';
export { type PromiseContext, type PromiseDraft, type PromiseTerms, promiseTerms } from './enter-promise.ts';
export { type CoveredClaim, covers, leftOn, type Piece } from './money.ts';
export { noticeExpiry, type PlanNoticeFacts } from './notice-expiry.ts';
export { numberInWords, sumInWords } from './number-words.ts';
export { type PlanStanding, type PlanState, planHolds, planStanding } from './plan.ts';
export { composeAcknowledgement, composePlanDocument, type PlanParties } from './plan-document.ts';
export {
  judgePromises,
  type PromiseChannel,
  type PromiseFacts,
  type PromiseState,
  type PromiseVerdict,
  promiseRate,
  promiseState,
} from './promise.ts';
export { type CommitmentRefusal, type Refused, refused } from './refused.ts';
export {
  graceEnd,
  type PlanAccessories,
  type ScheduledInstalment,
  type ScheduleRules,
  schedule,
  scheduleRefusal,
  split,
} from './schedule.ts';
export { supplyName } from './supply.ts';
