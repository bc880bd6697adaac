import { addDays, type Day } from '@acquit/law';
import type { PlanFacts } from '../model/facts.ts';

export type PlanState = 'on-track' | 'missed' | 'warned' | 'broken' | 'kept';

/** Where a signed plan stands on a day. */
export interface PlanStanding {
  state: PlanState;
  /** Day it was kept or broken; null otherwise. */
  since: Day | null;
  /** Instalments, from the first, that are past their grace and not covered. 0: none. */
  missedUpTo: number;
  /** What is missing of them. */
  missingCents: number;
  receivedCents: number;
  /** Instalments, from the first, that the money received covers. */
  covered: number;
  /** The first day on which the state changes by itself if nothing is received; null: none. */
  changesOn: Day | null;
}

/**
 * Reads where a plan stands from the money received for its claims since it was signed, which covers instalments in
 * their order. A missed instalment makes nothing else due (art. 1305-4 C. civ.): it calls for a notice that aims at
 * the forfeiture clause, and only the notice left without the money to its last day breaks the plan. Money counts by
 * the day it came: recorded late, it still makes good what it came in time for; taken back, it no longer does.
 */
export function planStanding(plan: PlanFacts, on: Day): PlanStanding {
  const dues = cumulated(plan);
  const total = dues.at(-1) ?? 0;
  const receivedCents = receivedBy(plan, on);
  const standing: PlanStanding = {
    state: 'on-track',
    since: null,
    missedUpTo: 0,
    missingCents: 0,
    receivedCents,
    covered: dues.filter((due) => due <= receivedCents).length,
    changesOn: null,
  };
  const brokenOn = firstBreach(plan, dues, on);
  if (brokenOn !== null) return { ...standing, state: 'broken', since: brokenOn };
  if (receivedCents >= total) return { ...standing, state: 'kept', since: dayReached(plan, total) };
  let missedUpTo = 0;
  for (let n = 0; n < dues.length; n++)
    if (plan.instalments[n]!.untilOn < on && dues[n]! > receivedCents) missedUpTo = n + 1;
  const open = plan.notices
    .filter(({ upTo }) => dues[upTo - 1]! > receivedCents)
    .sort((a, b) => (a.expiresOn ?? Number.POSITIVE_INFINITY) - (b.expiresOn ?? Number.POSITIVE_INFINITY))[0];
  if (open !== undefined) {
    return {
      ...standing,
      state: 'warned',
      missedUpTo: open.upTo,
      missingCents: dues[open.upTo - 1]! - receivedCents,
      changesOn: open.expiresOn === null ? null : addDays(open.expiresOn, 1),
    };
  }
  if (missedUpTo > 0)
    return { ...standing, state: 'missed', missedUpTo, missingCents: dues[missedUpTo - 1]! - receivedCents };
  return { ...standing, changesOn: addDays(plan.instalments[standing.covered]!.untilOn, 1) };
}

/** True when a plan keeps its claims out of messages on a day: it does until it is broken or kept. */
export function planHolds({ state }: PlanStanding): boolean {
  return state !== 'broken' && state !== 'kept';
}

/** The day after the last day of the first notice that was left without its money; null when none was. */
function firstBreach(plan: PlanFacts, dues: readonly number[], on: Day): Day | null {
  let first: Day | null = null;
  for (const { upTo, expiresOn } of plan.notices) {
    if (expiresOn === null || expiresOn >= on || receivedBy(plan, expiresOn) >= dues[upTo - 1]!) continue;
    const brokenOn = addDays(expiresOn, 1);
    if (first === null || brokenOn < first) first = brokenOn;
  }
  return first;
}

function cumulated(plan: PlanFacts): number[] {
  let sum = 0;
  return plan.instalments.map(({ cents }) => {
    sum += cents;
    return sum;
  });
}

function receivedBy(plan: PlanFacts, on: Day): number {
  let cents = 0;
  for (const receipt of plan.receipts)
    if (receipt.on >= plan.signedOn && receipt.on <= on) cents += receipt.amountCents;
  return cents;
}

function dayReached(plan: PlanFacts, cents: number): Day | null {
  let sum = 0;
  for (const receipt of [...plan.receipts].sort((a, b) => a.on - b.on)) {
    if (receipt.on < plan.signedOn) continue;
    sum += receipt.amountCents;
    if (sum >= cents) return receipt.on;
  }
  return null;
}
