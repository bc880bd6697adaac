import { expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import { type AccrualPlan, type RateScheme, segmentsOf, settle, type Tranche } from './index.ts';

const tenPercent: RateScheme = { decimals: 2, cutOn: null, rateOn: () => 1000 };

function segments(tranches: readonly Tranche[], moves: AccrualPlan['moves'] = []) {
  const until = day('2026-02-28');
  const plan = { moves, scheme: tenPercent, until, stopOn: until, principalFirst: false, countsLeapYears: false };
  const ledger = settle({ ...plan, tranches, capitalisationMonths: 0 }, true);
  if ('code' in ledger) throw new Error(ledger.message);
  return segmentsOf(ledger, tenPercent.decimals, tranches.length);
}

const JANUARY = { firstDay: day('2026-01-01'), principalCents: 365_000, indemnityCents: 0 };
const FEBRUARY = { firstDay: day('2026-02-01'), principalCents: 730_000, indemnityCents: 0 };
const WHOLE = { from: '2026-01-01', to: '2026-02-28', days: 59, ratePercent: '10.00', baseCents: 365_000 };

test('a single due date is not numbered, several are, in the order of their dates', () => {
  const first = { ...WHOLE, penalty: '59.0000' };
  expect(segments([JANUARY])).toStrictEqual([first]);
  expect(segments([JANUARY, FEBRUARY])).toStrictEqual([
    { ...first, installment: 0 },
    { ...first, from: '2026-02-01', days: 28, baseCents: 730_000, penalty: '56.0000', installment: 1 },
  ]);
});

test('a payment that only clears interest does not cut a run of days, one that lowers the debt does', () => {
  const paid = (amountCents: number) => [{ kind: 'receipt', on: day('2026-01-31'), amountCents } as const];
  expect(segments([JANUARY], paid(3_100))).toStrictEqual([{ ...WHOLE, penalty: '59.0000' }]);
  expect(segments([JANUARY], paid(3_100 + 182_500))).toStrictEqual([
    { ...WHOLE, to: '2026-01-31', days: 31, penalty: '31.0000' },
    { ...WHOLE, from: '2026-02-01', days: 28, baseCents: 182_500, penalty: '14.0000' },
  ]);
});
