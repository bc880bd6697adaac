import { day, disagreements } from '@acquit/law';
import { expect, test } from 'vitest';
import { type WriteOffFacts, writeOffAccounting, writeOffWarnings } from './index.ts';

const facts: WriteOffFacts = {
  on: day('2026-11-22'),
  reason: 'failed-pursuits',
  reasonOn: day('2026-10-05'),
  vatPoint: 'delivery',
  duplicateSentOn: day('2026-11-02'),
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
