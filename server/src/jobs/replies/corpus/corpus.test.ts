import { describe, expect, test } from 'vitest';
import { type Scored, scoreCorpus } from './score.ts';

const wrong = (messages: readonly Scored[]) =>
  messages.filter(({ isRight }) => !isRight).map(({ name, misread }) => `${name} — ${misread.join(', ')}`);

describe('messages in the formats of the usual systems are told apart', () => {
  test('those that the rules were written with, whole: their codes, addresses and days as well', async () => {
    const { messages, right, systems } = await scoreCorpus('known');
    expect(messages.length).toBeGreaterThanOrEqual(60);
    expect(systems).toBeGreaterThanOrEqual(12);
    expect(messages.filter(({ misread }) => misread.length > 0)).toEqual([]);
    expect(right).toBe(messages.length);
  });

  test.each(['held-out-1', 'held-out-2', 'held-out-3'] as const)('%s: at least nineteen of twenty', async (set) => {
    const { messages, right } = await scoreCorpus(set);
    expect(right / messages.length, wrong(messages).join('\n')).toBeGreaterThanOrEqual(0.95);
  });
});
