import { addDays, day, disagreements } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, company, debtor } from '../testing/facts.ts';
import { exposureOf } from './credit-limit.ts';
import { lateCost } from './late-cost.ts';
import { auditTerms } from './terms-audit.ts';

const ON = day('2026-11-20');
const YEAR = { from: addDays(ON, -365), until: ON };
const PARTIES = { company: company(), debtor: debtor() };

describe('terms of a company', () => {
  const base = { paymentTermDays: null, stipulatedRate: null, allocation: 'legal' } as const;

  it('drafts clauses with their articles from what is lawful', () => {
    const { faults, clauses, text } = auditTerms(
      { ...base, paymentTermDays: 45, stipulatedRate: { legalMultiple: '3' } },
      '2026-11-20',
    );
    expect(faults).toEqual([]);
    expect(clauses.every((one) => one.articles.length > 0)).toBe(true);
    expect(text).toContain('fois le taux de l’intérêt légal');
  });

  it('names the term above the cap and the rate below the floor, each with its article, and drafts the rest', () => {
    const { faults, clauses } = auditTerms(
      { ...base, paymentTermDays: 75, stipulatedRate: { fixed: '5' } },
      '2026-11-20',
    );
    expect(faults.map(({ code, article }) => [code, article])).toEqual([
      ['TermAboveCap', expect.stringContaining('L441-10')],
      ['RateBelowFloor', 'L441-10 II C. com.'],
    ]);
    expect(clauses.length).toBeGreaterThan(0);
  });
});

describe('cost of lateness', () => {
  it('lends each part of an invoice for its days, at the company’s rate', () => {
    const dueOn = addDays(ON, -100);
    const late = claim(null, {
      amountCents: 1_000_000,
      receipts: [{ on: addDays(dueOn, 40), amountCents: 400_000 }],
      penalties: 'reserved',
      indemnity: 'reserved',
    });
    const cost = lateCost([{ ...late, dueOn, issuedOn: null }], YEAR, '6', PARTIES);
    // 10 000 € × 6 % × 40/365 + 6 000 € × 6 % × 60/365 = 65,7534 + 59,1781
    expect(cost.carryingCents).toBe(124_93);
    expect(disagreements(cost.explanation!)).toEqual([]);
    expect(cost.unclaimedCents).toBeGreaterThan(40_00);
    expect(cost.invoices).toBe(1);
  });

  it('counts nothing on time, nothing before the period, and no carrying without a rate', () => {
    const paid = (due: number, after: number) => ({
      ...claim(null, { amountCents: 50_000, receipts: [{ on: addDays(ON, due + after), amountCents: 50_000 }] }),
      dueOn: addDays(ON, due),
    });
    expect(lateCost([paid(-30, 0), paid(-30, -5), paid(-800, 60)], YEAR, '6', PARTIES)).toMatchObject({
      carryingCents: 0,
      invoices: 0,
    });
    expect(lateCost([paid(-60, 20)], YEAR, null, PARTIES)).toMatchObject({
      carryingCents: null,
      explanation: null,
      invoices: 1,
    });
  });

  it('has a tree that agrees with its figure, whatever came in', () => {
    const anyClaim = fc.record({
      amountCents: fc.integer({ min: 1, max: 9_000_000 }),
      due: fc.integer({ min: -500, max: 30 }),
      receipts: fc.array(
        fc.record({ after: fc.integer({ min: -20, max: 300 }), share: fc.integer({ min: 1, max: 60 }) }),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(fc.array(anyClaim, { maxLength: 5 }), fc.constantFrom('0.5', '4.25', '12'), (made, rate) => {
        const claims = made.map(({ amountCents, due, receipts }, n) => {
          const dueOn = addDays(ON, due);
          const received = receipts.map(({ after, share }) => ({
            on: addDays(dueOn, after),
            amountCents: Math.max(Math.floor((amountCents * share) / 100), 1),
          }));
          return { ...claim(null, { amountCents, receipts: received }), dueOn, number: `F-${n}` };
        });
        const cost = lateCost(claims, YEAR, rate, PARTIES);
        expect(disagreements(cost.explanation!)).toEqual([]);
        expect(cost.carryingCents).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('credit limit', () => {
  it('warns once what is owed, due or not, passes it', () => {
    expect(exposureOf(500_000, 0, null)).toMatchObject({ overCents: 0, alert: null });
    expect(exposureOf(500_000, 0, 500_000).alert).toBeNull();
    expect(exposureOf(500_001, 0, 500_000)).toMatchObject({ overCents: 1 });
    expect(exposureOf(600_000, 100_000, 500_000).alert).toBeNull();
    expect(exposureOf(600_000, 0, 500_000).alert).toContain('dépassé de');
  });
});
