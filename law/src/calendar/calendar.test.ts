import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  civilOf,
  type Day,
  day,
  daysBetween,
  formatDay,
  frenchDate,
  frenchHalfYear,
  frenchShortDate,
  halfYearCode,
  halfYearEnd,
  halfYearOf,
  halfYearStart,
  isoWeekday,
  nextHalfYear,
  parseDay,
  tenDayPeriodEnd,
} from './index.ts';

const FIRST = day('1990-01-01');
const LAST = day('2060-12-31');

test('every day of 1990 to 2060 is what Temporal says', () => {
  let plain = Temporal.PlainDate.from('1990-01-01');
  for (let d = FIRST; d <= LAST; d = addDays(d, 1)) {
    const text = plain.toString();
    if (formatDay(d) !== text || parseDay(text) !== d || isoWeekday(d) !== plain.dayOfWeek) {
      expect([formatDay(d), parseDay(text), isoWeekday(d)]).toEqual([text, d, plain.dayOfWeek]);
    }
    plain = plain.add({ days: 1 });
  }
  expect(plain.toString()).toBe('2061-01-01');
});

test('months are added as Temporal adds them', () => {
  const days = fc.integer({ min: FIRST, max: LAST }).map((d) => d as Day);
  fc.assert(
    fc.property(days, fc.integer({ min: -200, max: 200 }), (d, months) => {
      const expected = Temporal.PlainDate.from(formatDay(d)).add({ months }, { overflow: 'constrain' });
      expect(formatDay(addMonths(d, months))).toBe(expected.toString());
    }),
    { numRuns: 3_000 },
  );
});

test('far and old days survive the round trip', () => {
  fc.assert(
    fc.property(fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') }), (d) => {
      expect(parseDay(formatDay(d as Day))).toBe(d);
    }),
    { numRuns: 3_000 },
  );
  expect(civilOf(day('2000-02-29'))).toEqual({ year: 2000, month: 2, dayOfMonth: 29 });
});

test('what is not a date of the calendar is not read', () => {
  const refused = [
    '2026-02-29',
    '2026-02-30',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-04-31',
    '0000-01-01',
    '2026-1-01',
    '2026/01/01',
    '2026-01/01',
    '2026/01-01',
    '2026-1/-01',
    '20260101',
    '2026-01-01T00:00',
    '2O26-01-01',
    '2026-0a-01',
    '2026-01-1 ',
    '',
  ];
  for (const text of refused) expect(parseDay(text), text).toBeNull();
  expect(parseDay('2024-02-29')).not.toBeNull();
  expect(parseDay('2000-02-29')).not.toBeNull();
  expect(() => day('2026-02-30')).toThrow(/Not a calendar date/);
});

test('all the months are added in one go', () => {
  expect(formatDay(addMonths(day('2027-01-31'), 1))).toBe('2027-02-28');
  expect(formatDay(addMonths(day('2027-01-31'), 2))).toBe('2027-03-31');
  expect(formatDay(addMonths(day('2026-11-21'), -11))).toBe('2025-12-21');
  expect(daysBetween(day('2026-04-30'), day('2026-09-20'))).toBe(143);
});

test('a month has three periods of ten days, the last one with what is left', () => {
  const ends = ['2026-02-01', '2026-02-10', '2026-02-11', '2026-02-20', '2026-02-21'].map((text) =>
    formatDay(tenDayPeriodEnd(day(text))),
  );
  expect(ends).toEqual(['2026-02-10', '2026-02-10', '2026-02-20', '2026-02-20', '2026-02-28']);
});

test('half-years follow each other without a hole', () => {
  for (let half = halfYearOf(day('1960-05-05')); half < halfYearOf(day('2110-01-01')); half = nextHalfYear(half)) {
    const [start, end] = [halfYearStart(half), halfYearEnd(half)];
    expect([halfYearOf(start), halfYearOf(end), halfYearOf(addDays(end, 1))]).toEqual([half, half, half + 1]);
    expect(formatDay(start).slice(5)).toBe(half % 2 === 0 ? '01-01' : '07-01');
  }
  expect(halfYearCode(halfYearOf(day('2026-07-01')))).toBe('2026-S2');
  expect(halfYearCode(halfYearOf(day('2026-06-30')))).toBe('2026-S1');
  expect(frenchHalfYear(halfYearOf(day('2026-06-30')))).toBe('1er semestre 2026');
  expect(frenchHalfYear(halfYearOf(day('2026-12-31')))).toBe('2e semestre 2026');
});

test('days are written as in French', () => {
  expect(frenchDate(day('2026-11-21'))).toBe('21 novembre 2026');
  expect(frenchDate(day('2027-01-01'))).toBe('1er janvier 2027');
  expect(frenchDate(day('1969-08-02'))).toBe('2 août 1969');
  expect(frenchShortDate(day('2026-11-21'))).toBe('21 nov. 2026');
  expect(frenchShortDate(day('2026-03-01'))).toBe('1er mars 2026');
});
