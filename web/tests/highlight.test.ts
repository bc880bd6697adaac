import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlight, quotedWords } from '../src/places/matching/highlight.ts';

const found = (text: string, words: string[]) =>
  highlight(text, words)
    .filter((piece) => piece.found)
    .map((piece) => piece.text);

describe('The words that a proposal rests on', () => {
  test('are those that its reasons quote, each once, and never a lone letter', () => {
    const reason = (message: string) => ({ code: 'X', message });
    expect(
      quotedWords([
        reason('Le virement cite « FA-2026-12 » et « Étoile ».'),
        reason('Le nom «\u00a0Étoile\u00a0» est connu, et « x ».'),
      ]),
    ).toEqual(['FA-2026-12', 'Étoile']);
  });

  test('are found in the bank’s text whatever it did to accents, capitals and signs', () => {
    expect(found('VIR SEPA ETOILE DU NORD /FA 2026 12/ MERCI', ['FA-2026-12', 'Étoile du Nord'])).toEqual([
      'ETOILE DU NORD',
      'FA 2026 12',
    ]);
    expect(found('REGLT F2026012 ET F2026013', ['F2026012', 'F2026013'])).toEqual(['F2026012', 'F2026013']);
    expect(found('ﬁn 2026', ['fin'])).toEqual(['ﬁn']);
    expect(found('𐀀𝕝 FA 1', ['FA-1'])).toEqual(['FA 1']);
    expect(found('rien ici', ['FA-1'])).toEqual([]);
  });

  test('never lose a letter of the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string({ unit: 'grapheme' })), (text, words) => {
        expect(
          highlight(text, words)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});
