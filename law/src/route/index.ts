export { CONTESTS, type Contest, EVIDENCE, type Evidence, type RouteInput } from './input.ts';
export { MISSING, type Missing } from './missing.ts';
export { type Route, type RouteValue, route } from './rule.ts';
