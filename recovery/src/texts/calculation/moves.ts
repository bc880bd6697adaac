import { type Explanation, euros } from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';
import { NO_TABLE } from './facts.ts';

/** A payment or a credit note as the tree tells it: what it paid, part by part. */
interface Move {
  label: string;
  cents: number;
  parts: Map<string, number>;
}

/** « part des pénalités » → « Pénalités ». */
function partName(label: string): string {
  const name = label.replace(/^part (?:des |du |de la |de l’)/, '');
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** A node that tells how a move was shared is a detail whose first working bears its label: « …, répartition ». */
function moveOf(node: Explanation): Move | null {
  const [shared] = node.inputs;
  const prefix = `${node.label}, `;
  if (node.operation !== 'detail' || shared === undefined || !shared.label.startsWith(prefix)) return null;
  const parts = new Map<string, number>();
  for (const part of shared.inputs) {
    if (part.label.startsWith(prefix)) parts.set(partName(part.label.slice(prefix.length)), Number(part.value));
  }
  return { label: node.label, cents: Number(node.value), parts };
}

/** Where each payment and credit note went, read from the tree that computed it; `NO_TABLE` when there was none. */
export function allocationTable(explanation: Explanation): DocumentTable {
  const moves = explanation.inputs.map(moveOf).filter((move) => move !== null);
  if (moves.length === 0) return NO_TABLE;
  const names = [...new Set(moves.flatMap(({ parts }) => [...parts.keys()]))];
  return {
    columns: [
      { label: 'Opération', align: 'left' },
      ...names.map((label) => ({ label, align: 'right' as const })),
      { label: 'Montant', align: 'right' },
    ],
    rows: moves.map(({ label, cents, parts }) => ({
      cells: [label, ...names.map((name) => (parts.has(name) ? euros(parts.get(name)!) : '–')), euros(cents)],
      muted: false,
    })),
    totals: [],
  };
}
