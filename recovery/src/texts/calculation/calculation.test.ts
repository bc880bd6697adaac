import { disagreements, euros, evaluate } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LetterDocument } from '../../documents/document.ts';
import { composeCalculation } from './compose.ts';
import type { CalculationFacts } from './facts.ts';

const SEED = Number(process.env.RECOVERY_SEED ?? 20_261_121);
const NOBODY = { creditor: [], debtor: [], reference: null, place: null };

/** The page of a calculation that the law accepts. */
function pageOf(rule: string, input: object, typed: Partial<CalculationFacts> = {}): LetterDocument {
  const found = evaluate({ id: null, rule, input });
  if ('refusal' in found) throw new Error(found.refusal.message);
  expect(disagreements(found.explanation)).toEqual([]);
  const { value, explanation } = found;
  return composeCalculation({ rule, input, value, explanation, on: '2026-11-21', ...NOBODY, ...typed });
}

/** « −1 234,56 € » → -123456 */
function centsOf(written: string): number {
  return Number(written.replace('\u2212', '-').replace(/[^\d-]/g, ''));
}

const late = { amountCents: 1_200_000, dueOn: '2026-04-30', until: '2026-09-20' };
const receipts = [
  { on: '2026-06-10', amountCents: 300_000 },
  { on: '2026-08-01', amountCents: 100_000 },
];

describe('the statement of a calculation', () => {
  test('tells the account of the example: principal, penalties by period, indemnity and total', () => {
    const page = pageOf('late-penalties', late);
    expect(page.table.rows.map(({ cells }) => cells[2])).toEqual([euros(1_200_000), euros(57_796), euros(4_000)]);
    expect(page.table.totals.at(-1)).toEqual({
      label: 'Total dû au 20 septembre 2026',
      value: euros(1_261_796),
      strong: true,
    });
    const [periods] = page.details;
    expect(periods?.table.rows.map(({ cells }) => [cells[2], cells[3], cells[5]])).toEqual([
      ['61', '12,15\u00a0%', '243,6658\u00a0€'],
      ['82', '12,40\u00a0%', '334,2904\u00a0€'],
    ]);
    expect(page.recipient).toBeNull();
    expect(page.annex?.sections[0]?.rows.some(({ source }) => source?.includes('L441-10 II'))).toBe(true);
  });

  test('tells where each payment and credit note went, part by part', () => {
    const creditNotes = [{ on: '2026-07-15', amountCents: 50_000, effect: 'gesture' }];
    const page = pageOf('late-penalties', { ...late, receipts, creditNotes });
    const allocation = page.details.find(({ title }) => title.startsWith('Imputation'))!.table;
    const labels = allocation.columns.map(({ label }) => label);
    expect(labels).toEqual(['Opération', 'Pénalités', 'Indemnité forfaitaire', 'Principal', 'Montant']);
    for (const { cells } of allocation.rows) {
      const [parts, whole] = [cells.slice(1, -1), cells.at(-1)!];
      const shared = parts.filter((cell) => cell !== '–').reduce((sum, cell) => sum + centsOf(cell), 0);
      expect([cells[0], shared]).toEqual([cells[0], centsOf(whole)]);
    }
    expect(allocation.rows).toHaveLength(3);
  });

  test('adds up: the lines of the account make its total, less what was paid too much', () => {
    const receipt = fc.record({
      on: fc.constantFrom(
        '2026-03-01',
        '2026-04-30',
        '2026-05-01',
        '2026-06-10',
        '2026-07-01',
        '2026-09-20',
        '2026-10-02',
      ),
      amountCents: fc.integer({ min: 1, max: 900_000 }),
    });
    const credit = fc
      .tuple(receipt, fc.constantFrom('correction', 'gesture'))
      .map(([move, effect]) => ({ ...move, effect }));
    const property = fc.property(
      fc.integer({ min: 1, max: 3_000_000 }),
      fc.array(receipt, { maxLength: 4 }),
      fc.array(credit, { maxLength: 2 }),
      fc.subarray(['penalties', 'indemnity']),
      fc.constantFrom('late-penalties', 'legal-interest'),
      (amountCents, paid, creditNotes, given, rule) => {
        const waivers = given.map((what) => ({ on: '2026-07-20', what }));
        const input =
          rule === 'late-penalties'
            ? { ...late, amountCents, receipts: paid, creditNotes, waivers }
            : { amountCents, from: '2026-02-10', until: '2026-09-20', creditor: 'business', receipts: paid };
        const { rows, totals } = pageOf(rule, input).table;
        const sum = rows.reduce((cents, { cells }) => cents + centsOf(cells[2]!), 0);
        const overpaid = totals.find(({ label }) => label.startsWith('Trop-perçu'));
        expect(sum).toBe(centsOf(totals.at(-1)!.value) - (overpaid ? centsOf(overpaid.value) : 0));
        const parts = totals.filter(({ strong, label }) => !strong && !label.startsWith('Trop-perçu'));
        expect(parts.reduce((cents, { value }) => cents + centsOf(value), 0)).toBe(centsOf(totals.at(-1)!.value));
      },
    );
    fc.assert(property, { numRuns: 500, seed: SEED });
  });

  test('numbers the instalments of its periods', () => {
    const installments = [
      { dueOn: '2026-04-30', amountCents: 700_000 },
      { dueOn: '2026-06-15', amountCents: 500_000 },
    ];
    const page = pageOf('late-penalties', { amountCents: 1_200_000, until: '2026-09-20', installments });
    const cells = page.details[0]!.table.rows.map((row) => row.cells[2]);
    expect(new Set(cells)).toEqual(new Set(['n°\u00a01', 'n°\u00a02']));
  });

  test('says a date with its weekday, what each event did, and the readings', () => {
    const page = pageOf('limitation', {
      claimKind: 'services',
      debtorKind: 'company',
      dueOn: '2022-03-31',
      performedOn: '2022-02-10',
      on: '2026-11-21',
      events: [
        { kind: 'part-payment', on: '2023-06-15' },
        { kind: 'formal-notice', on: '2024-02-01' },
      ],
    });
    expect(page.opening[0]).toBe('Dernier jour pour agir\u00a0: jeudi 15 juin 2028, jusqu’à minuit.');
    expect(page.details.map(({ title }) => title)).toEqual([
      'Effet de chaque fait',
      'Lectures possibles',
      'Raisons et textes',
    ]);
    expect(page.details[0]!.table.rows.map(({ cells }) => cells[1])).toEqual(['interrompt', 'sans effet']);
    expect(pageOf('deadline', { from: '2026-11-14', length: { days: 7 } }).opening).toEqual([
      'Dernier jour du délai\u00a0: lundi 23 novembre 2026, jusqu’à minuit.',
      'Le délai aurait pris fin le samedi 21 novembre 2026\u202f; il est reporté au premier jour ouvrable.',
    ]);
    expect(pageOf('rate', { kind: 'ecb', on: '2026-11-21' }).annex?.sections[0]?.rows[0]?.value).toBe('2,65\u00a0%');
  });

  test('prints what was typed as it was typed, names first', () => {
    const typed = {
      creditor: ['A ? & Fils', '1 rue X'],
      debtor: ['#strike', '2 rue Y'],
      reference: '$x$',
      place: 'Lyon',
    };
    const page = pageOf('late-penalties', late, typed);
    expect(page.sender).toEqual({ name: 'A ? & Fils', lines: ['1 rue X'], contact: [] });
    expect(page.recipient).toEqual({ name: '#strike', lines: ['2 rue Y'], contact: [] });
    expect(page.references).toEqual([{ label: 'Référence', value: '$x$' }]);
    expect(page.placeAndDate).toBe('Lyon, le 21 novembre 2026');
  });
});
