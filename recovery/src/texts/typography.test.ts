import { describe, expect, it } from 'vitest';
import { citation } from './citation.ts';
import { enumerated, fr, typeset } from './typography.ts';

describe('typeset', () => {
  it.each([
    ['Quoi ?', 'Quoi\u202f?'],
    ['Oui ; non !', 'Oui\u202f; non\u202f!'],
    ['Référence : « F-1 »', 'Référence\u00a0: «\u00a0F-1\u00a0»'],
    ['12 € à 5 %', '12\u00a0€ à 5\u00a0%'],
    ['dans 8 jours', 'dans 8\u00a0jours'],
    ['article L441-10', 'article\u00a0L441-10'],
  ])('sets « %s »', (plain, set) => {
    expect(typeset(plain)).toBe(set);
  });

  it('leaves what others wrote as it is', () => {
    const name = 'Chez « Lulu » ! : le bar';
    expect(fr`Débiteur : ${name} ; fin`).toBe(`Débiteur\u00a0: ${name}\u202f; fin`);
  });
});

describe('lists and citations', () => {
  it('enumerates as people write', () => {
    expect([enumerated([]), enumerated(['a']), enumerated(['a', 'b', 'c'])]).toEqual(['', 'a', 'a, b et c']);
  });

  it('spells out the code of an article', () => {
    expect(citation('L441-10 II C. com.')).toBe('article\u00a0L441-10 II du code de commerce');
    expect(citation('L2192-13 CCP')).toBe('article\u00a0L2192-13 du code de la commande publique');
  });
});
