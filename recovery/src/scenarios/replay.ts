import { type Day, formatDay } from '@acquit/law';
import type { CaseFacts, ClaimFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario } from '../model/scenario.ts';
import type { AheadItem } from '../planner/ahead.ts';
import { applyDecision } from '../planner/apply.ts';
import { decide } from '../planner/decide.ts';

/** The day on which a claim became known, as far as the past tells: that of its document. */
const knownFrom = (claim: ClaimFacts): Day | null => claim.issuedOn ?? claim.dueOn;

/** The day on which money and credits had settled a claim; null while they have not. */
export function settledOn({ amountCents, receipts, credits }: ClaimFacts): Day | null {
  const movements = [...receipts, ...credits].sort((a, b) => a.on - b.on);
  let left = amountCents;
  for (const { on, amountCents: cents } of movements) {
    left -= cents;
    if (left <= 0) return on;
  }
  return null;
}

/** The case as it stood on a past day: what was known, received and credited by then. */
function asOf(facts: CaseFacts, on: Day): CaseFacts {
  const claims = facts.claims.flatMap((claim): ClaimFacts[] => {
    const from = knownFrom(claim);
    if (from === null || from > on) return [];
    const receipts = claim.receipts.filter((receipt) => receipt.on <= on);
    const credits = claim.credits.filter((credit) => credit.on <= on);
    const cleared = [...receipts, ...credits].reduce((sum, item) => sum + item.amountCents, 0);
    return [{ ...claim, receipts, credits, openCents: Math.max(claim.amountCents - cleared, 0) }];
  });
  return { ...facts, claims };
}

/** Days on which something became known of a case, in order. */
function eventDays(facts: CaseFacts, from: Day, until: Day): Day[] {
  const days = new Set<Day>([from]);
  for (const claim of facts.claims) {
    for (const day of [knownFrom(claim), ...claim.receipts.map(({ on }) => on), ...claim.credits.map(({ on }) => on)])
      if (day !== null && day > from && day < until) days.add(day);
  }
  return [...days].sort((a, b) => a - b);
}

/** Whatever was done before is forgotten, so that the scenario starts afresh on each claim. */
function forgotten(facts: CaseFacts): CaseFacts {
  const { pauses: _, plans: __, brokenPromise: ______, ...rest } = facts;
  return {
    ...rest,
    status: 'open',
    pausedUntil: null,
    lastContactOn: null,
    unallocatedCents: 0,
    claims: facts.claims.map(({ holds: ___, contestedCents: ____, promiseOn: _____, ...claim }) => ({
      ...claim,
      level: -1,
      levelOn: null,
      levelStep: null,
      noticeOn: null,
      noticeSentOn: null,
    })),
  };
}

/**
 * What a scenario would have done about a case from a past day to another (not included): the planner of today decides
 * each day on what was known then. Invoices, money and credits come on their days; pauses, disputes and promises do
 * not, because what a scenario would have been told instead is not known.
 */
export function replay(past: CaseFacts, company: CompanyFacts, scenario: Scenario, from: Day, until: Day): AheadItem[] {
  const items: AheadItem[] = [];
  const events = eventDays(past, from, until);
  let memory = forgotten(past);
  let next: Day | null = null;
  for (let event = 0; ; ) {
    const coming = events[event] ?? null;
    const on: Day | null = next === null || (coming !== null && coming <= next) ? coming : next;
    if (on === null || on >= until) return items;
    if (on === coming) event += 1;
    const decision = decide(asOf(memory, on), company, scenario, on);
    for (const action of decision.actions) items.push({ on, action, reasons: decision.reasons });
    memory = applyDecision(memory, decision);
    next = decision.nextActionOn;
  }
}

/** The border form of the bounds of a past. */
export const boundsOf = (from: Day, until: Day): { from: string; until: string } => ({
  from: formatDay(from),
  until: formatDay(until),
});
