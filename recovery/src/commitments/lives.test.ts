import { addDays, type Day, isJourOuvre } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseFacts, ClaimFacts, Hold, PlanFacts } from '../model/facts.ts';
import { owedAmounts } from '../owed/owed.ts';
import { planAhead } from '../planner/ahead.ts';
import { applyDecision } from '../planner/apply.ts';
import { decide, nextLook } from '../planner/decide.ts';
import { PLAN_MISSED } from '../planner/plan-notice.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company } from '../testing/facts.ts';
import { anyDay } from '../testing/random.ts';
import { type DisputeFacts, disputeHoldReason, freezes } from './dispute.ts';
import type { Piece } from './money.ts';
import { planStanding } from './plan.ts';
import { judgePromises, type PromiseFacts } from './promise.ts';

/**
 * Whole lives of a case: promises, receipts, disputes, plans and their undoing in any order, with a night each day. The
 * facts are made again each day from what stands, as the shell does; nothing remembers a verdict.
 */

type Event =
  | {
      kind: 'promise';
      at: number;
      claims: string[];
      cents: number;
      wait: number;
      grace: number;
      undoneAt: number | null;
    }
  | { kind: 'receipt'; at: number; claim: string; cents: number; undoneAt: number | null }
  | { kind: 'dispute'; at: number; claim: string; cents: number | null; undoneAt: number | null }
  | { kind: 'plan'; at: number; claims: string[]; share: number; undoneAt: number | null };

const IDS = ['claim-0', 'claim-1', 'claim-2'];
const DAYS = 90;

const when = { at: fc.integer({ min: 0, max: 60 }), undoneAt: fc.option(fc.integer({ min: 5, max: 80 }), { freq: 3 }) };
const someClaims = fc.subarray(IDS, { minLength: 1 });
const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('promise' as const),
    ...when,
    claims: fc.subarray(IDS),
    cents: fc.integer({ min: 1, max: 90_000 }),
    wait: fc.nat(15),
    grace: fc.nat(4),
  }),
  fc.record({
    kind: fc.constant('receipt' as const),
    ...when,
    claim: fc.constantFrom(...IDS),
    cents: fc.integer({ min: 1, max: 60_000 }),
  }),
  fc.record({
    kind: fc.constant('dispute' as const),
    ...when,
    claim: fc.constantFrom(...IDS),
    cents: fc.option(fc.integer({ min: 1, max: 50_000 }), { freq: 3 }),
  }),
  fc.record({
    kind: fc.constant('plan' as const),
    ...when,
    claims: someClaims,
    share: fc.integer({ min: 2, max: 4 }),
  }),
);

const terms = company({ mode: 'live' });
const scenario = defaultScenarios.business;

interface Life {
  start: Day;
  claims: ClaimFacts[];
  events: Event[];
}

const anyLife: fc.Arbitrary<Life> = fc
  .record({
    start: anyDay,
    amounts: fc.tuple(...IDS.map(() => fc.integer({ min: 5_000, max: 90_000 }))),
    late: fc.tuple(...IDS.map(() => fc.integer({ min: -20, max: 40 }))),
    events: fc.array(anyEvent, { maxLength: 9 }),
  })
  .map(({ start, amounts, late, events }) => ({
    start,
    events,
    claims: IDS.map((claimId, n) => ({
      ...claim(null, { number: `F-${n}`, amountCents: amounts[n]!, penalties: 'claimed', indemnity: 'claimed' }),
      claimId,
      dueOn: addDays(start, -late[n]!),
      issuedOn: addDays(start, -late[n]! - 30),
    })),
  }));

const stands = (event: Event, n: number) => event.at <= n && (event.undoneAt === null || event.undoneAt > n);

/** The facts of the n-th day, from what stands on it; levels and notices are what the nights have left. */
function factsOn({ start, claims, events }: Life, n: number, before: CaseFacts): CaseFacts {
  const here = events.filter((event) => stands(event, n));
  const money: Piece[] = here.flatMap((one) =>
    one.kind === 'receipt' ? [{ claimId: one.claim, on: addDays(start, one.at), cents: one.cents }] : [],
  );
  const paid = (claimId: string) => money.filter((piece) => piece.claimId === claimId);
  const promises: PromiseFacts[] = here.flatMap((one, k) =>
    one.kind === 'promise'
      ? [
          {
            promiseId: `p${k}`,
            claimIds: one.claims,
            amountCents: one.cents,
            madeOn: addDays(start, one.at),
            promisedOn: addDays(start, one.at + one.wait),
            untilOn: addDays(start, one.at + one.wait + one.grace),
            ended: null,
          },
        ]
      : [],
  );
  const disputes: DisputeFacts[] = here.flatMap((one, k) =>
    one.kind === 'dispute'
      ? [
          {
            disputeId: `d${k}`,
            reason: 'price' as const,
            openedOn: addDays(start, one.at),
            accepted: false,
            claims: [{ claimId: one.claim, contestedCents: one.cents }],
          },
        ]
      : [],
  );
  const covered = claims.map(({ claimId, amountCents }) => ({ claimId, amountCents, credits: [] }));
  const verdicts = judgePromises(promises, money, covered);
  const frozen = freezes(disputes);
  const now = claims.map((one): ClaimFacts => {
    const own = paid(one.claimId);
    const last = before.claims.find(({ claimId }) => claimId === one.claimId);
    const holds: Hold[] = promises.flatMap((promise, k) =>
      (promise.claimIds.length === 0 || promise.claimIds.includes(one.claimId)) &&
      verdicts[k]!.keptOn === null &&
      !verdicts[k]!.moot
        ? [{ kind: 'promise' as const, reason: 'promis.', until: promise.untilOn }]
        : [],
    );
    const freeze = frozen.get(one.claimId);
    if (freeze?.whole) holds.push({ kind: 'disputed', reason: disputeHoldReason(freeze.whole), until: null });
    return {
      ...one,
      receipts: own.map(({ on, cents }) => ({ on, amountCents: cents })),
      openCents: Math.max(one.amountCents - own.reduce((sum, piece) => sum + piece.cents, 0), 0),
      level: last?.level ?? -1,
      levelOn: last?.levelOn ?? null,
      levelStep: last?.levelStep ?? null,
      noticeSentOn: last?.noticeSentOn ?? null,
      contestedCents: freeze?.contestedCents ?? 0,
      holds,
    };
  });
  const plans = events.flatMap((one, k): PlanFacts[] =>
    one.kind === 'plan' && stands(one, n) ? [planOf(one, `plan${k}`, { start, claims, events }, money, before)] : [],
  );
  return { ...before, claims: now, plans };
}

function planOf(
  event: Extract<Event, { kind: 'plan' }>,
  planId: string,
  life: Life,
  money: Piece[],
  before: CaseFacts,
): PlanFacts {
  const signedOn = addDays(life.start, event.at);
  const total = life.claims
    .filter(({ claimId }) => event.claims.includes(claimId))
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
  const each = Math.floor(total / event.share);
  return {
    planId,
    claimIds: event.claims,
    signedOn,
    instalments: Array.from({ length: event.share }, (_, k) => ({
      dueOn: addDays(signedOn, 10 * (k + 1)),
      untilOn: addDays(signedOn, 10 * (k + 1) + 3),
      cents: k === 0 ? total - each * (event.share - 1) : each,
    })),
    clauseDays: 8,
    receipts: money
      .filter(({ claimId, on }) => claimId !== null && event.claims.includes(claimId) && on >= signedOn)
      .map(({ on, cents }) => ({ on, amountCents: cents })),
    notices: before.plans?.find((one) => one.planId === planId)?.notices ?? [],
  };
}

/** Lives every day and night, telling each night what it decided on which facts. */
function live(life: Life, look: (facts: CaseFacts, on: Day, decision: ReturnType<typeof decide>) => void): CaseFacts {
  let facts = caseOf(life.claims);
  for (let n = 0; n <= DAYS; n++) {
    const on = addDays(life.start, n);
    facts = factsOn(life, n, facts);
    const decision = decide(facts, terms, scenario, on);
    look(facts, on, decision);
    facts = applyDecision(facts, decision);
  }
  return facts;
}

const heldOn = ({ holds }: ClaimFacts, on: Day) => (holds ?? []).some(({ until }) => until === null || until >= on);
const inPlan = (facts: CaseFacts, claimId: string, on: Day) =>
  (facts.plans ?? []).some(
    (plan) => plan.claimIds.includes(claimId) && !['broken', 'kept'].includes(planStanding(plan, on).state),
  );

describe('in any life of a case', () => {
  it('never asks for more of a claim than what is owed of it less what is contested', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        live(life, (facts, on, { actions }) => {
          for (const { step, facts: said } of actions) {
            if (step === PLAN_MISSED) continue;
            for (const line of said.claims) {
              const one = facts.claims.find(({ claimId }) => claimId === line.claimId)!;
              const contested = one.contestedCents ?? 0;
              const owed = owedAmounts(one, on, { company: terms, debtor: facts.debtor });
              const asked = line.openCents + line.penaltyCents + line.indemnityCents;
              const most = owed.principalCents + owed.penaltyCents + owed.indemnityCents;
              expect(line.openCents).toBeGreaterThan(0);
              expect(asked).toBeLessThanOrEqual(most - contested);
              expect(line.openCents).toBeLessThanOrEqual(Math.max(one.amountCents - contested, 0));
            }
          }
        });
      }),
    );
  });

  it('names no held claim in any message, and only the missed sums of a plan in its notice', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        live(life, (facts, on, { actions }) => {
          for (const { step, facts: said, totalCents } of actions) {
            if (step === PLAN_MISSED) {
              expect(said.about).toMatchObject({ kind: 'plan-missed', missedCents: totalCents });
              const plan = facts.plans!.find(({ planId }) => planId === said.plan!.planId)!;
              expect(totalCents).toBe(planStanding(plan, on).missingCents);
              continue;
            }
            for (const line of said.claims) {
              expect(heldOn(facts.claims.find(({ claimId }) => claimId === line.claimId)!, on)).toBe(false);
              expect(inPlan(facts, line.claimId, on)).toBe(false);
            }
          }
        });
      }),
    );
  });

  it('gives one notice for a missed instalment, and breaks the plan on the day after its last day alone', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const given = new Map<string, number>();
        live(life, (facts, on, { actions }) => {
          const notice = actions.find(({ step }) => step === PLAN_MISSED);
          if (notice === undefined) return;
          const { planId, upTo, expiresOn } = notice.facts.plan!;
          const plan = facts.plans!.find((one) => one.planId === planId)!;
          expect(upTo).toBeGreaterThan(0);
          expect(plan.instalments[upTo - 1]!.untilOn).toBeLessThan(on);
          expect(expiresOn > notice.facts.on).toBe(true);
          // A receipt taken back may make the same instalment missed again; without one, never twice.
          const undone = life.events.some(({ kind, undoneAt }) => kind === 'receipt' && undoneAt !== null);
          if (!undone) expect(given.get(planId) ?? 0).toBeLessThan(upTo);
          given.set(planId, upTo);
        });
      }),
    );
  });

  it('takes every held claim up again by itself, or leaves it to a dispute that somebody owns', () => {
    fc.assert(
      fc.property(anyLife, (life) => {
        const end = live(life, () => {});
        const from = addDays(life.start, DAYS + 1);
        let facts = end;
        const named = new Set<string>();
        for (let on = from; on < from + 400; on = addDays(on, 1)) {
          const decision = decide(facts, terms, scenario, on);
          for (const { facts: said, step } of decision.actions)
            if (step !== PLAN_MISSED) for (const { claimId } of said.claims) named.add(claimId);
          facts = applyDecision(facts, decision);
        }
        const open = facts.claims.filter(
          (one) =>
            one.openCents - (one.contestedCents ?? 0) > 0 && !(one.holds ?? []).some(({ until }) => until === null),
        );
        const sum = open.reduce((total, one) => total + one.openCents - (one.contestedCents ?? 0), 0);
        fc.pre(sum >= terms.settings.thresholdCents);
        fc.pre(
          !end.claims.some(
            ({ openCents, receipts, amountCents }) =>
              openCents === 0 && receipts.reduce((s, r) => s + r.amountCents, 0) > amountCents,
          ),
        );
        for (const one of open) expect(one.level === 5 || named.has(one.claimId)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('says truly on which day it will act next, and plans ahead what the nights then do', () => {
    fc.assert(
      fc.property(anyLife, fc.integer({ min: 0, max: DAYS }), (life, at) => {
        let facts = caseOf(life.claims);
        for (let n = 0; n <= at; n++) {
          facts = factsOn(life, n, facts);
          if (n < at) facts = applyDecision(facts, decide(facts, terms, scenario, addDays(life.start, n)));
        }
        const from = addDays(life.start, at);
        const next = nextLook(facts, terms, scenario, from);
        for (let on = from; on < from + 60; on = addDays(on, 1)) {
          if (next !== null && on >= next.on) break;
          expect(decide(facts, terms, scenario, on).actions).toEqual([]);
        }
        if (next !== null) expect(decide(facts, terms, scenario, next.on).actions).not.toEqual([]);
        const planned = planAhead(facts, terms, scenario, from, 60).map(({ on, action }) => ({ on, action }));
        const done: typeof planned = [];
        for (let on = from, now = facts; on < from + 60; on = addDays(on, 1)) {
          const decision = decide(now, terms, scenario, on);
          for (const action of decision.actions) done.push({ on, action });
          now = applyDecision(now, decision);
          if (decision.actions.some(({ channel }) => channel === 'phone')) expect(isJourOuvre(on)).toBe(true);
        }
        expect(planned).toEqual(done);
      }),
      { numRuns: 60 },
    );
  });
});
