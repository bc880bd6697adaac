import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  accrue,
  add,
  euros,
  exactDecimal,
  exactEuros,
  formatRational,
  formatUnits,
  fromDecimal,
  isEqual,
  isLess,
  multiply,
  nothing,
  parseDecimal,
  rational,
  roundHalfUp,
  roundRationalHalfUp,
  subtract,
  toRational,
} from './index.ts';

test('euros are written as in French', () => {
  expect(euros(123456)).toBe('1\u202f234,56\u00a0€');
  expect(euros(0n)).toBe('0,00\u00a0€');
  expect(euros(5)).toBe('0,05\u00a0€');
  expect(euros(-1234567890n)).toBe('\u221212\u202f345\u202f678,90\u00a0€');
  expect(euros(99999)).toBe('999,99\u00a0€');
  expect(() => euros(1.5)).toThrow();
});

test('fractions are exact and reduced', () => {
  expect(rational(6, 4)).toEqual({ numerator: 3n, denominator: 2n });
  expect(add(rational(1, 3), rational(1, 6))).toEqual(rational(1, 2));
  expect(subtract(rational(1, 3), rational(1, 2))).toEqual(rational(-1, 6));
  expect(multiply(fromDecimal('0.1'), fromDecimal('-0.2'))).toEqual(rational(-1, 50));
  expect(isLess(rational(1, 3), rational(1, 2))).toBe(true);
  expect(isEqual(fromDecimal('12.40'), rational(62, 5))).toBe(true);
  expect(() => rational(1, 0)).toThrow(/denominator/);
  for (const text of ['', '1.', '.5', '1e3', '1,5', '--1', ' 1']) expect(() => fromDecimal(text), text).toThrow();
});

test('the one rounding is half up, in both representations', () => {
  const expected: [number, number, bigint][] = [
    [1, 2, 1n],
    [3, 2, 2n],
    [49, 100, 0n],
    [-1, 2, 0n],
    [-3, 2, -1n],
    [-51, 100, -1n],
    [7, 1, 7n],
  ];
  for (const [top, bottom, rounded] of expected) expect(roundRationalHalfUp(rational(top, bottom))).toBe(rounded);
  fc.assert(
    fc.property(fc.nat(1e9), fc.integer({ min: 1, max: 1e9 }), fc.nat(1e9), (whole, divisor, any) => {
      const rest = any % divisor;
      const exact = rational(BigInt(whole) * BigInt(divisor) + BigInt(rest), divisor);
      expect(BigInt(roundHalfUp(whole, rest, divisor))).toBe(roundRationalHalfUp(exact));
    }),
    { numRuns: 3_000 },
  );
});

test('the fast accumulation is the exact sum, for small and for very large products', () => {
  const run = fc.tuple(
    fc.oneof(fc.nat(1e7), fc.nat({ max: 1e13 })),
    // 9999,99 %, beyond which no rate is read.
    fc.nat({ max: 1_000_000 }),
    fc.integer({ min: 1, max: 184 }),
  );
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), fc.constantFrom(3_650_000, 36_500_000_000), (runs, divisor) => {
      const fast = nothing();
      let exact = rational(0);
      for (const [base, rate, days] of runs) {
        accrue(fast, base, rate, days, divisor);
        exact = add(exact, rational(BigInt(base) * BigInt(rate) * BigInt(days), divisor));
      }
      expect(toRational(fast, divisor)).toEqual(exact);
      expect(exactEuros(fast, divisor)).toBe(formatRational(multiply(exact, rational(1, 100)), 4));
    }),
    { numRuns: 3_000 },
  );
  expect(() => accrue(nothing(), 1e13, 1e13, 184, 1)).toThrow(/exact range/);
});

test('the last digit carries over to the next cent', () => {
  expect(exactEuros({ whole: 99, rest: 999 }, 1000)).toBe('1.0000');
  expect(exactEuros({ whole: 0, rest: 0 }, 1000)).toBe('0.0000');
  expect(exactEuros({ whole: 12, rest: 505 }, 1000)).toBe('0.1251');
});

test('decimals are read strictly and written with two digits at least', () => {
  expect(parseDecimal('12.40')).toEqual({ units: 124, decimals: 1 });
  expect(parseDecimal('0.1234')).toEqual({ units: 1234, decimals: 4 });
  expect(parseDecimal('15')).toEqual({ units: 15, decimals: 0 });
  for (const text of ['', '-1', '1.23456', '12345', '01', '1.', '.5', '1,5', '1e2', ' 1']) {
    expect(parseDecimal(text), text).toBeNull();
  }
  expect(formatUnits(1240, 2)).toBe('12.40');
  expect(formatUnits(9625, 3)).toBe('9.625');
  expect(formatUnits(15, 0)).toBe('15.00');
  expect(formatUnits(15, 0, 0)).toBe('15');
  expect(formatUnits(4, 2)).toBe('0.04');
  expect(formatUnits(-4n, 2)).toBe('-0.04');
});

test('a decimal is written with the digits it needs, never cut', () => {
  expect(exactDecimal(rational(5, 4))).toBe('1.25');
  expect(exactDecimal(rational(1, 8))).toBe('0.125');
  expect(() => exactDecimal(rational(1, 3))).toThrow(/without an end/);
});
