import { addDays, type DebtorKind, day, daysBetween, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CustomerTerms } from '../views/customers.ts';
import { termsDueOn, termsName, termsRefusal } from './terms.ts';

const due = (issuedOn: string, terms: CustomerTerms, kind: DebtorKind | null = 'company') =>
  termsDueOn(issuedOn, terms, kind).dueOn;

describe('the due date under a customer’s terms', () => {
  it('counts net days and both readings of the end of the month', () => {
    expect(due('2026-11-21', { days: 30 })).toBe('2026-12-21');
    expect(due('2026-11-21', { days: 45, endOfMonth: 'A' })).toBe('2027-01-31');
    expect(due('2026-11-21', { days: 45, endOfMonth: 'B' })).toBe('2027-01-14');
  });

  it('is refused with the article beyond what the law lets be agreed', () => {
    const { refusal } = termsDueOn('2026-11-21', { days: 61 }, 'company');
    expect(refusal).toMatchObject({ code: 'TermsUnlawful', facts: { article: 'L441-10 I C. com.' } });
    expect(refusal?.message).toContain('L441-10 I C. com.');
    expect(termsDueOn('2026-11-21', { days: 46, endOfMonth: 'A' }, null).refusal?.code).toBe('TermsUnlawful');
    expect(termsDueOn('2026-11-21', { days: 20 }, 'public-body').refusal?.code).toBe('TermsForPublicBuyer');
    expect(due('2026-11-21', { days: 90 }, 'consumer')).toBe('2027-02-19');
  });

  it('says for a whole year what it says for one day', () => {
    const anyTerms = fc.record(
      { days: fc.integer({ min: 0, max: 90 }), endOfMonth: fc.constantFrom('A' as const, 'B' as const) },
      { requiredKeys: ['days'] },
    );
    fc.assert(
      fc.property(anyTerms, fc.integer({ min: 0, max: 365 }), (terms, ahead) => {
        const today = '2026-11-22';
        const on = formatDay(addDays(day(today), ahead));
        const { dueOn } = termsDueOn(on, terms, 'company');
        if (termsRefusal(terms, 'company', today) !== null) return;
        expect(dueOn).toBeDefined();
        expect(daysBetween(day(on), day(dueOn!))).toBeGreaterThanOrEqual(terms.days);
      }),
      { numRuns: 60 },
    );
  });

  it('is named as people say it', () => {
    expect(termsName({ days: 45, endOfMonth: 'A' })).toBe('45\u00a0jours fin de mois');
    expect(termsName({ days: 45, endOfMonth: 'B' })).toBe('fin de mois puis 45\u00a0jours');
    expect(termsName({ days: 30 })).toBe('30\u00a0jours nets');
    expect(termsName({ days: 0 })).toBe('paiement comptant');
  });
});
