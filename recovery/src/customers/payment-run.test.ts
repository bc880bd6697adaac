import { addDays, day, daysBetween, formatDay, isJourOuvre, isoWeekday } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyDay } from '../testing/random.ts';
import type { PaymentRun } from '../views/customers.ts';
import { nextPaymentDay, paymentDayOnOrAfter, paymentRunName } from './payment-run.ts';

const some = (least: number, most: number) =>
  fc.uniqueArray(fc.integer({ min: least, max: most }), { minLength: 1, maxLength: 4 });
const anyRun: fc.Arbitrary<PaymentRun> = fc.oneof(
  some(1, 31).map((monthDays) => ({ monthDays })),
  some(1, 7).map((weekDays) => ({ weekDays })),
);
const next = (run: PaymentRun, from: string) => formatDay(nextPaymentDay(run, day(from)));

describe('the next day on which a customer pays', () => {
  it('is the day itself, a later one of the month, or one of the next month', () => {
    expect(next({ monthDays: [10, 25] }, '2026-11-10')).toBe('2026-11-10');
    expect(next({ monthDays: [10, 25] }, '2026-11-11')).toBe('2026-11-25');
    expect(next({ monthDays: [10, 25] }, '2026-11-26')).toBe('2026-12-10');
    expect(next({ weekDays: [4] }, '2026-11-20')).toBe('2026-11-26');
  });

  it('is the last day of a month that is too short', () => {
    expect(next({ monthDays: [31] }, '2026-11-21')).toBe('2026-11-30');
    expect(next({ monthDays: [30] }, '2028-02-10')).toBe('2028-02-29');
  });

  it('moves to the working day that follows a week-end or a holiday', () => {
    expect(next({ monthDays: [15] }, '2026-11-12')).toBe('2026-11-16');
    expect(next({ monthDays: [15] }, '2026-11-16')).toBe('2026-11-16');
    expect(next({ monthDays: [25] }, '2026-12-20')).toBe('2026-12-28');
    expect(next({ weekDays: [6] }, '2026-11-21')).toBe('2026-11-23');
  });

  it('is a working day, not before the wanted one, and asking on it gives it again', () => {
    fc.assert(
      fc.property(anyRun, anyDay, (run, from) => {
        const on = nextPaymentDay(run, from);
        expect(isJourOuvre(on)).toBe(true);
        expect(daysBetween(from, on)).toBeGreaterThanOrEqual(0);
        expect(nextPaymentDay(run, on)).toBe(on);
      }),
      { numRuns: 3000 },
    );
  });

  it('never comes earlier when it is looked for from a later day, and no run day between is passed over', () => {
    fc.assert(
      fc.property(anyRun, anyDay, fc.integer({ min: 0, max: 40 }), (run, from, later) => {
        const on = nextPaymentDay(run, from);
        expect(nextPaymentDay(run, addDays(from, later)) >= on).toBe(true);
        for (let between = from; between < on; between = addDays(between, 1)) {
          const isWanted =
            'weekDays' in run
              ? run.weekDays.includes(isoWeekday(between))
              : run.monthDays.includes(Number(formatDay(between).slice(8)));
          expect(isWanted && isJourOuvre(between)).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('leaves a promise where it is without a payment run, and names a run in words', () => {
    expect(paymentDayOnOrAfter(day('2026-11-22'), null)).toBe(day('2026-11-22'));
    expect(paymentDayOnOrAfter(day('2026-11-22'), { monthDays: [31] })).toBe(day('2026-11-30'));
    expect(paymentRunName({ monthDays: [1, 10, 31] })).toBe('le 1er, le 10 et le dernier jour du mois');
    expect(paymentRunName({ weekDays: [2, 4] })).toBe('chaque mardi et jeudi');
  });
});
