export { CREDITORS, type Creditor, type LegalInterestInput } from './input.ts';
export { legalNode, legalUnits } from './rates.ts';
export { type LegalInterestValue, legalInterest } from './rule.ts';
