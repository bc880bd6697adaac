import { describe, expect, test } from 'vitest';
import { type ClueCases, cluesOf, joinOf } from './joining.ts';
import type { IncomingMessage, Verdict } from './model.ts';

const [first, second] = ['<a@x.example>', '<b@x.example>'];
const clues = { messageIds: [first, second], references: [], addresses: [], numbers: [] };
const none: ClueCases = { byMessage: [], byReference: [], byAddress: [], byNumber: [] };
const join = (found: Partial<ClueCases>) => {
  const { caseId, by, candidates } = joinOf(clues, { ...none, ...found });
  return [caseId, by, candidates];
};
const message = (messageId: string, caseId: string) => ({ messageId, caseId, actionId: `act-${caseId}` });

describe('a message joins', () => {
  test('the case of what it answers, before anything else', () => {
    expect(join({ byMessage: [message(second, 'A')], byAddress: ['B'], byNumber: ['C'] })).toEqual(['A', 'thread', []]);
    expect(join({ byMessage: [message(second, 'A'), message(first, 'B')] })).toEqual(['B', 'thread', []]);
  });
  test('by our reference, the sender, then a number', () => {
    expect(join({ byReference: ['A'], byAddress: ['B'] })).toEqual(['A', 'reference', []]);
    expect(join({ byAddress: ['A', 'A'], byNumber: ['B'] })).toEqual(['A', 'sender', []]);
    expect(join({ byNumber: ['A', 'A'] })).toEqual(['A', 'number', []]);
  });
  test('never two: a weaker clue tells which, else a person does', () => {
    expect(join({ byAddress: ['A', 'B'], byNumber: ['B', 'C'] })).toEqual(['B', 'number', []]);
    expect(join({ byAddress: ['A', 'B'] })).toEqual([null, null, ['A', 'B']]);
    expect(join({ byAddress: ['A', 'B'], byNumber: ['C'] })).toEqual([null, null, ['A', 'B']]);
    expect(join({ byNumber: ['A', 'B', 'C', 'D', 'E', 'F'] })).toEqual([null, null, ['A', 'B', 'C', 'D', 'E']]);
    expect(join({})).toEqual([null, null, []]);
  });
});

const ours = `<${'0'.repeat(40)}@atelier.example>`;
const incoming = (change: Partial<IncomingMessage>): IncomingMessage => ({
  from: { name: '', address: 'paul@siege.example' },
  replyTo: ['compta@siege.example'],
  to: [],
  subject: 'Re: F-2026-118 du 12/11/2026',
  headers: [
    { name: 'in-reply-to', value: second },
    { name: 'references', value: `${ours} ${first} ${second}` },
  ],
  text: `Réf. D-1A2B3C4D\n${ours}`,
  reports: [],
  returned: null,
  ...change,
});
const verdict = (change: Partial<Verdict>): Verdict => ({ kind: 'human', why: { code: '', message: '' }, ...change });

describe('the clues of a message', () => {
  test('are its parents, the closest first, its reference, its authors and the numbers it names', () =>
    expect(cluesOf(incoming({}), verdict({}), 'facture fa/77, 1200 € en 2026')).toEqual({
      messageIds: [second, first, ours],
      references: ['D-1A2B3C4D'],
      addresses: ['paul@siege.example', 'compta@siege.example'],
      numbers: ['F-2026-118', 'fa/77', 'FA/77', '1200'],
    }));
  test('of a bounce are who was not reached, and the message that came back', () => {
    const bounce = { severity: 'hard' as const, status: null, recipients: ['achats@siege.example'], diagnostic: null };
    const found = cluesOf(
      incoming({ headers: [], returned: `Message-ID: ${ours}`, text: '' }),
      verdict({ kind: 'bounce', bounce }),
      '',
    );
    expect([found.messageIds, found.addresses]).toEqual([[ours], ['achats@siege.example']]);
  });
});
