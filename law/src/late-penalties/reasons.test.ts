/** Every branch of the penalties says why it was taken, and only that one. */
import { expect, test } from 'vitest';
import { allNodes } from '../../scripts/checks.ts';
import { day } from '../calendar/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type LatePenaltiesInput, latePenalties } from './index.ts';

const ON = '2026-09-30';
const LATE = day('2026-10-01');
const base: LatePenaltiesInput = { amountCents: 1_000_000, dueOn: ON, until: '2026-11-30' };
const instalments = [
  { dueOn: ON, amountCents: 500_000 },
  { dueOn: '2026-10-31', amountCents: 500_000 },
];
/** Reasons of the rate, which the references tests follow year after year. */
const RATE: readonly ArticleKey[] = ['no-stipulated-rate', 'half-year-anchor', 'half-year-revision'];
const BUSINESS: readonly ArticleKey[] = ['business-penalties', 'late-days'];
const PUBLIC: readonly ArticleKey[] = ['public-single-rate', 'public-penalties'];

const CASES: readonly (readonly [Partial<LatePenaltiesInput>, readonly ArticleKey[]])[] = [
  [{}, [...BUSINESS, 'indemnity-per-late-invoice']],
  [{ until: ON }, ['business-penalties', 'no-late-day']],
  [{ until: '2026-10-01' }, [...BUSINESS, 'indemnity-per-late-invoice']],
  [{ regime: 'public' }, [...PUBLIC, 'public-contract-assumed', 'public-late-days', 'public-indemnity']],
  [{ regime: 'public', until: ON }, ['public-penalties', 'public-contract-assumed', 'public-no-late-day']],
  [
    { regime: 'public', contractedOn: '2026-01-05' },
    [...PUBLIC, 'public-contract-covered', 'public-late-days', 'public-indemnity'],
  ],
  [{ yearLength: 'leap' }, [...BUSINESS, 'leap-year-counted', 'indemnity-per-late-invoice']],
  [{ installments: instalments }, [...BUSINESS, 'indemnity-per-instalment']],
  [
    { insolvencyOpenedOn: '2026-11-30' },
    [...BUSINESS, 'insolvency-stop', 'indemnity-per-late-invoice', 'indemnity-kept-before-opening'],
  ],
  [{ insolvencyOpenedOn: '2026-12-01' }, [...BUSINESS, 'indemnity-per-late-invoice']],
  // The sum is unpaid: it is the judgment that leaves no day to count.
  [{ insolvencyOpenedOn: ON }, ['business-penalties', 'insolvency-stop', 'no-indemnity-after-opening']],
  [
    { insolvencyOpenedOn: '2026-10-01' },
    ['business-penalties', 'insolvency-stop', 'indemnity-per-late-invoice', 'indemnity-kept-before-opening'],
  ],
  [{ insolvencyOpenedOn: ON, until: ON }, ['business-penalties', 'no-late-day', 'insolvency-stop']],
  [
    { installments: instalments, insolvencyOpenedOn: '2026-10-15' },
    [
      ...BUSINESS,
      'insolvency-stop',
      'indemnity-per-instalment',
      'no-indemnity-after-opening',
      'indemnity-kept-before-opening',
    ],
  ],
  [{ receipts: [{ on: ON, amountCents: 500_000 }] }, [...BUSINESS, 'indemnity-per-late-invoice']],
  [
    { receipts: [{ on: '2026-10-30', amountCents: 500_000 }] },
    [...BUSINESS, 'indemnity-per-late-invoice', 'allocation-interest-first'],
  ],
  [
    { receipts: [{ on: '2026-10-30', amountCents: 500_000 }], allocation: 'principalFirst' },
    [...BUSINESS, 'indemnity-per-late-invoice', 'allocation-principal-first'],
  ],
  [
    { creditNotes: [{ on: '2026-10-30', amountCents: 100, effect: 'gesture' }] },
    [...BUSINESS, 'indemnity-per-late-invoice', 'credit-note-gesture'],
  ],
  [
    { creditNotes: [{ on: '2026-10-30', amountCents: 100, effect: 'correction' }] },
    [...BUSINESS, 'indemnity-per-late-invoice', 'credit-note-correction'],
  ],
  [{ waivers: [{ on: '2026-10-30', what: 'penalties' }] }, [...BUSINESS, 'indemnity-per-late-invoice', 'waiver']],
  [{ waivers: [{ on: ON, what: 'penalties' }] }, [...BUSINESS, 'indemnity-per-late-invoice', 'waiver-nothing-owed']],
];

test.each(CASES)('%j', (more, expected) => {
  const outcome = latePenalties({ ...base, ...more });
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  const reasons = allNodes(outcome.explanation).filter(({ operation }) => operation === 'because');
  const rate = RATE.map((key) => reason(key, LATE).label);
  const found = [...new Set(reasons.map(({ label }) => label))].filter((label) => !rate.includes(label));
  expect(found).toEqual(expected.map((key) => reason(key, LATE).label));
});

test('the rate says where it comes from, and the open point on the floor only where it changes it', () => {
  const told = (more: Partial<LatePenaltiesInput>) => {
    const outcome = latePenalties({ ...base, ...more });
    if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
    const rate = allNodes(outcome.explanation).find(({ operation }) => operation === 'interest')!.inputs[1]!;
    return allNodes(rate).flatMap(({ operation, label }) => (operation === 'because' ? [label] : []));
  };
  const labels = (on: string, ...keys: ArticleKey[]) => keys.map((key) => reason(key, day(on)).label);
  expect(told({})).toEqual(labels(ON, ...RATE));
  // Three times 5.07 % is above 4.50 % and ten points.
  expect(told({ dueOn: '2024-03-31', until: '2024-04-30' })).toEqual(
    labels('2024-04-01', 'no-stipulated-rate', 'no-floor-on-default', 'half-year-anchor', 'half-year-revision'),
  );
  const [, ...sameRate] = RATE;
  expect(told({ rate: { ecbPlus: '10.0' } })).toEqual(labels(ON, 'clause-repeats-law', ...sameRate));
  expect(told({ rate: { fixed: '10' } })).toEqual(labels(ON, 'stipulated-rate'));
  expect(told({ regime: 'public' })).toEqual(labels(ON, 'public-single-rate'));
});

const OLD: readonly (readonly [Partial<LatePenaltiesInput>, ArticleKey, string])[] = [
  // L441-6, paragraph on the indemnity, is in force from 1 January 2013; the decree on public buyers' from 16 March.
  [{ dueOn: '2012-12-30', until: '2013-02-28' }, 'no-indemnity-before-2013', '2012-12-31'],
  [{ regime: 'public', dueOn: '2013-02-28', until: '2013-03-31' }, 'no-public-indemnity-before-2013', '2013-03-01'],
];

test.each(OLD)('%j has no indemnity yet, and says so by its article', (more, key, on) => {
  const outcome = latePenalties({ ...base, ...more });
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  expect(outcome.value.indemnityCents).toBe(0);
  const labels = allNodes(outcome.explanation).map(({ label }) => label);
  expect(labels).toContain(reason(key, day(on)).label);
  const other = key === 'no-indemnity-before-2013' ? 'no-public-indemnity-before-2013' : 'no-indemnity-before-2013';
  expect(labels).not.toContain(reason(other, day(on)).label);
});

test('a single due date is not told as an instalment, and several are', () => {
  const labelsOf = (more: Partial<LatePenaltiesInput>) => {
    const outcome = latePenalties({ ...base, ...more });
    if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
    return allNodes(outcome.explanation).map(({ label }) => label);
  };
  expect(labelsOf({}).filter((label) => label.includes('échéance du 30'))).toEqual([]);
  expect(labelsOf({ installments: instalments })).toContain('Principal TTC (échéance du 30 septembre 2026)');
});

test('a correction is named by the day it was written, although it counts from the start', () => {
  const outcome = latePenalties({
    ...base,
    creditNotes: [{ on: '2026-10-30', amountCents: 100, effect: 'correction' }],
  });
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  expect(allNodes(outcome.explanation).map(({ label }) => label)).toContain('Avoir de correction du 30 octobre 2026');
});

test('without a move the root is the total itself; with one, the total and its steps', () => {
  const root = (more: Partial<LatePenaltiesInput>) => {
    const outcome = latePenalties({ ...base, ...more });
    if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
    return outcome.explanation.operation;
  };
  expect(root({})).toBe('sum');
  expect(root({ receipts: [{ on: '2026-10-30', amountCents: 500_000 }] })).toBe('detail');
});

test.each<[Partial<LatePenaltiesInput>, string, Record<string, unknown>]>([
  [{ regime: 'public', rate: { fixed: '12' } }, 'RateFixedByLaw', { field: 'rate', regime: 'public' }],
  [
    { regime: 'public', contractedOn: '2012-06-01' },
    'DateNotServed',
    { field: 'contractedOn', on: '2012-06-01', servedFrom: '2013-03-16' },
  ],
  [
    { installments: [instalments[0]!, instalments[0]!] },
    'InvalidInstallments',
    { amountCents: 1_000_000, installmentsCents: 1_000_000 },
  ],
  [{ rate: { fixed: '12', ecbPlus: '10' } as never }, 'InvalidRate', { field: 'rate', given: ['fixed', 'ecbPlus'] }],
])('%j is refused with its facts', (more, code, facts) => {
  const outcome = latePenalties({ ...base, ...more });
  expect(outcome.refusal).toMatchObject({ code, facts });
});

test('each move of a day is told by its name: the reduction before the money, what is given up after it', () => {
  const on = '2026-10-30';
  const outcome = latePenalties({
    ...base,
    receipts: [{ on, amountCents: 100_000 }],
    creditNotes: [{ on, amountCents: 100, effect: 'gesture' }],
    waivers: [
      { on, what: 'indemnity', amountCents: 1_000 },
      { on, what: 'penalties', amountCents: 10 },
    ],
  });
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  const told = allNodes(outcome.explanation)
    .filter(
      ({ operation, label }) =>
        operation !== 'carried' && /^(Avoir|Encaissement|Renonciation [^,]*) du 30 octobre 2026$/.test(label),
    )
    .map(({ label }) => label);
  expect(told).toEqual([
    'Avoir du 30 octobre 2026',
    'Encaissement du 30 octobre 2026',
    'Renonciation à l’indemnité forfaitaire du 30 octobre 2026',
    'Renonciation aux pénalités du 30 octobre 2026',
  ]);
});
