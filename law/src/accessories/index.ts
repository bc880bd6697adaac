export { type DebtorKind, mayClaimFixedIndemnity, mayClaimLatePenalties, type Permission } from './rule.ts';
