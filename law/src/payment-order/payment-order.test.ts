/** Laws of every payment order, on random facts, and the regime on each side of the days that change it. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, addMonths, type Day, day, formatDay } from '../calendar/index.ts';
import { disagreements, type Explanation } from '../explain/index.ts';
import { type ArticleKey, reason, valuesOf } from '../parameters/index.ts';
import { type PaymentOrderInput, type PaymentOrderValue, paymentOrder } from './index.ts';

const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const FIRST = day('2022-03-01');
const SWITCH = day('2026-09-01');

beforeAll(() => {
  console.info(`payment-order properties, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

function answer(input: PaymentOrderInput): PaymentOrderValue {
  const { value, refusal } = paymentOrder(input);
  if (value === undefined) throw new Error(refusal.message);
  return value;
}

const anyOrder = fc.record({
  orderedOn: fc.integer({ min: FIRST, max: day('2030-12-31') }).map((d) => formatDay(d as Day)),
  serviceDays: fc.nat(80),
  servedInPerson: fc.boolean(),
  place: fc.constantFrom('metropole', 'alsace-moselle', 'overseas', 'abroad') as fc.Arbitrary<
    NonNullable<PaymentOrderInput['place']>
  >,
});

describe('every order', { timeout: 120_000 }, () => {
  test('may be opposed before it may be enforced, and each state comes in its turn', () => {
    fc.assert(
      fc.property(anyOrder, fc.nat(400), ({ serviceDays, ...order }, later) => {
        const servedOn = formatDay(addDays(day(order.orderedOn), serviceDays));
        const on = formatDay(addDays(day(servedOn), later));
        const input = { ...order, servedOn, on };
        const value = answer(input);
        expect(value.ordinaryOppositionUntil! > servedOn).toBe(true);
        expect(value.enforceableFrom! > value.ordinaryOppositionUntil!).toBe(true);
        expect(value.state).toBe(on < value.enforceableFrom! ? 'wait' : 'enforceable');
        expect(value.lateOppositionPossible).toBe(!order.servedInPerson);
        expect(answer({ ...order, servedOn }).state).toBe(order.servedInPerson ? 'served-person' : 'served-other');
        const opposed = answer({ ...input, oppositionReceivedOn: on });
        const stops = opposed.oppositionInTime !== false || on < value.enforceableFrom!;
        expect(opposed.state).toBe(stops ? 'opposed' : 'enforceable');
        expect(opposed.enforceableFrom).toBe(stops ? null : value.enforceableFrom);
        const { enforceableFrom } = answer({ ...input, place: 'metropole' });
        expect(enforceableFrom! <= value.enforceableFrom!).toBe(true);
        expect(disagreements(paymentOrder(input).explanation!)).toEqual([]);
      }),
      { numRuns: 5_000, seed: SEED },
    );
  });

  test('is void one day after its extended last day, and not on it', () => {
    fc.assert(
      fc.property(anyOrder, ({ orderedOn }) => {
        const { serveBefore, serveBeforeExtended = serveBefore } = answer({ orderedOn });
        expect(serveBefore <= serveBeforeExtended).toBe(true);
        expect(answer({ orderedOn, servedOn: serveBeforeExtended }).state).toBe('served-other');
        const late = formatDay(addDays(day(serveBeforeExtended), 1));
        expect(answer({ orderedOn, servedOn: late }).state).toBe('void-not-served');
        expect(answer({ orderedOn, on: late }).state).toBe('void-not-served');
        expect(answer({ orderedOn, on: serveBeforeExtended }).state).toBe('to-serve');
      }),
      { numRuns: 5_000, seed: SEED },
    );
  });
});

test('the regime changes on its day, and every boundary is covered', () => {
  for (const { from } of [...valuesOf('payment-order-service'), ...valuesOf('payment-order-wait')]) {
    for (const ordered of [addDays(from, -1), from, addDays(from, 1)]) {
      const orderedOn = formatDay(ordered);
      const { value, refusal } = paymentOrder({ orderedOn });
      if (ordered < FIRST) expect(refusal?.code).toBe('PaymentOrderRegimeNotServed');
      else expect(value?.serveBefore).toBe(formatDay(addMonths(ordered, ordered < SWITCH ? 6 : 3)));
    }
  }
});

test('the extended last day is given only when it differs', () => {
  expect(answer({ orderedOn: '2026-09-07' })).not.toHaveProperty('serveBeforeExtended');
  expect(answer({ orderedOn: '2026-08-31' }).serveBeforeExtended).toBe('2027-03-01');
});

test('an opposition is in time on its last day, and late on the next', () => {
  const order = { orderedOn: '2026-09-07', servedOn: '2026-10-05', servedInPerson: true };
  expect(answer({ ...order, oppositionReceivedOn: '2026-11-05' }).oppositionInTime).toBe(true);
  expect(answer({ ...order, oppositionReceivedOn: '2026-11-06' }).oppositionInTime).toBe(false);
  expect(answer(order)).not.toHaveProperty('oppositionInTime');
});

const SERVED = { orderedOn: '2026-09-07', servedOn: '2026-10-05' } as const;
const REASONS: readonly (readonly [PaymentOrderInput, readonly ArticleKey[]])[] = [
  [{ orderedOn: '2026-09-07' }, []],
  [{ orderedOn: '2026-08-31' }, ['payment-order-serve-prudent']],
  [{ ...SERVED, servedInPerson: true }, ['payment-order-oppose-in-person']],
  [{ ...SERVED, servedInPerson: false }, ['payment-order-oppose-open']],
  [SERVED, ['payment-order-oppose-open', 'payment-order-person-unknown']],
  [{ ...SERVED, servedInPerson: false, firstActInPersonOn: '2026-12-10' }, ['payment-order-oppose-late']],
  [
    { ...SERVED, servedInPerson: false, firstActInPersonOn: '2026-12-10', firstSeizureNotifiedOn: '2026-12-11' },
    ['payment-order-oppose-late', 'payment-order-first-event'],
  ],
  [
    { ...SERVED, servedInPerson: true, place: 'overseas' },
    ['payment-order-oppose-in-person', 'payment-order-wait-distance'],
  ],
  [
    { ...SERVED, servedInPerson: true, place: 'abroad' },
    ['payment-order-oppose-in-person', 'payment-order-wait-distance'],
  ],
  [
    { orderedOn: '2026-03-02', servedOn: '2026-03-30', servedInPerson: true },
    ['payment-order-oppose-in-person', 'payment-order-no-act-on-holiday'],
  ],
  [
    { ...SERVED, servedInPerson: true, oppositionReceivedOn: '2026-11-05' },
    ['payment-order-oppose-in-person', 'payment-order-opposed', 'payment-order-deed-at-hearing'],
  ],
  [
    { orderedOn: '2026-09-01', servedOn: '2026-10-05', servedInPerson: true, oppositionReceivedOn: '2026-11-06' },
    [
      'payment-order-oppose-in-person',
      'payment-order-opposed',
      'payment-order-opposition-late',
      'payment-order-deed-at-hearing',
    ],
  ],
  [
    { orderedOn: '2026-09-01', servedOn: '2026-10-05', servedInPerson: true, oppositionReceivedOn: '2026-12-08' },
    ['payment-order-oppose-in-person', 'payment-order-opposition-too-late', 'payment-order-deed-at-hearing'],
  ],
  [
    { orderedOn: '2026-08-25', servedOn: '2026-10-05', servedInPerson: true, oppositionReceivedOn: '2026-11-05' },
    ['payment-order-oppose-in-person', 'payment-order-opposed'],
  ],
];
const CHECKED = [...new Set(REASONS.flatMap(([, keys]) => keys))];

function saidIn(tree: Explanation): readonly string[] {
  return [...(tree.operation === 'because' ? [tree.label] : []), ...tree.inputs.flatMap(saidIn)];
}

test.each(REASONS)('%j says why, and nothing else', (input, keys) => {
  const said = saidIn(paymentOrder(input).explanation!);
  expect(CHECKED.filter((key) => said.includes(reason(key).label)).sort()).toEqual([...keys].sort());
});
