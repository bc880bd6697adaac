import { describe, expect, test } from 'vitest';
import { allNodes } from '../scripts/checks.ts';
import { exampleFiles } from '../scripts/examples.ts';
import { disagreements, evaluate, explanationToRows, explanationToText } from './index.ts';

for (const { rule, main, examples } of exampleFiles()) {
  describe(rule, () => {
    test.each(examples)('$name', ({ input, value, not = [], refusal, source }) => {
      expect(source).toBeTruthy();
      // Through JSON, as the command line does: what the rule gives must survive it.
      const result = JSON.parse(JSON.stringify(evaluate({ id: 'x', rule, input })));
      if (refusal !== undefined) {
        expect(result).toMatchObject({ id: 'x', refusal });
        expect(result.refusal.message).toMatch(/^\p{Lu}.*\.$/u);
        return;
      }
      expect(value).toBeDefined();
      expect(result).toMatchObject({ id: 'x', value });
      for (const { why, ...wrong } of not) expect(result.value, String(why)).not.toMatchObject(wrong);
      expect(disagreements(result.explanation)).toEqual([]);
      const nodes = allNodes(result.explanation);
      // Every figure of the law carries its reference, and so does every reason.
      for (const node of nodes.filter(({ operation }) => operation === 'parameter' || operation === 'because')) {
        expect(node.reference, node.label).toMatchObject({ confidence: expect.stringMatching(/^[ABC]$/) });
      }
      expect(explanationToRows(result.explanation)).toHaveLength(nodes.length);
      expect(explanationToText(result.explanation).split('\n')).toHaveLength(nodes.length);
      expect(result.explanation.value, 'value of the root').toEqual(main === null ? null : result.value[main]);
    });
  });
}

test('every rule has examples of values and of refusals', () => {
  for (const { examples } of exampleFiles()) {
    expect(examples.some(({ value }) => value !== undefined)).toBe(true);
    expect(examples.some(({ refusal }) => refusal !== undefined)).toBe(true);
    expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
  }
});
