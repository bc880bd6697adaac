import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberInWords, sumInWords } from './number-words.ts';

describe('numbers in French words', () => {
  it.each([
    [0, 'zéro'],
    [1, 'un'],
    [16, 'seize'],
    [17, 'dix-sept'],
    [20, 'vingt'],
    [21, 'vingt et un'],
    [22, 'vingt-deux'],
    [60, 'soixante'],
    [61, 'soixante et un'],
    [70, 'soixante-dix'],
    [71, 'soixante et onze'],
    [72, 'soixante-douze'],
    [79, 'soixante-dix-neuf'],
    [80, 'quatre-vingts'],
    [81, 'quatre-vingt-un'],
    [90, 'quatre-vingt-dix'],
    [91, 'quatre-vingt-onze'],
    [99, 'quatre-vingt-dix-neuf'],
    [100, 'cent'],
    [101, 'cent un'],
    [180, 'cent quatre-vingts'],
    [200, 'deux cents'],
    [201, 'deux cent un'],
    [280, 'deux cent quatre-vingts'],
    [999, 'neuf cent quatre-vingt-dix-neuf'],
    [1000, 'mille'],
    [1001, 'mille un'],
    [1100, 'mille cent'],
    [2000, 'deux mille'],
    [2300, 'deux mille trois cents'],
    [80_000, 'quatre-vingt mille'],
    [80_080, 'quatre-vingt mille quatre-vingts'],
    [200_000, 'deux cent mille'],
    [200_200, 'deux cent mille deux cents'],
    [21_000, 'vingt et un mille'],
    [1_000_000, 'un million'],
    [80_000_000, 'quatre-vingts millions'],
    [200_000_000, 'deux cents millions'],
    [2_001_000, 'deux millions mille'],
    [1_000_000_000, 'un milliard'],
    [3_200_080_021, 'trois milliards deux cents millions quatre-vingt mille vingt et un'],
  ])('%d is « %s »', (n, words) => {
    expect(numberInWords(n)).toBe(words);
  });

  it('refuses what is no whole number of its range', () => {
    for (const n of [-1, 1.5, Number.NaN, 1_000_000_000_000]) expect(() => numberInWords(n)).toThrow();
  });

  it('gives each number words of its own', () => {
    const anyNumber = fc.integer({ min: 0, max: 999_999_999_999 });
    fc.assert(fc.property(anyNumber, anyNumber, (a, b) => (numberInWords(a) === numberInWords(b)) === (a === b)));
    expect(new Set(Array.from({ length: 20_000 }, (_, n) => numberInWords(n))).size).toBe(20_000);
  });
});

describe('sums in French words', () => {
  it.each([
    [0, 'zéro euro'],
    [1, 'un centime'],
    [80, 'quatre-vingts centimes'],
    [100, 'un euro'],
    [101, 'un euro et un centime'],
    [200, 'deux euros'],
    [123_456, 'mille deux cent trente-quatre euros et cinquante-six centimes'],
    [8_000_000, 'quatre-vingt mille euros'],
    [100_000_000, 'un million d’euros'],
    [200_000_050, 'deux millions d’euros et cinquante centimes'],
    [100_020_000, 'un million deux cents euros'],
  ])('%d cents is « %s »', (cents, words) => {
    expect(sumInWords(cents)).toBe(words);
  });
});
