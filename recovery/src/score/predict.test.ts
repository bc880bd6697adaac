import { addDays, type Day, day, daysBetween, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PaidInvoice } from './model.ts';
import { peersOf } from './peers.ts';
import { type PredictionOrder, predictPayment } from './predict.ts';

const ON = day('2026-11-20');

function invoices(delays: readonly (number | null)[], every = 20): PaidInvoice[] {
  return delays.map((delay, index) => {
    const dueOn = addDays(ON, -every * (delays.length - index));
    return { dueOn, settledOn: delay === null ? null : addDays(dueOn, delay), amountCents: 100_000 };
  });
}

const order = (change: Partial<PredictionOrder>): PredictionOrder => ({
  dueOn: addDays(ON, 10),
  on: ON,
  history: [],
  peers: null,
  paymentRun: null,
  stillOpen: true,
  ...change,
});

const PEERS = peersOf('business/small', [invoices(Array.from({ length: 40 }, (_, n) => n % 8))], ON);

const anyHistory = fc
  .array(
    fc.record({
      due: fc.integer({ min: -700, max: -1 }),
      delay: fc.option(fc.integer({ min: -15, max: 80 }), { nil: null, freq: 5 }),
      amountCents: fc.integer({ min: 100, max: 900_000 }),
    }),
    { maxLength: 40 },
  )
  .map((list) =>
    list.map(({ due, delay, amountCents }): PaidInvoice => {
      const dueOn = addDays(ON, due);
      return { dueOn, settledOn: delay === null ? null : addDays(dueOn, delay), amountCents };
    }),
  );

describe('prediction', () => {
  it('says nothing of a customer nobody knows, when no other tells either', () => {
    const told = predictPayment(order({}));
    expect(told).toMatchObject({ lateProbability: null, predictedOn: null, basis: 'none' });
    expect(told.reasons[0]!.code).toBe('NothingKnown');
    expect(predictPayment(order({ dueOn: addDays(ON, -1) })).lateProbability).toBe(1);
  });

  it('falls back on the peers, says so, and gives a wide interval', () => {
    const told = predictPayment(order({ peers: PEERS }));
    expect(told.basis).toBe('peers');
    expect(told.reasons.map((reason) => reason.code)).toEqual(['ThinHistory', 'Peers']);
    expect(daysBetween(told.earliestOn!, told.latestOn!)).toBeGreaterThanOrEqual(5);
  });

  it('gives the middle of the customer’s own delays once he has many, on a day when banks are open', () => {
    const told = predictPayment(order({ history: invoices([12, 12, 13, 12, 11, 12, 12, 12, 13, 12]), peers: PEERS }));
    // 30 November + 12 days is Saturday 12 December: Monday.
    expect(formatDay(told.predictedOn!)).toBe('2026-12-14');
    expect(told.lateProbability).toBeGreaterThan(0.9);
    expect(told.basis).toBe('own');
  });

  it('counts, of an invoice already late, only those that stayed open as long', () => {
    const history = invoices([0, 0, 0, 0, 0, 0, 0, 60, 60, 60], 70);
    const told = predictPayment(order({ dueOn: addDays(ON, -30), history }));
    expect(told.lateProbability).toBe(1);
    expect(formatDay(told.predictedOn!)).toBe(formatDay(addDays(ON, 31)));
    expect(told.reasons.map((reason) => reason.code)).toContain('StillOpen');
  });

  it('gives no date when most such invoices were never seen paid', () => {
    const told = predictPayment(
      order({ dueOn: addDays(ON, -30), history: invoices([null, null, null, 3, null, 90], 100) }),
    );
    expect(told.predictedOn).toBeNull();
    expect(told.reasons.map((reason) => reason.code)).toContain('RarelyPaid');
  });

  it('brings the date to the payment days entered for the customer', () => {
    const history = invoices([12, 12, 13, 12, 11, 12, 12, 12, 13, 12]);
    const told = predictPayment(order({ history, paymentRun: { monthDays: [10] } }));
    expect(formatDay(told.predictedOn!)).toBe('2026-12-10');
    expect(told.reasons.at(-1)).toMatchObject({ code: 'PaymentRun' });
  });

  it('sees by itself that a customer pays on the tenth', () => {
    // The tenth, or the Monday after it when it falls on a week-end.
    const tenths = ['04-10', '05-11', '06-10', '07-10', '08-10', '09-10', '10-12'].map((one) => day(`2026-${one}`));
    const history = tenths.map(
      (settledOn, n): PaidInvoice => ({ dueOn: addDays(settledOn, -n), settledOn, amountCents: 5_000 }),
    );
    const told = predictPayment(order({ history }));
    expect(told.reasons.at(-1)!.code).toBe('PaymentHabit');
    expect(formatDay(told.predictedOn!).slice(8)).toBe('10');
  });

  it('never uses what happened after its day', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: 0, max: 400 }), fc.boolean(), (history, back, stillOpen) => {
        const on = addDays(ON, -back) as Day;
        const known = history
          .filter((one) => one.dueOn <= on)
          .map((one) => ({ ...one, settledOn: one.settledOn !== null && one.settledOn <= on ? one.settledOn : null }));
        const asked = { on, dueOn: addDays(on, 7), stillOpen };
        expect(predictPayment(order({ ...asked, history }))).toEqual(
          predictPayment(order({ ...asked, history: known })),
        );
      }),
    );
  });

  it('never lowers the probability for more delay', () => {
    fc.assert(
      fc.property(
        anyHistory,
        fc.nat(),
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 20 }),
        (history, at, more, ahead) => {
          fc.pre(history.length > 0);
          const index = at % history.length;
          const later = history.map((one, n): PaidInvoice => {
            if (n !== index || one.settledOn === null) return one;
            return { ...one, settledOn: addDays(one.dueOn, Math.max(daysBetween(one.dueOn, one.settledOn), 0) + more) };
          });
          const asked = { dueOn: addDays(ON, ahead), peers: PEERS };
          const before = predictPayment(order({ ...asked, history })).lateProbability!;
          const after = predictPayment(order({ ...asked, history: later })).lateProbability!;
          expect(after).toBeGreaterThanOrEqual(before - 1e-9);
        },
      ),
    );
  });

  it('never predicts a day that is past for an open invoice', () => {
    fc.assert(
      fc.property(anyHistory, fc.integer({ min: -120, max: 60 }), (history, ahead) => {
        const told = predictPayment(order({ history, peers: PEERS, dueOn: addDays(ON, ahead) }));
        for (const on of [told.earliestOn, told.predictedOn, told.latestOn])
          if (on !== null) expect(on).toBeGreaterThanOrEqual(ON);
        expect(told.lateProbability === null || (told.lateProbability >= 0 && told.lateProbability <= 1)).toBe(true);
      }),
    );
  });
});
