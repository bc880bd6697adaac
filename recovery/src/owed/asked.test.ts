import { day } from '@acquit/law';
import { expect, it } from 'vitest';
import { claim, company, debtor } from '../testing/facts.ts';
import { askedByNotice } from './asked.ts';
import { owedOn } from './owed.ts';

const parties = { company: company(), debtor: debtor() };
const kept = { ...company().settings, reservedAccessories: 'kept' as const };
const due = owedOn(claim('2026-03-10', { indemnity: 'waived' }), day('2026-11-21'), parties);

it('asks for the reserve after a notice, with its tree, and for nothing that was waived', () => {
  const asked = askedByNotice(due, parties.company.settings);
  expect(due.reservedCents).toBeGreaterThan(0);
  expect(asked).toMatchObject({
    reservedCents: 0,
    indemnityCents: 0,
    totalDueCents: due.principalCents + due.penaltyCents,
  });
  expect(Number(asked.explanation.value)).toBe(asked.totalDueCents);
});

it('leaves alone a reserve that the creditor keeps, and a claim without any', () => {
  expect(askedByNotice(due, kept)).toBe(due);
  const claimed = owedOn(
    claim('2026-03-10', { penalties: 'claimed', indemnity: 'claimed' }),
    day('2026-11-21'),
    parties,
  );
  expect(askedByNotice(claimed, parties.company.settings)).toBe(claimed);
});
