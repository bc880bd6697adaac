import { formatDay } from '@acquit/law';
import { expect, test } from 'vitest';
import { systemClock } from './clock.ts';

test('the calendar can be frozen, the delays go on', () => {
  expect(formatDay(systemClock('2026-11-21').today())).toBe('2026-11-21');
  expect(Math.abs(systemClock('2026-11-21').now() - Date.now())).toBeLessThan(60_000);
});

test('without it, today is the day in Paris', () => {
  const paris = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Paris' }).format(new Date());
  expect(formatDay(systemClock('').today())).toBe(paris);
});

test('a day that does not exist is refused at once', () => {
  expect(() => systemClock('2026-02-30')).toThrow('ACQUIT_TODAY');
  expect(() => systemClock('demain')).toThrow('ACQUIT_TODAY');
});
