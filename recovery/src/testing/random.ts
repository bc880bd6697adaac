import { addDays, type Day, DEBTOR_KINDS, type DebtorKind, day } from '@acquit/law';
import fc from 'fast-check';
import type { CaseFacts, ClaimFacts, CompanyFacts } from '../model/facts.ts';
import { defaultSettings } from '../profile/settings.ts';
import { caseOf, claim, company, debtor } from './facts.ts';

/** Random facts for properties: any mix of claims that a real book can hold, on days whose rates are published. */

const START = day('2025-01-01');
const END = day('2026-05-31');

export const anyDay = fc.integer({ min: START, max: END }).map((value) => value as Day);

export const anyKind: fc.Arbitrary<DebtorKind | null> = fc.constantFrom(...DEBTOR_KINDS, null);

const anyChoice = fc.constantFrom('claimed' as const, 'reserved' as const, 'waived' as const);

export const anyClaim = fc
  .record({
    dueOn: fc.option(anyDay, { freq: 12 }),
    kind: fc.constantFrom('invoice', 'invoice', 'invoice', 'deposit', 'corrective', 'credit-note', 'factored'),
    amountCents: fc.integer({ min: 1, max: 5_000_000 }),
    paidShare: fc.constantFrom(0, 0, 0, 25, 60, 100, 130),
    paidAfter: fc.integer({ min: -10, max: 60 }),
    penalties: anyChoice,
    indemnity: anyChoice,
  })
  .map(({ dueOn, amountCents, paidShare, paidAfter, ...rest }): Omit<ClaimFacts, 'claimId' | 'number'> => {
    const paid = Math.floor((amountCents * paidShare) / 100);
    const receipts = dueOn === null || paid === 0 ? [] : [{ on: addDays(dueOn, paidAfter), amountCents: paid }];
    return { ...claim(null, { ...rest, amountCents, receipts }), dueOn, issuedOn: dueOn && addDays(dueOn, -30) };
  });

export const anyCase: fc.Arbitrary<CaseFacts> = fc
  .record({
    claims: fc.array(anyClaim, { minLength: 1, maxLength: 6 }),
    kind: anyKind,
    email: fc.constantFrom('direction@vallier.example', 'direction@vallier.example', null),
    city: fc.constantFrom('Grenoble', 'Grenoble', null),
    unallocatedCents: fc.constantFrom(0, 0, 0, 900, 100_000),
  })
  .map(({ claims, kind, email, city, unallocatedCents }) => {
    const owes = debtor({ kind, email, address: { ...debtor().address, city } });
    const numbered = claims.map((facts, i) => ({ ...facts, claimId: `claim-${i}`, number: `F-${i}` }));
    return caseOf(numbered, { debtor: owes, unallocatedCents });
  });

export const anyCompany: fc.Arbitrary<CompanyFacts> = fc
  .record({
    minimumGapDays: fc.integer({ min: 0, max: 10 }),
    thresholdCents: fc.constantFrom(0, 500, 50_000),
    allocation: fc.constantFrom('legal' as const, 'principalFirst' as const),
    reservedAccessories: fc.constantFrom('asked-by-formal-notice' as const, 'kept' as const),
    creditorKind: fc.constantFrom('business' as const, 'business' as const, 'individual' as const),
  })
  .map(({ creditorKind, ...settings }) => company({ creditorKind, settings: { ...defaultSettings, ...settings } }));
