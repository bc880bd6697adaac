import { explanationToRows } from '@acquit/law';
import type { Explanation } from '@acquit/recovery';

/** A reason or a figure of a tree that rests on a text, said once. */
export interface Cited {
  label: string;
  article: string;
  isDoubtful: boolean;
}

function visit(node: Explanation, see: (node: Explanation) => void): void {
  see(node);
  for (const input of node.inputs) visit(input, see);
}

/** The reasons of the branches taken, in reading order. */
export function reasonsOf(explanation: Explanation): Cited[] {
  const found = new Map<string, Cited>();
  visit(explanation, ({ operation, label, reference }) => {
    if (operation === 'because' && reference)
      found.set(label, { label, article: reference.article, isDoubtful: reference.confidence === 'C' });
  });
  return [...found.values()];
}

/** What the law or its sources leave open in this calculation. */
export function doubtsOf(explanation: Explanation): Cited[] {
  const found = new Map<string, Cited>();
  visit(explanation, ({ label, reference }) => {
    if (reference?.confidence === 'C') found.set(label, { label, article: reference.article, isDoubtful: true });
  });
  return [...found.values()];
}

/** The value of a tree as French text: « 12 617,96 € », « 14 septembre 2026 ». */
export function writtenValue(explanation: Explanation): string {
  return explanationToRows({ ...explanation, inputs: [] })[0]!.value;
}
