import { day, formatDay } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import type { CaseFacts } from '../model/facts.ts';
import { defaultSettings } from '../profile/settings.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company, debtor } from '../testing/facts.ts';
import { applyDecision } from './apply.ts';
import { decide, nextLook } from './decide.ts';

const { business, consumer } = defaultScenarios;
const on = (facts: CaseFacts, iso: string, who = company()) => decide(facts, who, business, day(iso));
const steps = (facts: CaseFacts, iso: string) =>
  on(facts, iso).actions.map(({ step, channel }) => `${step}/${channel}`);
const codes = (facts: CaseFacts, iso: string) => on(facts, iso).reasons.map(({ code }) => code);

describe('the steps of a claim', () => {
  // Due on Wednesday 7 October 2026.
  it.each([
    ['2026-10-01', []],
    ['2026-10-02', ['notice/email']],
    ['2026-10-06', ['notice/email']],
    ['2026-10-07', []],
    ['2026-10-09', []],
    ['2026-10-10', ['reminder-1/email']],
    ['2026-10-16', ['reminder-1/email']],
    ['2026-10-19', ['call/phone']],
    ['2026-10-22', ['reminder-2/email']],
    ['2026-11-06', ['mise-en-demeure/registered', 'mise-en-demeure/email']],
  ])('on %s a claim never contacted is at %j', (iso, expected) => {
    expect(steps(caseOf([claim('2026-10-07')]), iso)).toEqual(expected);
  });

  it('takes the right level at once for an old debt, and says which steps are not played again', () => {
    const decision = on(caseOf([claim('2026-04-30')]), '2026-11-20');
    expect(decision.actions.map((action) => action.step)).toEqual(['mise-en-demeure', 'mise-en-demeure']);
    expect(decision.reasons.find(({ code }) => code === 'RightLevelAtOnce')?.message).toContain('première relance');
    expect(decision.moves).toEqual([
      { claimId: 'claim-F-1', step: 'mise-en-demeure', rank: 4, openCents: 120_000, isNotice: true },
    ]);
  });

  it('does not come back to a step that was passed', () => {
    const facts = caseOf([claim('2026-10-07', { level: 3, levelOn: day('2026-10-22') })]);
    expect(steps(facts, '2026-10-30')).toEqual([]);
  });

  it('asks the creditor to decide after the notice, never before one was made', () => {
    const noticed = claim('2026-04-30', { level: 4, levelOn: day('2026-11-02') });
    // Five working days of post bring the notice on 9 November; ten days after, somebody decides.
    expect(steps(caseOf([noticed]), '2026-11-18')).toEqual([]);
    expect(steps(caseOf([noticed]), '2026-11-19')).toEqual(['decide/task']);
    expect(on(caseOf([noticed]), '2026-11-19').contact).toBe(false);
    const presented = { ...noticed, noticeOn: day('2026-11-05') };
    expect(steps(caseOf([presented]), '2026-11-15')).toEqual([]);
    expect(steps(caseOf([presented]), '2026-11-16')).toEqual(['decide/task']);
  });

  it('says nothing on a second look the same day', () => {
    const facts = caseOf([claim('2026-10-07')]);
    const first = on(facts, '2026-10-12');
    const second = on(applyDecision(facts, first), '2026-10-12');
    expect(second.actions).toEqual([]);
    expect(second.nextActionOn).toBe(first.nextActionOn);
  });
});

describe('several claims, one message', () => {
  const older = claim('2026-09-30', { number: 'F-1', level: 3, levelOn: day('2026-10-15') });
  const newer = claim('2026-10-27', { number: 'F-2' });
  const coming = claim('2026-11-04', { number: 'F-3' });

  it('speaks at the highest step newly reached and lists the others', () => {
    const decision = on(caseOf([newer, older]), '2026-10-30');
    const [action] = decision.actions;
    expect(decision.actions.map(({ step, channel }) => `${step}/${channel}`)).toEqual([
      'mise-en-demeure/registered',
      'mise-en-demeure/email',
    ]);
    expect(action!.facts.claims.map(({ number, group, step, rank }) => [number, group, step, rank])).toEqual([
      ['F-1', 'main', 'mise-en-demeure', 4],
      ['F-2', 'also', 'reminder-1', 1],
    ]);
    expect(decision.moves.map(({ claimId, step }) => [claimId, step])).toEqual([
      ['claim-F-1', 'mise-en-demeure'],
      ['claim-F-2', 'reminder-1'],
    ]);
  });

  it('does not start the rest again when the oldest is paid', () => {
    const both = caseOf([older, { ...newer, level: 1, levelOn: day('2026-10-30') }], {
      lastContactOn: day('2026-10-30'),
    });
    const paid = { ...both, claims: both.claims.slice(1) };
    expect(steps(paid, '2026-11-04')).toEqual([]);
    expect(steps(paid, '2026-11-06')).toEqual(['call/phone']);
  });

  it('lists a claim that is about to be due, and does not announce it apart', () => {
    const decision = on(caseOf([newer, coming]), '2026-10-30');
    expect(decision.actions[0]!.facts.claims.map(({ number, group }) => [number, group])).toEqual([
      ['F-2', 'main'],
      ['F-3', 'upcoming'],
    ]);
    expect(decision.actions[0]!.totalCents).toBe(120_000);
    const after = applyDecision(caseOf([newer, coming]), decision);
    expect(steps({ ...after, claims: after.claims.slice(1) }, '2026-11-03')).toEqual([]);
  });

  it('leaves the others on their own step when it is a call, which proves nothing of what was said', () => {
    const facts = caseOf([claim('2026-10-19', { number: 'F-1', level: 1 }), newer]);
    const called = on(facts, '2026-10-30');
    expect(called.actions.map(({ channel }) => channel)).toEqual(['phone']);
    expect(called.moves.map(({ claimId }) => claimId)).toEqual(['claim-F-1']);
    expect(called.nextActionOn).toBe(day('2026-11-03'));
    expect(called.nextStep).toBe('reminder-2');
  });

  it('makes a task and a contact on one day, for different claims', () => {
    const noticed = claim('2026-09-01', { number: 'F-0', level: 4, levelOn: day('2026-10-05') });
    const decision = on(caseOf([noticed, newer]), '2026-10-30');
    expect(decision.actions.map(({ step, channel }) => `${step}/${channel}`)).toEqual([
      'reminder-1/email',
      'decide/task',
    ]);
    expect(decision.actions.map(({ moves }) => moves.map(({ claimId, step }) => [claimId, step]))).toEqual([
      [['claim-F-2', 'reminder-1']],
      [['claim-F-0', 'decide']],
    ]);
    expect(decision.moves).toEqual(decision.actions.flatMap(({ moves }) => moves));
  });
});

describe('days of contact', () => {
  it('keeps contacts apart, a call being one', () => {
    const facts = caseOf([claim('2026-10-07', { level: 1 })], { lastContactOn: day('2026-10-16') });
    expect(steps(facts, '2026-10-19')).toEqual([]);
    expect(codes(facts, '2026-10-19')).toEqual(['MinimumGap']);
    expect(on(facts, '2026-10-19').nextActionOn).toBe(day('2026-10-20'));
  });

  it('writes on Saturdays but neither on Sundays nor on holidays', () => {
    expect(steps(caseOf([claim('2026-05-06')]), '2026-05-09')).toEqual(['reminder-1/email']);
    const ascension = on(caseOf([claim('2026-05-11')]), '2026-05-14');
    expect(ascension.actions).toEqual([]);
    expect(ascension.nextActionOn).toBe(day('2026-05-15'));
    expect(ascension.reasons[0]!.message).toContain('férié');
    expect(on(caseOf([claim('2026-05-14')]), '2026-05-17').nextActionOn).toBe(day('2026-05-18'));
  });

  it('calls from Monday to Friday only', () => {
    const facts = caseOf([claim('2026-10-07', { level: 1 })]);
    expect(steps(facts, '2026-10-17')).toEqual([]);
    expect(on(facts, '2026-10-17').nextActionOn).toBe(day('2026-10-19'));
  });
});

describe('what is not asked', () => {
  it('leaves out, with the reason where it stands, what is not ours or cannot be asked', () => {
    const facts = caseOf([
      claim('2026-10-07', { number: 'F-1' }),
      claim('2026-10-07', { number: 'F-2', kind: 'factored' }),
      claim(null, { number: 'F-3' }),
      claim('2026-10-07', { number: 'F-4', openCents: 0 }),
      claim('2026-10-07', { number: 'F-5', doubts: [{ code: 'ClaimDisputed', message: 'Litige' }] }),
    ]);
    const decision = on(facts, '2026-10-12');
    expect(decision.actions[0]!.facts.claims.map(({ number }) => number)).toEqual(['F-1']);
    expect(decision.reasons.map(({ code }) => code)).toEqual([
      'StepReached',
      'FactoredClaim',
      'MissingDueDate',
      'NothingDue',
      'ClaimDisputed',
    ]);
  });

  it('takes credit notes and money not allocated off what it asks', () => {
    const facts = caseOf(
      [claim('2026-10-07'), claim(null, { number: 'A-1', kind: 'credit-note', amountCents: 20_000 })],
      {
        unallocatedCents: 5_000,
      },
    );
    const [action] = on(facts, '2026-10-12').actions;
    expect(action!.totalCents).toBe(95_000);
    expect(action!.facts.credits).toEqual([
      { number: 'A-1', cents: 20_000 },
      { number: null, cents: 5_000 },
    ]);
  });

  it('counts what one claim was overpaid', () => {
    const overpaid = claim('2026-10-01', {
      number: 'F-9',
      receipts: [{ on: day('2026-10-01'), amountCents: 150_000 }],
    });
    expect(on(caseOf([claim('2026-10-07'), overpaid]), '2026-10-12').actions[0]!.totalCents).toBe(90_000);
  });

  it('sends nothing when credits cover what is late, and nothing is to come', () => {
    const facts = caseOf([
      claim('2026-10-07'),
      claim(null, { number: 'A-1', kind: 'credit-note', amountCents: 120_000 }),
    ]);
    const decision = on(facts, '2026-10-12');
    expect(decision.actions).toEqual([]);
    expect(decision.reasons.map(({ code }) => code)).toEqual(['CreditsCover']);
    expect(decision.nextActionOn).toBeNull();
  });

  it('reminds of no claim that an open credit note covers, nor charges its delay', () => {
    const credit = claim(null, { number: 'A-1', kind: 'credit-note', amountCents: 120_000 });
    const facts = caseOf([claim('2026-08-01', { number: 'F-1' }), credit, claim('2026-10-07', { number: 'F-2' })]);
    const decision = on(facts, '2026-10-12');
    expect(decision.actions.map(({ step, totalCents }) => [step, totalCents])).toEqual([['reminder-1', 120_000]]);
    expect(decision.moves.map(({ claimId }) => claimId)).toEqual(['claim-F-2']);
    const half = caseOf([claim('2026-09-01'), { ...credit, amountCents: 60_000, openCents: 60_000 }]);
    // 41 days of what the credit leaves, 600 € at 12.40 %: 8.36 €.
    expect(on(half, '2026-10-12').actions[0]!.facts).toMatchObject({
      principalCents: 120_000,
      creditCents: 60_000,
      penaltyCents: 836,
      indemnityCents: 4_000,
      totalCents: 64_836,
    });
  });

  it('waits under the threshold until another claim makes it worth a message', () => {
    const small = claim('2026-10-07', { number: 'F-1', amountCents: 300 });
    const other = claim('2026-10-21', { number: 'F-2', amountCents: 300 });
    expect(codes(caseOf([small]), '2026-10-12')).toEqual(['UnderThreshold']);
    expect(on(caseOf([small]), '2026-10-12').nextActionOn).toBeNull();
    expect(on(caseOf([small, other]), '2026-10-12').nextActionOn).toBe(day('2026-10-22'));
  });

  it('stops at a figure that no ordinary debt reaches', () => {
    const who = company({ settings: { ...defaultSettings, stipulatedRate: { fixed: '900' } } });
    const decision = on(caseOf([claim('2026-01-07')]), '2026-10-12', who);
    expect(decision.actions).toEqual([]);
    expect(decision.parked?.code).toBe('AmountOutOfBounds');
    expect(decision.nextActionOn).toBeNull();
  });
});

describe('a case as a whole', () => {
  const late = [claim('2026-10-07')];

  it('is left alone when closed or parked', () => {
    expect(codes(caseOf(late, { status: 'closed' }), '2026-10-12')).toEqual(['CaseClosed']);
    expect(codes(caseOf(late, { status: 'parked' }), '2026-10-12')).toEqual(['CaseParked']);
    expect(on(caseOf(late, { status: 'parked' }), '2026-10-12').nextActionOn).toBeNull();
  });

  it('resumes by itself on the day after its pause', () => {
    const paused = caseOf(late, { status: 'paused', pausedUntil: day('2026-10-15') });
    expect(on(paused, '2026-10-15').actions).toEqual([]);
    expect(on(paused, '2026-10-15').nextActionOn).toBe(day('2026-10-16'));
    expect(on(paused, '2026-10-16').resumes).toBe(true);
    expect(steps(paused, '2026-10-16')).toEqual(['reminder-1/email']);
    expect(nextLook(paused, company(), business, day('2026-10-10'))).toEqual({
      on: day('2026-10-16'),
      step: 'reminder-1',
    });
    expect(on(caseOf(late, { status: 'paused' }), '2026-10-16').nextActionOn).toBeNull();
  });

  it('stops at an insolvency, with one task for what is to be filed', () => {
    const insolvent = caseOf(late, { debtor: debtor({ insolvencyOpenedOn: day('2026-10-20') }) });
    expect(steps(insolvent, '2026-10-12')).toEqual(['reminder-1/email']);
    const decision = on(insolvent, '2026-10-21');
    expect(decision.actions.map(({ step, channel }) => `${step}/${channel}`)).toEqual(['insolvency/task']);
    expect(decision.actions[0]!.totalCents).toBe(120_000);
    expect(decision.parked?.code).toBe('InsolvencyOpened');
    expect(on(applyDecision(insolvent, decision), '2026-10-22').actions).toEqual([]);
  });

  it('says it when there is nothing to chase', () => {
    expect(codes(caseOf([]), '2026-10-12')).toEqual(['NothingToChase']);
  });
});

describe('ways to reach the debtor', () => {
  const late = [claim('2026-10-07')];
  const nowhere = { lines: [], postcode: null, city: null, country: 'FR' };

  it('prepares a letter when no e-mail address is known, but no stamp is spent before the due date', () => {
    const byPost = caseOf(late, { debtor: debtor({ email: null }) });
    expect(steps(byPost, '2026-10-12')).toEqual(['reminder-1/letter']);
    expect(codes(byPost, '2026-10-12')).toContain('LetterInstead');
    expect(steps(byPost, '2026-10-05')).toEqual([]);
    expect(on(byPost, '2026-10-05').nextActionOn).toBe(day('2026-10-10'));
  });

  it('asks for an address when there is none, once, and goes on at the right level afterwards', () => {
    const unreachable = caseOf(late, { debtor: debtor({ email: null, address: nowhere }) });
    const decision = on(unreachable, '2026-10-12');
    expect(decision.actions.map(({ step, channel }) => `${step}/${channel}`)).toEqual(['missing-address/task']);
    expect(decision.moves).toEqual([]);
    expect(decision.parked?.code).toBe('MissingAddress');
    const after = applyDecision(unreachable, decision);
    expect(on(after, '2026-10-13').actions).toEqual([]);
    const found = { ...after, status: 'open' as const, debtor: debtor() };
    expect(steps(found, '2026-10-19')).toEqual(['call/phone']);
  });

  it('sends a formal notice by the one channel that is possible, and says so', () => {
    const noPost = caseOf([claim('2026-09-01')], { debtor: debtor({ address: nowhere }) });
    expect(steps(noPost, '2026-10-12')).toEqual(['mise-en-demeure/email']);
    expect(codes(noPost, '2026-10-12')).toContain('EmailOnly');
    const noMail = caseOf([claim('2026-09-01')], { debtor: debtor({ email: ' ' }) });
    expect(steps(noMail, '2026-10-12')).toEqual(['mise-en-demeure/registered']);
  });

  it('waits for a click when the scenario says so', () => {
    const careful = { ...business, steps: business.steps.map((step) => ({ ...step, release: 'confirm' as const })) };
    const statuses = (iso: string) =>
      decide(caseOf(late), company(), careful, day(iso)).actions.map(({ status }) => status);
    expect(statuses('2026-10-12')).toEqual(['to-confirm']);
    expect(statuses('2026-10-19')).toEqual(['to-do']);
  });
});

describe('what a formal notice asks', () => {
  const noticeOf = (facts: CaseFacts, who = company(), scenario = business) =>
    decide(facts, who, scenario, day('2026-10-12')).actions[0]!.facts;

  it('adds penalties and indemnity to the claims at that point, and its figures sum', () => {
    const facts = noticeOf(caseOf([claim('2026-09-01', { number: 'F-1' }), claim('2026-10-05', { number: 'F-2' })]));
    // 41 days of 1 200 € at 12.40 %: 16.71 €.
    expect([facts.principalCents, facts.penaltyCents, facts.indemnityCents]).toEqual([240_000, 1_671, 4_000]);
    expect(facts.totalCents).toBe(245_671);
    expect(facts.claims.map(({ penaltyCents }) => penaltyCents)).toEqual([1_671, 0]);
    expect(facts.payBefore).toBe('2026-10-20');
  });

  it('asks nothing of what is waived, nor of what is kept in reserve when the company says so', () => {
    const waived = noticeOf(caseOf([claim('2026-09-01', { penalties: 'waived', indemnity: 'waived' })]));
    expect(waived.totalCents).toBe(120_000);
    expect(waived.rateSentence).toBeNull();
    const keeps = company({ settings: { ...defaultSettings, reservedAccessories: 'kept' } });
    expect(noticeOf(caseOf([claim('2026-09-01')]), keeps).totalCents).toBe(120_000);
    const chosen = caseOf([claim('2026-09-01', { penalties: 'claimed', indemnity: 'claimed' })]);
    expect(noticeOf(chosen, keeps).totalCents).toBe(125_671);
  });

  it('asks a consumer the price and nothing else', () => {
    const facts = noticeOf(
      caseOf([claim('2026-09-01')], { debtor: debtor({ kind: 'consumer' }) }),
      company(),
      consumer,
    );
    expect([facts.penaltyCents, facts.indemnityCents, facts.totalCents]).toEqual([0, 0, 120_000]);
    expect(facts.rateSentence).toContain('1231-6');
  });

  it('claims the principal alone, and says why, when a rate is not published yet', () => {
    const decision = decide(caseOf([claim('2026-12-01')]), company(), business, day('2027-02-01'));
    expect(decision.actions[0]!.totalCents).toBe(120_000);
    expect(decision.reasons.map(({ code }) => code)).toContain('RateNotPublished');
  });
});

describe('nextLook', () => {
  it('is the day on which decide acts', () => {
    const facts = caseOf([claim('2026-12-20')]);
    const next = nextLook(facts, company(), business, day('2026-11-21'));
    expect(next && formatDay(next.on)).toBe('2026-12-15');
    expect(on(facts, '2026-12-14').actions).toEqual([]);
    expect(steps(facts, '2026-12-15')).toEqual(['notice/email']);
  });
});

describe('a claim held back', () => {
  const hold = (until: string | null) => ({
    holds: [
      {
        kind: 'receipt-to-check' as const,
        reason: 'un virement est à vérifier.',
        until: until === null ? null : day(until),
      },
    ],
  });
  // Thursdays and Fridays of an ordinary week, so that only the hold decides.
  const due = '2026-10-07';

  it('is asked of nobody, and says why', () => {
    const facts = caseOf([claim(due, hold(null))]);
    expect(steps(facts, '2026-10-12')).toEqual([]);
    expect(codes(facts, '2026-10-12')).toContain('ReceiptToCheck');
    expect(on(facts, '2026-10-12').nextActionOn).toBe(null);
  });

  it('leaves the other claims of the debtor to their course', () => {
    const facts = caseOf([claim(due, { number: 'F-1', ...hold(null) }), claim(due, { number: 'F-2' })]);
    const [action] = on(facts, '2026-10-12').actions;
    expect(action?.facts.claims.map(({ number }) => number)).toEqual(['F-2']);
  });

  it('comes back by itself after its last day, and the plan of the days ahead knows it', () => {
    const facts = caseOf([claim(due, hold('2026-10-14'))]);
    const held = on(facts, '2026-10-14');
    expect(held.actions).toEqual([]);
    expect(held.nextActionOn).toBe(day('2026-10-15'));
    expect(steps(facts, '2026-10-15')).toEqual(['reminder-1/email']);
    expect(nextLook(facts, company(), business, day('2026-10-12'))).toEqual({
      on: day('2026-10-15'),
      step: 'reminder-1',
    });
  });

  it('is held by the longest of several holds', () => {
    const both = { holds: [...hold('2026-10-14').holds, ...hold('2026-10-20').holds] };
    expect(on(caseOf([claim(due, both)]), '2026-10-15').nextActionOn).toBe(day('2026-10-21'));
  });

  it('is declared all the same when the debtor is insolvent', () => {
    const insolvent = debtor({ insolvencyOpenedOn: day('2026-10-10') });
    const facts = caseOf([claim(due, hold(null))], { debtor: insolvent });
    expect(on(facts, '2026-10-12').actions.map(({ channel }) => channel)).toEqual(['task']);
  });
});
