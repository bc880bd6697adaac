import { addDays, type Day, day, formatDay, isJourOuvre } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanFacts } from '../model/facts.ts';
import type { PaymentRun } from '../views/customers.ts';
import { planHolds, planStanding } from './plan.ts';
import { graceEnd, schedule, scheduleRefusal, split } from './schedule.ts';

const plan = (change: Partial<PlanFacts> = {}): PlanFacts => ({
  planId: 'plan',
  claimIds: ['a'],
  signedOn: day('2026-09-01'),
  instalments: ['2026-10-01', '2026-11-02', '2026-12-01'].map((dueOn) => ({
    dueOn: day(dueOn),
    untilOn: addDays(day(dueOn), 5),
    cents: 10_000,
  })),
  clauseDays: 8,
  receipts: [],
  notices: [],
  ...change,
});
const paid = (...list: [string, number][]) => list.map(([on, amountCents]) => ({ on: day(on), amountCents }));
const at = (facts: PlanFacts, on: string) => planStanding(facts, day(on));

describe('where a plan stands', () => {
  it('is on track through the grace of its next instalment, then missed', () => {
    expect(at(plan(), '2026-10-06')).toMatchObject({ state: 'on-track', changesOn: day('2026-10-07') });
    expect(at(plan(), '2026-10-07')).toMatchObject({ state: 'missed', missedUpTo: 1, missingCents: 10_000 });
  });

  it('lets money cover instalments in their order, each to the cent', () => {
    const one = plan({ receipts: paid(['2026-09-30', 10_000], ['2026-11-01', 9_999]) });
    expect(at(one, '2026-11-07')).toMatchObject({ state: 'on-track', covered: 1 });
    expect(at(one, '2026-11-08')).toMatchObject({ state: 'missed', missedUpTo: 2, missingCents: 1 });
  });

  it('does not count money from before it was signed', () => {
    expect(at(plan({ receipts: paid(['2026-08-31', 30_000]) }), '2026-10-07').state).toBe('missed');
    expect(at(plan({ receipts: paid(['2026-09-01', 30_000]) }), '2026-10-07')).toMatchObject({
      state: 'kept',
      since: day('2026-09-01'),
    });
  });

  it('waits for the answer to its notice to the last day, and is broken the day after', () => {
    const warned = plan({ notices: [{ upTo: 1, expiresOn: day('2026-10-20') }] });
    expect(at(warned, '2026-10-20')).toMatchObject({ state: 'warned', changesOn: day('2026-10-21') });
    expect(at(warned, '2026-10-21')).toMatchObject({ state: 'broken', since: day('2026-10-21'), changesOn: null });
    expect(planHolds(at(warned, '2026-10-21'))).toBe(false);
  });

  it('is made good by money that came in time, even recorded long after, and by no other', () => {
    const warned = (on: string) =>
      plan({ notices: [{ upTo: 1, expiresOn: day('2026-10-20') }], receipts: paid([on, 10_000]) });
    expect(at(warned('2026-10-20'), '2026-10-30').state).toBe('on-track');
    expect(at(warned('2026-10-21'), '2026-10-30').state).toBe('broken');
  });

  it('lets nothing run while the notice has not left', () => {
    const waiting = plan({ notices: [{ upTo: 1, expiresOn: null }] });
    expect(at(waiting, '2027-06-01')).toMatchObject({ state: 'warned', changesOn: null });
  });

  it('calls for another notice when a later instalment is missed after the first notice was answered', () => {
    const again = plan({
      notices: [{ upTo: 1, expiresOn: day('2026-10-20') }],
      receipts: paid(['2026-10-15', 10_000]),
    });
    expect(at(again, '2026-11-08')).toMatchObject({ state: 'missed', missedUpTo: 2 });
  });

  it('is the same in whatever order money and notices were recorded, and moves on by itself only on the day it says', () => {
    const start = day('2026-09-01');
    const anyDay = fc.integer({ min: -10, max: 150 }).map((n) => addDays(start, n));
    const anyPlan = fc
      .record({
        receipts: fc.array(fc.record({ on: anyDay, amountCents: fc.integer({ min: 1, max: 12_000 }) }), {
          maxLength: 6,
        }),
        notices: fc.array(fc.record({ upTo: fc.integer({ min: 1, max: 3 }), expiresOn: anyDay }), { maxLength: 2 }),
      })
      .map((change) => plan(change));
    fc.assert(
      fc.property(anyPlan, anyDay, (facts, on) => {
        const mirrored = { ...facts, receipts: facts.receipts.toReversed(), notices: facts.notices.toReversed() };
        const { state, changesOn } = planStanding(facts, on);
        expect(planStanding(mirrored, on).state).toBe(state);
        const quiet = { ...facts, receipts: facts.receipts.filter((receipt) => receipt.on <= on) };
        const end = Math.min(changesOn ?? on + 60, on + 60);
        for (let later = on; later < end; later++) expect(planStanding(quiet, later as Day).state).toBe(state);
        if (changesOn !== null) expect(changesOn).toBeGreaterThan(on);
      }),
    );
  });
});

describe('how a plan is cut', () => {
  const rules = {
    principalCents: 100_001,
    accessoryCents: 0,
    firstPaymentCents: 0,
    signedOn: day('2026-11-21'),
    from: day('2026-12-05'),
    count: 3,
    every: 'month' as const,
    paymentRun: null,
  };
  const dates = (cut: ReturnType<typeof schedule>) =>
    'refusal' in cut ? cut.refusal.code : cut.map(({ dueOn }) => formatDay(dueOn));
  const sums = (cut: ReturnType<typeof schedule>) =>
    'refusal' in cut ? cut.refusal.code : cut.map((one) => one.principalCents + one.accessoryCents);

  it('is equal to the cent, on working days', () => {
    expect(sums(schedule(rules))).toEqual([33_334, 33_334, 33_333]);
    expect(dates(schedule(rules))).toEqual(['2026-12-07', '2027-01-05', '2027-02-05']);
  });

  it('falls on the customer’s payment days, and on the last day of a short month', () => {
    const run = { monthDays: [10, 31] };
    expect(dates(schedule({ ...rules, paymentRun: run }))).toEqual(['2026-12-10', '2027-01-11', '2027-02-10']);
    expect(dates(schedule({ ...rules, from: day('2027-01-29'), count: 3 }))).toEqual([
      '2027-01-29',
      '2027-03-01',
      // The 29th is Easter Monday.
      '2027-03-30',
    ]);
  });

  it('begins with a payment at signature, and pays what delay added last', () => {
    const cut = schedule({
      ...rules,
      principalCents: 90_000,
      accessoryCents: 5_000,
      firstPaymentCents: 20_000,
      count: 2,
    });
    expect(cut).toEqual([
      { dueOn: day('2026-11-21'), principalCents: 20_000, accessoryCents: 0 },
      { dueOn: day('2026-12-07'), principalCents: 37_500, accessoryCents: 0 },
      { dueOn: day('2027-01-05'), principalCents: 32_500, accessoryCents: 5_000 },
    ]);
  });

  it('always totals exactly, on distinct working days in order', () => {
    fc.assert(
      fc.property(
        fc.record({
          principalCents: fc.integer({ min: 1, max: 9_000_000 }),
          accessoryCents: fc.nat(200_000),
          firstShare: fc.constantFrom(0, 0, 0.1, 0.5),
          count: fc.integer({ min: 1, max: 24 }),
          every: fc.constantFrom('week' as const, 'fortnight' as const, 'month' as const),
          ahead: fc.integer({ min: 1, max: 60 }),
          paymentRun: fc.constantFrom<PaymentRun | null>(
            null,
            { monthDays: [10] },
            { monthDays: [15, 31] },
            { weekDays: [4] },
          ),
        }),
        ({ firstShare, ahead, ...more }) => {
          const total = more.principalCents + more.accessoryCents;
          const firstPaymentCents = Math.floor(total * firstShare);
          fc.pre(total - firstPaymentCents >= more.count);
          const cut = schedule({ ...rules, ...more, firstPaymentCents, from: addDays(rules.signedOn, ahead) });
          if ('refusal' in cut) throw new Error(cut.refusal.code);
          expect(cut.reduce((sum, one) => sum + one.principalCents, 0)).toBe(more.principalCents);
          expect(cut.reduce((sum, one) => sum + one.accessoryCents, 0)).toBe(more.accessoryCents);
          const own = cut.map(({ dueOn, principalCents, accessoryCents }) => ({
            dueOn,
            cents: principalCents + accessoryCents,
          }));
          expect(scheduleRefusal(own, total, rules.signedOn)).toBeNull();
          for (const { dueOn } of cut.slice(firstPaymentCents > 0 ? 1 : 0)) expect(isJourOuvre(dueOn)).toBe(true);
        },
      ),
    );
  });

  it.each([
    [{ principalCents: 0 }, 'PlanEmpty'],
    [{ count: 0 }, 'PlanTooLong'],
    [{ count: 61 }, 'PlanTooLong'],
    [{ firstPaymentCents: 100_001 }, 'PlanFirstPayment'],
    [{ firstPaymentCents: -1 }, 'PlanFirstPayment'],
  ])('refuses %o', (change, code) => {
    expect(sums(schedule({ ...rules, ...change }))).toBe(code);
  });

  it('refuses dates and sums of the user’s own that do not hold together', () => {
    const code = (list: [string, number][], total = 300) =>
      scheduleRefusal(
        list.map(([dueOn, cents]) => ({ dueOn: day(dueOn), cents })),
        total,
        day('2026-11-21'),
      )?.refusal.code;
    expect(code([])).toBe('PlanEmpty');
    expect(code([['2026-11-20', 300]])).toBe('PlanOrder');
    expect(
      code([
        ['2026-12-01', 100],
        ['2026-12-01', 200],
      ]),
    ).toBe('PlanOrder');
    expect(
      code([
        ['2026-12-01', 0],
        ['2026-12-02', 300],
      ]),
    ).toBe('PlanAmount');
    expect(code([['2026-12-01', 299]])).toBe('PlanTotal');
    expect(code([['2033-12-01', 300]])).toBe('PlanTooLong');
    expect(
      code([
        ['2026-11-21', 100],
        ['2026-12-02', 200],
      ]),
    ).toBeUndefined();
  });

  it('splits sums between the principal, first, and the rest', () => {
    const one = (cents: number) => ({ dueOn: day('2026-12-01'), cents });
    expect(split([one(60), one(60)], 100).map((part) => [part.principalCents, part.accessoryCents])).toEqual([
      [60, 0],
      [40, 20],
    ]);
  });

  it('waits for working days after an instalment that falls on a closed day', () => {
    expect(formatDay(graceEnd(day('2026-12-25'), 3))).toBe('2026-12-31');
  });
});
