import { day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
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

describe('what is asked for', () => {
  const of = (
    change: Partial<CaseFacts>,
    claims = [claim('2026-10-07'), { ...claim('2026-10-08'), claimId: 'claim-2' }],
  ) => accountOf(caseOf(claims, change), company(), defaultScenarios.business, on);

  it('leaves out what is contested, whole or in part, with what its delay would cost', () => {
    const [first, second] = [claim('2026-10-07'), { ...claim('2026-10-08'), claimId: 'claim-2' }];
    const whole = of({}, [{ ...first, holds: [hold('disputed')] }, second]);
    expect(whole).toMatchObject({
      lateCents: 240_000,
      waitingCents: 120_000,
      dueCents: 120_000,
      spreadableCents: 120_000,
    });
    const part = of({}, [{ ...first, contestedCents: 50_000 }, second]);
    expect(part).toMatchObject({
      lateCents: 240_000,
      waitingCents: 50_000,
      dueCents: 190_000,
      spreadableCents: 190_000,
    });
  });

  it('is the instalments due of a plan that holds, and no more', () => {
    const [spread, apart] = [claim('2026-10-07'), { ...claim('2026-10-08'), claimId: 'claim-2' }];
    const plan = {
      planId: 'p',
      claimIds: [spread.claimId],
      signedOn: day('2026-11-02'),
      instalments: [
        { dueOn: day('2026-11-18'), untilOn: day('2026-11-23'), cents: 40_000 },
        { dueOn: day('2026-12-18'), untilOn: day('2026-12-22'), cents: 80_000 },
      ],
      clauseDays: 8,
      receipts: [{ on: day('2026-11-19'), amountCents: 15_000 }],
      notices: [],
    };
    const account = of({ plans: [plan] }, [{ ...spread, openCents: 105_000 }, apart]);
    expect(account).toMatchObject({ lateCents: 225_000, waitingCents: 80_000, dueCents: 145_000 });
  });

  it('is nothing once insolvency proceedings are open', () => {
    const facts = caseOf([{ ...claim('2026-10-07'), level: 4 }]);
    const insolvent = { ...facts, debtor: { ...facts.debtor, insolvencyOpenedOn: day('2026-11-10') } };
    expect(accountOf(insolvent, company(), defaultScenarios.business, on)).toMatchObject({
      isInsolvent: true,
      lateCents: 120_000,
      penaltyCents: 0,
      indemnityCents: 0,
      dueCents: 0,
    });
  });
});
