import { day, disagreements } from '@acquit/law';
import { expect, test } from 'vitest';
import { vatDueAgain, type WriteOffFacts, writeOffAccounting, writeOffWarnings } from './index.ts';

const facts: WriteOffFacts = {
  on: day('2026-11-22'),
  reason: 'failed-pursuits',
  reasonOn: day('2026-10-05'),
  vatPoint: 'delivery',
  duplicateSentOn: day('2026-11-02'),
  unplacedCents: 0,
  claims: [
    {
      claimId: 'c',
      number: 'F-1',
      issuedOn: day('2025-03-10'),
      totalCents: 120_000,
      receivedCents: 24_000,
      openCents: 96_000,
      vatCents: 20_000,
    },
  ],
};
const accounting = (change: Partial<WriteOffFacts> = {}) => {
  const made = writeOffAccounting({ ...facts, ...change });
  if (made === null || 'refusal' in made) throw new Error('no accounting');
  expect(disagreements(made.explanation)).toEqual([]);
  for (const { lines } of made.entries)
    expect(lines.reduce((sum, line) => sum + line.debitCents - line.creditCents, 0)).toBe(0);
  return made;
};

test('pursuits that failed give the VAT of what is lost back, with its sentence', () => {
  const made = accounting();
  expect(made).toMatchObject({ recoverable: true, lostNetCents: 80_000, lostVatCents: 16_000 });
  expect(made.recoverableVatCents).toBe(16_000);
  expect(made.statements[0]!.statement).toContain('demeurée impayée');
});

test('a choice of the creditor, and an insolvency only begun, give nothing back and say so', () => {
  const given = accounting({ reason: 'uneconomic', reasonOn: null });
  expect([given.recoverable, given.recoverableVatCents]).toEqual([false, 0]);
  expect(given.unmet.length).toBeGreaterThan(0);
  const codes = (reason: WriteOffFacts['reason']) => writeOffWarnings({ ...facts, reason }).map((one) => one.code);
  expect(codes('uneconomic')).toEqual(['NoVatBack']);
  expect(codes('insolvency-opened')).toEqual(['NotLostYet']);
  expect(codes('failed-pursuits')).toEqual([]);
});

test('no entry is guessed while a VAT is not told, and one larger than its invoice is refused', () => {
  const [claim] = facts.claims;
  const untold = { ...facts, claims: [{ ...claim!, vatCents: null }] };
  expect(writeOffAccounting(untold)).toBeNull();
  expect(writeOffWarnings(untold).map((one) => one.code)).toEqual(['VatUnknown']);
  expect(writeOffAccounting({ ...facts, claims: [{ ...claim!, vatCents: 120_001 }] })).toMatchObject({
    refusal: { code: 'VatTooLarge' },
  });
});

test('money of the customer that clears nothing yet is said before the loss is counted', () => {
  const [warning] = writeOffWarnings({ ...facts, unplacedCents: 50_000 });
  expect(warning!.code).toBe('MoneyUnplaced');
  expect(warning!.message).toContain('500,00');
});

test('the VAT of what comes in later is due again, the oldest invoice first, each at its own rate', () => {
  const [claim] = facts.claims;
  // 20 % on the first, 5.5 % on the second: 960.00 of the first carry 160.00, 40.00 of the second 2.09.
  const reduced = {
    ...claim!,
    claimId: 'd',
    number: 'F-2',
    issuedOn: day('2025-06-10'),
    totalCents: 105_500,
    receivedCents: 0,
    openCents: 105_500,
    vatCents: 5_500,
  };
  const both = [reduced, claim!];
  expect(vatDueAgain(both, 100_000, facts.on)).toBe(16_000 + 209);
  expect(vatDueAgain(both, 1, facts.on)).toBe(0);
  expect(vatDueAgain([{ ...claim!, vatCents: null }], 100, facts.on)).toBeNull();
});

test('several rates give back, together, the VAT of each to the cent, in entries that balance', () => {
  const rates = [20_000, 10_000, 5_500, 2_100];
  const claims = rates.map((vatCents, n) => ({
    claimId: `c${n}`,
    number: `F-${n}`,
    issuedOn: day('2025-03-10'),
    totalCents: 100_000 + vatCents,
    receivedCents: 33_333,
    openCents: 100_000 + vatCents - 33_333,
    vatCents,
  }));
  const made = accounting({ claims });
  const each = claims.map(({ openCents, vatCents, totalCents }) => Math.round((openCents * vatCents) / totalCents));
  expect(made.recoverableVatCents).toBe(each.reduce((sum, cents) => sum + cents, 0));
  expect(made.statements).toHaveLength(4);
  expect(made.document).toBe('summary-list');
});
