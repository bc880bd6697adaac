export type { AccrualPlan, Ledger, Move, Piece, RateScheme, Step, Tranche } from './ledger.ts';
export { type Segment, segmentsOf } from './segments.ts';
export { settle } from './settle.ts';
export { allocationReason, Statement, type StatementWording } from './statement.ts';
