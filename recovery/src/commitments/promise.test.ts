import { addDays, type Day, day } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { promiseTerms } from './enter-promise.ts';
import type { CoveredClaim, Piece } from './money.ts';
import { judgePromises, type PromiseFacts, promiseRate, promiseState } from './promise.ts';

const made = (change: Partial<PromiseFacts> = {}): PromiseFacts => ({
  promiseId: 'p1',
  claimIds: [],
  amountCents: 50_000,
  madeOn: day('2026-11-02'),
  promisedOn: day('2026-11-10'),
  untilOn: day('2026-11-13'),
  ended: null,
  ...change,
});
const claim = (claimId: string, amountCents: number, credits: CoveredClaim['credits'] = []): CoveredClaim => ({
  claimId,
  amountCents,
  credits,
});
const money = (on: string, cents: number, claimId: string | null = 'a'): Piece => ({ claimId, on: day(on), cents });
const CLAIMS = [claim('a', 100_000), claim('b', 60_000)];

function verdict(promises: PromiseFacts[], pieces: Piece[], claims = CLAIMS) {
  return judgePromises(promises, pieces, claims);
}

describe('a promise judged from receipts', () => {
  it('is kept by money that reaches it from the day it was made to the last day of grace', () => {
    for (const [on, keptOn] of [
      ['2026-11-01', null],
      ['2026-11-02', '2026-11-02'],
      ['2026-11-13', '2026-11-13'],
      ['2026-11-14', null],
    ] as const) {
      const [one] = verdict([made()], [money(on, 50_000)]);
      expect([on, one!.keptOn]).toEqual([on, keptOn === null ? null : day(keptOn)]);
    }
  });

  it('is broken the day after its grace and not before, whatever came too late or too little', () => {
    const promise = made();
    const [one] = verdict([promise], [money('2026-11-12', 49_999), money('2026-11-14', 1)]);
    expect(one).toMatchObject({ receivedCents: 49_999, keptOn: null, moot: false });
    expect(promiseState(promise, one!, day('2026-11-13'))).toBe('running');
    expect(promiseState(promise, one!, day('2026-11-14'))).toBe('broken');
  });

  it('counts only money for the claims it names; the whole account takes any, placed or not', () => {
    const named = made({ claimIds: ['b'] });
    expect(verdict([named], [money('2026-11-05', 50_000, 'a')])[0]!.keptOn).toBeNull();
    expect(verdict([named], [money('2026-11-05', 50_000, null)])[0]!.keptOn).toBeNull();
    expect(verdict([named], [money('2026-11-05', 50_000, 'b')])[0]!.keptOn).toBe(day('2026-11-05'));
    expect(verdict([made()], [money('2026-11-05', 20_000, null), money('2026-11-06', 30_000, 'b')])[0]!.keptOn).toBe(
      day('2026-11-06'),
    );
  });

  it('lets one euro keep one promise, the nearest first', () => {
    const [first, second] = [
      made(),
      made({ promiseId: 'p2', promisedOn: day('2026-11-20'), untilOn: day('2026-11-24') }),
    ];
    const judged = verdict([second, first], [money('2026-11-09', 50_000), money('2026-11-19', 30_000)]);
    expect(judged.map((one) => [one.promiseId, one.receivedCents])).toEqual([
      ['p2', 30_000],
      ['p1', 50_000],
    ]);
  });

  it('gives money that came after the grace of a broken promise to the one made after it', () => {
    const second = made({
      promiseId: 'p2',
      madeOn: day('2026-11-16'),
      promisedOn: day('2026-11-20'),
      untilOn: day('2026-11-24'),
    });
    const judged = verdict([made(), second], [money('2026-11-19', 50_000)]);
    expect(judged.map((one) => one.keptOn)).toEqual([null, day('2026-11-19')]);
    expect(promiseRate(['broken', 'kept'])).toEqual({ kept: 1, judged: 2 });
  });

  it('is kept when all that was left is paid, and has no object when a credit note leaves nothing', () => {
    const only = [claim('a', 40_000)];
    expect(verdict([made()], [money('2026-11-05', 40_000)], only)[0]).toMatchObject({ keptOn: day('2026-11-05') });
    const credited = [claim('a', 40_000, [{ on: day('2026-11-04'), cents: 40_000 }])];
    const [one] = verdict([made()], [], credited);
    expect(one).toMatchObject({ keptOn: null, moot: true });
    expect(promiseState(made(), one!, day('2026-12-01'))).toBe('moot');
    const late = [claim('a', 40_000, [{ on: day('2026-11-20'), cents: 40_000 }])];
    expect(verdict([made()], [], late)[0]!.moot).toBe(false);
  });

  it('is judged no more once replaced or taken back, and says nothing of the customer', () => {
    const [one, two] = verdict([made({ ended: 'replaced' }), made({ promiseId: 'p2' })], [money('2026-11-05', 50_000)]);
    expect([one!.receivedCents, two!.receivedCents]).toEqual([0, 50_000]);
    expect(promiseRate(['replaced', 'withdrawn', 'moot', 'running'])).toBeNull();
  });

  it('does not depend on the order in which anything was recorded', () => {
    const start = day('2026-11-01');
    const anyDay = fc.integer({ min: 0, max: 30 }).map((n) => addDays(start, n));
    const anyClaims = fc.subarray(['a', 'b']);
    const anyPromise = fc
      .record({
        madeOn: anyDay,
        wait: fc.nat(10),
        grace: fc.nat(4),
        cents: fc.integer({ min: 1, max: 90_000 }),
        claimIds: anyClaims,
      })
      .map(({ madeOn, wait, grace, cents, claimIds }) => ({
        claimIds,
        amountCents: cents,
        madeOn,
        promisedOn: addDays(madeOn, wait),
        untilOn: addDays(madeOn, wait + grace),
        ended: null,
      }));
    const anyPiece = fc.record({
      claimId: fc.constantFrom('a', 'b', null),
      on: anyDay,
      cents: fc.integer({ min: 1, max: 60_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyPromise, { minLength: 1, maxLength: 5 }),
        fc.array(anyPiece, { maxLength: 8 }),
        fc.infiniteStream(fc.nat()),
        (promises, pieces, chance) => {
          const named = promises.map((one, n): PromiseFacts => ({ ...one, promiseId: `p${n}` }));
          const shuffled = <T>(items: T[]) => {
            const keyed = items.map((item) => ({ item, key: chance.next().value as number }));
            return keyed.sort((x, y) => x.key - y.key).map(({ item }) => item);
          };
          const plain = new Map(verdict(named, pieces).map((one) => [one.promiseId, one]));
          for (const one of verdict(shuffled(named), shuffled(pieces))) {
            expect(one).toEqual(plain.get(one.promiseId));
            expect(one.receivedCents).toBeLessThanOrEqual(
              named.find((p) => p.promiseId === one.promiseId)!.amountCents,
            );
          }
          const total = verdict(named, pieces).reduce((sum, one) => sum + one.receivedCents, 0);
          expect(total).toBeLessThanOrEqual(pieces.reduce((sum, one) => sum + one.cents, 0));
        },
      ),
    );
  });
});

describe('a promise about to be recorded', () => {
  const context = { today: day('2026-11-21'), paymentRun: null, graceWorkingDays: 2, openCents: 100_000 };
  const draft = { amountCents: 50_000, madeOn: day('2026-11-21'), promisedOn: day('2026-11-27') };
  const codes = (answer: ReturnType<typeof promiseTerms>) =>
    'refusal' in answer ? [answer.refusal.code] : answer.warnings.map(({ code }) => code);

  it('waits for the promised day and its grace in working days', () => {
    expect(promiseTerms(draft, context)).toEqual({
      expectedOn: day('2026-11-27'),
      untilOn: day('2026-12-01'),
      warnings: [],
    });
  });

  it.each([
    [{ promisedOn: day('2026-11-20') }, 'PromiseInThePast'],
    [{ promisedOn: day('2027-11-23') }, 'PromiseTooFar'],
    [{ madeOn: day('2026-11-22') }, 'PromiseMadeLater'],
    [{ amountCents: 0 }, 'PromiseAmount'],
    [{ amountCents: 0.5 }, 'PromiseAmount'],
    [{ amountCents: 10_000_001 }, 'PromiseAmount'],
  ])('refuses %o with a French sentence', (change, code) => {
    const answer = promiseTerms({ ...draft, ...change }, context);
    expect(codes(answer)).toEqual([code]);
    expect('refusal' in answer && answer.refusal.message).toMatch(/^\p{Lu}.+[.]$/u);
  });

  it('refuses when nothing is left to pay', () => {
    expect(codes(promiseTerms(draft, { ...context, openCents: 0 }))).toEqual(['NothingToPromise']);
  });

  it('warns of a day on which banks are closed, and expects the money on the next one', () => {
    const answer = promiseTerms({ ...draft, promisedOn: day('2026-12-25') }, context);
    expect(answer).toMatchObject({ expectedOn: day('2026-12-28'), untilOn: day('2026-12-30') });
    expect(codes(answer)).toEqual(['BankHoliday']);
  });

  it('warns of the customer’s payment days, and holds him to his own', () => {
    const answer = promiseTerms(draft, { ...context, paymentRun: { monthDays: [10] } });
    expect(answer).toMatchObject({ expectedOn: day('2026-12-10'), untilOn: day('2026-12-14') });
    expect(codes(answer)).toEqual(['PaymentRun']);
  });

  it('warns of a sum above what is open and of a day far away', () => {
    expect(codes(promiseTerms({ ...draft, amountCents: 100_001 }, context))).toEqual(['MoreThanOpen']);
    expect(codes(promiseTerms({ ...draft, amountCents: 10_000_000 }, context))).toEqual(['MoreThanOpen']);
    expect(codes(promiseTerms({ ...draft, promisedOn: addDays(context.today, 61) as Day }, context))).toEqual([
      'LongPromise',
    ]);
  });
});
