export type { BookFacts } from './book.ts';
export { type MatchOptions, matchCredits, proposalKey } from './match.ts';
export type * from './model.ts';
export { findReversals, type ReversibleReceipt } from './reversals.ts';
export { payerKeys } from './words.ts';
