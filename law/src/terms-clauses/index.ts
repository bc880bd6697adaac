export type { Clause, ClauseKey } from './clauses.ts';
export { CUSTOMERS, type Customers, type TermsClausesInput } from './input.ts';
export { type ClauseDoubt, type TermsClausesValue, termsClauses } from './rule.ts';
