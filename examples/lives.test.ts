import { describe, expect, it } from 'vitest';
import { readLives } from './lives.ts';

const lives = readLives();

describe('the lives of procedures', () => {
  it('are there, one kind of procedure at least for each path of the courts', () => {
    expect(lives.length).toBeGreaterThanOrEqual(18);
    expect(new Set(lives.flatMap(({ procedures }) => procedures)).size).toBeGreaterThanOrEqual(15);
  });

  it.each(lives)('$name goes as its diary says', ({ kept, written }) => {
    expect(written).toBe(kept);
  });
});
