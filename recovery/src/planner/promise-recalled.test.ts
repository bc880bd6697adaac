import { day } from '@acquit/law';
import { expect, it } from 'vitest';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company } from '../testing/facts.ts';
import { decide } from './decide.ts';

const { business } = defaultScenarios;
const brokenOn = day('2026-10-29');
const brokenPromise = { madeOn: day('2026-10-19'), promisedOn: day('2026-10-26'), amountCents: 120_000, brokenOn };
const late = claim('2026-10-07', {
  level: 1,
  levelOn: day('2026-10-12'),
  levelStep: 'reminder-1',
  promiseOn: brokenOn,
});
const facts = caseOf([late], { brokenPromise, lastContactOn: day('2026-10-19') });
const about = (change: Partial<typeof facts>, on = '2026-10-29') =>
  decide({ ...facts, ...change }, company(), business, day(on)).actions.find(({ channel }) => channel === 'email')
    ?.facts.about;

it('the first message after a broken promise recalls it', () => {
  const decision = decide(facts, company(), business, brokenOn);
  expect(decision.actions[0]?.step).toBe('reminder-2');
  expect(decision.actions[0]?.facts.about).toEqual({
    kind: 'promise-broken',
    madeOn: '2026-10-19',
    promisedOn: '2026-10-26',
    promisedCents: 120_000,
  });
  expect(decision.reasons.map(({ message }) => message).join()).toContain('26 octobre 2026 non tenue');
});

it('only the first one, only of what was promised, and never a formal notice', () => {
  expect(about({})?.kind).toBe('promise-broken');
  expect(about({ lastContactOn: brokenOn }, '2026-11-05')).toBeUndefined();
  expect(about({ claims: [{ ...late, promiseOn: day('2026-09-01') }] })).toBeUndefined();
  const notice = decide(facts, company(), business, day('2026-11-30')).actions;
  expect(notice.map(({ step }) => step)).toContain('mise-en-demeure');
  expect(notice.every(({ facts: { about: subject } }) => subject === undefined)).toBe(true);
});
