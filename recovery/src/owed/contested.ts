import type { Day } from '@acquit/law';
import type { ClaimFacts } from '../model/facts.ts';
import { netOfCredit } from './credits.ts';

/**
 * The claim without the part that is contested: neither that part nor what its delay would cost is asked for. What was
 * paid or credited of the claim does not lower it, because nothing says which part was meant: a debtor is asked for too
 * little rather than for what he contests.
 */
export function uncontested(claim: ClaimFacts, on: Day): ClaimFacts {
  const contested = Math.min(claim.contestedCents ?? 0, claim.amountCents);
  if (contested === 0) return claim;
  return { ...netOfCredit(claim, on, contested), openCents: Math.max(claim.openCents - contested, 0) };
}
