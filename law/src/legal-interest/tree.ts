import { type AccrualPlan, allocationReason, type Ledger, Statement, type Step } from '../accrual/index.ts';
import { frenchDate } from '../calendar/index.ts';
import { type Explanation, given, made } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import type { InterestCase } from './input.ts';
import { legalNode } from './rates.ts';

const INTEREST_WORDS = {
  name: 'Intérêts',
  accrued: 'Intérêts courus',
  paid: 'Intérêts déjà payés',
  of: 'des intérêts',
  after: 'les intérêts',
};

function moveReasons({ move, capitalisedCents, shares }: Step): readonly Explanation[] {
  if (move.kind === 'capitalisation') {
    return [reason(capitalisedCents > 0 ? 'capitalisation' : 'capitalisation-too-early')];
  }
  return shares.some(({ target }) => target < 0) ? [allocationReason(false)] : [];
}

/** The tree that made the amounts of a case. */
export function treeOf(
  { amountCents, until, creditor, enforceableOn, firstDayIncluded }: InterestCase,
  { scheme }: AccrualPlan,
  ledger: Ledger,
  totalDueCents: number,
): Explanation {
  const statement = new Statement(ledger, [given('Capital', amountCents, 'cents')], {
    interest: INTEREST_WORDS,
    trancheSuffix: () => '',
    moveLabel: ({ kind, on }) => `${kind === 'receipt' ? 'Encaissement' : 'Capitalisation'} du ${frenchDate(on)}`,
    moveReasons,
    rateNode: ({ half, from }) => {
      const isUplifted = scheme.cutOn !== null && from >= scheme.cutOn;
      return legalNode(creditor, half, isUplifted ? { enforceableOn } : null);
    },
  });
  const steps = statement.steps();
  const days = reason(firstDayIncluded ? 'first-day-included' : 'legal-interest-days');
  const interest = statement.interest('Intérêts au taux légal', until, [days]);
  const total = made('sum', `Total à payer au ${frenchDate(until)}`, totalDueCents, 'cents', [
    ...statement.principalLeft(),
    interest.left,
  ]);
  const wasCapitalised = ledger.steps.some(({ capitalisedCents }) => capitalisedCents > 0);
  const workings = wasCapitalised ? [...steps, interest.total] : steps;
  if (workings.length === 0) return total;
  return made('detail', `Ce qui est dû au ${frenchDate(until)}`, totalDueCents, 'cents', [total, ...workings]);
}
