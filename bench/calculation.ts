import { type LatePenaltiesInput, latePenalties, latePenaltiesAmount } from '@acquit/law';
import { median } from './lib/figures.ts';
import { type Run, speedOf } from './lib/run.ts';

/** Four half-years late, two receipts on the way: what the budget is about. */
const INPUT: LatePenaltiesInput = {
  amountCents: 1_200_000,
  dueOn: '2025-01-31',
  until: '2026-11-20',
  receipts: [
    { on: '2025-09-15', amountCents: 200_000 },
    { on: '2026-04-02', amountCents: 300_000 },
  ],
};

/** The same arithmetic as bare integers: days, rates in hundredths of a percent, interest in 1/3 650 000 cents. */
const PIECES = [
  { days: 150, rate: 1315, cleared: 0 },
  { days: 77, rate: 1215, cleared: 200_000 },
  { days: 107, rate: 1215, cleared: 0 },
  { days: 92, rate: 1215, cleared: 300_000 },
  { days: 89, rate: 1215, cleared: 0 },
  { days: 143, rate: 1240, cleared: 0 },
];

function bareLoop(amountCents: number): number {
  let [base, interest] = [amountCents, 0];
  for (const { days, rate, cleared } of PIECES) {
    interest += base * days * rate;
    if (cleared > 0) {
      const paid = Math.min(cleared, Math.round(interest / 3_650_000));
      interest -= paid * 3_650_000;
      base -= cleared - paid;
    }
  }
  return base + Math.round(interest / 3_650_000);
}

/** Explained calculations a second, with their tree and without. */
export async function calculation(run: Run): Promise<void> {
  const seconds = run.quick ? 0.3 : 2;
  let [turn, sum] = [0, 0];
  const amount = () => {
    turn = (turn + 1) % 500_000;
    return 1_000_000 + turn;
  };
  const next = () => ({ ...INPUT, amountCents: amount() });
  // The sum is used below, so that no optimiser leaves the work out.
  const bare = speedOf(seconds, () => {
    sum += bareLoop(amount());
  });
  const limit = { what: 'a loop of plain integers', value: median(bare) };
  const section = 'Calculation';
  const outcome = latePenalties(INPUT);
  if (outcome.refusal || sum === 0) throw new Error('The example of the bench must be computable.');
  // Amounts first: the night computes nothing else, and the engine is at its best with one way through the code.
  run.add({
    section,
    what: 'late penalties over 4 half-years and 2 receipts, amounts only',
    unit: '/cpu-s',
    values: speedOf(seconds, () => latePenaltiesAmount(next())),
    kind: 'speed',
    budget: 500_000,
    limit,
    whenMissed: 'other work on the machine: see the load, and the ratio to the limit of the same run',
  });
  run.add({
    section,
    what: 'the same with the tree that explains it',
    unit: '/cpu-s',
    values: speedOf(seconds, () => latePenalties(next())),
    kind: 'speed',
    budget: 50_000,
    limit,
    whenMissed: 'most of it builds and words the nodes of the tree',
  });
}
