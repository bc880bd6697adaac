/**
 * Laws that hold for every case of the two interest rules, tried on random ones, and second implementations that walk
 * day by day with exact fractions. The seed is printed; a seed that finds a fault is kept in `SEED`.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { segmentsOf, settle } from './accrual/index.ts';
import { addDays, type Day, day, formatDay, type HalfYear, halfYearOf, halfYearStart } from './calendar/index.ts';
import {
  disagreements,
  type LatePenaltiesAmount,
  type LatePenaltiesInput,
  latePenalties,
  latePenaltiesAmount,
} from './index.ts';
import { firstLateDay, readCase } from './late-penalties/input.ts';
import { planOf } from './late-penalties/plan.ts';
import { ratesOf } from './late-penalties/rates.ts';
import { add, fromDecimal, multiply, type Rational, rational, roundRationalHalfUp } from './money/index.ts';
import { type SeriesName, valueOn } from './parameters/index.ts';

/** Random tests share the machine with the rest of the suite: the limit only stops a test that never ends. */
const PATIENCE = 120_000;

const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const FIRST = day('2013-01-01');
const LAST = day('2026-12-31');
const PUBLIC_INDEMNITY = day('2013-03-16');

beforeAll(() => {
  console.info(`law properties, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

function assert<T extends unknown[]>(numRuns: number, property: fc.IProperty<T>): void {
  fc.assert(property, { numRuns, seed: SEED });
}

const anyCase: fc.Arbitrary<LatePenaltiesInput> = fc
  .record({
    amountCents: fc.oneof(fc.nat(100), fc.nat(10_000_000), fc.nat(10_000_000_000)),
    dueOn: fc.integer({ min: FIRST, max: day('2026-06-30') }),
    delay: fc.oneof(fc.integer({ min: -3, max: 3 }), fc.nat(600)),
    regime: fc.constantFrom('business', 'public' as const),
    rate: fc.constantFrom(null, { fixed: '17.1234' }, { legalMultiple: '3.57' }, { ecbPlus: '13.5' }),
    allocation: fc.constantFrom('legal', 'principalFirst' as const),
    receipts: fc.array(fc.tuple(fc.integer({ min: -20, max: 500 }), fc.nat(100)), { maxLength: 4 }),
    creditNotes: fc.array(
      fc.tuple(fc.integer({ min: -20, max: 300 }), fc.nat(60), fc.constantFrom('correction', 'gesture' as const)),
      { maxLength: 2 },
    ),
    insolvency: fc.option(fc.integer({ min: -5, max: 300 })),
    waivers: fc.array(
      fc.tuple(
        fc.integer({ min: -5, max: 300 }),
        fc.constantFrom('penalties', 'indemnity' as const),
        fc.option(fc.nat(20_000)),
      ),
      { maxLength: 2 },
    ),
    split: fc.option(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 200 }))),
  })
  .map(({ amountCents, dueOn, delay, regime, rate, allocation, receipts, creditNotes, insolvency, waivers, split }) => {
    const iso = (after: number) => formatDay((dueOn + after) as Day);
    const share = (percent: number) => Math.floor((amountCents * percent) / 90);
    const first = split === null ? 0 : Math.floor((amountCents * split[0]) / 100);
    return {
      amountCents,
      dueOn: iso(0),
      until: formatDay(Math.min(dueOn + delay, LAST) as Day),
      regime,
      allocation,
      receipts: receipts.map(([after, percent]) => ({ on: iso(after), amountCents: share(percent) })),
      creditNotes: creditNotes.map(([after, percent, effect]) => {
        return { on: iso(after), amountCents: share(percent), effect };
      }),
      ...(rate === null || regime === 'public' ? {} : { rate }),
      waivers: waivers.map(([after, what, cents]) => {
        return { on: iso(after), what, ...(cents === null ? {} : { amountCents: cents }) };
      }),
      ...(insolvency === null ? {} : { insolvencyOpenedOn: iso(insolvency) }),
      ...(split === null
        ? {}
        : {
            installments: [
              { dueOn: iso(0), amountCents: first },
              { dueOn: iso(split[1]), amountCents: amountCents - first },
            ],
          }),
    };
  });

const MILLIONTHS = 1_000_000n;
const percents = new Map<string, bigint>();

/** The rate of a day in millionths of a percent, from the dated values and not from the engine's tables. */
function percentOn(input: LatePenaltiesInput, half: HalfYear, dueOn: Day): bigint {
  const { regime, rate } = input;
  const anchor = halfYearStart(regime === 'public' ? halfYearOf(addDays(dueOn, 1)) : half);
  const key = `${regime} ${JSON.stringify(rate)} ${anchor}`;
  const known = percents.get(key);
  if (known !== undefined) return known;
  const percentOf = (name: SeriesName) => fromDecimal(valueOn(name, anchor)!.value);
  const percent = (): Rational => {
    if (regime === 'public') return add(percentOf('ecb-main-refinancing'), percentOf('public-points'));
    if (rate === undefined) return add(percentOf('ecb-main-refinancing'), percentOf('late-default-points'));
    if ('fixed' in rate) return fromDecimal(rate.fixed);
    if ('ecbPlus' in rate) return add(percentOf('ecb-main-refinancing'), fromDecimal(rate.ecbPlus));
    return multiply(percentOf('legal-interest/business'), fromDecimal(rate.legalMultiple));
  };
  const { numerator, denominator } = percent();
  const millionths = (numerator * MILLIONTHS) / denominator;
  percents.set(key, millionths);
  return millionths;
}

/** The rule again, without any of its code: one day after the other, exact sums. */
function dayByDay(input: LatePenaltiesInput): LatePenaltiesAmount {
  const until = day(input.until);
  const dues = (input.installments ?? [{ dueOn: input.dueOn!, amountCents: input.amountCents }]).map((due) => {
    return { dueOn: day(due.dueOn), left: due.amountCents };
  });
  const opened = input.insolvencyOpenedOn === undefined ? null : day(input.insolvencyOpenedOn);
  let [overpaid, indemnity, indemnityPaid, penaltyPaid, waived] = [0, 0, 0, 0, 0];
  let exact = 0n;
  const lower = (amount: number): number => {
    let rest = amount;
    for (const due of dues) {
      const part = Math.min(rest, due.left);
      due.left -= part;
      rest -= part;
    }
    return rest;
  };
  const owed = () => Number(roundRationalHalfUp(rational(exact, 36_500n * MILLIONTHS)));
  const receive = (amount: number) => {
    let rest = input.allocation === 'principalFirst' ? lower(amount) : amount;
    const toPenalty = Math.min(rest, owed() - penaltyPaid);
    penaltyPaid += toPenalty;
    rest -= toPenalty;
    const toIndemnity = Math.min(rest, indemnity - indemnityPaid);
    indemnityPaid += toIndemnity;
    rest -= toIndemnity;
    overpaid += input.allocation === 'principalFirst' ? rest : lower(rest);
  };
  for (const note of input.creditNotes!) if (note.effect === 'correction') overpaid += lower(note.amountCents);
  for (let d = addDays(dues[0]!.dueOn, -30); d <= until; d = addDays(d, 1)) {
    for (const { dueOn, left } of dues) {
      if (left === 0 || d <= dueOn) continue;
      const isServed = input.regime !== 'public' || dueOn >= PUBLIC_INDEMNITY;
      if (d === dueOn + 1 && isServed && (opened === null || opened > dueOn)) indemnity += 4_000;
      if (opened !== null && d >= opened) continue;
      exact += BigInt(left) * percentOn(input, halfYearOf(d), dueOn);
    }
    const text = formatDay(d);
    for (const note of input.creditNotes!) {
      if (note.effect === 'gesture' && note.on === text) overpaid += lower(note.amountCents);
    }
    for (const receipt of input.receipts!) if (receipt.on === text) receive(receipt.amountCents);
    for (const { on, what, amountCents = Number.MAX_SAFE_INTEGER } of input.waivers!) {
      if (on !== text) continue;
      const left = what === 'penalties' ? owed() - penaltyPaid : indemnity - indemnityPaid;
      const part = Math.min(amountCents, left);
      if (what === 'penalties') penaltyPaid += part;
      else indemnityPaid += part;
      waived += part;
    }
  }
  const principalLeftCents = dues.reduce((sum, { left }) => sum + left, 0);
  return {
    penaltyCents: owed(),
    indemnityCents: indemnity,
    principalLeftCents,
    totalDueCents: principalLeftCents + owed() - penaltyPaid + indemnity - indemnityPaid,
    penaltyLeftCents: owed() - penaltyPaid,
    indemnityLeftCents: indemnity - indemnityPaid,
    overpaidCents: overpaid,
    waivedCents: waived,
  };
}

function amountsOf(input: LatePenaltiesInput): LatePenaltiesAmount {
  const result = latePenaltiesAmount(input);
  if ('refusal' in result) throw new Error(result.refusal.message);
  return result;
}

describe('late penalties', { timeout: PATIENCE }, () => {
  test('a walk day by day gives the same amounts', () => {
    assert(
      1_000,
      fc.property(anyCase, (input) => {
        expect(amountsOf(input)).toEqual(dayByDay(input));
      }),
    );
  });

  test('the tree recomputes, the segments add up, and the amounts alone are the same', () => {
    assert(
      2_000,
      fc.property(anyCase, (input) => {
        const { value, explanation, refusal } = latePenalties(input);
        expect(refusal).toBeUndefined();
        expect(disagreements(explanation!)).toEqual([]);
        const { segments, ...amounts } = value!;
        expect(amounts).toEqual(amountsOf(input));
        const sum = segments.reduce(
          (total, { baseCents, ratePercent, days }) =>
            add(total, multiply(multiply(rational(baseCents), fromDecimal(ratePercent)), rational(days, 36_500))),
          rational(0),
        );
        expect(Number(roundRationalHalfUp(sum))).toBe(amounts.penaltyCents);
        for (const segment of segments) {
          expect(halfYearOf(day(segment.from))).toBe(halfYearOf(day(segment.to)));
          expect(day(segment.to) - day(segment.from) + 1).toBe(segment.days);
        }
      }),
    );
  });

  test('the published lines add up to the published penalty', () => {
    const run = (input: LatePenaltiesInput) => {
      const lateCase = readCase(input);
      if ('code' in lateCase) throw new Error(lateCase.message);
      const scheme = ratesOf(lateCase.regime, lateCase.rate, firstLateDay(lateCase.dues[0]!));
      const ledger = settle(planOf(lateCase, scheme), true);
      if ('code' in ledger) throw new Error(ledger.message);
      return { ledger, lines: segmentsOf(ledger, scheme.decimals, lateCase.dues.length) };
    };
    assert(
      50_000,
      fc.property(anyCase, (input) => {
        const { ledger, lines } = run(input);
        let [millionths, shown] = [0n, 0];
        for (const { baseCents, ratePercent, days, penalty } of lines) {
          const [whole, fraction] = ratePercent.split('.');
          millionths += BigInt(baseCents) * BigInt(`${whole}${fraction!.padEnd(6, '0')}`) * BigInt(days);
          shown += Number(penalty.replace('.', ''));
        }
        const cents = (millionths * 2n + 36_500n * MILLIONTHS) / (2n * 36_500n * MILLIONTHS);
        if (Number(cents) !== ledger.interestCents) expect(ledger.interestCents).toBe(Number(cents));
        // Each line is shown with four digits: half of the last one may be missing from each.
        const gap = Math.abs(shown - ledger.interestCents * 100);
        if (gap > 50 + lines.length) expect(gap).toBeLessThanOrEqual(50 + lines.length);
      }),
    );
  });

  test('nothing is below zero, and money in is money accounted for', () => {
    assert(
      2_000,
      fc.property(anyCase, (input) => {
        const amounts = amountsOf(input);
        for (const [name, cents] of Object.entries(amounts)) expect(cents, name).toBeGreaterThanOrEqual(0);
        const until = day(input.until);
        const sum = (list: readonly { readonly amountCents: number }[]) =>
          list.reduce((total, { amountCents }) => total + amountCents, 0);
        const received = sum(input.receipts!.filter(({ on }) => day(on) <= until));
        const credited = sum(
          input.creditNotes!.filter(({ on, effect }) => effect === 'correction' || day(on) <= until),
        );
        const owed = input.amountCents + amounts.penaltyCents + amounts.indemnityCents;
        expect(owed - received - credited - amounts.waivedCents).toBe(amounts.totalDueCents - amounts.overpaidCents);
      }),
    );
  });

  test('one more day or one more cent never lowers the penalty', () => {
    assert(
      2_000,
      fc.property(anyCase, (input) => {
        const plain = { ...input, receipts: [], creditNotes: [], waivers: [], installments: [] };
        const { penaltyCents } = amountsOf(plain);
        expect(amountsOf({ ...plain, amountCents: plain.amountCents + 1 }).penaltyCents).toBeGreaterThanOrEqual(
          penaltyCents,
        );
        if (day(plain.until) === LAST) return;
        const next = formatDay(addDays(day(plain.until), 1));
        expect(amountsOf({ ...plain, until: next }).penaltyCents).toBeGreaterThanOrEqual(penaltyCents);
      }),
    );
  });
});
