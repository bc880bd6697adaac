/** What is promised, contested, agreed or put off: recorded, undone, and refused with a reason. */
export { announcePayment } from './announced.ts';
export {
  type DisputeEnd,
  type DisputeOrder,
  keepDisputeFile,
  openDispute,
  reassignDispute,
  reopenDispute,
  resolveDispute,
} from './disputes.ts';
export { type PlanPaper, planPaper } from './papers.ts';
export { closeCompany, enterPause, type PauseOrder, stopPause } from './pauses.ts';
export {
  draftPlan,
  endPlan,
  keepSignedPaper,
  noticePresented,
  type PlanOrder,
  type PlanSignature,
  recordSignature,
  sendPlan,
  weighPlan,
} from './plans.ts';
export { enterPromise, type PromiseOrder, weighPromise, withdrawPromise } from './promises.ts';
export type { By } from './shared.ts';
export {
  resumeDeliveries,
  type SuspensionOrder,
  sendSuspension,
  suspendDeliveries,
  suspensionLetter,
} from './suspensions.ts';
