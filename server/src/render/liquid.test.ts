import { describe, expect, it } from 'vitest';
import { fillTemplate } from './liquid.ts';

describe('the language of templates', () => {
  it('puts values in, chooses between two wordings, and makes a first letter a capital', () => {
    const source =
      '{{ objet | majuscule }}{% if plusieurs %} s{% else %} n{% endif %}{% unless mot %} vide{% endunless %}';
    expect(fillTemplate(source, { objet: 'écart', plusieurs: true, mot: '' })).toBe('Écart s vide');
    expect(fillTemplate(source, { objet: 'facture F-1', plusieurs: false, mot: 'x' })).toBe('Facture F-1 n');
  });

  it.each([
    ['a loop', '{% for i in (1..100000000) %}x{% endfor %}'],
    ['an assignment', "{% assign a = 'x' %}{{ a }}"],
    ['a file', "{% include '/etc/passwd' %}"],
    ['a file, otherwise', "{% render '/etc/passwd' %}"],
    ['a layout', "{% layout 'x' %}"],
    ['a comment that hides', '{% comment %}x{% endcomment %}'],
    ['raw text', '{% raw %}{{ a }}{% endraw %}'],
    ['a filter that builds words', "{{ a | append: 'x' }}"],
    ['an unknown variable', '{{ nothing }}'],
    ['the prototype', '{{ a.constructor.name }}'],
    ['an unclosed choice', '{% if a %}x'],
    ['a text too long', 'x'.repeat(50_000)],
  ])('refuses %s', (_, source) => {
    expect(() => fillTemplate(source, { a: 'x' })).toThrow();
  });

  it('never reads a value as a template, nor reaches beyond the values', () => {
    expect(fillTemplate('{{ a }}', { a: '{{ b }}{% if b %}x{% endif %}', b: 'secret' })).toBe(
      '{{ b }}{% if b %}x{% endif %}',
    );
    expect(() => fillTemplate('{{ toString }}', { a: 'x' })).toThrow();
    expect(() => fillTemplate('{{ __proto__ }}', { a: 'x' })).toThrow();
  });
});
