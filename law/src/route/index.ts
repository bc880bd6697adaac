export { CONTESTS, type Contest, EVIDENCE, type Evidence, type RouteInput } from './input.ts';
export { type AmountLimit, amountLimit } from './limit.ts';
export { CONTEST_NAMES, EVIDENCE_NAMES } from './lists.ts';
export { MISSING, type Missing } from './missing.ts';
export type { PublishedFigure, UsualDuration } from './practice.ts';
export { type Route, type RouteValue, route } from './rule.ts';
