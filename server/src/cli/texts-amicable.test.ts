import { expect, test } from 'vitest';
import { amicableTexts } from './texts-amicable.ts';

const done = { contacts: 12, emails: 8, letters: 2, texts: 1, calls: 1, formalNotices: 2, perClaim: 1.5 };

test('both languages say the same figures, each in its own writing', () => {
  const { fr, en } = amicableTexts;
  expect(fr.dayTotal('2026-11-21', 2, 1_107_676)).toBe(
    '21 novembre 2026\u00a0: 2 actes, 11\u202f076,76\u00a0€ demandés',
  );
  expect(en.dayTotal('2026-11-21', 1, 1_107_676)).toMatch(/^2026-11-21: 1 act, .* asked for$/);
  expect(fr.contacts(fr.done, done)).toContain('2 mises en demeure, 1,5 par facture');
  expect(en.contacts(en.done, done)).toContain('2 formal notices, 1.5 per invoice');
  const change = { added: 1, removed: 2, moved: 3, changed: 4, same: 5 };
  const figures = (text: string) => text.match(/\d+/g);
  expect(figures(en.difference(30, en.sample(50, 900), change))).toEqual(
    figures(fr.difference(30, fr.sample(50, 900), change)),
  );
});

test('no French word is left in English, whatever the sentence', () => {
  const { en } = amicableTexts;
  const plain = Object.values(en).filter((text) => typeof text === 'string');
  for (const text of plain) expect(text).not.toMatch(/[éèàçêœ«»]/);
});
