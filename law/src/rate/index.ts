export { RATE_KINDS, type RateInput, type RateKind, type RateValue, rate } from './rule.ts';
