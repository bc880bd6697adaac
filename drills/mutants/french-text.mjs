/**
 * Leaves out of the mutants the texts that people read: labels of the tree and sentences of refusals. Emptying one of them
 * shows whether a test repeats the sentence, not whether the rule is right. A word without space (a refusal code, a
 * field, a kind, an operation) is mutated like the rest.
 */
import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin';

/** A space of any kind, an accent, a dash of French, or a capital followed by small letters and an end of sentence. */
const WRITTEN_FOR_PEOPLE = /[\s\u00a0\u202f]|[^\u0020-\u007e]/;

/** An expression in a template that hides no decision: a name, a field, a call of those. Others stay mutated. */
function isPlain(node) {
  if (node.type === 'Identifier' || node.type === 'ThisExpression' || node.type === 'PrivateName') return true;
  if (node.type === 'TSNonNullExpression') return isPlain(node.expression);
  if (node.type === 'MemberExpression') return isPlain(node.object) && isPlain(node.property);
  if (node.type === 'CallExpression') return isPlain(node.callee) && node.arguments.every(isPlain);
  return false;
}

export const strykerPlugins = [
  declareValuePlugin(PluginKind.Ignore, 'french-text', {
    shouldIgnore({ node }) {
      const isText =
        (node.type === 'StringLiteral' && WRITTEN_FOR_PEOPLE.test(node.value)) ||
        (node.type === 'TemplateLiteral' &&
          node.expressions.every(isPlain) &&
          node.quasis.some(({ value }) => WRITTEN_FOR_PEOPLE.test(value.cooked ?? '')));
      return isText ? 'a text that people read' : undefined;
    },
  }),
];
