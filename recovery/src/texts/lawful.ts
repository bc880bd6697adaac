import type { MessageFacts } from '../model/decision.ts';
import type { Regime } from '../model/facts.ts';
import { regimeOf } from '../profile/profile.ts';
import type { Correspondents } from './words.ts';

/**
 * The last guard before a text: facts are frozen on the day of the decision, and a debtor taken for a company may
 * since have turned out to be a consumer. When the rules are no longer those the figures were made under, every
 * accessory is dropped: asking a consumer for them is an offence, asking too little is not.
 */
export function lawfulFacts(facts: MessageFacts, who: Correspondents): MessageFacts {
  const regime: Regime = regimeOf(who.company.creditorKind, who.debtor.kind);
  if (regime === facts.regime) return facts;
  return {
    ...facts,
    regime,
    accessories: 'none',
    claims: facts.claims.map((claim) => ({ ...claim, penaltyCents: 0, indemnityCents: 0 })),
    penaltyCents: 0,
    indemnityCents: 0,
    totalCents: Math.max(facts.principalCents - facts.creditCents, 0),
    rateSentence: null,
  };
}
