import { expect, test } from 'vitest';
import { accrue, plus } from './accrued.ts';
import { exactDecimal, parseDecimal } from './decimal.ts';
import { divide, floor, fromDecimal, isEqual, rational } from './rational.ts';
import { roundHalfUp, roundRationalHalfUp } from './rounding.ts';

/** The exact places where a comparison could be off by one. */
test('a half is rounded up, and nothing below it', () => {
  expect([roundHalfUp(7, 49, 100), roundHalfUp(7, 50, 100), roundHalfUp(7, 51, 100)]).toEqual([7, 8, 8]);
  expect([rational(149, 20), rational(15, 2), rational(151, 20)].map(roundRationalHalfUp)).toEqual([7n, 8n, 8n]);
});

test('a rest that fills the divisor is carried', () => {
  const amount = { whole: 0, rest: 3 };
  accrue(amount, 1, 2, 1, 5);
  expect(amount).toEqual({ whole: 1, rest: 0 });
  expect(plus({ whole: 1, rest: 3 }, { whole: 2, rest: 2 }, 5)).toEqual({ whole: 4, rest: 0 });
});

test('an amount may reach the last exact integer, not pass it', () => {
  const last = Number.MAX_SAFE_INTEGER;
  const amount = { whole: last - 1, rest: 0 };
  accrue(amount, 1, 1, 1, 1);
  expect(amount.whole).toBe(last);
  expect(() => accrue(amount, 1, 1, 1, 1)).toThrow(/exact range/);
});

test('the floor of a fraction is below it, on both sides of zero', () => {
  expect([rational(-7, 2), rational(-4, 2), rational(0), rational(7, 2)].map(floor)).toEqual([-4n, -2n, 0n, 3n]);
});

test('fractions divide, and are equal only when both parts are', () => {
  expect(divide(rational(3, 4), rational(5, 7))).toEqual(rational(21, 20));
  expect(isEqual(rational(1, 2), rational(1, 3))).toBe(false);
  expect(isEqual(rational(1, 2), rational(3, 2))).toBe(false);
});

test('only zeros at the end leave a decimal', () => {
  expect(parseDecimal('10.0500')).toEqual({ units: 1005, decimals: 2 });
  expect(parseDecimal('1.000')).toEqual({ units: 1, decimals: 0 });
  expect(exactDecimal(fromDecimal('-0.5'))).toBe('-0.50');
  expect(() => fromDecimal('1,5')).toThrow(/Not a decimal number: 1,5/);
});
