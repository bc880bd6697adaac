import { type Ledger, type Segment, segmentsOf, settle } from '../accrual/index.ts';
import type { Outcome } from '../explain/index.ts';
import type { Refusal } from '../refusal.ts';
import { firstLateDay, type LateCase, type LatePenaltiesInput, readCase } from './input.ts';
import { type LatePlan, planOf } from './plan.ts';
import { ratesOf } from './rates.ts';
import { treeOf } from './tree.ts';

/** What is owed on the day asked, in whole cents, nothing below zero. */
export interface LatePenaltiesAmount {
  /** All the penalties that accrued, rounded once; part of them may have been paid. */
  readonly penaltyCents: number;
  /** All the fixed indemnities that became due; part of them may have been paid. */
  readonly indemnityCents: number;
  readonly principalLeftCents: number;
  /** Principal, penalties and indemnities that are left to pay. */
  readonly totalDueCents: number;
  readonly penaltyLeftCents: number;
  readonly indemnityLeftCents: number;
  /** Money or credit beyond what was owed. */
  readonly overpaidCents: number;
  /** Penalties and indemnities that the creditor gave up; they are part of what accrued, not of what is left. */
  readonly waivedCents: number;
}

export interface LatePenaltiesValue extends LatePenaltiesAmount {
  /** One per half-year and per change of base, even when two have the same rate. */
  readonly segments: readonly Segment[];
}

interface Settled {
  readonly lateCase: LateCase;
  readonly plan: LatePlan;
  readonly ledger: Ledger;
}

function settled(input: unknown, keepsHistory: boolean): Settled | Refusal {
  const lateCase = readCase(input);
  if ('code' in lateCase) return lateCase;
  const plan = planOf(lateCase, ratesOf(lateCase.regime, lateCase.rate, firstLateDay(lateCase.dues[0]!)));
  const ledger = settle(plan, keepsHistory);
  return 'code' in ledger ? ledger : { lateCase, plan, ledger };
}

function amountsOf(ledger: Ledger): LatePenaltiesAmount {
  let principalLeftCents = 0;
  for (const cents of ledger.principalLeftCents) principalLeftCents += cents;
  return {
    penaltyCents: ledger.interestCents,
    indemnityCents: ledger.indemnityCents,
    principalLeftCents,
    totalDueCents: principalLeftCents + ledger.interestLeftCents + ledger.indemnityLeftCents,
    penaltyLeftCents: ledger.interestLeftCents,
    indemnityLeftCents: ledger.indemnityLeftCents,
    overpaidCents: ledger.overpaidCents,
    waivedCents: ledger.waivedCents,
  };
}

/**
 * Late-payment penalties and fixed indemnity of one invoice on a day (L441-10 II and D441-5 C. com.; R2192-31 and
 * D2192-35 CCP for public buyers): amounts, segments and the tree that made them. Refuses a malformed input (see
 * `readCase`), a contract rate below the floor (`RateBelowFloor`) and a day whose rate is unknown (`RateNotPublished`).
 */
export function latePenalties(input: LatePenaltiesInput): Outcome<LatePenaltiesValue> {
  const result = settled(input, true);
  if ('code' in result) return { refusal: result };
  const { lateCase, plan, ledger } = result;
  const amounts = amountsOf(ledger);
  const segments = segmentsOf(ledger, plan.scheme.decimals, plan.tranches.length);
  return { value: { ...amounts, segments }, explanation: treeOf(lateCase, plan, ledger, amounts) };
}

/** The same arithmetic and the same refusals without segments nor tree, for the night's pass. */
export function latePenaltiesAmount(input: LatePenaltiesInput): LatePenaltiesAmount | { readonly refusal: Refusal } {
  const result = settled(input, false);
  return 'code' in result ? { refusal: result } : amountsOf(result.ledger);
}
