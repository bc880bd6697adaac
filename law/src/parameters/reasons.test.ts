import { expect, test } from 'vitest';
import { day } from '../calendar/index.ts';
import { ARTICLES } from './generated/index.ts';
import { type ArticleKey, reason } from './index.ts';

const SANCTION = 'payment-term-sanction';

test('an article with several versions is asked with a day', () => {
  expect(() => reason(SANCTION)).toThrow(/say the day/);
  expect(reason(SANCTION, day('2021-10-31')).reference).toMatchObject({ until: '2021-10-31' });
  expect(reason(SANCTION, day('2021-11-01')).reference).toMatchObject({ from: '2021-11-01', until: null });
});

test('outside its versions the nearest is given', () => {
  expect(reason(SANCTION, day('2010-01-01'))).toBe(reason(SANCTION, day('2019-04-26')));
  expect(reason('late-days', day('2050-01-01'))).toBe(reason('late-days', day('2027-01-01')));
});

test('an article with one version needs no day', () => {
  const [key] = Object.entries(ARTICLES).find(([, { values }]) => values.length === 1)!;
  expect(reason(key as ArticleKey)).toBe(reason(key as ArticleKey, day('1900-01-01')));
});
