/**
 * What must hold of every set of clauses: one rate, lawful on any day, typeset as French is. The seed is printed;
 * `LAW_SEED` runs it again.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, day, formatDay } from '../calendar/index.ts';
import { disagreements } from '../explain/index.ts';
import { paymentTerm } from '../payment-term/index.ts';
import { type TermsClausesInput, termsClauses } from './index.ts';

const PATIENCE = 120_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const WRITTEN = '2026-11-21';

beforeAll(() => {
  console.info(`terms and clauses, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const anyInput = fc
  .record({
    customers: fc.constantFrom('business', 'business', 'consumer', 'non-business'),
    term: optional(
      fc.record({ days: fc.nat(70), endOfMonth: optional(fc.constantFrom('A', 'B')) }, { requiredKeys: ['days'] }),
    ),
    sector: optional(fc.constantFrom('transport', 'wine', 'toys', 'perishable')),
    periodic: fc.boolean(),
    discount: optional(fc.record({ percent: fc.constantFrom('1', '2.5'), days: fc.nat(15) })),
    penaltyRate: optional(
      fc.constantFrom({ fixed: '8' }, { fixed: '12.5' }, { legalMultiple: '3' }, { ecbPlus: '10' }),
    ),
    fixedIndemnityCents: optional(fc.constantFrom(4000, 5000)),
    penaltyClause: optional(fc.record({ percent: fc.constant('10'), mutual: fc.boolean() })),
    reminderFeeCents: fc.constantFrom(0, 0, 0, 1500),
    retentionOfTitle: fc.boolean(),
    suspension: optional(fc.record({ noticeDays: fc.integer({ min: 1, max: 30 }) })),
    acceleration: optional(fc.record({ noticeDays: fc.integer({ min: 1, max: 30 }) })),
    allocation: optional(fc.constantFrom('legal', 'principalFirst')),
    limitation: optional(fc.record({ years: fc.nat(12) })),
  })
  .map((input) => {
    const term =
      input.term === undefined
        ? undefined
        : Object.fromEntries(Object.entries(input.term).filter(([, v]) => v !== undefined));
    const entries = Object.entries({ on: WRITTEN, ...input, term }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(entries) as unknown as TermsClausesInput;
  });

function check<T>(numRuns: number, arbitrary: fc.Arbitrary<T>, law: (x: T) => void): void {
  fc.assert(fc.property(arbitrary, law), { numRuns, seed: SEED });
}

test(
  'clauses state one rate to a business and none to others, and are typeset as French is',
  () => {
    check(10_000, anyInput, (input) => {
      const { value, explanation, refusal } = termsClauses(input);
      if (refusal !== undefined) {
        expect(refusal.message).toMatch(/^\p{Lu}.*\.$/u);
        return;
      }
      const { clauses, text, ratePrinted } = value;
      const isBusiness = input.customers === 'business';
      expect(ratePrinted !== null).toBe(isBusiness);
      expect(clauses.filter(({ key }) => key === 'late-penalties')).toHaveLength(isBusiness ? 1 : 0);
      expect(clauses.some(({ key }) => key === 'fixed-indemnity')).toBe(isBusiness);
      expect(new Set(clauses.map(({ key }) => key)).size).toBe(clauses.length);
      for (const clause of clauses) {
        expect(clause.text).not.toMatch(/ [:;!?%€»]|« |'|\.\.|\s\s/);
        expect(clause.text).toMatch(/^\p{Lu}.*\.$/u);
        expect(clause.articles.length).toBeGreaterThan(0);
        expect(text).toContain(clause.text);
      }
      expect(disagreements(explanation)).toEqual([]);
    });
  },
  PATIENCE,
);

test(
  'a term that was written is lawful for every invoice of the year',
  () => {
    check(5_000, fc.record({ input: anyInput, later: fc.nat(364) }), ({ input, later }) => {
      if (input.customers !== 'business' || termsClauses(input).refusal !== undefined) return;
      const issuedOn = formatDay(addDays(day(WRITTEN), later));
      const { term, sector, periodic = false } = input;
      const invoice = { debtor: 'business', issuedOn, receivedOn: issuedOn, periodic } as const;
      const answer = paymentTerm({
        ...invoice,
        ...(term === undefined ? {} : { term }),
        ...(sector === undefined ? {} : { sector }),
      });
      expect(answer.value?.lawful).toBe(true);
    });
  },
  PATIENCE,
);
