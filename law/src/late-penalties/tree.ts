import { allocationReason, type Ledger, Statement, type Step, stopReasons, yearReasons } from '../accrual/index.ts';
import { type Day, frenchDate } from '../calendar/index.ts';
import { type Explanation, given, made } from '../explain/index.ts';
import { parameterNode, reason } from '../parameters/index.ts';
import { type DueSum, firstLateDay, type LateCase } from './input.ts';
import { indemnityOf, isBlockedByInsolvency, type LateMove, type LatePlan } from './plan.ts';
import type { LatePenaltiesAmount } from './rule.ts';

const PENALTY_WORDS = {
  name: 'Pénalités',
  accrued: 'Pénalités courues',
  paid: 'Pénalités déjà payées',
  cleared: 'Pénalités payées ou abandonnées',
  of: 'des pénalités',
  after: 'les pénalités',
};

const MOVE_NAMES = {
  receipt: 'Encaissement',
  reduction: 'Avoir',
  'interest-waiver': 'Renonciation aux pénalités',
  'indemnity-waiver': 'Renonciation à l’indemnité forfaitaire',
} as const;

type NamedMove = keyof typeof MOVE_NAMES;

function moveLabel({ kind, on, correctionOf }: LateMove): string {
  if (correctionOf !== undefined) return `Avoir de correction du ${frenchDate(correctionOf)}`;
  return `${MOVE_NAMES[kind as NamedMove]} du ${frenchDate(on)}`;
}

function moveReasons({ move, shares }: Step, principalFirst: boolean): readonly Explanation[] {
  if (move.kind === 'reduction') {
    return [reason((move as LateMove).correctionOf === undefined ? 'credit-note-gesture' : 'credit-note-correction')];
  }
  if (move.kind !== 'receipt') return [reason(shares[0]!.dueCents > 0 ? 'waiver' : 'waiver-nothing-owed', move.on)];
  // The order only decides something when accessories were owed and took a part, or were left behind the principal.
  const touchesAccessories = shares.some(({ target }) => target < 0);
  return touchesAccessories || principalFirst ? [allocationReason(principalFirst, move.on)] : [];
}

const REGIME_REASONS = {
  business: { regime: 'business-penalties', days: 'late-days', none: 'no-late-day' },
  public: { regime: 'public-penalties', days: 'public-late-days', none: 'public-no-late-day' },
} as const;

/** The day whose texts are cited for the delay as a whole: its first one, or the day asked when it has not begun. */
function citedOn({ dues, until }: LateCase): Day {
  return Math.min(firstLateDay(dues[0]!), until) as Day;
}

function contractReasons({ regime, contractedOn }: LateCase, on: Day): Explanation[] {
  if (regime !== 'public') return [];
  return [reason(contractedOn === null ? 'public-contract-assumed' : 'public-contract-covered', on)];
}

/** Which days count; nothing when a judgment stops the count before the first, though the sum is unpaid. */
function dayReasons({ regime, dues, until, insolvencyOpenedOn }: LateCase, ledger: Ledger, on: Day): Explanation[] {
  const { days, none } = REGIME_REASONS[regime];
  if (ledger.pieces.length > 0) return [reason(days, on)];
  const firstDay = firstLateDay(dues[0]!);
  const isStopped = insolvencyOpenedOn !== null && insolvencyOpenedOn <= firstDay && firstDay <= until;
  return isStopped ? [] : [reason(none, on)];
}

function penaltyReasons(lateCase: LateCase, ledger: Ledger): Explanation[] {
  const on = citedOn(lateCase);
  return [
    reason(REGIME_REASONS[lateCase.regime].regime, on),
    ...contractReasons(lateCase, on),
    ...dayReasons(lateCase, ledger, on),
    ...yearReasons(lateCase.countsLeapYears),
    ...stopReasons(lateCase.until, lateCase.insolvencyOpenedOn),
  ];
}

function whyNoIndemnity(lateCase: LateCase, late: readonly DueSum[]): Explanation {
  const tooOld = late.find((due) => indemnityOf(lateCase, due) === null);
  if (tooOld !== undefined) {
    const why = lateCase.regime === 'public' ? 'no-public-indemnity-before-2013' : 'no-indemnity-before-2013';
    return reason(why, firstLateDay(tooOld));
  }
  const blocked = late.find((due) => isBlockedByInsolvency(lateCase, due));
  if (blocked !== undefined) return reason('no-indemnity-after-opening', firstLateDay(blocked));
  return reason(REGIME_REASONS[lateCase.regime].none, citedOn(lateCase));
}

function perLate({ regime, dues }: LateCase, on: Day): Explanation {
  if (dues.length > 1) return reason('indemnity-per-instalment', on);
  return reason(regime === 'public' ? 'public-indemnity' : 'indemnity-per-late-invoice', on);
}

function indemnityReasons(lateCase: LateCase, ledger: Ledger): Explanation[] {
  const { dues, until, insolvencyOpenedOn } = lateCase;
  const late = dues.filter(({ dueOn }) => dueOn < until);
  const [first] = ledger.lateTranches;
  if (first === undefined) return [whyNoIndemnity(lateCase, late)];
  const reasons = [perLate(lateCase, firstLateDay(dues[first]!))];
  const blocked = late.find((due) => isBlockedByInsolvency(lateCase, due));
  if (blocked !== undefined) reasons.push(reason('no-indemnity-after-opening', firstLateDay(blocked)));
  if (insolvencyOpenedOn !== null && insolvencyOpenedOn <= until) {
    reasons.push(reason('indemnity-kept-before-opening', insolvencyOpenedOn));
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
    rateNode: ({ from, tranche }) => plan.scheme.rateNode(from, plan.tranches[tranche]!.firstDay),
    countsLeapYears: lateCase.countsLeapYears,
    indemnityNode: (k) => {
      const dated = indemnityOf(lateCase, dues[k]!)!;
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
