import { type Day, day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import type { CaseFacts, CompanySettings } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import { defaultSettings } from '../profile/settings.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { ranked } from '../scenarios/validate.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { decide, nextLook } from './decide.ts';

const business = defaultScenarios.business;

function withSteps(changes: Record<string, Partial<Step>>, base: Scenario = business): Scenario {
  return { ...base, steps: ranked(base.steps.map((step) => ({ ...step, ...changes[step.key] }))) };
}

function on(facts: CaseFacts, iso: string, scenario = business, settings: Partial<CompanySettings> = {}) {
  return decide(facts, company({ settings: { ...defaultSettings, ...settings } }), scenario, day(iso));
}

const acts = (...asked: Parameters<typeof on>): string[] =>
  on(...asked).actions.map(({ step, channel, status }) => `${step}/${channel}/${status}`);

/** The day of the next look, as a date. */
function nextOf(facts: CaseFacts, iso: string, scenario = business): [Day, string] | null {
  const next = nextLook(facts, company(), scenario, day(iso));
  return next && [next.on, next.step];
}

describe('conditions of a step', () => {
  // Due on a Wednesday and gone through the first reminder: the call comes ten days after, on a Saturday, so on Monday 19.
  const reminded = { level: 1, levelStep: 'reminder-1', levelOn: day('2026-10-10') };
  const late = claim('2026-10-07', reminded);

  it('leave the step out for a case of another amount, and the ones after go on', () => {
    const dear = withSteps({ call: { conditions: { leastCents: 150_000 } } });
    expect(acts(caseOf([late]), '2026-10-19')).toEqual(['call/phone/to-do']);
    expect(acts(caseOf([late]), '2026-10-19', dear)).toEqual([]);
    expect(nextOf(caseOf([late]), '2026-10-19', dear)).toEqual([day('2026-10-22'), 'reminder-2']);
    // Another invoice becomes late on the 20th and makes the case dear enough.
    const both = caseOf([late, claim('2026-10-19', { number: 'F-2' })]);
    expect(acts(both, '2026-10-19', dear)).toEqual([]);
    expect(nextOf(both, '2026-10-19', dear)).toEqual([day('2026-10-20'), 'call']);
    expect(acts(both, '2026-10-20', dear)).toEqual(['call/phone/to-do']);
    const cheap = withSteps({ call: { conditions: { mostCents: 150_000 } } });
    expect(acts(both, '2026-10-20', cheap)).toEqual([]);
  });

  it('tell payers and kinds of debtors apart; who was not looked at is ordinary', () => {
    const risky = withSteps({ call: { conditions: { payerClasses: ['at-risk'] } } });
    expect(acts(caseOf([late], { payerClass: 'at-risk' }), '2026-10-19', risky)).toEqual(['call/phone/to-do']);
    expect(acts(caseOf([late]), '2026-10-19', risky)).toEqual([]);
    const ordinary = withSteps({ call: { conditions: { payerClasses: ['ordinary'] } } });
    expect(acts(caseOf([late]), '2026-10-19', ordinary)).toEqual(['call/phone/to-do']);
    const artisans = withSteps({ call: { conditions: { debtorKinds: ['artisan'] } } });
    expect(acts(caseOf([late]), '2026-10-19', artisans)).toEqual([]);
    expect(acts(caseOf([late], { debtor: debtor({ kind: 'artisan' }) }), '2026-10-19', artisans)).toHaveLength(1);
  });

  it('look at how late each claim is, and know the day on which that changes', () => {
    const fresh = withSteps({ call: { conditions: { mostDaysLate: 12 } } });
    expect(acts(caseOf([late]), '2026-10-19', fresh)).toEqual(['call/phone/to-do']);
    expect(acts(caseOf([late]), '2026-10-20', fresh)).toEqual([]);
    const ripe = withSteps({ call: { conditions: { leastDaysLate: 13 } } });
    expect(acts(caseOf([late]), '2026-10-19', ripe)).toEqual([]);
    expect(nextOf(caseOf([late]), '2026-10-19', ripe)).toEqual([day('2026-10-20'), 'call']);
  });

  it('put a step off to its days of the week, and say its hours', () => {
    const tuesdays = withSteps({ call: { conditions: { weekdays: [2], hours: { from: '09:30', until: '12:00' } } } });
    expect(acts(caseOf([late]), '2026-10-19', tuesdays)).toEqual([]);
    const called = on(caseOf([late]), '2026-10-20', tuesdays);
    expect(called.actions[0]!.facts.window).toEqual({ weekdays: [2], hours: [{ from: '09:30', until: '12:00' }] });
  });

  it('never lose a step in days that the company does not have', () => {
    const saturdays = withSteps({ call: { conditions: { weekdays: [6] } } });
    expect(acts(caseOf([late]), '2026-10-19', saturdays)).toEqual(['call/phone/to-do']);
    expect(acts(caseOf([late]), '2026-10-19', business, { sendingDays: [6] })).toEqual(['call/phone/to-do']);
    expect(acts(caseOf([late]), '2026-10-19', business, { sendingDays: [3, 4] })).toEqual([]);
    expect(acts(caseOf([late]), '2026-10-21', business, { sendingDays: [3, 4] })).toEqual(['call/phone/to-do']);
  });
});

describe('days and hours of a consumer', () => {
  const consumer = defaultScenarios.consumer;
  const facts = caseOf([claim('2026-10-07')], { debtor: debtor({ kind: 'consumer' }) });
  const prudent = [
    { from: '10:00', until: '13:00' },
    { from: '14:00', until: '20:00' },
  ];

  it('are the prudent ones, whatever the company would do', () => {
    expect(acts(facts, '2026-10-10', consumer)).toEqual([]);
    const monday = on(facts, '2026-10-12', consumer);
    expect(monday.actions[0]!.facts.window).toEqual({ weekdays: [1, 2, 3, 4, 5], hours: prudent });
    const early = on(facts, '2026-10-12', consumer, { sendingHours: { from: '07:00', until: '11:00' } });
    expect(early.actions[0]!.facts.window!.hours).toEqual([{ from: '10:00', until: '11:00' }]);
    const never = on(facts, '2026-10-12', consumer, { sendingHours: { from: '05:00', until: '09:00' } });
    expect(never.actions[0]!.facts.window!.hours).toEqual(prudent);
  });

  it('do not hold letters, which reach nobody at an hour', () => {
    const byPost = caseOf([claim('2026-10-07')], { debtor: debtor({ kind: 'consumer', email: null }) });
    const posted = withSteps({ 'reminder-1': { channels: ['letter'] } }, consumer);
    expect(acts(byPost, '2026-10-10', posted)).toEqual(['reminder-1/letter/queued']);
    expect(on(byPost, '2026-10-10', posted).actions[0]!.facts.window).toBeUndefined();
  });

  it('leave a business to the company’s own hours, when it has any', () => {
    const atWork = caseOf([claim('2026-10-07')]);
    expect(on(atWork, '2026-10-12').actions[0]!.facts.window).toBeUndefined();
    const kept = on(atWork, '2026-10-12', business, { sendingHours: { from: '08:00', until: '18:00' } });
    expect(kept.actions[0]!.facts.window).toEqual({
      weekdays: [1, 2, 3, 4, 5, 6],
      hours: [{ from: '08:00', until: '18:00' }],
    });
  });
});

describe('what the days of a step are counted from', () => {
  it('may be the last contact, whatever it was about', () => {
    const chained = withSteps({ 'reminder-2': { countedFrom: 'last-contact', offsetDays: 8 } });
    const called = claim('2026-10-07', { level: 2, levelStep: 'call', levelOn: day('2026-10-19') });
    const facts = caseOf([called], { lastContactOn: day('2026-10-26') });
    expect(nextOf(facts, '2026-10-27', chained)).toEqual([day('2026-11-03'), 'reminder-2']);
    // Nobody has come to the call yet: nothing is counted.
    const before = caseOf([claim('2026-10-07', { level: 1, levelOn: day('2026-10-10') })]);
    expect(acts(before, '2026-10-27', chained)).toEqual(['call/phone/to-do']);
  });

  it('may be a promise that was not kept, and nothing is asked before it is late', () => {
    const promised = withSteps({
      'reminder-2': { countedFrom: 'promise', offsetDays: 1, conditions: { leastCents: 1 } },
    });
    const broken = claim('2026-10-07', { level: 2, levelOn: day('2026-10-19'), promiseOn: day('2026-10-28') });
    expect(acts(caseOf([broken]), '2026-10-28', promised)).toEqual([]);
    expect(acts(caseOf([broken]), '2026-10-29', promised)).toEqual(['reminder-2/email/queued']);
    const kept = claim('2026-10-07', { level: 2, levelOn: day('2026-10-19') });
    expect(acts(caseOf([kept]), '2026-10-29', promised)).toEqual([]);
    const early = claim('2026-10-30', { level: 0, promiseOn: day('2026-10-20') });
    expect(nextOf(caseOf([early], { lastContactOn: day('2026-10-01') }), '2026-10-29', promised)?.[0]).toBe(
      day('2026-10-31'),
    );
  });

  it('may be the notice: its sending and the post, until its first presentation is known', () => {
    const sent = claim('2026-09-01', { level: 4, levelStep: 'mise-en-demeure', levelOn: day('2026-10-12') });
    const facts = caseOf([{ ...sent, noticeSentOn: day('2026-10-12') }]);
    // Monday 12 and five working days of post: Monday 19; ten days after.
    expect(nextOf(facts, '2026-10-13')).toEqual([day('2026-10-29'), 'decide']);
    const presented = caseOf([{ ...sent, noticeSentOn: day('2026-10-12'), noticeOn: day('2026-10-14') }]);
    expect(nextOf(presented, '2026-10-15')).toEqual([day('2026-10-26'), 'decide']);
    expect(on(facts, '2026-10-29').reasons[0]!.message).toContain('l’arrivée estimée de la mise en demeure');
    expect(on(presented, '2026-10-26').reasons[0]!.message).toContain('la présentation de la mise en demeure');
  });
});

describe('a scenario that changed under a case', () => {
  it('finds the place of a claim by the step it went through, wherever that stands now', () => {
    const shorter: Scenario = { ...business, steps: ranked(business.steps.filter(({ key }) => key !== 'call')) };
    const reminded = claim('2026-10-07', { level: 3, levelStep: 'reminder-2', levelOn: day('2026-10-22') });
    expect(nextOf(caseOf([reminded]), '2026-10-23', shorter)).toEqual([day('2026-11-06'), 'mise-en-demeure']);
    expect(acts(caseOf([reminded]), '2026-11-06', shorter)).toHaveLength(2);
  });

  it('places a claim whose step is gone by how late it then was, and never beyond a notice that was not sent', () => {
    const other: Scenario = {
      ...business,
      steps: ranked(business.steps.map((step) => (step.key === 'reminder-2' ? { ...step, key: 'last-word' } : step))),
    };
    const reminded = claim('2026-10-07', { level: 3, levelStep: 'reminder-2', levelOn: day('2026-10-22') });
    expect(acts(caseOf([reminded]), '2026-10-27', other)).toEqual([]);
    expect(nextOf(caseOf([reminded]), '2026-10-27', other)).toEqual([day('2026-11-06'), 'mise-en-demeure']);
    const slow = claim('2026-08-01', { level: 3, levelStep: 'slow-call', levelOn: day('2026-10-22') });
    expect(acts(caseOf([slow]), '2026-10-27')).toEqual([
      'mise-en-demeure/registered/queued',
      'mise-en-demeure/email/queued',
    ]);
  });

  it('never puts in default twice', () => {
    const sent = { level: 4, levelStep: 'old-notice', levelOn: day('2026-10-12'), noticeSentOn: day('2026-10-12') };
    expect(acts(caseOf([claim('2026-08-01', sent)]), '2026-10-27')).toEqual([]);
    expect(nextOf(caseOf([claim('2026-08-01', sent)]), '2026-10-27')).toEqual([day('2026-10-29'), 'decide']);
    const told = claim('2026-08-01', { noticeOn: day('2026-10-12') });
    expect(acts(caseOf([told]), '2026-10-27')).toEqual(['decide/task/to-do']);
  });
});

describe('rules about payers and stops', () => {
  it('show a class no more of the accessories than its scenario says', () => {
    const kind = { ...business, accessoriesAtMost: { 'good-payer': 'mentioned' as const } };
    const facts = caseOf([claim('2026-09-01')], { payerClass: 'good-payer' });
    const [action] = on(facts, '2026-10-12', kind).actions;
    expect([action!.facts.accessories, action!.totalCents]).toEqual(['mentioned', 120_000]);
    const ordinary = on(caseOf([claim('2026-09-01')]), '2026-10-12', kind).actions[0]!;
    expect([ordinary.facts.accessories, ordinary.totalCents]).toEqual(['claimed', 125_671]);
  });

  it('stop after a step with a decision for the creditor, once', () => {
    const stopped = { ...business, stops: { afterStep: 'reminder-2' } };
    const reminded = claim('2026-10-07', { level: 3, levelStep: 'reminder-2', levelOn: day('2026-10-22') });
    const decision = on(caseOf([reminded]), '2026-11-06', stopped);
    expect(decision.actions.map(({ step, channel }) => `${step}/${channel}`)).toEqual(['scenario-stop/task']);
    expect(decision.contact).toBe(false);
    expect(decision.reasons[0]!.message).toContain('s’arrête là');
    expect(decision.nextActionOn).toBeNull();
    const after = claim('2026-10-07', { level: 4, levelStep: 'scenario-stop', levelOn: day('2026-11-06') });
    expect(acts(caseOf([after]), '2026-11-20', stopped)).toEqual([]);
    // The stop is taken away: the notice was never sent, so it comes.
    expect(acts(caseOf([after]), '2026-11-20')).toHaveLength(2);
  });

  it('send nothing while too little is late', () => {
    const stopped = { ...business, stops: { underCents: 130_000 } };
    expect(on(caseOf([claim('2026-10-07')]), '2026-10-12', stopped).reasons[0]!.code).toBe('UnderThreshold');
    expect(
      acts(caseOf([claim('2026-10-07')]), '2026-10-12', { ...business, stops: { underCents: 120_000 } }),
    ).toHaveLength(1);
  });

  it('prepare what a person sends by himself', () => {
    const manual = withSteps({ 'reminder-1': { release: 'manual' } });
    expect(acts(caseOf([claim('2026-10-07')]), '2026-10-12', manual)).toEqual(['reminder-1/email/to-do']);
  });

  it('send our salesperson a copy with the e-mail, and say when they cannot', () => {
    const copied = withSteps({ 'reminder-1': { copySalesperson: true } });
    const salesperson = { name: 'Paul Berger', email: 'paul@atelier-beranger.example' };
    const facts = caseOf([claim('2026-10-07')], { debtor: debtor({ salesperson }) });
    const decision = on(facts, '2026-10-12', copied);
    expect(decision.actions[0]!.facts.copyTo).toEqual(salesperson);
    expect(decision.reasons.map(({ code }) => code)).toContain('CopiedTo');
    const nobody = on(caseOf([claim('2026-10-07')]), '2026-10-12', copied);
    expect(nobody.actions[0]!.facts.copyTo).toBeUndefined();
    expect(nobody.reasons.map(({ code }) => code)).toContain('NoSalesperson');
    const byPost = caseOf([claim('2026-10-07')], { debtor: debtor({ email: null, salesperson }) });
    expect(on(byPost, '2026-10-12', copied).reasons.map(({ code }) => code)).toContain('CopyNeedsEmail');
  });
});
