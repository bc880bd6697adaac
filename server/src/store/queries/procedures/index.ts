/** Procedures in the database: their events, what follows from them, their dates and their costs. */
export { type CostRecord, costsOf } from './costs.ts';
export { findDeadline, listDeadlines, type SeenAlarm, seeAlarm } from './deadlines.ts';
export {
  casesWithProcedures,
  listProcedures,
  procedureProof,
  procedureTotals,
} from './list.ts';
export { type EventRecord, type LoadedProcedure, loadProcedureFacts, proceduresOfCases } from './load.ts';
export { applyProcedures, standingsOf } from './standing.ts';
export { findProcedure, procedureViews } from './views.ts';
export {
  caseOfProcedure,
  endProcedure,
  insertProcedure,
  insertProcedureCost,
  insertProcedureEvent,
  type NewProcedure,
  type ProcedureChange,
  type Proof,
  procedureOfEvent,
  proveProcedureCost,
  proveProcedureEvent,
  reviveProcedure,
  updateProcedure,
  withdrawProcedureCost,
  withdrawProcedureEvent,
} from './write.ts';
