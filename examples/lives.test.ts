import { PROCEDURE_KINDS } from '@acquit/recovery';
import { describe, expect, it } from 'vitest';
import { readLives } from './lives.ts';

const lives = readLives();

describe('the lives of procedures', () => {
  it('are there for every kind of procedure', () => {
    expect(lives.length).toBeGreaterThanOrEqual(35);
    expect(new Set(lives.flatMap(({ procedures }) => procedures))).toEqual(new Set(PROCEDURE_KINDS));
  });

  it.each(lives)('$name goes as its diary says', ({ kept, written }) => {
    expect(written).toBe(kept);
  });
});
