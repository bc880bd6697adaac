/** Limitation in the database: what is entered of it, what is kept of each claim, the radar. */
export {
  insertLimitationFact,
  limitationFacts,
  type NewLimitationFact,
  withdrawLimitationFact,
} from './facts.ts';
export { LIMITATION, type LimitationFilter, limitationView, listLimitations } from './list.ts';
export { markExpired, refreshCaseLimitation, refreshLimitations } from './refresh.ts';
