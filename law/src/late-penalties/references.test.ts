/**
 * Every figure and every reason of a tree cites a text that was in force when it was used: the days of the run for a
 * rate, the day of the payment for its allocation, the delay for the rest. Tried on random cases from 2010 to 2026, when
 * most of these texts changed.
 */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { allNodes } from '../../scripts/checks.ts';
import { type Day, day, formatDay, frenchDate, halfYearOf, halfYearStart } from '../calendar/index.ts';
import type { Explanation } from '../explain/index.ts';
import { legalInterest } from '../legal-interest/index.ts';
import { latePenalties } from './index.ts';

const SEED = Number(process.env.LAW_SEED ?? Date.now() % 1_000_000_000);
const PATIENCE = 120_000;
const FIRST = day('2010-01-01');
const LAST = day('2026-12-31');
/** Public contracts of the current regime cannot be late before. */
const FIRST_PUBLIC = day('2013-03-16');
/** The changes of law that these rules meet, with the days around them. */
const CHANGES = ['2013-01-01', '2013-03-16', '2015-01-01', '2016-10-01', '2019-04-01', '2019-04-26', '2021-02-27'].map(
  day,
);

beforeAll(() => {
  console.info(`references, seed ${SEED} (LAW_SEED=${SEED} runs it again)`);
});

/** Days that something explained by a node may rest on, both included. */
interface Period {
  readonly from: Day;
  readonly to: Day;
}

function dayLabelled(node: Explanation, label: string): Day | null {
  const found = node.inputs.find((input) => input.label === label);
  return found === undefined ? null : day(String(found.value));
}

/** The run of days of an interest node. */
function runOf({ inputs }: Explanation): Period {
  const counted = inputs.find(({ operation }) => operation === 'count-days')!;
  return { from: dayLabelled(counted, 'Premier jour compté')!, to: dayLabelled(counted, 'Dernier jour compté')! };
}

/** Every node whose text was not in force, with the period that it explains. */
function misplaced(tree: Explanation, delay: Period, moves: ReadonlyMap<string, Day>, isPublic = false): string[] {
  const found: string[] = [];
  const visit = (node: Explanation, period: Period) => {
    const moved = moves.get(/ du ([^,(]+\d{4})/.exec(node.label)?.[1] ?? '');
    let own = period;
    // In public procurement the text of the first day governs the whole delay.
    if (node.operation === 'interest') own = isPublic ? { ...runOf(node), from: delay.from } : runOf(node);
    if (node.label.startsWith('Taux de la BCE au début')) own = { ...own, from: halfYearStart(halfYearOf(own.from)) };
    if (node.reference !== undefined) {
      const { from, until, article } = node.reference;
      const begins = from === null ? FIRST : day(from);
      const ends = until === null ? LAST : day(until);
      if (begins > own.to || ends < own.from) {
        found.push(`${node.label} [${article} ${from} ${until}] for ${formatDay(own.from)} ${formatDay(own.to)}`);
      }
    }
    const isMove = node.operation === 'detail' && moved !== undefined;
    for (const input of node.inputs) {
      visit(input, isMove && input.operation === 'because' ? { from: moved, to: moved } : own);
    }
  };
  visit(tree, delay);
  return found;
}

const anyDay = fc.oneof(
  fc.integer({ min: FIRST, max: LAST }),
  fc.tuple(fc.constantFrom(...CHANGES), fc.integer({ min: -3, max: 3 })).map(([change, shift]) => change + shift),
);
const anyDays = fc
  .record({
    a: anyDay,
    b: anyDay,
    receipts: fc.array(anyDay, { maxLength: 3 }),
    other: fc.option(anyDay),
    choice: fc.nat(5),
    flag: fc.boolean(),
  })
  .map(({ a, b, receipts, ...rest }) => ({
    ...rest,
    from: formatDay(Math.min(a, b) as Day),
    until: formatDay(Math.max(a, b) as Day),
    receipts: receipts.map((on, i) => ({ on: formatDay(on as Day), amountCents: 30_000 * (i + 1) })),
  }));

function movesOn(days: readonly string[]): Map<string, Day> {
  return new Map(days.map((iso) => [frenchDate(day(iso)), day(iso)]));
}

test('the trees of late penalties', { timeout: PATIENCE }, () => {
  const RATES = [
    {},
    {},
    { rate: { fixed: '20' } },
    { rate: { legalMultiple: '9.5' } },
    { rate: { ecbPlus: '17' } },
  ] as const;
  fc.assert(
    fc.property(anyDays, ({ from, until, receipts, other, choice, flag }) => {
      const isPublic = choice === 5 && day(from) >= FIRST_PUBLIC;
      const dated = other === null ? null : formatDay(other as Day);
      const { explanation, refusal } = latePenalties({
        amountCents: 1_000_000,
        dueOn: from,
        until,
        receipts,
        allocation: flag ? 'legal' : 'principalFirst',
        ...(isPublic ? { regime: 'public' } : RATES[choice]),
        ...(dated === null || flag ? {} : { insolvencyOpenedOn: dated }),
        ...(dated === null || !flag ? {} : { waivers: [{ on: dated, what: 'penalties' }] }),
      });
      if (refusal !== undefined) throw new Error(refusal.message);
      const delay = { from: day(from), to: (day(until) + 1) as Day };
      const moves = movesOn([...receipts.map(({ on }) => on), ...(dated === null ? [] : [dated])]);
      const wrong = misplaced(explanation, delay, moves, isPublic);
      if (wrong.length > 0) expect(wrong).toEqual([]);
    }),
    { numRuns: 4_000, seed: SEED },
  );
});

test('the trees of legal interest', { timeout: PATIENCE }, () => {
  const STARTS = ['formal-notice', 'judgment', 'other'] as const;
  fc.assert(
    fc.property(anyDays, ({ from, until, receipts, other, choice, flag }) => {
      const start = STARTS[choice];
      const dated = other === null ? null : formatDay(other as Day);
      const { explanation, refusal } = legalInterest({
        amountCents: 1_000_000,
        from,
        until,
        receipts,
        creditor: flag ? 'business' : 'individual',
        firstDayIncluded: choice === 4,
        ...(start === undefined ? {} : { start }),
        ...(dated === null ? {} : { enforceableOn: dated, capitalisation: { askedOn: dated } }),
      });
      if (refusal !== undefined) throw new Error(refusal.message);
      const delay = { from: day(from), to: (day(until) + 1) as Day };
      const wrong = misplaced(explanation, delay, movesOn(receipts.map(({ on }) => on)));
      if (wrong.length > 0) expect(wrong).toEqual([]);
    }),
    { numRuns: 4_000, seed: SEED },
  );
});

test('the open point on the floor is told only in the half-years where it changes the figure', () => {
  const doubtOf = (dueOn: string, until: string) =>
    allNodes(latePenalties({ amountCents: 100_000, dueOn, until }).explanation!).some(
      ({ label, reference }) => label.includes('plancher non appliqué') && reference?.confidence === 'C',
    );
  expect(doubtOf('2024-03-01', '2024-03-31')).toBe(true);
  expect(doubtOf('2024-07-31', '2024-12-31')).toBe(true);
  expect(doubtOf('2023-07-31', '2023-12-31')).toBe(false);
  expect(doubtOf('2026-04-30', '2026-09-20')).toBe(false);
});
