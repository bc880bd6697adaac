import { expect, test } from 'vitest';
import { derived, type Explanation, given } from './index.ts';
import { exactLeaf } from './operations.ts';

const text = given('Texte', 'x', 'text');
const day = given('Jour', '2026-11-21', 'date');

/** A tree that cannot be made is a bug of the rule: it stops, and never gives a value. */
test.each<[string, () => Explanation, RegExp]>([
  ['a leaf is no operation', () => derived('given' as 'sum', 'x', 'count', []), /Not an operation: given/],
  ['an amount is asked of a day', () => derived('sum', 'x', 'cents', [day]), /not an amount/],
  ['a day is asked of a text', () => derived('day-before', 'x', 'date', [text]), /not a day/],
  ['a yes or a no is asked of a text', () => derived('all-of', 'x', 'flag', [text]), /not a yes or a no/],
  ['a text is asked of a day', () => derived('is-one-of', 'x', 'flag', [day, text]), /not a text/],
  [
    'a whole number is asked of a fraction',
    () => derived('add-days', 'x', 'date', [day, given('Un et demi', '1.5', 'days')]),
    /not a whole number/,
  ],
  ['nothing is asked of nothing', () => derived('day-before', 'x', 'date', []), /not a day/],
  ['cents are not rounded', () => derived('sum', 'x', 'cents', [given('Demi', '0.5', 'cents')]), /rounded first/],
])('%s', (_name, make, expected) => {
  expect(make).toThrow(expected);
});

test('a leaf with an impossible date stops too', () => {
  expect(() => exactLeaf({ ...day, value: '2026-02-30' })).toThrow(/Not a date: 2026-02-30/);
  expect(exactLeaf({ ...day, value: null })).toEqual({ nothing: true });
});
