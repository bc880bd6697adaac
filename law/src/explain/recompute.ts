import { formatDay } from '../calendar/index.ts';
import { formatRational, fromDecimal, isEqual, multiply, rational } from '../money/index.ts';
import type { Explanation } from './explanation.ts';
import { type Exact, exactLeaf, OPERATIONS } from './operations.ts';

const EURO_DIGITS = 4;

type Definitions = Map<string, Explanation>;

function collectDefinitions(node: Explanation, into: Definitions): Definitions {
  if (node.operation !== 'carried' && !into.has(node.label)) into.set(node.label, node);
  for (const input of node.inputs) collectDefinitions(input, into);
  return into;
}

/** Whether the published value of a node says what its exact value is. */
function agrees(node: Explanation, exact: Exact): boolean {
  if ('nothing' in exact) return node.value === null;
  if ('text' in exact) return node.value === exact.text;
  if ('flag' in exact) return node.value === exact.flag;
  if ('day' in exact) return node.value === formatDay(exact.day);
  if (node.unit === 'euros') {
    return node.value === formatRational(multiply(exact.amount, rational(1, 100)), EURO_DIGITS);
  }
  return isEqual(fromDecimal(String(node.value)), exact.amount);
}

/**
 * Recomputes a whole tree from its leaves with exact fractions and gives the list of disagreements, each with the label
 * where it is: an empty list means that every published value follows from the facts of the case and the figures of
 * the law. A `carried` leaf must be defined elsewhere in the tree under its label, with the same value.
 */
export function disagreements(tree: Explanation): string[] {
  const definitions = collectDefinitions(tree, new Map());
  const known = new Map<Explanation, Exact>();
  const faults: string[] = [];

  const exactOf = (node: Explanation): Exact => {
    const done = known.get(node);
    if (done !== undefined) return done;
    const exact = compute(node);
    known.set(node, exact);
    if (!agrees(node, exact)) faults.push(`${node.label}: ${String(node.value)} does not follow from its inputs`);
    return exact;
  };

  const compute = (node: Explanation): Exact => {
    if (node.operation === 'carried') {
      const definition = definitions.get(node.label);
      if (definition === undefined) {
        faults.push(`${node.label}: carried but never defined`);
        return exactLeaf(node);
      }
      return exactOf(definition);
    }
    // A leaf may be followed by reasons (why this fact is taken), never by operands.
    const operands = node.inputs.filter((input) => input.operation !== 'because');
    const meaning = OPERATIONS[node.operation];
    return meaning.isLeaf ? exactLeaf(node) : meaning.compute(operands.map(exactOf));
  };

  if (tree.operation !== 'because') exactOf(tree);
  return faults;
}
