import { expect, test } from 'vitest';
import { type Day, day } from '../calendar/index.ts';
import { type AccrualPlan, type Ledger, type Move, type RateScheme, settle, type Tranche } from './index.ts';
import { INDEMNITY, INTEREST } from './ledger.ts';

/** One cent a day on 36 500 €, so that the figures below can be read without computing. */
const ONE_CENT_A_DAY: RateScheme = { decimals: 2, cutOn: null, rateOn: () => 1 };
const DEBT: Tranche = { firstDay: day('2026-01-01'), principalCents: 3_650_000, indemnityCents: 4_000 };
const END = day('2026-03-31');

function ledgerOf(moves: readonly Move[], more: Partial<AccrualPlan> = {}): Ledger {
  const plan = { tranches: [DEBT], moves, scheme: ONE_CENT_A_DAY, until: END, stopOn: END, principalFirst: false };
  const ledger = settle({ ...plan, countsLeapYears: false, capitalisationMonths: 12, ...more }, true);
  if ('code' in ledger) throw new Error(ledger.message);
  return ledger;
}

function move(kind: Move['kind'], on: string, amountCents: number): Move {
  return { kind, on: day(on), amountCents };
}

function sharesOf(moves: readonly Move[], more: Partial<AccrualPlan> = {}) {
  return ledgerOf(moves, more).steps.map(({ shares }) => shares.map(({ target, partCents }) => [target, partCents]));
}

test('a payment names what it clears and nothing else', () => {
  // Ten days of interest, then the indemnity, then the principal; the second payment of the day finds them paid.
  const twice = [move('receipt', '2026-01-10', 4_500), move('receipt', '2026-01-10', 100)];
  expect(sharesOf(twice)).toEqual([
    [
      [INTEREST, 10],
      [INDEMNITY, 4_000],
      [0, 490],
    ],
    [[0, 100]],
  ]);
  expect(sharesOf([move('receipt', '2026-01-10', 10)])).toEqual([[[INTEREST, 10]]]);
  expect(sharesOf([move('receipt', '2026-01-10', 4_010)])[0]).toEqual([
    [INTEREST, 10],
    [INDEMNITY, 4_000],
  ]);
  const reversed = sharesOf([move('receipt', '2026-01-10', 3_650_000)], { principalFirst: true });
  expect(reversed).toEqual([[[0, 3_650_000]]]);
});

test('a debt paid on the eve of its first late day owes neither interest nor indemnity', () => {
  const paid = ledgerOf([move('receipt', '2025-12-31', 3_650_001)]);
  expect(paid).toMatchObject({ interestCents: 0, indemnityCents: 0, lateTranches: [], overpaidCents: 1 });
  expect(paid.principalLeftCents).toEqual([0]);
  expect(ledgerOf([move('receipt', '2026-01-01', 3_650_000)]).indemnityCents).toBe(4_000);
});

test('a payment of the first day does not make that day count twice', () => {
  expect(ledgerOf([move('receipt', '2026-01-01', 1)]).interestCents).toBe(90);
});

test('a due date already paid takes no part in the next payment', () => {
  const half = { ...DEBT, principalCents: 1_000, indemnityCents: 0 };
  const moves = [move('receipt', '2025-12-30', 1_000), move('receipt', '2025-12-31', 10)];
  expect(sharesOf(moves, { tranches: [half, half] })).toEqual([[[0, 1_000]], [[1, 10]]]);
});

test('a day without rate is refused even when the debt is paid later', () => {
  const refusal = { code: 'RateNotPublished', message: 'Aucun taux.', facts: {} } as const;
  const scheme: RateScheme = { decimals: 2, cutOn: null, rateOn: () => refusal };
  expect(() => ledgerOf([move('receipt', '2026-01-10', 3_654_000)], { scheme })).toThrow('Aucun taux.');
});

test('a move of the last day counts, a later one does not', () => {
  expect(ledgerOf([move('reduction', '2026-03-31', 100)]).principalLeftCents).toEqual([3_649_900]);
  expect(ledgerOf([move('reduction', '2026-04-01', 100)]).steps).toEqual([]);
});

test('no day counts after the one that an insolvency stops, but money is still received', () => {
  const stopped = ledgerOf([move('receipt', '2026-02-01', 5)], { stopOn: day('2026-01-10') });
  expect(stopped).toMatchObject({ interestCents: 10, interestLeftCents: 5 });
  expect(ledgerOf([], { stopOn: day('2026-01-01') }).interestCents).toBe(1);
  expect(ledgerOf([], { stopOn: day('2025-12-31') }).pieces).toEqual([]);
});

test('what is given up is never more than what is owed', () => {
  const waived = ledgerOf([move('interest-waiver', '2026-01-10', 4), move('indemnity-waiver', '2026-01-10', 9_999)]);
  expect(waived).toMatchObject({ waivedCents: 4_004, indemnityLeftCents: 0, interestCents: 90, interestLeftCents: 86 });
  expect(waived.steps.map(({ shares }) => shares)).toEqual([
    [{ target: INTEREST, dueCents: 10, partCents: 4 }],
    [{ target: INDEMNITY, dueCents: 4_000, partCents: 4_000 }],
  ]);
});

test('the rate changes inside a half-year on its own day, even its last', () => {
  const cut = (cutOn: Day): RateScheme => ({ decimals: 2, cutOn, rateOn: (on) => (on >= cutOn ? 2 : 1) });
  const until = day('2026-07-01');
  const piecesCutOn = (on: string) =>
    ledgerOf([], { scheme: cut(day(on)), until, stopOn: until }).pieces.map(({ from, to, rate }) => [from, to, rate]);
  const [first, june29, june30, july1] = [DEBT.firstDay, day('2026-06-29'), day('2026-06-30'), until];
  expect(piecesCutOn('2026-06-30')).toEqual([
    [first, june29, 1],
    [june30, june30, 2],
    [july1, july1, 2],
  ]);
  expect(piecesCutOn('2026-01-01')).toEqual([
    [first, june30, 2],
    [july1, july1, 2],
  ]);
});

test('interest joins the principal once it has been owed a whole interval, counted again from its payment', () => {
  const until = day('2027-12-31');
  const year = { until, stopOn: until };
  const capitalised = (on: string, before: readonly Move[] = []) =>
    ledgerOf([...before, move('capitalisation', on, 0)], year).steps.at(-1)!.capitalisedCents;
  expect(capitalised('2026-12-30')).toBe(0);
  expect(capitalised('2026-12-31')).toBe(365);
  // Paying a part keeps the date; paying it whole starts the interval again.
  expect(capitalised('2026-12-31', [move('receipt', '2026-01-10', 4)])).toBe(361);
  expect(capitalised('2027-01-09', [move('receipt', '2026-01-10', 10)])).toBe(0);
  expect(capitalised('2027-01-10', [move('receipt', '2026-01-10', 10)])).toBe(365);
  const twice = [move('capitalisation', '2026-12-31', 0), move('capitalisation', '2027-12-30', 0)];
  expect(ledgerOf(twice, year)).toMatchObject({ principalLeftCents: [3_650_365], interestCents: 730 });
});

test('interest below half a cent is not lost on an anniversary', () => {
  const until = day('2027-12-31');
  const moves = [move('capitalisation', '2026-12-31', 0), move('capitalisation', '2027-12-31', 0)];
  const tiny = ledgerOf(moves, { tranches: [{ ...DEBT, principalCents: 4_000 }], until, stopOn: until });
  expect(tiny.steps.map(({ capitalisedCents }) => capitalisedCents)).toEqual([0, 1]);
});

test('without history the same sums come out, and nothing is kept', () => {
  const moves = [move('receipt', '2026-01-10', 4_500), move('interest-waiver', '2026-02-01', 1)];
  const plan = { tranches: [DEBT], moves, scheme: ONE_CENT_A_DAY, until: END, stopOn: END, principalFirst: false };
  const bare = settle({ ...plan, countsLeapYears: false, capitalisationMonths: 0 }, false);
  const { pieces, steps, ...sums } = ledgerOf(moves);
  expect([pieces.length, steps.length]).toEqual([3, 2]);
  expect(bare).toEqual({ ...sums, pieces: [], steps: [] });
});
