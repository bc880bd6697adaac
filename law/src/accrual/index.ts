export { lastBearingDay, stopReasons } from './insolvency.ts';
export type { AccrualPlan, Ledger, Move, RateScheme, Step, Tranche } from './ledger.ts';
export { type Segment, segmentsOf } from './segments.ts';
export { settle } from './settle.ts';
export { allocationReason, Statement, yearReasons } from './statement.ts';
