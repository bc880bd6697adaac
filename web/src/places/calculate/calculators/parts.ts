import type { Option, Rows, Scalar } from '../fields.ts';
import { words } from '../words.ts';

/** The choices of a list, in the order of its words, each with a capital. */
function options(labels: Readonly<Record<string, string>>): Option[] {
  return Object.entries(labels).map(([value, label]) => ({
    value,
    label: label.charAt(0).toUpperCase() + label.slice(1),
  }));
}

/** A list that must be chosen from. */
export const chosen = (labels: Readonly<Record<string, string>>): Option[] => [
  { value: '', label: words.form.choose },
  ...options(labels),
];

/** A list from which one may not know. */
export const orUnknown = (labels: Readonly<Record<string, string>>): Option[] => [
  { value: '', label: words.limitation.unknown },
  ...options(labels),
];

/** Starts at the day of the server. */
export const sameDay = (today: string) => today;

/** A choice that starts at its first value, which is what the law does by itself. */
export function choice(
  name: string,
  path: Scalar['path'],
  label: string,
  labels: Readonly<Record<string, string>>,
): Scalar {
  const [first = ''] = Object.keys(labels);
  return { kind: 'choice', name, path, label, options: options(labels), initial: () => first, wide: true };
}

const p = words.penalties;

/** What was paid, and when. */
export const receipts: Rows = {
  kind: 'rows',
  name: 'recus',
  path: 'receipts',
  label: p.receipts,
  add: p.addReceipt,
  columns: [
    { kind: 'day', name: 'le', path: 'on', label: p.on, required: true },
    { kind: 'money', name: 'somme', path: 'amountCents', label: p.sum, required: true },
  ],
};
