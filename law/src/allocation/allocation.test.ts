/** Laws of the imputation of payments, tried on random debts, and the same rule written again one cent at a time. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, day, formatDay } from '../calendar/index.ts';
import { disagreements, type Explanation } from '../explain/index.ts';
import {
  type AllocationAmounts,
  type AllocationDebt,
  type AllocationInput,
  allocation,
  allocationAmounts,
} from './index.ts';

const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const PATIENCE = 120_000;
const ON = day('2026-03-31');

beforeAll(() => {
  console.info(`allocation properties, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

function assert<T extends unknown[]>(numRuns: number, property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns, seed: SEED });
}

const anyCents = fc.oneof(fc.constant(0), fc.nat(9), fc.nat(20_000));

const anyCase: fc.Arbitrary<AllocationInput> = fc
  .record({
    debts: fc.array(fc.tuple(fc.option(fc.integer({ min: -2, max: 2 })), anyCents, anyCents, anyCents), {
      maxLength: 6,
    }),
    receiptCents: fc.oneof(fc.nat(30), fc.nat(80_000)),
    choice: fc.array(fc.nat(5), { maxLength: 3 }),
    onerous: fc.array(fc.nat(5), { maxLength: 2 }),
    order: fc.constantFrom('legal', 'principalFirst' as const),
  })
  .map(({ debts, receiptCents, choice, onerous, order }) => {
    const named = (places: readonly number[]) => places.filter((i) => i < debts.length).map((i) => `d${i}`);
    return {
      debts: debts.map(([after, principalCents, interestCents, costsCents], i) => ({
        id: `d${i}`,
        principalCents,
        interestCents,
        costsCents,
        ...(after !== null && { dueOn: formatDay(addDays(ON, after)) }),
      })),
      receiptCents,
      on: formatDay(ON),
      order,
      debtorChoice: named(choice),
      mostOnerous: named(onerous),
    };
  });

function amountsOf(input: AllocationInput): AllocationAmounts {
  const amounts = allocationAmounts(input);
  if ('refusal' in amounts) throw new Error(amounts.refusal.message);
  return amounts;
}

const owed = (debt: AllocationDebt) => debt.principalCents + debt.interestCents + debt.costsCents;

function paidOn({ parts }: AllocationAmounts, id: string): number {
  const part = parts.find((one) => one.id === id);
  return part === undefined ? 0 : part.principalCents + part.interestCents + part.costsCents;
}

/** Whether the law clears one debt whole before the other receives a cent, from the text and not from the ranks. */
function goesBefore(a: AllocationDebt, b: AllocationDebt, input: AllocationInput): boolean {
  const placeIn = (ids: readonly string[], { id }: AllocationDebt) => (ids.includes(id) ? ids.indexOf(id) : ids.length);
  const choice = placeIn(input.debtorChoice!, a) - placeIn(input.debtorChoice!, b);
  if (choice !== 0) return choice < 0;
  const isDue = ({ dueOn }: AllocationDebt) => dueOn !== undefined && dueOn <= input.on;
  if (isDue(a) !== isDue(b)) return isDue(a);
  const onerous = placeIn(input.mostOnerous!, a) - placeIn(input.mostOnerous!, b);
  if (onerous !== 0) return onerous < 0;
  return (a.dueOn ?? '9999') < (b.dueOn ?? '9999');
}

describe('imputation of payments', { timeout: PATIENCE }, () => {
  test('parts and what is left make the receipt, none is negative nor above its debt', () => {
    assert(
      50_000,
      fc.property(anyCase, (input) => {
        const amounts = amountsOf(input);
        let sum = amounts.unallocatedCents;
        for (const part of amounts.parts) {
          const debt = input.debts.find(({ id }) => id === part.id)!;
          for (const slice of ['costsCents', 'interestCents', 'principalCents'] as const) {
            if (part[slice] < 0 || part[slice] > debt[slice]) expect.fail(`${part.id} ${slice}`);
          }
          const cents = part.costsCents + part.interestCents + part.principalCents;
          if (cents === 0) expect.fail(`${part.id} is listed and receives nothing`);
          sum += cents;
        }
        if (sum !== input.receiptCents) expect(sum).toBe(input.receiptCents);
        const total = input.debts.reduce((all, debt) => all + owed(debt), 0);
        if (amounts.unallocatedCents !== Math.max(input.receiptCents - total, 0)) expect.fail('money is kept back');
      }),
    );
  });

  test('no debt receives a cent while one that goes before it is open', () => {
    assert(
      50_000,
      fc.property(anyCase, (input) => {
        const amounts = amountsOf(input);
        for (const first of input.debts) {
          if (paidOn(amounts, first.id) === owed(first)) continue;
          for (const second of input.debts) {
            if (goesBefore(first, second, input) && paidOn(amounts, second.id) > 0) {
              expect.fail(`${second.id} is paid before ${first.id}`);
            }
          }
        }
      }),
    );
  });

  test('inside a debt, principal waits for interest and costs, unless agreed otherwise', () => {
    assert(
      50_000,
      fc.property(anyCase, (input) => {
        for (const part of amountsOf(input).parts) {
          const debt = input.debts.find(({ id }) => id === part.id)!;
          const accessoriesLeft = debt.interestCents + debt.costsCents - part.interestCents - part.costsCents;
          const principalLeft = debt.principalCents - part.principalCents;
          const isWrong =
            input.order === 'legal'
              ? part.principalCents > 0 && accessoriesLeft > 0
              : part.interestCents + part.costsCents > 0 && principalLeft > 0;
          if (isWrong) expect.fail(part.id);
        }
      }),
    );
  });

  test('listing the debts in another order gives each the same', () => {
    assert(
      50_000,
      fc.property(anyCase, fc.array(fc.nat(), { minLength: 6, maxLength: 6 }), (input, places) => {
        const shuffled = input.debts
          .map((debt, i) => ({ debt, place: places[i]! }))
          .sort((a, b) => a.place - b.place)
          .map(({ debt }) => debt);
        const [before, after] = [amountsOf(input), amountsOf({ ...input, debts: shuffled })];
        const sorted = ({ parts, ...rest }: AllocationAmounts) =>
          JSON.stringify([[...parts].sort((a, b) => (a.id < b.id ? -1 : 1)), rest]);
        if (sorted(before) !== sorted(after)) expect(after).toEqual(before);
      }),
    );
  });

  test('debts that nothing tells apart stay within a cent of their exact share', () => {
    assert(
      10_000,
      fc.property(
        fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 2, maxLength: 6 }),
        fc.nat(9_999),
        (list, cents) => {
          const debts = list.map((principalCents, i) => ({
            id: `d${i}`,
            dueOn: '2026-01-31',
            principalCents,
            interestCents: 0,
            costsCents: 0,
          }));
          const total = list.reduce((sum, one) => sum + one, 0);
          const amounts = amountsOf({ debts, receiptCents: Math.min(cents, total), on: '2026-03-31' });
          for (const debt of debts) {
            const exact = (Math.min(cents, total) * debt.principalCents) / total;
            expect(Math.abs(paidOn(amounts, debt.id) - exact)).toBeLessThan(1);
          }
        },
      ),
    );
  });

  test('the tree recomputes and says the same as the amounts alone', () => {
    assert(
      5_000,
      fc.property(anyCase, (input) => {
        const { value, explanation } = allocation(input);
        const { doubts, ...amounts } = value!;
        expect(amounts).toEqual(amountsOf(input));
        expect(doubts.length > 0).toBe(amounts.needsUser);
        expect(disagreements(explanation!)).toEqual([]);
        expect(explanation!.value).toBe(amounts.unallocatedCents);
        for (const part of amounts.parts) {
          const node = explanation!.inputs.find(({ label }) => label === `Imputé sur la dette ${part.id}`);
          expect(node?.value).toBe(part.costsCents + part.interestCents + part.principalCents);
        }
      }),
    );
  });
});

test('a list of debts whose total no number holds is refused', () => {
  const debts = Array.from({ length: 400 }, (_, i) => ({
    id: `d${i}`,
    principalCents: 10_000_000_000_000,
    interestCents: 10_000_000_000_000,
    costsCents: 10_000_000_000_000,
  }));
  expect(allocationAmounts({ debts, receiptCents: 1, on: '2026-03-31' })).toMatchObject({
    refusal: { code: 'InvalidAmount' },
  });
});

/** The articles and first words of the reasons of a tree, each once, in the order read. */
function reasonsOf(input: AllocationInput): string[] {
  const walk = (node: Explanation): Explanation[] => [node, ...node.inputs.flatMap(walk)];
  const nodes = walk(allocation(input).explanation!).filter(({ operation }) => operation === 'because');
  return [
    ...new Set(nodes.map(({ label, reference }) => `${reference!.article} ${label.split(' ').slice(0, 2).join(' ')}`)),
  ];
}

describe('the tree says why', () => {
  const debt = (id: string, dueOn: string | null, more: Partial<AllocationDebt> = {}): AllocationDebt => ({
    id,
    principalCents: 100,
    interestCents: 0,
    costsCents: 0,
    ...(dueOn !== null && { dueOn }),
    ...more,
  });
  const [old, recent, future] = [debt('old', '2026-01-31'), debt('recent', '2026-02-28'), debt('future', '2026-12-31')];
  const on = '2026-03-31';

  test('each step of article 1342-10', () => {
    const debts = [future, recent, old];
    expect(reasonsOf({ debts: [future, recent], receiptCents: 100, on })).toEqual(['1342-10 C. civ. Débiteur qui']);
    expect(reasonsOf({ debts: [old, { ...recent, kind: 'goods' }], receiptCents: 100, on })).toEqual([
      '1342-10 C. civ. À égalité',
      '1342-10 C. civ. Rien ne',
    ]);
    expect(reasonsOf({ debts, receiptCents: 100, on, debtorChoice: ['future'] })).toEqual([
      '1342-10 C. civ. Débiteur qui',
    ]);
    expect(reasonsOf({ debts, receiptCents: 100, on, mostOnerous: ['recent'] })).toEqual(['1342-10 C. civ. Dette que']);
    expect(reasonsOf({ debts: [debt('a', on), debt('b', on)], receiptCents: 200, on })).toEqual([]);
  });

  test('sharing, a part payment, and a debt without a due date', () => {
    const equals = [debt('a', on, { kind: 'goods' }), debt('b', on, { kind: 'goods' })];
    expect(reasonsOf({ debts: equals, receiptCents: 101, on })).toEqual([
      '1342-10 C. civ. Toutes choses',
      'Sans article Parts arrondies',
      '1342-4 C. civ. Somme qui',
    ]);
    expect(reasonsOf({ debts: [debt('a', null)], receiptCents: 100, on })).toEqual(['Sans article Dette sans']);
  });

  test('the order inside a debt, by law or by agreement, and the articles of before 2016', () => {
    const debts = [debt('a', '2016-01-31', { interestCents: 10 })];
    expect(reasonsOf({ debts, receiptCents: 50, on })).toEqual([
      '1343-1 C. civ. Paiement partiel',
      '1342-4 C. civ. Somme qui',
    ]);
    expect(reasonsOf({ debts, receiptCents: 50, on, order: 'principalFirst' })).toEqual([
      '1343-1 C. civ. Accord du',
      '1342-4 C. civ. Somme qui',
    ]);
    expect(reasonsOf({ debts, receiptCents: 110, on })).toEqual([]);
    expect(reasonsOf({ debts, receiptCents: 50, on: '2016-09-30' })).toEqual([
      '1254 (ancien) C. civ. Paiement partiel',
      '1244 (ancien) C. civ. Somme qui',
    ]);
  });
});
