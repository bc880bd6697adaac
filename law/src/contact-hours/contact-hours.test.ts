import { expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import { contactCount, contactHours, isContactDayForConsumers } from './index.ts';

test('the hours are those of the text, and none are kept before it', () => {
  expect(contactHours(day('2026-11-23'))).toEqual({
    weekdays: [1, 2, 3, 4, 5],
    hours: [
      { from: '10:00', until: '13:00' },
      { from: '14:00', until: '20:00' },
    ],
    article: 'D223-9 C. conso.',
  });
  expect(contactHours(day('2023-02-28'))).toBeNull();
  expect(contactHours(day('2023-03-01'))).not.toBeNull();
});

test('no consumer is contacted at the weekend nor on a public holiday', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-11', '2026-12-25'];
  expect(days.map((on) => isContactDayForConsumers(day(on)))).toEqual([true, false, false, true, false, false]);
  // A Sunday before the text.
  expect(isContactDayForConsumers(day('2023-02-26'))).toBe(true);
});

test('a consumer is contacted four times in thirty days at most, and no count is kept before the text', () => {
  expect(contactCount(day('2026-11-23'))).toEqual({ most: 4, days: 30, article: 'D223-9 C. conso.' });
  expect(contactCount(day('2023-02-28'))).toBeNull();
});
