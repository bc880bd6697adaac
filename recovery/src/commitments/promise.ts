import type { Day } from '@acquit/law';
import { type CoveredClaim, covers, leftOn, type Piece } from './money.ts';

/** How a promise reached us. */
export type PromiseChannel = 'phone' | 'email' | 'page' | 'letter' | 'other';

/** A promise as it was made. What became of it follows from receipts and is never written in it. */
export interface PromiseFacts {
  promiseId: string;
  /** The claims it covers; empty: the whole account. */
  claimIds: readonly string[];
  amountCents: number;
  /** The day it was made: money counts from this day. */
  madeOn: Day;
  /** The day that was said. */
  promisedOn: Day;
  /** Last day on which we wait, grace included. */
  untilOn: Day;
  /** Another promise has taken its place, or it was taken back: it holds nothing and is judged no more. */
  ended: 'replaced' | 'withdrawn' | null;
}

export type PromiseState = 'running' | 'kept' | 'broken' | 'moot' | 'replaced' | 'withdrawn';

/** What became of a promise, as far as the receipts of today tell. */
export interface PromiseVerdict {
  promiseId: string;
  /** Money that came for it in time, never more than was promised. */
  receivedCents: number;
  /** The day on which the money reached the promised sum; null when it has not. */
  keptOn: Day | null;
  /** Nothing was left to pay, without its being paid: a credit note, an invoice taken back. */
  moot: boolean;
}

/**
 * Judges the promises of one case from its money. The order in which anything was recorded has no part in it: promises
 * are served by the day they were made for, each takes what came from the day it was made to the end of its grace, and
 * one euro keeps one promise only. Of one day, money for no claim goes first: only a promise of the whole account takes
 * it, and that of a claim is left to the promise that names it. A promise is kept too when what came pays all that was left of its claims.
 */
export function judgePromises(
  promises: readonly PromiseFacts[],
  money: readonly Piece[],
  claims: readonly CoveredClaim[],
): PromiseVerdict[] {
  const left = money.map((piece) => piece.cents);
  const byDay = money.map((_, index) => index).sort((a, b) => byDayAndClaim(money[a]!, money[b]!));
  const verdicts = new Map<string, PromiseVerdict>();
  for (const promise of [...promises].sort(byPromisedDay)) {
    const verdict: PromiseVerdict = { promiseId: promise.promiseId, receivedCents: 0, keptOn: null, moot: false };
    verdicts.set(promise.promiseId, verdict);
    if (promise.ended !== null) continue;
    let lastOn: Day | null = null;
    for (const index of byDay) {
      const piece = money[index]!;
      if (piece.on < promise.madeOn || piece.on > promise.untilOn || !covers(promise.claimIds, piece)) continue;
      const taken = Math.min(left[index]!, promise.amountCents - verdict.receivedCents);
      if (taken <= 0) continue;
      left[index]! -= taken;
      verdict.receivedCents += taken;
      lastOn = piece.on;
      if (verdict.receivedCents === promise.amountCents) break;
    }
    const covered = claims.filter(({ claimId }) => covers(promise.claimIds, { claimId }));
    const cleared = leftOn(covered, money, promise.untilOn) === 0;
    if (verdict.receivedCents === promise.amountCents || (cleared && verdict.receivedCents > 0))
      verdict.keptOn = lastOn;
    else verdict.moot = cleared;
  }
  return promises.map(({ promiseId }) => verdicts.get(promiseId)!);
}

/** Where a promise stands on a day. It is broken from the day after its grace, and not before. */
export function promiseState(
  promise: Pick<PromiseFacts, 'untilOn' | 'ended'>,
  verdict: Pick<PromiseVerdict, 'keptOn' | 'moot'>,
  on: Day,
): PromiseState {
  if (promise.ended !== null) return promise.ended;
  if (verdict.keptOn !== null) return 'kept';
  if (verdict.moot) return 'moot';
  return promise.untilOn < on ? 'broken' : 'running';
}

/**
 * Promises kept among those that came to their end, or null when none did: the rate of a customer. One taken back,
 * replaced, or left without object says nothing of him.
 */
export function promiseRate(states: readonly PromiseState[]): { kept: number; judged: number } | null {
  const kept = states.filter((state) => state === 'kept').length;
  const judged = kept + states.filter((state) => state === 'broken').length;
  return judged === 0 ? null : { kept, judged };
}

function byDayAndClaim(a: Piece, b: Piece): number {
  if (a.on !== b.on || a.claimId === b.claimId) return a.on - b.on;
  return (a.claimId ?? '') < (b.claimId ?? '') ? -1 : 1;
}

function byPromisedDay(a: PromiseFacts, b: PromiseFacts): number {
  return a.promisedOn - b.promisedOn || a.madeOn - b.madeOn || (a.promiseId < b.promiseId ? -1 : 1);
}
