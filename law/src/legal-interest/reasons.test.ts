import { expect, test } from 'vitest';
import { allNodes } from '../../scripts/checks.ts';
import { day } from '../calendar/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { type LegalInterestInput, legalInterest } from './index.ts';

function treeOf(input: LegalInterestInput) {
  const outcome = legalInterest(input);
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  return allNodes(outcome.explanation);
}

function labelsOf(input: LegalInterestInput): string[] {
  return treeOf(input).map(({ label }) => label);
}

const creditor: LegalInterestInput['creditor'] = 'individual';
const OF_COLUMNS: readonly ArticleKey[] = ['single-legal-rate', 'creditor-business', 'creditor-individual'];

test('the column of the creditor is told from the half-year that has two, the single rate before', () => {
  const told = (from: string, until: string, who: LegalInterestInput['creditor']) => {
    const labels = labelsOf({ amountCents: 100_000, from, until, creditor: who });
    return OF_COLUMNS.filter((key) => labels.includes(reason(key).label));
  };
  expect(told('2014-12-01', '2014-12-31', 'business')).toEqual(['single-legal-rate']);
  expect(told('2015-01-01', '2015-01-31', 'business')).toEqual(['creditor-business']);
  expect(told('2015-01-01', '2015-01-31', 'individual')).toEqual(['creditor-individual']);
});

test('the uplift is told with its reason and the day that it waits for, only once it runs', () => {
  const input = { amountCents: 100_000, from: '2026-01-01', creditor, enforceableOn: '2026-01-15' };
  const uplift = reason('legal-uplift').label;
  expect(labelsOf({ ...input, until: '2026-03-15' })).not.toContain(uplift);
  const nodes = treeOf({ ...input, until: '2026-03-16' });
  expect(nodes.map(({ label }) => label)).toContain(uplift);
  const eve = nodes.find(({ label }) => label === 'Dernier jour avant la majoration');
  expect(eve).toMatchObject({ operation: 'add-months', value: '2026-03-15', unit: 'date' });
  const rates = nodes.filter(({ label }) => label.endsWith('semestre 2026, majoré')).map(({ value }) => value);
  expect(rates).toEqual(['11.67', '11.67']);
});

test('what makes interest run, which days count and what stops it are told', () => {
  const told = (more: Partial<LegalInterestInput>) => {
    const input = { amountCents: 1_000_000, from: '2025-01-01', until: '2026-06-30', creditor, ...more };
    const reasons = treeOf(input).filter(({ operation }) => operation === 'because');
    return [...new Set(reasons.map(({ label }) => label))].filter((label) => label !== COLUMN);
  };
  const COLUMN = reason('creditor-individual').label;
  const labels = (...keys: ArticleKey[]) => keys.map((key) => reason(key, day('2025-01-02')).label);
  expect(told({})).toEqual(labels('legal-interest-days'));
  expect(told({ start: 'judgment', firstDayIncluded: true, yearLength: 'leap' })).toEqual(
    labels('start-judgment', 'first-day-included', 'leap-year-counted'),
  );
  expect(told({ insolvencyOpenedOn: '2026-06-30' })).toEqual(labels('legal-interest-days', 'insolvency-stop'));
  expect(told({ insolvencyOpenedOn: '2026-07-01' })).toEqual(labels('legal-interest-days'));
  expect(told({ receipts: [{ on: '2025-02-01', amountCents: 100 }] })).toEqual(
    labels('legal-interest-days', 'allocation-interest-first'),
  );
  // Nothing is owed but the capital: the order of allocation decides nothing, and is not told.
  expect(told({ receipts: [{ on: '2025-01-01', amountCents: 100 }] })).toEqual(labels('legal-interest-days'));
  expect(told({ receipts: [{ on: '2025-02-01', amountCents: 100 }], allocation: 'principalFirst' })).toEqual(
    labels('legal-interest-days', 'allocation-principal-first'),
  );
  expect(told({ capitalisation: { askedOn: '2025-02-01' } })).toEqual(labels('capitalisation', 'legal-interest-days'));
  // The interest is paid on the eve of the anniversary: none has been owed for a year.
  const paid = { on: '2025-12-31', amountCents: 100_000 };
  expect(told({ capitalisation: { askedOn: '2025-01-01' }, receipts: [paid] })).toEqual(
    labels('legal-interest-days', 'allocation-interest-first', 'capitalisation-too-early'),
  );
});

test('each move is named for what it is, and the whole interest is shown once some of it became capital', () => {
  const asked: LegalInterestInput = { amountCents: 1_000_000, from: '2024-03-31', until: '2025-06-30', creditor };
  const whole = 'Intérêts au taux légal';
  const paid = labelsOf({ ...asked, receipts: [{ on: '2024-09-30', amountCents: 100_000 }] });
  expect(paid).toContain('Encaissement du 30 septembre 2024');
  expect(paid.filter((label) => label.startsWith('Capitalisation'))).toEqual([]);
  const capitalised = labelsOf({ ...asked, capitalisation: { askedOn: '2024-04-02' } });
  expect(capitalised).toContain('Capitalisation du 2 avril 2025');
  expect(capitalised.filter((label) => label.startsWith('Encaissement'))).toEqual([]);
  expect(capitalised.filter((label) => label.startsWith(whole)).length).toBeGreaterThan(0);
  expect(labelsOf(asked)[0]).toBe('Total à payer au 30 juin 2025');
});

test('money of the anniversary comes before what is left of that day’s interest joins the capital', () => {
  const asked: LegalInterestInput = {
    amountCents: 1_000_000,
    from: '2024-03-31',
    until: '2025-06-30',
    creditor,
    capitalisation: { askedOn: '2024-04-02' },
  };
  const cents = (on: string) => {
    const outcome = legalInterest({ ...asked, receipts: [{ on, amountCents: 2_000_000 }] });
    if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
    return outcome.value.totalDueCents;
  };
  // Paid whole on the day itself: nothing is left to become capital.
  expect(cents('2025-04-02')).toBe(0);
  const half = legalInterest({ ...asked, receipts: [{ on: '2025-04-02', amountCents: 500_000 }] });
  if (half.refusal !== undefined) throw new Error(half.refusal.message);
  const moves = allNodes(half.explanation).flatMap(({ label }) =>
    /^(Encaissement|Capitalisation) du 2 avril 2025$/.test(label) ? [label.split(' ')[0]] : [],
  );
  expect(moves[0]).toBe('Encaissement');
});
