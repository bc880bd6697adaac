import type { MatchingDebtor, MatchingLine } from './model.ts';

/**
 * Countries where banks must pass the whole amount on (directive (EU) 2015/2366, art. 81, the European Economic Area):
 * a transfer from there arrives short by nobody's fees.
 */
const EEA = new Set(
  'AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LV LI LT LU MT NL NO PL PT RO SK SI ES SE'.split(' '),
);

/** French territories of the euro that have codes of their own. */
const FRENCH = new Set('GP MQ GF RE YT PM BL MF MC'.split(' '));

/** True when banks on the way may have kept something: by the payer's account, else by the debtor's country. */
export function isForeign(line: MatchingLine, debtor: MatchingDebtor | undefined): boolean {
  const country = line.counterpartyIban?.slice(0, 2).toUpperCase() || debtor?.country || 'FR';
  return !EEA.has(country) && !FRENCH.has(country);
}
