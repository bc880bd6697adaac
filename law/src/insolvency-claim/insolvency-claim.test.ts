/** What the examples do not say: the tree shows every date with its reason, and the refusal says which date counts. */
import { expect, test } from 'vitest';
import { disagreements } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { type InsolvencyClaimInput, insolvencyClaim } from './index.ts';

test.each([
  ['metropole', 'insolvency-claim-near'],
  ['alsace-moselle', 'insolvency-claim-near'],
  ['overseas', 'insolvency-claim-far'],
  ['abroad', 'insolvency-claim-far'],
] as const)('the tree shows each date, and why a creditor of %s has that long', (place, why) => {
  const input: InsolvencyClaimInput = { openedOn: '2026-09-01', publishedOn: '2026-09-10', place };
  const { value, explanation } = insolvencyClaim(input);
  const { unit, inputs } = explanation!;
  expect(unit).toBe('text');
  expect(disagreements(explanation!)).toEqual([]);
  const [start, near, ...dates] = inputs;
  expect([start, near]).toEqual([reason('insolvency-claim-start'), reason(why)]);
  expect(dates.map((node) => node.value)).toEqual([
    ...value!.steps.map(({ before }) => before),
    value!.interestStopsOn,
  ]);
});

test('without the day of publication, the refusal says that the judgment starts nothing', () => {
  const { refusal } = insolvencyClaim({ openedOn: '2026-09-10' } as InsolvencyClaimInput);
  expect(refusal).toMatchObject({ code: 'MissingField', facts: { field: 'publishedOn' } });
  expect(refusal!.message).toMatch(/BODACC.*et non le jugement/);
  const both = insolvencyClaim({} as InsolvencyClaimInput).refusal!;
  expect(both.facts.field).toBe('openedOn');
});
