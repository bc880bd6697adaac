import { day } from '@acquit/law';
import { expect, it } from 'vitest';
import type { CaseFacts, Hold } from '../model/facts.ts';
import { defaultScenarios } from '../scenarios/defaults.ts';
import { caseOf, claim, company } from '../testing/facts.ts';
import { accountOf } from './account.ts';

const on = day('2026-11-20');
const hold = (kind: Hold['kind'], until: string | null = null): Hold => ({
  kind,
  reason: 'attend.',
  until: until === null ? null : day(until),
});
const waits = (holds: Hold[], change: Partial<CaseFacts> = {}) =>
  accountOf(caseOf([claim('2026-10-07', { holds })], change), company(), defaultScenarios.business, on).lines[0]!.waits;

it('a debtor is told of his own promise, plan and dispute as they are, and not that they are checked', () => {
  expect(waits([hold('promise', '2026-11-25')])).toBe('announced');
  expect(waits([hold('disputed')])).toBe('contested');
  expect(waits([hold('receipt-to-check')])).toBe('checking');
  const plan = {
    planId: 'p',
    claimIds: ['claim-F-1'],
    signedOn: day('2026-11-02'),
    instalments: [{ dueOn: day('2026-12-01'), untilOn: day('2026-12-03'), cents: 120_000 }],
    clauseDays: 8,
    receipts: [],
    notices: [],
  };
  expect(waits([], { plans: [plan] })).toBe('planned');
});

it('of several the one that explains most is said, and what is over, or only the creditor’s choice, is not', () => {
  expect(waits([hold('receipt-to-check'), hold('promise', '2026-11-25'), hold('disputed')])).toBe('contested');
  expect(waits([hold('promise', '2026-11-19')])).toBeNull();
  expect(waits([hold('not-before', '2026-12-24')])).toBeNull();
});
