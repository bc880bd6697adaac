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
