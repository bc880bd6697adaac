import { addDays, day } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import { madePayers, TOLD_UNTIL } from '../../../bench/score/made-payers.ts';
import { type MeasuredCustomer, measureScore } from './measure.ts';

const PERIOD = { from: addDays(TOLD_UNTIL, -365), until: TOLD_UNTIL };

describe('measure', () => {
  it('says that a few invoices prove nothing', () => {
    const empty = measureScore([], PERIOD, 1_000);
    expect(empty).toMatchObject({ invoices: 0, model: null, enough: false, within: null });
  });

  it('finds no error in a customer as regular as a clock', () => {
    const start = day('2023-01-02');
    const clock = (delay: number): MeasuredCustomer => ({
      profile: 'business',
      paymentRun: null,
      invoices: Array.from({ length: 140 }, (_, n) => {
        // Mondays, so that no bank is closed on the day he pays… 1 May and the like fall out of the mean.
        const dueOn = addDays(start, n * 7);
        return { dueOn, settledOn: addDays(dueOn, delay), amountCents: 10_000 };
      }),
    });
    const measure = measureScore([clock(1), clock(1)], { from: day('2025-01-01'), until: day('2025-09-01') }, 1_000);
    expect(measure.model!.brier).toBeLessThan(0.001);
    expect(measure.model!.errorDays).toBeLessThan(0.2);
  });

  // Whatever the seed: better than both plain ways by date, no worse than either by probability, and told as seen.
  it.each([21, 22, 23])('is calibrated and beats plain means on a made book, seed %i', (seed) => {
    const { model, companyMean, customerMean, reliability, within, enough } = measureScore(
      madePayers(seed, 300),
      PERIOD,
      5_000,
    );
    expect(enough).toBe(true);
    expect(model!.errorDays).toBeLessThan(customerMean!.errorDays);
    expect(model!.errorDays).toBeLessThan(companyMean!.errorDays);
    expect(model!.brier).toBeLessThan(companyMean!.brier);
    expect(model!.brier).toBeLessThan(customerMean!.brier + 0.005);
    const invoices = reliability.reduce((sum, band) => sum + band.invoices, 0);
    const gap = reliability.reduce((sum, band) => sum + Math.abs(band.told - band.seen) * band.invoices, 0) / invoices;
    expect(gap).toBeLessThan(0.07);
    expect(within).toBeGreaterThan(0.75);
  });
});
