/**
 * The check of a printed rate must say what the penalties themselves say, and an invoice corrected by its own findings
 * must be right. The seed is printed; `LAW_SEED` runs it again.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, type Day, day, formatDay } from '../calendar/index.ts';
import { disagreements } from '../explain/index.ts';
import { latePenalties } from '../late-penalties/index.ts';
import { type InvoiceMentionsInput, invoiceMentions, type RateClauseInput } from './index.ts';

const PATIENCE = 120_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);

beforeAll(() => {
  console.info(`invoice mentions, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

const anyDay = fc.integer({ min: day('2019-04-26'), max: day('2026-12-31') }).map((d) => d as Day);
const anyRate: fc.Arbitrary<RateClauseInput> = fc.oneof(
  fc.integer({ min: 0, max: 2000 }).map((units) => ({ fixed: (units / 100).toFixed(2) })),
  fc.integer({ min: 0, max: 60 }).map((units) => ({ legalMultiple: (units / 10).toFixed(1) })),
  fc.integer({ min: 0, max: 150 }).map((units) => ({ ecbPlus: (units / 10).toFixed(1) })),
);

function answer(input: InvoiceMentionsInput) {
  const outcome = invoiceMentions(input);
  if (outcome.refusal !== undefined) throw new Error(outcome.refusal.message);
  return outcome;
}

function check<T>(numRuns: number, arbitrary: fc.Arbitrary<T>, law: (x: T) => void): void {
  fc.assert(fc.property(arbitrary, law), { numRuns, seed: SEED });
}

test(
  'a printed rate is wrong when, and only when, the penalties would refuse it',
  () => {
    check(10_000, fc.record({ on: anyDay, rate: anyRate }), ({ on, rate }) => {
      const { wrong } = answer({
        debtor: 'business',
        issuedOn: formatDay(on),
        issuerSize: 'small',
        penaltyRate: rate,
      }).value;
      const penalties = latePenalties({
        amountCents: 100_000,
        dueOn: formatDay(addDays(on, -1)),
        until: formatDay(on),
        rate: rate as { fixed: string },
      });
      expect(wrong.some(({ mention }) => mention === 'penalty-rate')).toBe(
        penalties.refusal?.code === 'RateBelowFloor',
      );
    });
  },
  PATIENCE,
);

const anyInvoice = fc
  .record({
    debtor: fc.constantFrom('business', 'consumer', 'public-body'),
    issuedOn: anyDay,
    issuerSize: fc.constantFrom('large', 'mid', 'small'),
    totalCents: fc.nat(1_000_000),
    hasDueDate: fc.boolean(),
    dueIn: fc.nat(120),
    rate: fc.option(anyRate, { nil: undefined }),
    indemnity: fc.option(fc.constantFrom(4000, 4001, 0), { nil: undefined }),
    discountConditions: fc.option(fc.constant('Néant'), { nil: undefined }),
    billingAddressDiffers: fc.boolean(),
    vatOnDebits: fc.boolean(),
  })
  .map(({ issuedOn, hasDueDate, dueIn, rate, indemnity, discountConditions, ...rest }) => ({
    ...rest,
    issuedOn: formatDay(issuedOn),
    ...(hasDueDate ? { dueOn: formatDay(addDays(issuedOn, dueIn)) } : {}),
    ...(rate === undefined ? {} : { penaltyRate: rate }),
    ...(indemnity === undefined ? {} : { fixedIndemnityCents: indemnity }),
    ...(discountConditions === undefined ? {} : { discountConditions }),
  })) as fc.Arbitrary<InvoiceMentionsInput & { totalCents: number }>;

test(
  'the tax fine is one amount an item, never above a quarter of the invoice, and every tree follows',
  () => {
    check(20_000, anyInvoice, (input) => {
      const { value, explanation } = answer(input);
      const fined = [...value.missing, ...value.wrong].filter(({ fines }) => fines !== null);
      expect(value.taxFineCents).toBe(Math.min(fined.length * 1500, Math.floor(input.totalCents / 4 + 0.5)));
      // What a public buyer is told wrongly about lateness is corrected, and fined by no text.
      const free = input.debtor === 'public-body' ? value.wrong.length : 0;
      expect(value.missing.length + value.wrong.length - fined.length).toBe(free);
      expect(value.forbidden.every(({ fines }) => fines === null)).toBe(true);
      expect(disagreements(explanation)).toEqual([]);
    });
  },
  PATIENCE,
);

test(
  'an invoice that follows its findings is right',
  () => {
    check(20_000, anyInvoice, (input) => {
      const { debtor, issuedOn, issuerSize, billingAddressDiffers = false, vatOnDebits = false } = input;
      if (debtor !== 'business') return;
      const mended: InvoiceMentionsInput = {
        debtor,
        issuedOn,
        ...(issuerSize === undefined ? {} : { issuerSize }),
        dueOn: formatDay(addDays(day(issuedOn), 30)),
        penaltyRate: { ecbPlus: '10' },
        fixedIndemnityCents: 4000,
        discountConditions: 'Néant',
        customerSiren: '552100554',
        operationNature: 'goods',
        billingAddressDiffers,
        billingAddressStated: true,
        vatOnDebits,
        vatOnDebitsStated: true,
      };
      expect(answer(mended).value).toEqual({ missing: [], wrong: [], forbidden: [], advice: [], taxFineCents: 0 });
    });
  },
  PATIENCE,
);
