/** Promises, disputes, plans, pauses and suspensions of deliveries in the database. */
export {
  attachToDispute,
  changeDispute,
  type DisputeFilter,
  disputableClaims,
  disputeFile,
  disputesOfCase,
  disputeTotals,
  findDispute,
  insertDispute,
  listDisputes,
  type NewDispute,
  settleDispute,
} from './disputes.ts';
export { commitmentsOf } from './overview.ts';
export {
  closingDays,
  endPause,
  endPausesOf,
  findPause,
  insertPause,
  type NewPause,
  pausesOfCase,
  wakeCases,
} from './pauses.ts';
export { findPlan, listPlans, type PlanFilter, plansOfCase, planTotals } from './plan-views.ts';
export {
  attachProof,
  cancelPlan,
  datePlanNotice,
  insertNotices,
  insertPlan,
  type NewPlan,
  planProof,
  presentNotice,
  proposePlan,
  signPlan,
  wakeWarnedPlans,
} from './plans.ts';
export {
  endPromise,
  findPromise,
  insertPromise,
  listPromises,
  type NewPromise,
  type PromiseFilter,
  promisesOfCase,
  promisesThanked,
  promisesToThank,
  promiseTotals,
} from './promises.ts';
export { applyCommitments } from './standing.ts';
export { attachLetter, findSuspension, insertSuspension, liftSuspension, type NewSuspension } from './suspensions.ts';
