/**
 * Temporal coverage: every rule is asked around every date on which some law begins or ends, and around every half-year,
 * with the questions of its examples moved in time. Each answer must be a value whose tree recomputes, or a named
 * refusal. It finds holes and doubles in the dated tables and dates that a rule cannot stand; it says nothing on the
 * figures, which the examples prove.
 */
import { describe, expect, test } from 'vitest';
import { allNodes, answerFaults } from '../scripts/checks.ts';
import { exampleFiles } from '../scripts/examples.ts';
import { addDays, type Day, day, formatDay, halfYearOf, halfYearStart, parseDay } from './calendar/index.ts';
import { type Explanation, evaluate } from './index.ts';
import { ARTICLES, HOLIDAYS, SERIES, TARIFFS } from './parameters/generated/index.ts';

const PATIENCE = 120_000;
/** Questions asked of each rule on each date; the choice turns, so that all examples and all their dates take part. */
const QUESTIONS = 3;
const FIRST_YEAR = 2010;
const LAST_YEAR = 2027;
/** Older questions may be answered (nothing was late, nothing is owed); their references are not held against a date. */
const RATES_KNOWN_FROM = '2010-01-01';
/** Every day on which something of the law begins, or is over, with the day on each side. */
function boundaries(): readonly Day[] {
  const versions = [
    ...[...Object.values(SERIES), ...Object.values(TARIFFS)].flatMap(({ values }) =>
      values.map(([from, until]) => [from, until]),
    ),
    ...Object.values(ARTICLES).flatMap(({ values }) => values.map(([, , from, until]) => [from, until])),
    ...Object.values(HOLIDAYS).map(([, , , from, until]) => [from, until]),
  ];
  const days = new Set<Day>();
  for (const [from, until] of versions) {
    if (from != null) days.add(day(from));
    if (until != null) days.add(addDays(day(until), 1));
  }
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    days.add(day(`${year}-01-01`));
    days.add(day(`${year}-07-01`));
  }
  return [...new Set([...days].flatMap((d) => [addDays(d, -1), d, addDays(d, 1)]))].sort((a, b) => a - b);
}

/** The dates that a question holds, wherever they are. */
function datesIn(value: unknown): Day[] {
  if (typeof value === 'string') return [parseDay(value)].filter((d) => d !== null);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(datesIn) : [];
}

/** The same question, every date moved by as many days. */
function moved(value: unknown, days: number): unknown {
  if (typeof value === 'string') {
    const found = parseDay(value);
    return found === null ? value : formatDay(addDays(found, days));
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => moved(inner, days));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, moved(inner, days)]));
}

/**
 * References that cannot apply: their version begins after every date of the case, or was over before the half-year of
 * the first one (a rate is read on the first day of its half-year).
 */
function outOfTime(explanation: Explanation, question: unknown): string[] {
  const nodes = allNodes(explanation);
  const days = [...datesIn(question), ...nodes.flatMap(({ value }) => datesIn(value))];
  const first = formatDay(halfYearStart(halfYearOf(Math.min(...days) as Day)));
  const last = formatDay(Math.max(...days) as Day);
  return nodes
    .filter(({ reference: r }) => r && ((r.from !== null && r.from > last) || (r.until !== null && r.until < first)))
    .map(({ label, reference }) => `not in force: ${label} (${reference?.from} – ${reference?.until})`);
}

/** Faults of form: a question that an example asks has none, whatever its dates. */
const FORM = new Set(['InvalidLine', 'UnknownRule', 'UnknownField', 'InvalidAmount', 'InvalidChoice', 'InvalidRate']);

const DAYS = boundaries();
const rules = Map.groupBy(exampleFiles(), ({ rule }) => rule);

describe('every rule answers on every boundary of the law', { timeout: PATIENCE }, () => {
  test.each([...rules.keys()])('%s', (rule) => {
    const questions = rules
      .get(rule)!
      .flatMap(({ examples }) => examples)
      .filter(({ value, input }) => value !== undefined && datesIn(input).length > 0);
    const faults: string[] = [];
    let turn = 0;
    for (const boundary of DAYS) {
      for (let i = 0; i < Math.min(QUESTIONS, questions.length); i++, turn++) {
        const { name, input } = questions[turn % questions.length]!;
        const dates = datesIn(input);
        const role = Math.floor(turn / questions.length) % dates.length;
        const asked = moved(input, boundary - dates[role]!);
        const answer = evaluate({ id: name, rule, input: asked });
        const found = answerFaults(answer);
        if ('refusal' in answer) {
          if (FORM.has(answer.refusal.code)) found.push(`${answer.refusal.code}: ${answer.refusal.message}`);
        } else if (formatDay(Math.min(...datesIn(asked)) as Day) >= RATES_KNOWN_FROM)
          found.push(...outOfTime(answer.explanation, asked));
        faults.push(...found.map((fault) => `${formatDay(boundary)} ${name}: ${fault}`));
      }
    }
    expect(turn).toBeGreaterThan(0);
    expect(faults.slice(0, 20), `${faults.length} faults`).toEqual([]);
  });
});

test('the boundaries reach from the first rates to the years to come', () => {
  expect(DAYS.length).toBeGreaterThan(150);
  expect(DAYS).toContain(day('2010-01-01'));
  expect(DAYS).toContain(day('2027-07-02'));
});
