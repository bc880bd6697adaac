export type { EventOutcome, LimitationCandidate } from './candidates.ts';
export type { LimitationInput } from './input.ts';
export { EVENT_KINDS, EVENT_NAMES, type LimitationEventKind, mayLast, type Signatory } from './kinds.ts';
export { type LimitationValue, limitation } from './rule.ts';
