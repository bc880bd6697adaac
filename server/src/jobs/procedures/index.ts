/** What is done with procedures: engaged, told, put right, closed, paid for; and what the night does to them. */
export {
  type CostOrder,
  type EventOrder,
  proveCost,
  proveEvent,
  recordCost,
  recordEvent,
  seeDeadline,
  withdrawCost,
  withdrawCostProof,
  withdrawEvent,
} from './events.ts';
export {
  type LimitationFactOrder,
  recordLimitationFact,
  seeLimitation,
  setNature,
  withdrawFact,
} from './limitation.ts';
export { refreshCompanyLimitations, refreshCompanyProcedures, refreshDueLimitations } from './night.ts';
export {
  changeProcedure,
  closeProcedure,
  openProcedure,
  type ProcedureOrder,
  reopenProcedure,
} from './open.ts';
export { previewWriteOff, restoreClaims, type WriteOffOrder, writeOff } from './write-off.ts';
