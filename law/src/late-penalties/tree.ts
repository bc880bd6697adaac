import { allocationReason, type Ledger, Statement, type Step } from '../accrual/index.ts';
import { frenchDate } from '../calendar/index.ts';
import { type Explanation, given, made } from '../explain/index.ts';
import { parameterNode, reason, valueOn } from '../parameters/index.ts';
import type { DueSum, LateCase } from './input.ts';
import { indemnitySeries, isBlockedByInsolvency, type LateMove, type LatePlan } from './plan.ts';
import type { LatePenaltiesAmount } from './rule.ts';

const PENALTY_WORDS = {
  name: 'Pénalités',
  accrued: 'Pénalités courues',
  paid: 'Pénalités déjà payées',
  of: 'des pénalités',
  after: 'les pénalités',
};

function moveLabel({ kind, isCorrection, datedOn }: LateMove): string {
  if (kind === 'receipt') return `Encaissement du ${frenchDate(datedOn)}`;
  return `${isCorrection ? 'Avoir de correction' : 'Avoir'} du ${frenchDate(datedOn)}`;
}

function moveReasons({ move, shares }: Step, principalFirst: boolean): readonly Explanation[] {
  if (move.kind === 'reduction') {
    return [reason((move as LateMove).isCorrection ? 'credit-note-correction' : 'credit-note-gesture')];
  }
  // The order only decides something when accessories were owed and took a part, or were left behind the principal.
  const touchesAccessories = shares.some(({ target }) => target < 0);
  return touchesAccessories || principalFirst ? [allocationReason(principalFirst)] : [];
}

const REGIME_REASONS = {
  business: { regime: 'business-penalties', days: 'late-days' },
  public: { regime: 'public-penalties', days: 'public-late-days' },
} as const;

function penaltyReasons(lateCase: LateCase, ledger: Ledger): Explanation[] {
  const { regime, days } = REGIME_REASONS[lateCase.regime];
  const reasons = [reason(regime), reason(ledger.pieces.length === 0 ? 'no-late-day' : days)];
  if (lateCase.insolvencyOpenedOn !== null && lateCase.insolvencyOpenedOn <= lateCase.until) {
    reasons.push(reason('insolvency-stop'));
  }
  return reasons;
}

function whyNoIndemnity(lateCase: LateCase, late: readonly DueSum[]): Explanation {
  if (late.some((due) => isBlockedByInsolvency(lateCase, due))) return reason('no-indemnity-after-opening');
  if (late.some(({ dueOn }) => valueOn(indemnitySeries(lateCase), dueOn) === null)) {
    return reason('no-indemnity-before-2013');
  }
  return reason('no-late-day');
}

function perLate({ regime, dues }: LateCase): Explanation {
  if (dues.length > 1) return reason('indemnity-per-instalment');
  return reason(regime === 'public' ? 'public-indemnity' : 'indemnity-per-late-invoice');
}

function indemnityReasons(lateCase: LateCase, ledger: Ledger): Explanation[] {
  const late = lateCase.dues.filter(({ dueOn }) => dueOn < lateCase.until);
  if (ledger.lateTranches.length === 0) return [whyNoIndemnity(lateCase, late)];
  const reasons = [perLate(lateCase)];
  if (late.some((due) => isBlockedByInsolvency(lateCase, due))) reasons.push(reason('no-indemnity-after-opening'));
  if (lateCase.insolvencyOpenedOn !== null && lateCase.insolvencyOpenedOn <= lateCase.until) {
    reasons.push(reason('indemnity-kept-before-opening'));
  }
  return reasons;
}

/** The tree that made the amounts of a case. */
export function treeOf(lateCase: LateCase, plan: LatePlan, ledger: Ledger, amounts: LatePenaltiesAmount): Explanation {
  const { dues, until } = lateCase;
  const several = dues.length > 1;
  const suffix = (k: number) => (several ? ` (échéance du ${frenchDate(dues[k]!.dueOn)})` : '');
  const principal = dues.map(({ amountCents }, k) => given(`Principal TTC${suffix(k)}`, amountCents, 'cents'));
  const statement = new Statement(ledger, principal, {
    interest: PENALTY_WORDS,
    trancheSuffix: suffix,
    moveLabel: (move) => moveLabel(move as LateMove),
    moveReasons: (step) => moveReasons(step, lateCase.principalFirst),
    rateNode: ({ half, tranche }) => plan.scheme.rateNode(half, plan.tranches[tranche]!.firstDay),
    indemnityNode: (k) => {
      const dated = valueOn(indemnitySeries(lateCase), dues[k]!.dueOn)!;
      return parameterNode(`Indemnité forfaitaire par retard${suffix(k)}`, dated, 'cents');
    },
  });
  const steps = statement.steps();
  const penalties = statement.interest('Pénalités de retard', until, penaltyReasons(lateCase, ledger));
  const indemnity = statement.indemnity('Indemnité forfaitaire de recouvrement', indemnityReasons(lateCase, ledger));
  const total = made('sum', `Total à payer au ${frenchDate(until)}`, amounts.totalDueCents, 'cents', [
    ...statement.principalLeft(),
    penalties.left,
    indemnity,
  ]);
  const label = `Ce qui est dû au ${frenchDate(until)}`;
  return steps.length === 0 ? total : made('detail', label, amounts.totalDueCents, 'cents', [total, ...steps]);
}
