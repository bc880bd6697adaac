import { describe, expect, test } from 'vitest';
import { FACES, loadFace } from './font.ts';
import { breakable, printable } from './text.ts';

const face = loadFace(FACES.regular);
const shown = (text: string) => printable(text, face.covers);

describe('a text on its way to the page', () => {
  test('is left alone when it is plain French', () => {
    const text = '«\u00a0L’œuvre coûte 1\u202f234,56\u00a0€\u00a0» — n°\u00a08, #import $x$ *gras*';
    expect(shown(text)).toBe(text);
  });

  test('loses direction overrides, zero-width and control characters', () => {
    expect(shown('\u202e05,21\u202c €')).toBe('05,21 €');
    expect(shown('pay\u200b\u2060\ufeff\u00adé')).toBe('payé');
    expect(shown('a\u0000\u0007b\r\nc\u2028d')).toBe('a b c d');
  });

  test('keeps at most two stacked accents', () => {
    expect(shown('x\u0301\u0302\u0303\u0304\u0305')).toBe('x\u0301\u0302');
  });

  test('replaces what the font cannot draw, by the plain form when there is one', () => {
    expect(shown('№ Ⅳ 漢')).not.toMatch(/[Ⅳ漢]/u);
    expect(shown('Ⅳ')).toBe('IV');
    expect(shown('Киев Ελλάδα')).toBe('Киев Ελλάδα');
    for (const character of shown('漢字 😀 שלום \ud800')) expect(face.covers(character.codePointAt(0)!)).toBe(true);
  });

  test('may be broken inside a word too long for its line, and only there', () => {
    expect(breakable('un mot', 4)).toBe('un mot');
    expect(breakable('abcdefghij kl', 6)).toBe('abcd\u200befgh\u200bij kl');
  });
});

test('tabular figures and spaces are measured as wide as they are set', () => {
  expect(face.width('1111', 10)).toBeCloseTo(face.width('8888', 10), 6);
  expect(face.width('\u202f', 10)).toBeLessThan(face.width('\u00a0', 10) + 0.01);
  expect(face.width('mm', 10)).toBeCloseTo(2 * face.width('m', 10), 6);
});
