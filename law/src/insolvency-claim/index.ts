export type { InsolvencyClaimInput } from './input.ts';
export { type InsolvencyClaimValue, insolvencyClaim } from './rule.ts';
