export type { Mention } from './checks.ts';
export { type InvoiceMentionsInput, ISSUER_SIZES, type IssuerSize } from './input.ts';
export {
  defaultClause,
  type RateClause,
  type RateClauseInput,
  rateWords,
  reachesFloor,
  readRateClauses,
} from './penalty-rate.ts';
export { type InvoiceMentionsValue, invoiceMentions, type MentionFault, type MentionFines } from './rule.ts';
