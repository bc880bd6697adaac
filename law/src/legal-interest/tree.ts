import {
  type AccrualPlan,
  allocationReason,
  type Ledger,
  Statement,
  type Step,
  stopReasons,
  yearReasons,
} from '../accrual/index.ts';
import { type Day, frenchDate } from '../calendar/index.ts';
import { type Explanation, given, made } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import type { InterestCase } from './input.ts';
import { legalNode } from './rates.ts';

const INTEREST_WORDS = {
  name: 'Intérêts',
  accrued: 'Intérêts courus',
  paid: 'Intérêts déjà payés',
  cleared: 'Intérêts payés ou abandonnés',
  of: 'des intérêts',
  after: 'les intérêts',
};

function moveReasons({ move, capitalisedCents, shares }: Step, principalFirst: boolean): readonly Explanation[] {
  if (move.kind === 'capitalisation') {
    return [reason(capitalisedCents > 0 ? 'capitalisation' : 'capitalisation-too-early', move.on)];
  }
  const touchesInterest = shares.some(({ target }) => target < 0);
  return touchesInterest || principalFirst ? [allocationReason(principalFirst, move.on)] : [];
}

/** Why interest runs, and which days count, by the texts of the first day or of the day asked if it is earlier. */
function interestReasons(interestCase: InterestCase): Explanation[] {
  const { start, from, until, firstDayIncluded, countsLeapYears, insolvencyOpenedOn } = interestCase;
  const on = Math.min(from, until) as Day;
  return [
    ...(start === null ? [] : [reason(`start-${start}`, on)]),
    reason(firstDayIncluded ? 'first-day-included' : 'legal-interest-days', on),
    ...yearReasons(countsLeapYears),
    ...stopReasons(until, insolvencyOpenedOn),
  ];
}

/** The tree that made the amounts of a case. */
export function treeOf(
  interestCase: InterestCase,
  { scheme }: AccrualPlan,
  ledger: Ledger,
  totalDueCents: number,
): Explanation {
  const { amountCents, until, creditor, enforceableOn } = interestCase;
  const statement = new Statement(ledger, [given('Capital', amountCents, 'cents')], {
    interest: INTEREST_WORDS,
    trancheSuffix: () => '',
    moveLabel: ({ kind, on }) => `${kind === 'receipt' ? 'Encaissement' : 'Capitalisation'} du ${frenchDate(on)}`,
    moveReasons: (step) => moveReasons(step, interestCase.principalFirst),
    countsLeapYears: interestCase.countsLeapYears,
    rateNode: ({ half, from }) => {
      const isUplifted = scheme.cutOn !== null && from >= scheme.cutOn;
      return legalNode(creditor, half, isUplifted ? { enforceableOn } : null);
    },
  });
  const steps = statement.steps();
  const interest = statement.interest('Intérêts au taux légal', until, interestReasons(interestCase));
  const total = made('sum', `Total à payer au ${frenchDate(until)}`, totalDueCents, 'cents', [
    ...statement.principalLeft(),
    interest.left,
  ]);
  const wasCapitalised = ledger.steps.some(({ capitalisedCents }) => capitalisedCents > 0);
  const workings = wasCapitalised ? [...steps, interest.total] : steps;
  if (workings.length === 0) return total;
  return made('detail', `Ce qui est dû au ${frenchDate(until)}`, totalDueCents, 'cents', [total, ...workings]);
}
