import { addDays, type Day, day, isJourOuvre } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CoveredAccount, type FreshnessFacts, freshnessOf, workingDaysBetween } from './freshness.ts';

const account = (coveredUntil: string | null, change: Partial<CoveredAccount> = {}): CoveredAccount => ({
  bankAccountId: coveredUntil ?? 'none',
  label: `Compte ${coveredUntil ?? 'vide'}`,
  coveredUntil: coveredUntil === null ? null : day(coveredUntil),
  retired: false,
  ...change,
});

const ask = (on: string, accounts: CoveredAccount[], change: Partial<FreshnessFacts> = {}) =>
  freshnessOf({ accounts, limitWorkingDays: 3, failingSources: [], released: false, on: day(on), ...change });

describe('working days since the bank last spoke', () => {
  it.each([
    ['2026-11-20', '2026-11-23', 0, 'Friday read on Monday'],
    ['2026-11-20', '2026-11-24', 1, 'Friday read on Tuesday'],
    ['2026-11-10', '2026-11-12', 0, 'a holiday between is no working day'],
    ['2026-11-21', '2026-11-21', 0, 'the same day'],
    ['2026-11-25', '2026-11-21', 0, 'a statement dated ahead'],
    ['2026-12-24', '2026-12-29', 1, 'Christmas on a Friday and a week-end'],
  ])('from %s to %s: %i (%s)', (from, on, days) => {
    expect(workingDaysBetween(day(from), day(on))).toBe(days);
  });
});

describe('the guard', () => {
  it('lets go up to the limit and holds after it', () => {
    expect(ask('2026-11-20', [account('2026-11-16')])).toMatchObject({ workingDays: 3, stale: false, held: false });
    const late = ask('2026-11-23', [account('2026-11-16')]);
    expect(late).toMatchObject({ workingDays: 4, stale: true, held: true });
    expect(late.message).toContain('16 novembre 2026');
  });

  it('looks at the account that lags most', () => {
    const two = [account('2026-11-20'), account('2026-11-02', { label: 'Crédit agricole' })];
    expect(ask('2026-11-21', two)).toMatchObject({ coveredUntil: day('2026-11-02'), held: true });
    expect(ask('2026-11-21', two).message).toContain('Crédit agricole');
  });

  it('leaves out an account that is retired, unused beside the others for ninety days, or silent', () => {
    expect(ask('2026-11-21', [account('2026-11-20'), account('2026-11-02', { retired: true })]).held).toBe(false);
    expect(ask('2026-11-21', [account('2026-11-20'), account('2026-08-21')]).held).toBe(false);
    expect(ask('2026-11-21', [account('2026-11-20'), account('2026-08-22')]).held).toBe(true);
    expect(ask('2026-11-21', [account('2026-11-20'), account(null)]).held).toBe(false);
  });

  it('goes on holding when every account has been silent for a year', () => {
    expect(ask('2026-11-21', [account('2025-11-20'), account('2025-11-18')]).held).toBe(true);
  });

  it('holds nothing without bank data, and says what is known then', () => {
    for (const accounts of [[], [account(null)], [account('2020-01-02', { retired: true })]]) {
      const answer = ask('2026-11-21', accounts, { failingSources: ['Boîte aux lettres'] });
      expect(answer).toMatchObject({ stale: false, held: false });
      expect(answer.message).toContain('saisis à la main');
    }
  });

  it('holds nothing when it is switched off, and says so', () => {
    const off = ask('2026-11-21', [account('2020-01-02')], { limitWorkingDays: null });
    expect(off).toMatchObject({ stale: false, held: false });
    expect(off.message).toContain('désactivé');
  });

  it('holds when a source failed before sending, unless the bank is known up to the last working day', () => {
    const failing = { failingSources: ['Relevés'] };
    expect(ask('2026-11-24', [account('2026-11-20')], failing)).toMatchObject({ stale: true, held: true });
    expect(ask('2026-11-24', [account('2026-11-20')], failing).message).toContain('Relevés');
    expect(ask('2026-11-23', [account('2026-11-20')], failing).held).toBe(false);
  });

  it('lets go for the day that a person released, and still says that the data are old', () => {
    const released = ask('2026-11-23', [account('2026-11-16')], { released: true });
    expect(released).toMatchObject({ stale: true, held: false });
    expect(released.message).toContain('envoyer quand même');
  });
});

const anyDay = fc.integer({ min: day('2024-01-01'), max: day('2027-12-31') }).map((n) => n as Day);

describe('on any day, for any accounts', () => {
  const anyAccounts = fc.array(
    fc.record({
      bankAccountId: fc.uuid(),
      label: fc.constantFrom('A', 'B', 'C'),
      coveredUntil: fc.option(anyDay),
      retired: fc.boolean(),
    }),
    { maxLength: 5 },
  );

  it('newer data never hold more, and a later day never holds less', () => {
    fc.assert(
      fc.property(anyAccounts, anyDay, fc.integer({ min: 1, max: 20 }), fc.nat(40), (accounts, on, limit, more) => {
        const held = (of: readonly CoveredAccount[], at: Day) =>
          freshnessOf({ accounts: of, limitWorkingDays: limit, failingSources: [], released: false, on: at }).held;
        if (held(accounts, on)) expect(held(accounts, addDays(on, more))).toBe(true);
        const fresh = accounts.map((one) =>
          one.coveredUntil === null ? one : { ...one, coveredUntil: addDays(on, -1) },
        );
        expect(held(fresh, on)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('counts exactly the working days between, and holds when they pass the limit', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(400), fc.integer({ min: 1, max: 60 }), (from, gap, limit) => {
        const on = addDays(from, gap);
        const between = Array.from({ length: Math.max(gap - 1, 0) }, (_, n) => addDays(from, n + 1)).filter((one) =>
          isJourOuvre(one),
        );
        const answer = freshnessOf({
          accounts: [{ bankAccountId: 'a', label: 'A', coveredUntil: from, retired: false }],
          limitWorkingDays: limit,
          failingSources: [],
          released: false,
          on,
        });
        expect(answer.workingDays).toBe(between.length);
        expect(answer.held).toBe(between.length > limit);
      }),
      { numRuns: 1000 },
    );
  });
});
