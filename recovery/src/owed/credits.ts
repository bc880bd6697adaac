import type { Day } from '@acquit/law';
import type { ClaimFacts } from '../model/facts.ts';

/**
 * Sets credits that nobody has allocated yet against open amounts given oldest first, as set-off would: a debtor to whom
 * the price is already owed back is neither reminded of it nor asked for what its delay would cost.
 */
export function coverOldestFirst(openCents: readonly number[], creditCents: number): number[] {
  let left = creditCents;
  return openCents.map((open) => {
    const share = Math.min(open, left);
    left -= share;
    return share;
  });
}

/**
 * A claim as if the credit that covers a part of it were allocated on a day, with effect from the start: delay is never
 * charged on a price that is owed back.
 */
export function netOfCredit(claim: ClaimFacts, on: Day, coveredCents: number): ClaimFacts {
  if (coveredCents === 0) return claim;
  const credit = { on, amountCents: coveredCents, effect: 'correction' as const };
  return { ...claim, credits: [...claim.credits, credit] };
}
