export { DEADLINE_PROCEDURES, type DeadlineProcedure, type ProcedureDeadlinesInput } from './input.ts';
export { type ProcedureDeadlinesValue, procedureDeadlines } from './rule.ts';
