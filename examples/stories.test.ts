import { describe, expect, it } from 'vitest';
import { readBook } from './book.ts';

const book = readBook();

describe('the stories', () => {
  it('are there', () => {
    expect(book.length).toBeGreaterThanOrEqual(10);
  });

  it.each(book)('$name goes as its diary says', ({ kept, written }) => {
    expect(written).toBe(kept);
  });
});
