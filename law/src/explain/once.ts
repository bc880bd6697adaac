import { carried, type Explanation } from './explanation.ts';

/**
 * The same tree with every made node written out once: where the same node comes again it is carried, so that a reader
 * does not read its workings twice and a tree stays linear in its case. A node whose label already names another one is
 * left whole, because a carried value is found by its label.
 */
export function once(tree: Explanation): Explanation {
  const definitions = new Map<string, Explanation>();
  const visit = (node: Explanation): Explanation => {
    if (node.operation === 'carried') return node;
    const defined = definitions.get(node.label);
    if (defined === undefined) definitions.set(node.label, node);
    if (node.inputs.length === 0) return node;
    if (defined === node) return carried(node);
    return { ...node, inputs: node.inputs.map(visit) };
  };
  return visit(tree);
}
