export type { EventOutcome, LimitationCandidate } from './candidates.ts';
export type { LimitationInput } from './input.ts';
export type { LimitationEventKind, Signatory } from './kinds.ts';
export { type LimitationValue, limitation } from './rule.ts';
