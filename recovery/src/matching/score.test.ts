import { expect, test } from 'vitest';
import { makeMatchingBook } from '../../../bench/matching/made-book.ts';
import { factsOf, linesOf, receiptsOf, scoreOf } from '../../../bench/matching/score.ts';
import { findReversals, matchCredits } from './index.ts';

/** Two books that the rules were not written on, smaller than the bench's: the score is that of both together. */
test('what is applied by itself on made books is right, and little is left to a person', () => {
  let [applied, wrong, right, wanted] = [0, 0, 0, 0];
  for (const seed of [11, 12]) {
    const book = makeMatchingBook(seed, 12_000, 2_400);
    const [facts, lines] = [factsOf(book), linesOf(book)];
    const score = scoreOf(book, [
      ...matchCredits(facts, lines),
      ...findReversals(lines, receiptsOf(book), facts.debtors),
    ]);
    applied += score.applied;
    wrong += score.wrong.length;
    right += score.applied - score.wrong.length;
    wanted += book.lines.filter((line) => line.truth.kind !== 'none').length;
  }
  expect(wrong).toBeLessThanOrEqual(applied / 1_000);
  expect(right / wanted).toBeGreaterThan(0.9);
}, 60_000);
