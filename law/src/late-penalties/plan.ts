import { type AccrualPlan, lastBearingDay, type Move, type Tranche } from '../accrual/index.ts';
import { addDays, type Day } from '../calendar/index.ts';
import { type DatedValue, type SeriesName, valueOn } from '../parameters/index.ts';
import { type DueSum, firstLateDay, type LateCase } from './input.ts';
import type { PenaltyRates } from './rates.ts';

/** Order of the moves of one day: credit notes lower the debt before its money pays it; what is left may be given up. */
const RANK = { reduction: 0, receipt: 1, 'interest-waiver': 2, 'indemnity-waiver': 2, capitalisation: 2 } as const;

/** A move of the plan; a correction acts before everything, whatever the day written on it. */
export interface LateMove extends Move {
  readonly correctionOf?: Day;
}

export interface LatePlan extends AccrualPlan {
  readonly moves: readonly LateMove[];
  readonly scheme: PenaltyRates;
}

/** The parameter that gives the fixed indemnity of a regime. */
function indemnitySeries({ regime }: LateCase): SeriesName {
  return regime === 'public' ? 'public-fixed-indemnity' : 'fixed-indemnity';
}

/** Whether the insolvency judgment forbids payment on the due date (L441-10 II, last sentence). */
export function isBlockedByInsolvency({ insolvencyOpenedOn }: LateCase, { dueOn }: DueSum): boolean {
  return insolvencyOpenedOn !== null && insolvencyOpenedOn <= dueOn;
}

/** The fixed indemnity of a due sum: it must exist on the due date, and is worth what it is on the first late day. */
export function indemnityOf(lateCase: LateCase, due: DueSum): DatedValue | null {
  const series = indemnitySeries(lateCase);
  return valueOn(series, due.dueOn) === null ? null : valueOn(series, firstLateDay(due));
}

function indemnityCents(lateCase: LateCase, due: DueSum): number {
  if (isBlockedByInsolvency(lateCase, due)) return 0;
  return Number(indemnityOf(lateCase, due)?.value ?? 0);
}

function inOrder(a: LateMove, b: LateMove): number {
  return a.on - b.on || RANK[a.kind] - RANK[b.kind];
}

/** Most books list their receipts by day already. */
function areInOrder(moves: readonly LateMove[]): boolean {
  for (let i = 1; i < moves.length; i++) {
    if (inOrder(moves[i - 1]!, moves[i]!) > 0) return false;
  }
  return true;
}

function movesOf({ receipts, creditNotes, waivers, dues, until }: LateCase): readonly LateMove[] {
  if (creditNotes.length === 0 && waivers.length === 0 && areInOrder(receipts)) return receipts;
  const moves: LateMove[] = [...receipts];
  for (const { on, what, amountCents } of waivers) {
    const kind = what === 'penalties' ? 'interest-waiver' : 'indemnity-waiver';
    moves.push({ kind, on, amountCents: amountCents ?? Number.POSITIVE_INFINITY });
  }
  const corrections: LateMove[] = [];
  // A correction says that the sum was never owed: it acts before the first due date, even when it is dated later.
  const beforeAll = addDays(Math.min(dues[0]!.dueOn, until) as Day, -1);
  for (const { on, amountCents, effect } of creditNotes) {
    if (effect === 'gesture') moves.push({ kind: 'reduction', on, amountCents });
    else corrections.push({ kind: 'reduction', on: beforeAll, amountCents, correctionOf: on });
  }
  return [...corrections, ...moves.sort(inOrder)];
}

/** Turns a case and its rates into the plan of an accrual. */
export function planOf(lateCase: LateCase, scheme: PenaltyRates): LatePlan {
  const { until } = lateCase;
  return {
    tranches: lateCase.dues.map(
      (due): Tranche => ({
        firstDay: firstLateDay(due),
        principalCents: due.amountCents,
        indemnityCents: indemnityCents(lateCase, due),
      }),
    ),
    moves: movesOf(lateCase),
    scheme,
    until,
    stopOn: lastBearingDay(until, lateCase.insolvencyOpenedOn),
    principalFirst: lateCase.principalFirst,
    countsLeapYears: lateCase.countsLeapYears,
    capitalisationMonths: 0,
  };
}
