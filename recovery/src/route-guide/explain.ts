import { type Explanation, PROCEDURE_NAMES, type Procedure } from '@acquit/law';

/** Where each condition and each price of the law's tree is written out, by its label. */
function definitionsOf(tree: Explanation): Map<string, Explanation> {
  const definitions = new Map<string, Explanation>();
  const walk = (node: Explanation): void => {
    if (node.operation !== 'carried' && node.inputs.length > 0) definitions.set(node.label, node);
    for (const input of node.inputs) walk(input);
  };
  walk(tree);
  return definitions;
}

/** The same tree with what it mentions written out where it stands. */
function writtenOut(node: Explanation, definitions: ReadonlyMap<string, Explanation>): Explanation {
  const defined = node.operation === 'carried' ? (definitions.get(node.label) ?? node) : node;
  if (defined.inputs.length === 0) return defined;
  return { ...defined, inputs: defined.inputs.map((input) => writtenOut(input, definitions)) };
}

const OPENING = '\u00a0: ouverture';

/** Whether a node of the closed routes is about a procedure: it names it, or it is about all of them. */
function isAbout(node: Explanation, name: string): boolean {
  const list = node.label.replace(OPENING, '');
  return list.startsWith('Toutes les autres voies') || list.toLowerCase().split(', ').includes(name.toLowerCase());
}

/** The part of the law's tree that is about one procedure, complete by itself; null when the tree says nothing of it. */
export function routeTree(tree: Explanation, procedure: Procedure): Explanation | null {
  const name = PROCEDURE_NAMES[procedure];
  const definitions = definitionsOf(tree);
  const open = tree.inputs.find(({ label }) => label === name);
  if (open !== undefined) return writtenOut(open, definitions);
  const closed = tree.inputs.find(({ label }) => label === 'Voies fermées');
  const found = closed?.inputs.find((node) => isAbout(node, name));
  if (found === undefined) return null;
  return { ...writtenOut(found, definitions), label: `${name}${OPENING}` };
}
