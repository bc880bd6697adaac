/** Laws of every procedure of the table, each event alone and on many days. */
import { describe, expect, test } from 'vitest';
import { addDays, type Day, day, formatDay, isoWeekday } from '../calendar/index.ts';
import { disagreements } from '../explain/index.ts';
import { isJourOuvre } from '../holidays/index.ts';
import { valuesOf } from '../parameters/index.ts';
import { type DeadlineProcedure, type ProcedureDeadlinesInput, procedureDeadlines } from './index.ts';
import { ordersOf, PROCEDURES } from './input.ts';

const FIRST = day('2026-04-25');
const FIRST_SERVED = day('2008-06-19');
const DAYS = 800;

describe.each(Object.entries(PROCEDURES))('%s', (name, { events, steps }) => {
  test('has a step for every event that starts one, and each name once', () => {
    const kinds = Object.keys(events);
    for (const { from, done, after } of steps) {
      expect(kinds).toContain(from);
      if (done !== undefined) expect(kinds).toContain(done);
      if (after !== undefined) expect(steps.map(({ what }) => what)).toContain(after);
    }
    expect(new Set(steps.map(({ what }) => what)).size).toBe(steps.length);
    expect(new Set(steps.map(({ label }) => label)).size).toBe(steps.length);
    for (const kind of kinds) expect(steps.some(({ from, done }) => from === kind || done === kind)).toBe(true);
  });

  test('refuses by name each pair of events told the wrong way round, and takes them on the same day', () => {
    for (const [earlier, later] of ordersOf(PROCEDURES[name as DeadlineProcedure])) {
      const ask = (days: number) =>
        procedureDeadlines({
          procedure: name as DeadlineProcedure,
          events: [
            { kind: later, on: formatDay(addDays(FIRST, days)) },
            { kind: earlier, on: formatDay(addDays(FIRST, 1)) },
          ],
        });
      expect(ask(0).refusal).toMatchObject({ code: 'DatesOutOfOrder', facts: { field: later, after: earlier } });
      expect(ask(1).refusal?.code).toBeUndefined();
    }
  });

  test('gives dates on the right side of the event, on a working day where the law says so', () => {
    for (const kind of new Set(steps.map(({ from }) => from))) {
      for (let i = 0; i < DAYS; i += 3) {
        const on = formatDay(addDays(FIRST, i));
        const input = {
          procedure: name as DeadlineProcedure,
          events: [{ kind, on }],
        } satisfies ProcedureDeadlinesInput;
        const { value, explanation } = procedureDeadlines(input);
        expect(disagreements(explanation!)).toEqual([]);
        for (const { what, before, notBefore, prudentBefore = before } of value!.steps) {
          const spec = steps.find((step) => step.what === what)!;
          const found = (before ?? notBefore)!;
          if (spec.backward) {
            expect(found < on).toBe(true);
            continue;
          }
          expect(found > on).toBe(true);
          if (before !== undefined) expect(prudentBefore! <= before!).toBe(true);
          const isExtended = before !== undefined && spec.procedural !== false;
          if (isExtended) expect(isJourOuvre(day(before!)), `${what} ${before}`).toBe(true);
          // The day after a working day is never a Sunday nor a Monday.
          if (spec.bound === 'wait' && spec.procedural !== false) expect(isoWeekday(day(notBefore!))).not.toBe(1);
        }
      }
    }
  });

  test('is refused by name the day before each text, and answered on its day', () => {
    for (const { length, from: kind, after, court } of steps) {
      if (after !== undefined) continue;
      const ask = (on: Day) =>
        procedureDeadlines({
          procedure: name as DeadlineProcedure,
          events: [{ kind, on: formatDay(on) }],
          ...(court === undefined ? {} : { court }),
        });
      const first = valuesOf(length)[0]!.from;
      const expected = first === FIRST_SERVED ? 'DateNotServed' : 'ProcedureNotInForce';
      expect(ask(addDays(first, -1)).refusal?.code, `${length} before ${formatDay(first)}`).toBe(expected);
      const known = steps.filter((step) => step.from === kind && (court === undefined || step.court === court));
      const latest = known.every((step) => valuesOf(step.length)[0]!.from <= first);
      expect(ask(first).refusal?.code, `${length} on ${formatDay(first)}`).toBe(latest ? undefined : expected);
    }
  });
});
