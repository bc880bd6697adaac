import { type AccrualPlan, lastBearingDay, type Move, type Segment, segmentsOf, settle } from '../accrual/index.ts';
import { addDays, addMonths, type Day } from '../calendar/index.ts';
import type { Outcome } from '../explain/index.ts';
import { valueOn, valuesOf } from '../parameters/index.ts';
import { type InterestCase, type LegalInterestInput, readCase } from './input.ts';
import { schemeOf } from './rates.ts';
import { treeOf } from './tree.ts';

export interface LegalInterestValue {
  /** All the interest that accrued, capitalised interest included; part of it may have been paid. */
  readonly interestCents: number;
  /** Capital and interest that are left to pay. */
  readonly totalDueCents: number;
  readonly segments: readonly Segment[];
  /** Capital left, interest that was capitalised included. */
  readonly principalLeftCents: number;
  readonly interestLeftCents: number;
  /** Money beyond what was owed. */
  readonly overpaidCents: number;
}

/** Day of the demand for capitalisation, but no earlier than the day that interest starts from. */
function askedOn({ capitalisationAskedOn, from }: InterestCase): Day {
  return Math.max(capitalisationAskedOn ?? from, from) as Day;
}

/** Months of interest needed before capitalisation, by the text in force when it was asked, or by the oldest known. */
function intervalOn(asked: Day): number {
  return Number((valueOn('capitalisation-interval', asked) ?? valuesOf('capitalisation-interval')[0]!).value);
}

/** The anniversaries of the demand, counted from its own date; none is before interest has started to run. */
function capitalisations(interestCase: InterestCase): Move[] {
  if (interestCase.capitalisationAskedOn === null) return [];
  const asked = askedOn(interestCase);
  const interval = intervalOn(asked);
  const moves: Move[] = [];
  for (let n = 1; ; n++) {
    const on = addMonths(asked, n * interval);
    if (on > lastBearingDay(interestCase.until, interestCase.insolvencyOpenedOn)) return moves;
    moves.push({ kind: 'capitalisation', on, amountCents: 0 });
  }
}

function planOf(interestCase: InterestCase): AccrualPlan {
  const { amountCents, from, until, creditor, enforceableOn, receipts, firstDayIncluded } = interestCase;
  return {
    tranches: [
      { firstDay: firstDayIncluded ? from : addDays(from, 1), principalCents: amountCents, indemnityCents: 0 },
    ],
    // Money of the day stays before what is left of that day's interest and joins the capital: the sort keeps ties.
    moves: [...receipts, ...capitalisations(interestCase)].sort((a, b) => a.on - b.on),
    scheme: schemeOf(creditor, enforceableOn),
    until,
    stopOn: lastBearingDay(interestCase.until, interestCase.insolvencyOpenedOn),
    principalFirst: interestCase.principalFirst,
    countsLeapYears: interestCase.countsLeapYears,
    capitalisationMonths: intervalOn(askedOn(interestCase)),
  };
}

/**
 * Interest at the legal rate on a sum (1231-6 and 1344-1 C. civ., L313-2 C. mon. fin.), with the five more points of an
 * unpaid judgment (L313-3) and capitalisation (1343-2 C. civ.). Refuses a malformed input (see `readCase`) and a day
 * whose rate is unknown (`RateNotPublished`).
 */
export function legalInterest(input: LegalInterestInput): Outcome<LegalInterestValue> {
  const interestCase = readCase(input);
  if ('code' in interestCase) return { refusal: interestCase };
  const plan = planOf(interestCase);
  const ledger = settle(plan, true);
  if ('code' in ledger) return { refusal: ledger };
  const principalLeftCents = ledger.principalLeftCents[0]!;
  const value: LegalInterestValue = {
    interestCents: ledger.interestCents,
    totalDueCents: principalLeftCents + ledger.interestLeftCents,
    segments: segmentsOf(ledger, plan.scheme.decimals, plan.tranches.length),
    principalLeftCents,
    interestLeftCents: ledger.interestLeftCents,
    overpaidCents: ledger.overpaidCents,
  };
  return { value, explanation: treeOf(interestCase, plan, ledger, value.totalDueCents) };
}
