import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gsm7Units, smsParts, toGsm7 } from '../texts/gsm7.ts';
import { senderFault, senderFrom, smsText } from './sms.ts';

describe('the alphabet of telephones', () => {
  it('keeps the letters it has and takes the accents off the others', () => {
    expect(toGsm7('« Ça coûte 10 € à l’œuvre… »')).toBe(
      '"Ça coute 10 € à l\'oeuvre..."'.normalize('NFC').replace('ç', 'c'),
    );
    expect(toGsm7('Émile reçu ÊÂÎ')).toBe('Émile recu EAI');
    expect(toGsm7('中')).toBe('?');
  });

  it('counts a euro sign as two, and parts of 153', () => {
    expect(gsm7Units('10 €')).toBe(5);
    expect(smsParts('a'.repeat(160))).toBe(1);
    expect(smsParts('a'.repeat(161))).toBe(2);
    expect(smsParts('a'.repeat(307))).toBe(3);
  });

  it('is what any text comes out in, on one line, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (written) => {
        const { text, parts } = smsText(written);
        expect(toGsm7(text)).toBe(text);
        expect(text).not.toMatch(/[\r\n\f\t]/);
        expect(parts).toBe(smsParts(text));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the sender of a text message', () => {
  it.each(['Durand', 'ATELIER 42', 'ABC'])('%s is accepted', (name) => expect(senderFault(name)).toBeNull());
  it.each(['AB', '12345', 'Atelier Durand', 'Café', ' Durand', 'A-B-C'])('%s is refused', (name) =>
    expect(senderFault(name)).toContain('3 à 11'),
  );
  it('is proposed from the company', () => {
    expect(senderFrom('Atelier Durand & Fils')).toBe('Atelier Dur');
    expect(senderFrom('Café')).toBe('Cafe');
  });
});
