import {
  type Day,
  type Explanation,
  formatDay,
  type LatePenaltiesInput,
  latePenalties,
  latePenaltiesAmount,
  type Refusal,
} from '@acquit/law';
import type { ClaimFacts, Regime } from '../model/facts.ts';
import { civilInterest, civilInterestWithTree } from './civil.ts';
import type { Parties } from './owed.ts';
import { datedUpTo, isPrincipalFirst } from './receipts.ts';

/** What the law says is left to pay, before the creditor's choices. */
export interface Accrual {
  principalCents: number;
  penaltyCents: number;
  indemnityCents: number;
}

export interface AccrualWithTree extends Accrual {
  explanation: Explanation;
}

function hasNothingToAdd(claim: ClaimFacts, regime: Regime): boolean {
  if (claim.dueOn === null) return true;
  return claim.penalties === 'waived' && (claim.indemnity === 'waived' || regime === 'civil');
}

/**
 * What is left to pay on a day, without the tree; null when the law adds nothing to the principal, a refusal when one
 * of its figures is missing.
 */
export function accrued(
  claim: ClaimFacts,
  on: Day,
  parties: Parties,
  regime: Regime,
): Accrual | { refusal: Refusal } | null {
  if (hasNothingToAdd(claim, regime)) return null;
  if (regime === 'civil') return civilInterest(claim, on, parties);
  const amounts = latePenaltiesAmount(penaltiesInput(claim, claim.dueOn!, on, parties, regime));
  if ('refusal' in amounts) return amounts;
  return {
    principalCents: amounts.principalLeftCents,
    penaltyCents: amounts.penaltyLeftCents,
    indemnityCents: amounts.indemnityLeftCents,
  };
}

/** The same with the tree that made it. */
export function accruedWithTree(
  claim: ClaimFacts,
  on: Day,
  parties: Parties,
  regime: Regime,
): AccrualWithTree | { refusal: Refusal } | null {
  if (hasNothingToAdd(claim, regime)) return null;
  if (regime === 'civil') return civilInterestWithTree(claim, on, parties);
  const outcome = latePenalties(penaltiesInput(claim, claim.dueOn!, on, parties, regime));
  if (outcome.refusal !== undefined) return { refusal: outcome.refusal };
  return {
    principalCents: outcome.value.principalLeftCents,
    penaltyCents: outcome.value.penaltyLeftCents,
    indemnityCents: outcome.value.indemnityLeftCents,
    explanation: outcome.explanation,
  };
}

/** The law's question for a claim on a professional or on a public buyer. */
function penaltiesInput(
  claim: ClaimFacts,
  dueOn: Day,
  on: Day,
  parties: Parties,
  regime: 'business' | 'public',
): LatePenaltiesInput {
  const { settings } = parties.company;
  const { insolvencyOpenedOn } = parties.debtor;
  return {
    amountCents: claim.amountCents,
    dueOn: formatDay(dueOn),
    until: formatDay(on),
    regime,
    allocation: isPrincipalFirst(claim, parties, regime) ? 'principalFirst' : 'legal',
    ...(regime === 'business' && settings.stipulatedRate !== null && { rate: settings.stipulatedRate }),
    ...(claim.receipts.length > 0 && { receipts: datedUpTo(claim.receipts, on) }),
    ...(claim.credits.length > 0 && { creditNotes: creditNotes(claim, on) }),
    ...(insolvencyOpenedOn !== null && { insolvencyOpenedOn: formatDay(insolvencyOpenedOn) }),
  };
}

function creditNotes(claim: ClaimFacts, on: Day) {
  return claim.credits
    .filter((credit) => credit.on <= on)
    .map((credit) => ({ on: formatDay(credit.on), amountCents: credit.amountCents, effect: credit.effect }));
}
