/**
 * Laws of interest before any rounding, on the engine that both rules share, with the rates of each: they must hold for
 * every sum, every day and every rate. Whole numbers only: an equality here is exact.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day, day, halfYearOf } from '../calendar/index.ts';
import { ratesOf } from '../late-penalties/rates.ts';
import { schemeOf } from '../legal-interest/rates.ts';
import { type AccrualPlan, type RateScheme, settle } from './index.ts';

/** Random tests share the machine with the rest of the suite: the limit only stops a test that never ends. */
const PATIENCE = 120_000;
const RUNS = 50_000;
const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const FIRST = day('2013-01-01');
const LAST = day('2026-12-31');

beforeAll(() => {
  console.info(`laws of interest, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

function holds<T extends unknown[]>(property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns: RUNS, seed: SEED });
}

/** Cheaper than `expect` in a loop of fifty thousand, and as plain when it fails. */
function must(truth: boolean, what: () => string): void {
  if (!truth) throw new Error(what());
}

const anyDay = fc.integer({ min: FIRST, max: LAST }).map((d) => d as Day);
const anyAmount = fc.oneof(fc.nat(100), fc.nat(10_000_000), fc.nat(1_000_000_000), fc.nat(1_000_000_000_000));
/** Two decimals, above every floor since 2013. */
const anyFixedRate = fc.integer({ min: 1_600, max: 9_999 });

interface Debt {
  readonly amount: number;
  readonly first: Day;
  readonly until: Day;
  readonly scheme: RateScheme;
  readonly countsLeapYears: boolean;
}

/** Exact interest of a plain debt from a day to another, both counted, in parts of a cent. */
function exactInterest({ amount, first, until, scheme, countsLeapYears }: Debt): bigint {
  const plan: AccrualPlan = {
    tranches: [{ firstDay: first, principalCents: amount, indemnityCents: 0 }],
    moves: [],
    scheme,
    until,
    stopOn: until,
    principalFirst: false,
    countsLeapYears,
    capitalisationMonths: 0,
  };
  const ledger = settle(plan, false);
  if ('code' in ledger) throw new Error(ledger.message);
  return BigInt(ledger.accrued.whole) * BigInt(ledger.divisor) + BigInt(ledger.accrued.rest);
}

function fixedRate(units: number): RateScheme {
  return ratesOf('business', { kind: 'fixed', value: { units, decimals: 2 } }, FIRST);
}

/** The rates of both rules; the public one depends on its first day, so it is left to a fixed debt. */
const anyScheme = fc.oneof(
  fc.constant(ratesOf('business', null, FIRST)),
  anyFixedRate.map(fixedRate),
  fc.constant(ratesOf('business', { kind: 'legalMultiple', value: { units: 457, decimals: 2 } }, FIRST)),
  fc.tuple(fc.constantFrom('business', 'individual' as const), fc.option(anyDay)).map(([c, on]) => schemeOf(c, on)),
);
/** Mostly two years and a half, as in practice, and now and then all the years at once. */
const anyLength = fc.oneof({ weight: 19, arbitrary: fc.nat(900) }, { weight: 1, arbitrary: fc.nat(LAST - FIRST) });
const anyDebt: fc.Arbitrary<Debt> = fc
  .tuple(anyAmount, anyDay, anyLength, anyScheme, fc.boolean())
  .map(([amount, first, length, scheme, countsLeapYears]) => {
    return { amount, first, until: Math.min(first + length, LAST) as Day, scheme, countsLeapYears };
  });

describe('before rounding', { timeout: PATIENCE }, () => {
  test('splitting a period in two gives the same interest', () => {
    holds(
      fc.property(anyDebt, anyDay, (debt, cut) => {
        const middle = Math.min(Math.max(cut, debt.first), debt.until) as Day;
        const parts = exactInterest({ ...debt, until: middle }) + exactInterest({ ...debt, first: addDays(middle, 1) });
        must(parts === exactInterest(debt), () => `${parts} against ${exactInterest(debt)}`);
      }),
    );
  });

  test('interest is linear in the amount', () => {
    holds(
      fc.property(anyDebt, anyAmount, fc.integer({ min: 2, max: 9 }), (debt, other, times) => {
        const one = exactInterest(debt);
        const sum = one + exactInterest({ ...debt, amount: other });
        must(sum === exactInterest({ ...debt, amount: debt.amount + other }), () => `${sum} is not the whole`);
        const many = BigInt(times) * one;
        must(many === exactInterest({ ...debt, amount: times * debt.amount }), () => `${many} is not ${times} times`);
      }),
    );
  });

  test('more principal, one more day, an earlier first day never give less', () => {
    holds(
      fc.property(anyDebt, fc.nat(1_000_000), (debt, more) => {
        const interest = exactInterest(debt);
        must(exactInterest({ ...debt, amount: debt.amount + more }) >= interest, () => 'more principal, less interest');
        const later = Math.min(debt.until + 1, LAST) as Day;
        must(exactInterest({ ...debt, until: later }) >= interest, () => 'one more day, less interest');
        const earlier = Math.max(debt.first - 1, FIRST) as Day;
        must(exactInterest({ ...debt, first: earlier }) >= interest, () => 'one day earlier, less interest');
      }),
    );
  });

  test('a higher rate never gives less, and strictly more of a sum that is late', () => {
    holds(
      fc.property(anyDebt, anyFixedRate, anyFixedRate, (debt, a, b) => {
        const low = exactInterest({ ...debt, scheme: fixedRate(Math.min(a, b)) });
        const high = exactInterest({ ...debt, scheme: fixedRate(Math.max(a, b)) });
        must(a === b || debt.amount === 0 ? high === low : high > low, () => `${high} against ${low}`);
      }),
    );
  });

  test('the uplift never lowers legal interest, and an individual never earns less than a business', () => {
    holds(
      fc.property(anyDebt, anyDay, (debt, enforceableOn) => {
        const plain = exactInterest({ ...debt, scheme: schemeOf('business', null) });
        const uplifted = exactInterest({ ...debt, scheme: schemeOf('business', enforceableOn) });
        must(uplifted >= plain, () => `${uplifted} below ${plain}`);
        const individual = exactInterest({ ...debt, scheme: schemeOf('individual', null) });
        must(individual >= plain, () => `${individual} below ${plain}`);
      }),
    );
  });

  test('nothing accrues on nothing, nor before the first lawful day', () => {
    holds(
      fc.property(anyDebt, fc.integer({ min: 1, max: 5_000 }), (debt, before) => {
        must(exactInterest({ ...debt, amount: 0 }) === 0n, () => 'interest on nothing');
        must(exactInterest({ ...debt, until: addDays(debt.first, -before) }) === 0n, () => 'interest before its day');
        const firstDay = exactInterest({ ...debt, until: debt.first });
        must(firstDay > 0n === debt.amount > 0, () => 'the first day does not count');
      }),
    );
  });

  test('the days of a leap year weigh one part in 366 less when they are counted apart', () => {
    holds(
      fc.property(anyDebt, (debt) => {
        const until = Math.min(debt.until, debt.first + 20) as Day;
        if (halfYearOf(debt.first) >> 1 !== halfYearOf(until) >> 1) return;
        const isLeap = (halfYearOf(until) >> 1) % 4 === 0;
        const fixed = exactInterest({ ...debt, until, countsLeapYears: false });
        const leap = exactInterest({ ...debt, until, countsLeapYears: true });
        must(leap === fixed * (isLeap ? 365n : 366n), () => `${leap} against ${fixed}`);
      }),
    );
  });
});

test('the engine refuses a day without rate rather than using the last one', () => {
  const scheme = ratesOf('business', null, LAST);
  const debt = { amount: 100, first: LAST, until: addDays(LAST, 1), scheme, countsLeapYears: false };
  expect(() => exactInterest(debt)).toThrow(/pas encore publié/);
});
