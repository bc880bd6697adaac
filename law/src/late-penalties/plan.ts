import type { AccrualPlan, Move, Tranche } from '../accrual/index.ts';
import { addDays, type Day } from '../calendar/index.ts';
import { type SeriesName, valueOn } from '../parameters/index.ts';
import { type DueSum, firstLateDay, type LateCase } from './input.ts';
import type { PenaltyRates } from './rates.ts';

/** Order of the moves of one day: credit notes lower the debt before the money of that day pays it. */
const RANK = { reduction: 0, receipt: 1, capitalisation: 2 } as const;

/** A move of the plan, with what it was in the input. */
export interface LateMove extends Move {
  readonly kind: 'reduction' | 'receipt';
  /** Day written on the document; a correction acts before everything, whatever its day. */
  readonly datedOn: Day;
  readonly isCorrection: boolean;
}

export interface LatePlan extends AccrualPlan {
  readonly moves: readonly LateMove[];
  readonly scheme: PenaltyRates;
}

/** The parameter that gives the fixed indemnity of a regime. */
export function indemnitySeries({ regime }: LateCase): SeriesName {
  return regime === 'public' ? 'public-fixed-indemnity' : 'fixed-indemnity';
}

/** Whether the insolvency judgment forbids payment on the due date (L441-10 II, last sentence). */
export function isBlockedByInsolvency({ insolvencyOpenedOn }: LateCase, { dueOn }: DueSum): boolean {
  return insolvencyOpenedOn !== null && insolvencyOpenedOn <= dueOn;
}

function indemnityCents(lateCase: LateCase, due: DueSum): number {
  if (isBlockedByInsolvency(lateCase, due)) return 0;
  return Number(valueOn(indemnitySeries(lateCase), due.dueOn)?.value ?? 0);
}

function inOrder(a: LateMove, b: LateMove): number {
  return Number(b.isCorrection) - Number(a.isCorrection) || a.on - b.on || RANK[a.kind] - RANK[b.kind];
}

function movesOf({ receipts, creditNotes, dues, until }: LateCase): readonly LateMove[] {
  if (receipts.length === 0 && creditNotes.length === 0) return [];
  const start = dues[0]!.dueOn;
  // A correction says that the sum was never owed: it acts before the first due date, even when it is dated later.
  const beforeAll = addDays(start < until ? start : until, -1);
  const moves: LateMove[] = receipts.map(({ on, amountCents }) => {
    return { kind: 'receipt', on, amountCents, datedOn: on, isCorrection: false };
  });
  for (const { on, amountCents, effect } of creditNotes) {
    const isCorrection = effect === 'correction';
    moves.push({ kind: 'reduction', on: isCorrection ? beforeAll : on, amountCents, datedOn: on, isCorrection });
  }
  // Most books list their receipts by day already.
  const isSorted = moves.every((move, i) => i === 0 || inOrder(moves[i - 1]!, move) <= 0);
  return isSorted ? moves : moves.sort(inOrder);
}

/** Turns a case and its rates into the plan of an accrual. */
export function planOf(lateCase: LateCase, scheme: PenaltyRates): LatePlan {
  const { until, insolvencyOpenedOn } = lateCase;
  const eve = insolvencyOpenedOn === null ? until : addDays(insolvencyOpenedOn, -1);
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
    stopOn: Math.min(eve, until) as Day,
    principalFirst: lateCase.principalFirst,
    capitalisationMonths: 0,
  };
}
