import { type Day, formatDay } from '@acquit/law';
import type { ClaimFacts, Regime } from '../model/facts.ts';
import type { Parties } from './owed.ts';

/** Amount less receipts and credits up to a day; below zero when more came in than was owed. */
export function balanceOn(claim: ClaimFacts, on: Day): number {
  let cents = claim.amountCents;
  for (const receipt of claim.receipts) if (receipt.on <= on) cents -= receipt.amountCents;
  for (const credit of claim.credits) if (credit.on <= on) cents -= credit.amountCents;
  return cents;
}

/** Principal still due on a day when nothing but principal is asked, never below zero. */
export function principalOn(claim: ClaimFacts, on: Day): number {
  return Math.max(balanceOn(claim, on), 0);
}

/**
 * Receipts go in the legal order (art. 1343-1 C. civ.) only when everything the law adds is claimed: a creditor who
 * keeps an accessory in reserve, or waives it, accepts that what he receives clears the principal first.
 */
export function isPrincipalFirst(claim: ClaimFacts, parties: Parties, regime: Regime): boolean {
  if (parties.company.settings.allocation === 'principalFirst' || claim.penalties !== 'claimed') return true;
  return regime !== 'civil' && claim.indemnity !== 'claimed';
}

/** What was received up to a day, as the law's rules read it. */
export function datedUpTo(receipts: readonly { on: Day; amountCents: number }[], on: Day) {
  return receipts
    .filter((receipt) => receipt.on <= on)
    .map((receipt) => ({ on: formatDay(receipt.on), amountCents: receipt.amountCents }));
}
