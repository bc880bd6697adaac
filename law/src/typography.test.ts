/**
 * French as a typesetter leaves it, in everything of this package that people read: the tables of the law, and every
 * label, clause and message that the examples obtain. The spoilt questions of coverage-fuzz.test.ts are held to the same.
 */
import { expect, test } from 'vitest';
import { answerFaults, typographyFaults } from '../scripts/checks.ts';
import { exampleFiles } from '../scripts/examples.ts';
import { evaluate } from './index.ts';
import { ARTICLES, HOLIDAYS, SERIES, TARIFFS } from './parameters/generated/index.ts';

/** Every text inside a value, whatever holds it. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

test.each(Object.entries({ ARTICLES, HOLIDAYS, SERIES, TARIFFS }))('the generated table %s', (_, table) => {
  const texts = textsOf(table);
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.flatMap(typographyFaults)).toEqual([]);
});

test.each(exampleFiles())('the answers to the examples of $rule', ({ rule, examples }) => {
  const faults = examples.flatMap(({ input }) => {
    const answer = evaluate({ id: 'x', rule, input });
    const asked = new Set(textsOf(input));
    const texts = 'refusal' in answer ? [] : textsOf(answer.value).filter((text) => !asked.has(text));
    return [...answerFaults(answer), ...texts.flatMap(typographyFaults)];
  });
  expect(faults).toEqual([]);
});

test('what a keyboard types is not what a reader is given', () => {
  const typed = ["l'échéance", 'dit "non"', 'Taux : 3', 'Quoi ?', 'Quoi?', 'Taux: 3', '«mot»', '12 %', '12%', 'etc...'];
  expect(typed.filter((text) => typographyFaults(text).length === 0)).toEqual([]);
  expect(typographyFaults('L’échéance «\u00a0fin de mois\u00a0»\u00a0: 12\u00a0%\u202f; et après\u202f?')).toEqual([]);
});
