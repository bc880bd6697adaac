/** What decides on the leave of a judge says so, and nothing else does. */
import { expect, test } from 'vitest';
import type { Explanation } from '../explain/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type ProtectiveAttachmentInput, protectiveAttachment } from './index.ts';

const BASE = { claimKind: 'services', hasTitle: false, document: 'contract' } as const;
const CASES: readonly (readonly [Partial<ProtectiveAttachmentInput>, readonly ArticleKey[]])[] = [
  [{}, ['protective-attachment-leave']],
  [{ document: 'invoice' }, ['protective-attachment-leave', 'protective-attachment-invoice']],
  [{ hasTitle: true, document: 'invoice' }, ['protective-attachment-title']],
  [{ document: 'title' }, ['protective-attachment-title']],
  [{ hasTitle: true, document: 'cheque' }, ['protective-attachment-title', 'protective-attachment-paper']],
  [{ document: 'judgment' }, ['protective-attachment-judgment']],
  [{ claimKind: 'judgment' }, ['protective-attachment-judgment']],
  [{ document: 'promissory-note' }, ['protective-attachment-paper']],
  [{ claimKind: 'rent', document: 'lease' }, ['protective-attachment-lease']],
  [{ claimKind: 'rent', document: 'none' }, ['protective-attachment-leave']],
  [{ claimKind: 'co-ownership' }, ['protective-attachment-co-ownership']],
];
const CHECKED = [...new Set(CASES.flatMap(([, keys]) => keys))];

function saidIn(tree: Explanation): readonly string[] {
  return [...(tree.operation === 'because' ? [tree.label] : []), ...tree.inputs.flatMap(saidIn)];
}

test.each(CASES)('%j', (change, keys) => {
  const { value, explanation } = protectiveAttachment({ ...BASE, ...change });
  const said = saidIn(explanation!);
  expect(CHECKED.filter((key) => said.includes(reason(key).label)).sort()).toEqual([...keys].sort());
  expect(value!.leaveNeeded).toBe(keys.includes('protective-attachment-leave'));
  expect(said).toContain(reason('protective-attachment-conditions').label);
});

test('a step without its starting fact has no day and no verdict', () => {
  const { value } = protectiveAttachment({ ...BASE, suedOn: '2026-10-05', doneOn: '2026-10-05' });
  expect(value!.steps.map(({ what, before, inTime }) => ({ what, before, inTime }))).toEqual([
    { what: 'execute', before: null, inTime: undefined },
    { what: 'notify-debtor', before: '2026-10-13', inTime: undefined },
    { what: 'start-suit', before: '2026-11-05', inTime: true },
    { what: 'copy-to-garnishee', before: '2026-10-13', inTime: undefined },
  ]);
});

test('the refusal of a payment order starts a month, and does not show that a suit followed', () => {
  const { value } = protectiveAttachment({ ...BASE, suedOn: '2026-10-05', paymentOrderRefusedOn: '2026-11-02' });
  const { what, before, inTime } = value!.steps.at(-1)!;
  expect({ what, before, inTime }).toEqual({ what: 'start-suit-again', before: '2026-12-02', inTime: undefined });
  expect(value!.lapsed).toBe(false);
});

test('the tree shows the leave, then each step that has a day', () => {
  const { value, explanation } = protectiveAttachment({ ...BASE, doneOn: '2026-10-05', suedOn: '2026-10-06' });
  const { unit, inputs } = explanation!;
  expect(unit).toBe('text');
  const dated = value!.steps.map(({ before }) => before).filter((before) => before !== null);
  expect(inputs.slice(2).map((node) => node.value)).toEqual(dated);
});

test.each([
  ['2026-10-04', true],
  ['2026-10-05', false],
  ['2026-10-06', false],
])('a suit of %s counts from the attachment of 5 October: %s', (suedOn, isOlder) => {
  const { explanation } = protectiveAttachment({ ...BASE, doneOn: '2026-10-05', suedOn });
  expect(saidIn(explanation!).includes(reason('protective-attachment-suit-before').label)).toBe(isOlder);
});
