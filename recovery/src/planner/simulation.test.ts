import { addDays, type Day, isJourOuvrable, isJourOuvre } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { anyCase, anyCompany, anyDay } from '../testing/random.ts';
import { planAhead } from './ahead.ts';
import { applyDecision } from './apply.ts';
import { decide, nextLook } from './decide.ts';

const HORIZON = 120;

/** Runs the pass on chosen days, each decision applied before the next, and gives every decision that acted. */
function simulate(facts: CaseFacts, company: CompanyFacts, days: Iterable<Day>) {
  const scenario = defaultScenarios[facts.profile];
  const made: { decision: Decision; before: CaseFacts }[] = [];
  let current = facts;
  for (const on of days) {
    const decision = decide(current, company, scenario, on);
    if (decision.actions.length > 0) made.push({ decision, before: current });
    current = applyDecision(current, decision);
  }
  return { made, end: current };
}

function* everyDay(from: Day, count: number, times = 1): Iterable<Day> {
  for (let i = 0; i < count; i++) for (let n = 0; n < times; n++) yield addDays(from, i);
}

/** The days on which a machine that is off now and then, for up to forty days, runs the pass. */
function* withAbsences(from: Day, absences: readonly number[]): Iterable<Day> {
  let on = from;
  for (const off of absences) {
    yield on;
    on = addDays(on, 1 + off);
  }
}

const anyAbsences = fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40 })), {
  minLength: 20,
  maxLength: 80,
});

describe('whatever the case and the days on which the pass runs', () => {
  it('keeps contacts apart, on lawful days, at most one a day', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, anyAbsences, (facts, company, from, absences) => {
        const { made } = simulate(facts, company, withAbsences(from, absences));
        let last: Day | null = null;
        for (const { decision } of made) {
          const channels = decision.actions.map(({ channel }) => channel);
          expect(new Set(channels).size).toBe(channels.length);
          if (channels.includes('phone') || channels.includes('task'))
            expect(isJourOuvre(decision.on) || decision.parked).toBeTruthy();
          if (channels.includes('email') || channels.includes('registered'))
            expect(isJourOuvrable(decision.on)).toBe(true);
          if (!decision.contact) continue;
          if (last !== null)
            expect(decision.on - last).toBeGreaterThanOrEqual(Math.max(company.settings.minimumGapDays, 1));
          last = decision.on;
        }
      }),
    );
  });

  it('moves a claim up only, through a step once, and never before its date', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, anyAbsences, (facts, company, from, absences) => {
        const scenario = defaultScenarios[facts.profile];
        const seen = new Set<string>();
        for (const { decision, before } of simulate(facts, company, withAbsences(from, absences)).made) {
          for (const { claimId, step: key, rank } of decision.moves) {
            const claim = before.claims.find((candidate) => candidate.claimId === claimId)!;
            const step = scenario.steps.find((candidate) => candidate.key === key)!;
            expect(rank).toBe(step.rank);
            expect(rank).toBeGreaterThan(claim.level);
            expect(seen.has(`${claimId}/${key}`)).toBe(false);
            seen.add(`${claimId}/${key}`);
            const base = step.countedFrom === 'due-date' ? claim.dueOn! : claim.levelOn!;
            expect(decision.on).toBeGreaterThanOrEqual(base + step.offsetDays);
          }
        }
      }),
    );
  });

  it('takes the highest step reached: after an absence there is one contact, not one for each night missed', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, anyAbsences, (facts, company, from, absences) => {
        const scenario = defaultScenarios[facts.profile];
        for (const { decision, before } of simulate(facts, company, withAbsences(from, absences)).made) {
          for (const { claimId, rank } of decision.moves) {
            const { dueOn } = before.claims.find((candidate) => candidate.claimId === claimId)!;
            const higher = scenario.steps.filter(
              (step) => step.countedFrom === 'due-date' && step.rank > rank && dueOn! + step.offsetDays <= decision.on,
            );
            expect(higher.filter((step) => step.offsetDays > 0)).toEqual([]);
          }
        }
      }),
    );
  });

  it('does the same when it runs up to 96 times a day', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, fc.integer({ min: 2, max: 96 }), (facts, company, from, times) => {
        const once = simulate(facts, company, everyDay(from, 30));
        const often = simulate(facts, company, everyDay(from, 30, times));
        expect(often.made.map(({ decision }) => decision)).toEqual(once.made.map(({ decision }) => decision));
        expect(often.end).toEqual(once.end);
      }),
      { numRuns: 40 },
    );
  });

  it('never leaves a claim behind: run every night, each one that can be asked ends with a decision to take', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, (facts, company, from) => {
        const reachable = facts.debtor.email !== null || facts.debtor.address.city !== null;
        fc.pre(reachable && facts.unallocatedCents === 0 && !facts.claims.some(({ kind }) => kind === 'credit-note'));
        fc.pre(
          facts.claims.every(({ receipts, amountCents }) =>
            receipts.every((receipt) => receipt.amountCents <= amountCents),
          ),
        );
        const { end } = simulate(facts, company, everyDay(from, 700));
        fc.pre(end.status !== 'parked');
        const chased = end.claims.filter(
          ({ kind, dueOn, openCents }) => kind !== 'factored' && dueOn !== null && openCents > 0,
        );
        const sum = chased.reduce((total, { openCents }) => total + openCents, 0);
        fc.pre(sum >= company.settings.thresholdCents);
        expect(chased.map(({ level }) => level)).toEqual(chased.map(() => 5));
      }),
    );
  });

  it('says truly on which day it will act next', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, (facts, company, from) => {
        const scenario = defaultScenarios[facts.profile];
        const next = nextLook(facts, company, scenario, from);
        for (const on of everyDay(from, HORIZON)) {
          if (next !== null && on >= next.on) break;
          expect(decide(facts, company, scenario, on).actions).toEqual([]);
        }
        if (next !== null) expect(decide(facts, company, scenario, next.on).actions).not.toEqual([]);
      }),
    );
  });

  it('plans ahead what the nights then do', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, (facts, company, from) => {
        const planned = planAhead(facts, company, defaultScenarios[facts.profile], from, HORIZON);
        const done = simulate(facts, company, everyDay(from, HORIZON)).made.flatMap(({ decision }) =>
          decision.actions.map((action) => ({ on: decision.on, action })),
        );
        expect(planned.map(({ on, action }) => ({ on, action }))).toEqual(done);
      }),
    );
  });

  it('sums what it asks, to the cent', () => {
    fc.assert(
      fc.property(anyCase, anyCompany, anyDay, (facts, company, from) => {
        for (const { decision } of simulate(facts, company, everyDay(from, 60)).made) {
          for (const { facts: said, totalCents } of decision.actions) {
            const asked = said.claims.filter(({ group }) => group !== 'upcoming');
            const sum = (pick: (claim: (typeof asked)[number]) => number) =>
              asked.reduce((total, claim) => total + pick(claim), 0);
            expect(said.principalCents).toBe(sum(({ openCents }) => openCents));
            expect(said.penaltyCents).toBe(sum(({ penaltyCents }) => penaltyCents));
            expect(said.indemnityCents).toBe(sum(({ indemnityCents }) => indemnityCents));
            const total = said.principalCents + said.penaltyCents + said.indemnityCents - said.creditCents;
            expect(totalCents).toBe(Math.max(total, 0));
            if (decision.contact) expect(totalCents).toBeGreaterThan(0);
          }
        }
      }),
    );
  });
});
