import { addDays, type Day, day } from '@acquit/law';
import fc from 'fast-check';
import { lifeOf, PROCEDURE_KINDS, type ProcedureFacts, type ProcedureLife } from './index.ts';
import { filled, variantsOf } from './testing.ts';

/** Lives told at random, for the tests of what holds of every one of them. */

/** The day on which they begin. */
export const START: Day = day('2026-09-02');

/** The life on a day, of events that are known to stand. */
export function life(facts: ProcedureFacts, on: Day): ProcedureLife {
  const found = lifeOf(facts, on);
  if ('refusal' in found) throw new Error(found.refusal.message);
  return found;
}

interface Step {
  gap: number;
  pick: number;
  rank: number;
}

const steps = fc.array(
  fc.record({
    gap: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 240 })),
    pick: fc.nat(30),
    rank: fc.nat(3),
  }),
  { maxLength: 9 },
);

/** A life told step by step, each event one of those that may happen then. */
export function grown(facts: ProcedureFacts, path: readonly Step[]): { facts: ProcedureFacts; on: Day } {
  let grownFacts = facts;
  let on = START;
  path.forEach(({ gap, pick, rank }, i) => {
    const at = addDays(on, gap);
    const { next } = life(grownFacts, at);
    const definition = next[pick % Math.max(1, next.length)];
    if (definition === undefined) return;
    const event = { eventId: `e${i}`, kind: definition.kind, on: at, values: filled(definition.fields, at, rank) };
    const after = { ...grownFacts, events: [...grownFacts.events, event] };
    if ('refusal' in lifeOf(after, at)) return;
    grownFacts = after;
    on = at;
  });
  return { facts: grownFacts, on };
}

/** A procedure that may be opened, the path of its life, and days beyond it. */
export const cases = fc.record({
  base: fc.constantFrom(...PROCEDURE_KINDS).chain((kind) => fc.constantFrom(...variantsOf(kind))),
  path: steps,
  more: fc.nat(500),
});
