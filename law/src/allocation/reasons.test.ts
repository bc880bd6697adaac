/** The step that decides, the cents of equal debts, and a tree that says each thing once: small cases counted by hand. */
import { expect, test } from 'vitest';
import { answered } from '../../scripts/checks.ts';
import { day } from '../calendar/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type AllocationDebt, type AllocationInput, allocation } from './index.ts';

const ON = '2026-03-31';
const NO_PART = { costsCents: 0, interestCents: 0, principalCents: 0 };

function debt(id: string, principalCents: number, more: Partial<AllocationDebt> = {}): AllocationDebt {
  return { ...NO_PART, id, principalCents, dueOn: '2026-02-28', ...more };
}

function clear(receiptCents: number, debts: readonly AllocationDebt[], more: Partial<AllocationInput> = {}) {
  const { value, nodes, reasons, explanation } = answered(allocation({ debts, receiptCents, on: ON, ...more }));
  const paid = value.parts.map((part) => [part.id, part.costsCents + part.interestCents + part.principalCents]);
  return { ...value, nodes, reasons, explanation, paid: Object.fromEntries(paid) as Record<string, number> };
}

const [A, B, C] = [debt('a', 100), debt('b', 100), debt('c', 100)];
const LATER = { dueOn: '2026-04-30' } as const;

test.each<[string, number, readonly AllocationDebt[], Partial<AllocationInput>, string, readonly string[]]>([
  ['nothing is cleared', 0, [A, B], {}, 'none', ['none']],
  ['one debt', 50, [A], {}, 'single', ['single']],
  ['one debt, that the debtor named', 50, [A], { debtorChoice: ['a'] }, 'debtor-choice', ['debtor-choice']],
  ['two equal debts', 50, [A, B], {}, 'proportion', ['proportion']],
  ['due, then not', 150, [A, debt('b', 100, LATER)], {}, 'due-first', ['due-first']],
  ['two equal debts that are due', 50, [A, B, debt('c', 100, LATER)], {}, 'proportion', ['due-first', 'proportion']],
  ['named, then two equal', 150, [A, B, C], { debtorChoice: ['c'] }, 'debtor-choice', ['debtor-choice', 'proportion']],
  ['the most onerous', 50, [A, B], { mostOnerous: ['b'] }, 'most-onerous', ['most-onerous']],
  ['the oldest', 50, [A, debt('b', 100, { dueOn: '2026-01-31' })], {}, 'oldest', ['oldest']],
])('%s', (_, receipt, debts, more, step, steps) => {
  const cleared = clear(receipt, debts, more);
  expect({ step: cleared.step, steps: cleared.steps }).toEqual({ step, steps });
});

test('only what has no due date is told apart by its day of issue', () => {
  const issued = (issuedOn: string, more: Partial<AllocationDebt> = {}) => ({ issuedOn, ...more });
  expect(clear(100, [debt('a', 100, issued('2026-02-01')), debt('b', 100, issued('2026-01-01'))]).paid).toEqual({
    a: 50,
    b: 50,
  });
  const undated = [
    { ...NO_PART, id: 'a', principalCents: 100, issuedOn: '2026-02-01' },
    { ...NO_PART, id: 'b', principalCents: 100, issuedOn: '2026-01-01' },
  ];
  const { paid, reasons } = clear(100, undated);
  expect(paid).toEqual({ b: 100 });
  expect(reasons).toContain(reason('allocation-undated-last', day(ON)).label);
});

test.each<[number, readonly (readonly [string, number])[], Record<string, number>]>([
  // A third each: the cent that is left goes to the first name, wherever it stands.
  [
    100,
    [
      ['b', 100],
      ['a', 100],
      ['c', 100],
    ],
    { a: 34, b: 33, c: 33 },
  ],
  [
    101,
    [
      ['b', 100],
      ['a', 100],
      ['c', 100],
    ],
    { a: 34, b: 34, c: 33 },
  ],
  // 3.75 and 6.25: the larger remainder is that of the smaller debt.
  [
    10,
    [
      ['a', 150],
      ['b', 250],
    ],
    { a: 4, b: 6 },
  ],
  // 0.33 and 0.67.
  [
    1,
    [
      ['a', 100],
      ['b', 200],
    ],
    { b: 1 },
  ],
])('%s cents between %j', (receipt, owed, expected) => {
  const { paid } = clear(
    receipt,
    owed.map(([id, cents]) => debt(id, cents)),
  );
  expect(paid).toEqual(expected);
});

test('money that clears every due debt asks nothing of the user, money that falls short does', () => {
  const rich = { costsCents: 4_000, interestCents: 50 };
  const debts = [debt('a', 100, rich), debt('b', 100, rich)];
  expect(clear(8_300, debts)).toMatchObject({ needsUser: false, doubts: [], unallocatedCents: 0 });
  expect(clear(8_299, debts)).toMatchObject({ needsUser: true, doubts: [{ code: 'MostOnerousUnknown' }] });
  const kinds = debts.map((one) => ({ ...one, kind: 'invoice' }));
  expect(clear(8_299, kinds).needsUser).toBe(false);
  expect(clear(8_299, [kinds[0]!, { ...kinds[1]!, kind: 'judgment' }]).needsUser).toBe(true);
  expect(clear(8_299, debts, { mostOnerous: ['a'] }).needsUser).toBe(false);
});

const said = (keys: readonly ArticleKey[]) => keys.map((key) => reason(key, day(ON)).label);
const PARTIAL: readonly ArticleKey[] = ['allocation-interest-first', 'allocation-partial-payment'];

test.each<[string, number, readonly AllocationDebt[], Partial<AllocationInput>, readonly ArticleKey[]]>([
  ['a debt cleared whole says nothing', 100, [A], {}, []],
  ['a part of a principal', 50, [A], {}, ['allocation-partial-payment']],
  ['a part of a debt with interest', 50, [debt('a', 100, { interestCents: 10 })], {}, PARTIAL],
  ['as much interest as costs', 50, [debt('a', 100, { interestCents: 10, costsCents: 10 })], {}, PARTIAL],
  [
    'principal first',
    50,
    [debt('a', 100, { interestCents: 10 })],
    { order: 'principalFirst' },
    ['allocation-principal-first', 'allocation-partial-payment'],
  ],
  ['a debt that was named', 100, [A], { debtorChoice: ['a'] }, ['allocation-debtor-choice']],
  ['due first', 100, [A, debt('b', 100, LATER)], {}, ['allocation-due-first']],
  [
    'the oldest',
    100,
    [A, debt('b', 100, { dueOn: '2026-01-31' })],
    {},
    ['allocation-oldest', 'allocation-interest-unknown'],
  ],
  ['the most onerous', 100, [A, B], { mostOnerous: ['b'] }, ['allocation-most-onerous']],
  [
    'in proportion: the two reasons once, then one for each debt',
    100,
    [debt('a', 100, { kind: 'x' }), debt('b', 100, { kind: 'x' })],
    {},
    [
      'allocation-proportion',
      'allocation-largest-remainder',
      'allocation-partial-payment',
      'allocation-partial-payment',
    ],
  ],
  ['two equal debts cleared whole', 200, [A, B], {}, []],
])('the reasons of %s', (_, receipt, debts, more, keys) => {
  expect(clear(receipt, debts, more).reasons).toEqual(said(keys));
});

test('only what receives money is shown, in its order, and each sum is written out once', () => {
  const whole = { interestCents: 100, costsCents: 50 };
  const shown = (receipt: number, debts: readonly AllocationDebt[], more: Partial<AllocationInput> = {}) =>
    clear(receipt, debts, more)
      .nodes.filter(({ label, operation }) => label.startsWith('Payé') && operation !== 'carried')
      .map(({ label, value }) => `${label} ${value}`);
  const [interest, costs, principal] = ['les intérêts', 'les frais et l’indemnité', 'le principal'];
  expect(shown(100, [debt('a', 500, whole)])).toEqual([`Payé sur ${interest} de la dette a 100`]);
  expect(shown(120, [debt('a', 500, whole)])).toEqual([
    `Payé sur ${interest} de la dette a 100`,
    `Payé sur ${costs} de la dette a 20`,
  ]);
  expect(shown(600, [debt('a', 500, { costsCents: 50 })])).toEqual([
    `Payé sur ${costs} de la dette a 50`,
    `Payé sur ${principal} de la dette a 500`,
  ]);
  expect(shown(510, [debt('a', 500, whole)], { order: 'principalFirst' })).toEqual([
    `Payé sur ${principal} de la dette a 500`,
    `Payé sur ${interest} de la dette a 10`,
  ]);
});

test.each<[string, number, readonly AllocationDebt[]]>([
  ['three equal debts', 100, [A, B, C]],
  ['debts cleared one after the other', 250, [A, debt('b', 100, LATER), debt('c', 100, { dueOn: '2026-05-31' })]],
])('the tree of %s writes each made node once, and carries the receipt', (_, receipt, debts) => {
  const { nodes, explanation } = clear(receipt, debts);
  const made = nodes.filter(({ inputs }) => inputs.length > 0).map(({ label }) => label);
  expect(made.filter((label, place) => made.indexOf(label) !== place)).toEqual([]);
  const receipts = nodes.filter(({ label }) => label === 'Règlement du 31 mars 2026');
  expect(receipts.map(({ operation }) => operation)).toEqual(['given', ...receipts.slice(1).map(() => 'carried')]);
  expect(receipts[0]).toBe(explanation.inputs[0]);
  const flags = nodes.filter(({ unit, label }) => unit === 'flag' && label.endsWith('échue au jour du règlement'));
  expect(flags.map(({ value }) => value)).toEqual(debts.map(({ dueOn }) => dueOn! <= ON));
});

test('a debt whose share is nothing shows its share, and no part', () => {
  const { nodes } = clear(1, [debt('a', 100), debt('b', 200)]);
  const labels = nodes.map(({ label }) => label);
  expect(labels).not.toContain('Total payé sur la dette a');
  expect(labels).toContain('Total payé sur la dette b');
  expect(nodes.find(({ label }) => label === 'Imputé sur la dette a')).toMatchObject({ value: 0 });
});

test('an id is read without the spaces around it', () => {
  const { step, paid } = clear(50, [A, B], { debtorChoice: [' b '] });
  expect({ step, paid }).toEqual({ step: 'debtor-choice', paid: { b: 50 } });
});

test.each<[AllocationInput, Record<string, unknown>]>([
  [
    { debts: [A, A], receiptCents: 1, on: ON },
    { code: 'DuplicateDebt', field: 'debts', id: 'a' },
  ],
  [
    { debts: [A], receiptCents: 1, on: ON, mostOnerous: ['z'] },
    { code: 'UnknownDebt', field: 'mostOnerous', id: 'z' },
  ],
  [
    {
      debts: Array.from({ length: 1_000 }, (_, i) => debt(`d${i}`, 10_000_000_000_000)),
      receiptCents: 1,
      on: ON,
    },
    { code: 'InvalidAmount', field: 'debts', value: 10_000_000_000_000_000 },
  ],
  [{ receiptCents: 1, on: ON } as never, { code: 'MissingField', field: 'debts', value: null }],
])('%# is refused', (input, expected) => {
  const { code, facts } = allocation(input).refusal!;
  expect({ code, ...facts }).toEqual(expected);
});
