import { day, disagreements } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../profile/settings.ts';
import { claim, company, debtor } from '../testing/facts.ts';
import { anyClaim, anyCompany, anyDay, anyKind } from '../testing/random.ts';
import { type OwedAmounts, owedAmounts, owedOn, type Parties } from './owed.ts';

const between = (kind: Parameters<typeof debtor>[0] = {}, who = company()): Parties => ({
  company: who,
  debtor: debtor(kind),
});
const figures = ({ principalCents, penaltyCents, indemnityCents, reservedCents, totalDueCents }: OwedAmounts) => ({
  principalCents,
  penaltyCents,
  indemnityCents,
  reservedCents,
  totalDueCents,
});
const claimed = { penalties: 'claimed', indemnity: 'claimed' } as const;

describe('owedOn', () => {
  it('claims penalties and indemnity between professionals, in the legal order (money.md 6.2)', () => {
    const receipts = [{ on: day('2026-03-31'), amountCents: 200_000 }];
    const owed = owedOn(
      claim('2026-01-31', { amountCents: 500_000, receipts, ...claimed }),
      day('2026-07-15'),
      between(),
    );
    expect(figures(owed)).toEqual({
      principalCents: 313_820,
      penaltyCents: 11_105,
      indemnityCents: 0,
      reservedCents: 0,
      totalDueCents: 324_925,
    });
  });

  it('clears the principal first when the creditor agrees to it, or keeps something in reserve', () => {
    const receipts = [{ on: day('2026-03-31'), amountCents: 200_000 }];
    const paid = { amountCents: 500_000, receipts };
    const agreed = company({ settings: { ...defaultSettings, allocation: 'principalFirst' } });
    const asked = owedOn(claim('2026-01-31', { ...paid, ...claimed }), day('2026-07-15'), between({}, agreed));
    expect(asked.totalDueCents).toBe(324_436);
    const reserved = owedOn(
      claim('2026-01-31', { ...paid, ...claimed, indemnity: 'reserved' }),
      day('2026-07-15'),
      between(),
    );
    expect(figures(reserved)).toEqual({
      principalCents: 300_000,
      penaltyCents: 20_436,
      indemnityCents: 4_000,
      reservedCents: 4_000,
      totalDueCents: 320_436,
    });
  });

  it('applies one rate for the whole delay to a public buyer (money.md 2.10)', () => {
    const owed = owedOn(
      claim('2026-05-10', { amountCents: 2_000_000, ...claimed }),
      day('2026-08-20'),
      between({ kind: 'public-body' }),
    );
    expect([owed.penaltyCents, owed.indemnityCents]).toEqual([56_729, 4_000]);
  });

  it('asks a consumer legal interest from the notice, and nothing else (money.md 3)', () => {
    const consumer = between({ kind: 'consumer' });
    const facts = { amountCents: 80_000, ...claimed };
    const before = owedOn(claim('2026-06-30', facts), day('2026-11-21'), consumer);
    expect(figures(before)).toEqual({
      principalCents: 80_000,
      penaltyCents: 0,
      indemnityCents: 0,
      reservedCents: 0,
      totalDueCents: 80_000,
    });
    const after = owedOn(claim('2026-06-30', { ...facts, noticeOn: day('2026-08-03') }), day('2026-11-21'), consumer);
    expect([after.penaltyCents, after.indemnityCents, after.totalDueCents]).toEqual([663, 0, 80_663]);
  });

  it('keeps the interest that ran before a payment, when the payment clears the principal first', () => {
    const receipts = [{ on: day('2026-09-30'), amountCents: 30_000 }];
    const paid = { amountCents: 80_000, ...claimed, noticeOn: day('2026-08-03'), receipts };
    const agreed = company({ settings: { ...defaultSettings, allocation: 'principalFirst' } });
    const owed = owedOn(claim('2026-06-30', paid), day('2026-11-21'), between({ kind: 'consumer' }, agreed));
    // 58 days on 800 € and 52 days on 500 €, at 2.75 %.
    expect([owed.principalCents, owed.penaltyCents]).toEqual([50_000, 545]);
    const legal = owedOn(claim('2026-06-30', paid), day('2026-11-21'), between({ kind: 'consumer' }));
    expect([legal.principalCents, legal.penaltyCents]).toEqual([50_350, 197]);
  });

  it('asks no interest of a consumer on what he never owed, when he paid too much', () => {
    const receipts = [{ on: day('2026-09-30'), amountCents: 100_000 }];
    const paid = { amountCents: 80_000, ...claimed, noticeOn: day('2026-08-03'), receipts };
    const owed = owedOn(claim('2026-06-30', paid), day('2026-11-21'), between({ kind: 'consumer' }));
    expect([owed.principalCents, owed.penaltyCents]).toEqual([0, 0]);
  });

  it('treats a debtor of unknown kind, and any debtor of a private creditor, under the civil code', () => {
    const late = claim('2026-06-30', claimed);
    expect(owedOn(late, day('2026-11-21'), between({ kind: null })).totalDueCents).toBe(120_000);
    const person = company({ creditorKind: 'individual' });
    expect(owedOn(late, day('2026-11-21'), between({}, person)).totalDueCents).toBe(120_000);
  });

  it('stops at an insolvency', () => {
    const late = claim('2026-06-30', claimed);
    const opened = between({ insolvencyOpenedOn: day('2026-09-01') });
    expect(owedOn(late, day('2026-11-21'), opened)).toMatchObject(figures(owedOn(late, day('2026-08-31'), between())));
    const noticed = { ...late, noticeOn: day('2026-07-15') };
    const consumer = between({ kind: 'consumer', insolvencyOpenedOn: day('2026-09-01') });
    expect(owedOn(noticed, day('2026-11-21'), consumer).penaltyCents).toBe(
      owedOn(noticed, day('2026-08-31'), between({ kind: 'consumer' })).penaltyCents,
    );
  });

  it('claims the principal alone and carries the refusal when a rate is missing', () => {
    const owed = owedOn(claim('2026-06-30', claimed), day('2027-03-01'), between());
    expect(owed.refusal?.code).toBe('RateNotPublished');
    expect(figures(owed)).toMatchObject({ penaltyCents: 0, indemnityCents: 0, totalDueCents: 120_000 });
    expect(owed.explanation.value).toBe(120_000);
  });

  it('forgets what is waived and counts receipts up to the day only', () => {
    const receipts = [{ on: day('2026-12-01'), amountCents: 50_000 }];
    const waived = claim('2026-06-30', { penalties: 'waived', indemnity: 'waived', receipts });
    expect(owedOn(waived, day('2026-11-21'), between()).totalDueCents).toBe(120_000);
    expect(owedOn(waived, day('2026-12-01'), between()).totalDueCents).toBe(70_000);
  });
});

describe('on any claim', () => {
  it('gives the same figures with and without its tree, and the tree follows from its leaves', () => {
    fc.assert(
      fc.property(anyClaim, anyCompany, anyKind, anyDay, fc.option(anyDay), (facts, who, kind, on, noticeOn) => {
        const any = { ...facts, claimId: 'c', number: 'F-1', noticeOn };
        const parties = between({ kind }, who);
        const owed = owedOn(any, on, parties);
        expect(figures(owed)).toEqual(figures(owedAmounts(any, on, parties)));
        expect(owed.totalDueCents).toBe(
          owed.principalCents + owed.penaltyCents + owed.indemnityCents - owed.reservedCents,
        );
        expect(owed.explanation.value).toBe(owed.totalDueCents);
        expect(disagreements(owed.explanation)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
