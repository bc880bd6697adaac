/**
 * Legal interest a second time: one day after the other, on whole numbers, from the sentences of `law.md` and not from
 * the engine. Receipts, uplift, capitalisation, insolvency, both orders of allocation and both settings of the first day.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { addDays, addMonths, type Day, day, formatDay } from '../calendar/index.ts';
import { valueOn } from '../parameters/index.ts';
import { type LegalInterestInput, legalInterest } from './index.ts';

const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const PATIENCE = 120_000;
const FIRST = day('2010-01-01');
const LAST = day('2026-12-31');
/** A cent, in days × hundredths of a point. */
const CENT = 3_650_000n;

beforeAll(() => {
  console.info(`legal interest day by day, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

const anyInput: fc.Arbitrary<LegalInterestInput> = fc
  .record({
    amountCents: fc.oneof(fc.nat(100), fc.nat(10_000_000), fc.nat(10_000_000_000)),
    from: fc.integer({ min: FIRST, max: day('2026-06-30') }),
    delay: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.nat(1_400)),
    creditor: fc.constantFrom('business', 'individual' as const),
    firstDayIncluded: fc.boolean(),
    allocation: fc.constantFrom('legal', 'principalFirst' as const),
    enforceable: fc.option(fc.integer({ min: -100, max: 500 })),
    asked: fc.option(fc.integer({ min: -100, max: 500 })),
    opened: fc.option(fc.integer({ min: -100, max: 900 })),
    receipts: fc.array(fc.tuple(fc.integer({ min: -20, max: 1_200 }), fc.nat(60)), { maxLength: 4 }),
  })
  .map(({ from, delay, enforceable, asked, opened, receipts, ...rest }) => {
    const iso = (after: number) => formatDay((from + after) as Day);
    return {
      ...rest,
      from: iso(0),
      until: formatDay(Math.min(from + delay, LAST) as Day),
      receipts: receipts.map(([after, percent]) => {
        return { on: iso(after), amountCents: Math.floor((rest.amountCents * percent) / 90) };
      }),
      ...(enforceable === null ? {} : { enforceableOn: iso(enforceable) }),
      ...(opened === null ? {} : { insolvencyOpenedOn: iso(opened) }),
      ...(asked === null ? {} : { capitalisation: { askedOn: iso(asked) } }),
    };
  });

/** Rounds half up to the cent. */
function cents(exact: bigint): number {
  return Number((2n * exact + CENT) / (2n * CENT));
}

function walked(input: LegalInterestInput) {
  const { creditor, allocation, firstDayIncluded } = input;
  const [from, until] = [day(input.from), day(input.until)];
  const upliftFrom = input.enforceableOn === undefined ? null : addMonths(day(input.enforceableOn), 2) + 1;
  const openedOn = input.insolvencyOpenedOn === undefined ? null : day(input.insolvencyOpenedOn);
  const asked = input.capitalisation === undefined ? null : Math.max(day(input.capitalisation.askedOn), from);
  const anniversaries = new Set(
    asked === null ? [] : Array.from({ length: 20 }, (_, n) => addMonths(asked as Day, 12 * (n + 1))),
  );
  let [capital, exact, paid, levied, overpaid] = [input.amountCents, 0n, 0, 0, 0];
  // The first day counted is the one after this day.
  let owedSince = firstDayIncluded ? addDays(from, -1) : from;
  const start = owedSince;
  const toInterest = (money: number) => {
    const due = cents(exact) - paid;
    const part = Math.min(money, due);
    paid += part;
    return { part, clears: part > 0 && part === due };
  };
  for (let d = addDays(from, -30); d <= until; d = addDays(d, 1)) {
    const isStopped = openedOn !== null && d >= openedOn;
    if (d > start && capital > 0 && !isStopped) {
      const rate = Math.round(Number(valueOn(`legal-interest/${creditor}`, d)!.value) * 100);
      exact += BigInt(capital) * BigInt(rate + (upliftFrom !== null && d >= upliftFrom ? 500 : 0));
    }
    for (const { on, amountCents } of input.receipts!) {
      if (on !== formatDay(d)) continue;
      const first = allocation === 'principalFirst' ? Math.min(amountCents, capital) : 0;
      capital -= first;
      const { part, clears } = toInterest(amountCents - first);
      if (clears) owedSince = d;
      const rest = allocation === 'principalFirst' ? 0 : Math.min(amountCents - part, capital);
      capital -= rest;
      overpaid += amountCents - first - part - rest;
    }
    const due = cents(exact) - paid;
    if (isStopped || !anniversaries.has(d) || due === 0 || d < addMonths(owedSince, 12)) continue;
    capital += due;
    levied += cents(exact);
    [exact, paid, owedSince] = [0n, 0, d];
  }
  const interestLeftCents = cents(exact) - paid;
  return {
    interestCents: levied + cents(exact),
    totalDueCents: capital + interestLeftCents,
    principalLeftCents: capital,
    interestLeftCents,
    overpaidCents: overpaid,
  };
}

test('a walk day by day gives the same account', { timeout: PATIENCE }, () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const { value, refusal } = legalInterest(input);
      if (refusal !== undefined) throw new Error(refusal.message);
      const { segments, ...account } = value;
      expect(account).toEqual(walked(input));
      expect(segments.every(({ days }) => days > 0)).toBe(true);
    }),
    { numRuns: 1_500, seed: SEED },
  );
});
