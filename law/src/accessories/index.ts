export { mayClaimFixedIndemnity, mayClaimLatePenalties, type Permission } from './rule.ts';
