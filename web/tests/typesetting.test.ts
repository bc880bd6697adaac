import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, fullDay, instant, isDay, shortDay } from '../src/format/days.ts';
import { editableEuros, euros, isSumWrong, parseEuros } from '../src/format/money.ts';
import { words } from '../src/places/calculate/words.ts';
import { strengthOf } from '../src/places/start/strength.ts';
import { handOvers } from '../src/texts/fr/hand-overs.ts';
import { litigation } from '../src/texts/fr/litigation.ts';
import { writeOffs } from '../src/texts/fr/write-offs.ts';
import { t } from '../src/texts/index.ts';
import { typeset } from '../src/texts/typeset.ts';

describe('French typesetting', () => {
  test('sets the no-break spaces and the apostrophe, and changes nothing the second time', () => {
    const set = typeset("« Oui » : c'est dû ; 12 % ou 40 € !");
    expect(set).toBe('«\u00a0Oui\u00a0»\u00a0: c’est dû\u202f; 12\u00a0% ou 40\u00a0€\u202f!');
    expect(typeset(set)).toBe(set);
  });

  test('leaves no plain space before a high mark anywhere in the catalogue', () => {
    const sentences: string[] = [];
    const visit = (entry: unknown): void => {
      if (typeof entry === 'string') sentences.push(entry);
      else if (typeof entry === 'function') sentences.push(String(entry(2, 3, 4)));
      else if (entry !== null && typeof entry === 'object') Object.values(entry).forEach(visit);
    };
    visit(t);
    visit(words);
    visit(litigation);
    visit(handOvers);
    visit(writeOffs);
    expect(sentences.length).toBeGreaterThan(300);
    expect(sentences.filter((sentence) => / [;:!?»]|« |'/.test(sentence))).toEqual([]);
  });

  test('writes amounts and days as a French reader expects them', () => {
    expect(euros(123_456_78)).toBe('123\u202f456,78\u00a0€');
    expect(euros(-5_00)).toBe('\u22125,00\u00a0€');
    expect(shortDay('2026-11-21')).toBe('21\u00a0nov.\u00a02026');
    expect(shortDay('2026-08-01')).toBe('1er\u00a0août\u00a02026');
    expect(fullDay('2026-11-21')).toBe('samedi 21 novembre 2026');
    expect(instant('2026-11-20T23:30:00Z')).toBe('21\u00a0nov.\u00a02026 à\u00a000:30');
  });

  test('reads a typed amount to the cent and refuses what is not one', () => {
    expect(parseEuros('1 234,5')).toBe(1_234_50);
    expect(parseEuros('1\u202f234,56 €')).toBe(1_234_56);
    expect(parseEuros('0,29')).toBe(29);
    expect(editableEuros(parseEuros('8544.22') ?? 0)).toBe('8544,22');
    for (const wrong of ['', '0', '-3', '1,234', '12,345', 'douze', '1e3']) expect(parseEuros(wrong), wrong).toBeNull();
  });

  test('counts days across months, leap years and changes of hour', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-10-25', 1)).toBe('2026-10-26');
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(isDay('2026-02-29')).toBe(false);
    expect(isDay('2028-02-29')).toBe(true);
  });

  test('takes for wrong what was typed and reads as no sum, not what was left empty', () => {
    const read = ['', ' ', '12,50', '1 234 €', 'douze', '12,505', '0', '-3'].map((typed) => isSumWrong(typed));
    expect(read).toEqual([false, false, false, false, true, true, true, true]);
  });

  test('finds a password weak when it repeats itself or the person', () => {
    expect(strengthOf('', [])).toBe(0);
    expect(strengthOf('aaaaaaaaaaaaaaaa', [])).toBe(1);
    expect(strengthOf('clairemartin', ['Claire Martin'])).toBe(1);
    expect(strengthOf('les saisons de la mer 29', ['Claire Martin'])).toBeGreaterThanOrEqual(3);
  });
});

describe('The colours', () => {
  const tokens = readFileSync(join(import.meta.dirname, '..', 'src', 'styles', 'tokens.css'), 'utf8');
  const colours = new Map(
    [...tokens.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map((found) => [
      found[1],
      [found[2], found[3]],
    ]),
  );
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
      const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one: string, other: string) => {
    const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const pairs: [ink: string, ground: string][] = [
    ...['ink', 'ink-soft', 'ink-faint', 'accent', 'late', 'warn'].flatMap((ink) =>
      ['ground', 'surface', 'raised', 'hover'].map((ground): [string, string] => [ink, ground]),
    ),
    ['ink-soft', 'sunken'],
    ['on-accent', 'accent'],
    ['on-accent', 'accent-strong'],
    ['accent-strong', 'accent-soft'],
    ['warn', 'warn-soft'],
    ['ink', 'warn-soft'],
    ['ink', 'selected'],
  ];

  test.each(pairs)('%s on %s reads at 4.5 to 1 or better, light and dark', (ink, ground) => {
    for (const mode of [0, 1] as const) {
      const [one, other] = [colours.get(ink)?.[mode], colours.get(ground)?.[mode]];
      if (!one || !other) throw new Error(`The tokens do not define --${ink} and --${ground}.`);
      expect(contrast(one, other)).toBeGreaterThanOrEqual(4.5);
    }
  });
});
