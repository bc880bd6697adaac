import { addDays } from '@acquit/law';
import { measureScore, type ScoreMeasure } from '@acquit/recovery';
import { costOf } from '../lib/processor.ts';
import type { Run } from '../lib/run.ts';
import { madePayers, TOLD_UNTIL } from './made-payers.ts';

/** Held out: what the prediction is tuned with was chosen on other seeds. */
const SEED = 11;
const PERIOD_DAYS = 365;
const SECTION = 'Predicting payments';

/**
 * Predicts a year of invoices of a made book whose habits are known, each from what was known on its due date, and
 * compares with what came, beside two plain ways on the same invoices.
 */
export async function score(run: Run): Promise<void> {
  const customers = madePayers(SEED, run.quick ? 200 : 2_000);
  const period = { from: addDays(TOLD_UNTIL, -PERIOD_DAYS), until: TOLD_UNTIL };
  const { cost, result } = await costOf(null, () => measureScore(customers, period, Number.MAX_SAFE_INTEGER));
  report(run, result);
  run.add({
    section: SECTION,
    what: `1,000 predictions measured on ${result.invoices.toLocaleString('en-US')} invoices, processor time`,
    unit: 's',
    kind: 'cost',
    values: [(cost.cpu * 1000) / result.invoices],
  });
}

function report({ add, say }: Run, measure: ScoreMeasure): void {
  const { model, companyMean, customerMean } = measure;
  if (!model || !companyMean || !customerMean) throw new Error('The made book has nothing to measure.');
  for (const [what, unit, key] of [
    ['Brier score of the probability of lateness', '', 'brier'],
    ['mean error of the predicted day', 'days', 'errorDays'],
  ] as const) {
    for (const [who, accuracy] of [
      ['', model],
      [': plain way, mean of the company', companyMean],
      [': plain way, mean of the customer', customerMean],
    ] as const)
      add({
        section: SECTION,
        what: `${what}${who}`,
        unit,
        kind: 'cost',
        values: [accuracy[key]],
        // A prediction that does no better than the customer's own mean is not worth its explanation.
        ...(who === '' ? { budget: customerMean[key] } : {}),
      });
  }
  add({
    section: SECTION,
    what: 'payments within the interval told to hold eight in ten',
    unit: '%',
    kind: 'speed',
    values: [(measure.within ?? 0) * 100],
    budget: 80,
  });
  for (const band of measure.reliability)
    say(`told ${band.told.toFixed(2)}, seen ${band.seen.toFixed(2)} over ${band.invoices} invoices`);
}
