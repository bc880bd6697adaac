/** Every machine as data: its words, its states, its dates; and each state reached by a life that could be. */
import { addDays, type Day, day, disagreements, PROCEDURES } from '@acquit/law';
import { describe, expect, it } from 'vitest';
import {
  eventsOf,
  lifeOf,
  PROCEDURE_KINDS,
  type ProcedureFacts,
  type ProcedureKind,
  type ProcedureLife,
  procedureEndName,
  procedureName,
  stateOf,
  statesOf,
} from './index.ts';
import { machineOf } from './machines/index.ts';
import { filled, variantsOf } from './testing.ts';

const START = day('2026-09-02');
const GAPS = [1];
/** Days after the last event on which a state that time alone brings is looked for. */
const LATER = [1, 20, 33, 64, 100, 200, 400, 800];
const RANKS = [0, 1, 2];
/** Lives kept for each state: enough to leave it by every door. */
const KEPT = 3;

function life(facts: ProcedureFacts, on: Day): ProcedureLife {
  const found = lifeOf(facts, on);
  if ('refusal' in found) throw new Error(found.refusal.message);
  return found;
}

/** Every life that can be reached by telling what may come next, some days later, kept few for each state. */
function explored(kind: ProcedureKind): { reached: Set<string>; told: Set<string>; clocks: Set<string> } {
  const reached = new Set<string>();
  const told = new Set<string>();
  const clocks = new Set<string>();
  const count = new Map<string, number>();
  const queue: { facts: ProcedureFacts; on: Day }[] = variantsOf(kind).map((facts) => ({ facts, on: START }));
  for (const { facts, on } of queue) {
    const left = new Set<string>();
    for (const wait of [0, ...LATER]) {
      const at = addDays(on, wait);
      const here = life(facts, at);
      reached.add(here.state);
      for (const deadline of here.deadlines) {
        if (clocks.has(deadline.what)) continue;
        clocks.add(deadline.what);
        expect(deadline.article).toBeTruthy();
        expect(deadline.label).toBeTruthy();
        expect(deadline.effect).toBeTruthy();
        expect(disagreements(deadline.explanation)).toEqual([]);
        expect(deadline.before ?? deadline.notBefore).not.toBeNull();
      }
      for (const definition of here.next) {
        // The same state some days later opens the same doors: each is taken on the first day that it opens.
        const door = `${here.state} ${definition.kind}`;
        if (left.has(door)) continue;
        const key = `${here.state} ${definition.kind} ${facts.court} ${facts.document}`;
        if ((count.get(key) ?? 0) >= KEPT) continue;
        const hasChoice = definition.fields.some(({ type }) => type === 'choice' || type === 'flag');
        for (const gap of GAPS) {
          for (const rank of hasChoice ? RANKS : [0]) {
            const next = addDays(at, gap);
            const event = {
              eventId: `${facts.events.length}`,
              kind: definition.kind,
              on: next,
              values: filled(definition.fields, next, rank),
            };
            const after = { ...facts, events: [...facts.events, event] };
            if ('refusal' in lifeOf(after, next)) continue;
            told.add(definition.kind);
            left.add(door);
            count.set(key, (count.get(key) ?? 0) + 1);
            if (facts.events.length < 9) queue.push({ facts: after, on: next });
          }
        }
      }
    }
  }
  return { reached, told, clocks };
}

describe.each(PROCEDURE_KINDS)('%s', (kind) => {
  const states = statesOf(kind);
  const names = states.map(({ state }) => state);
  const events = eventsOf(kind);

  it('says each of its states and events in French, once', () => {
    expect(procedureName(kind)).toMatch(/^\p{Lu}/u);
    expect(new Set(names).size).toBe(names.length);
    expect(new Set(events.map((event) => event.kind)).size).toBe(events.length);
    for (const { state, name, advice, end } of states) {
      expect(name, state).toMatch(/^\p{Lu}/u);
      expect(advice, state).toMatch(/^\p{Lu}.*\.$/u);
      expect(advice.split(/[.] /).length, state).toBe(1);
      expect(stateOf(kind, state)).toMatchObject({ name });
      if (end !== null) expect(procedureEndName(end)).toMatch(/^\p{Ll}/u);
    }
    for (const { label, fields, proof } of events) {
      expect(label).toMatch(/^\p{Lu}/u);
      if (proof !== null) expect(proof).toMatch(/^\p{Lu}/u);
      for (const field of fields) {
        expect(field.label).toMatch(/^\p{Lu}/u);
        expect(field.type === 'choice').toBe(field.choices !== undefined);
      }
    }
    const words = JSON.stringify([states, events]);
    expect(words).not.toMatch(/ [;:!?»]|« |vous avez le droit|éligible/);
  });

  it('goes from states to states that it has', () => {
    for (const { from, to } of [...events, ...machineOf(kind).moves]) {
      expect(from.length).toBeGreaterThan(0);
      for (const state of from) expect(names).toContain(state);
      if (to !== null) expect(names).toContain(to);
    }
    for (const { follows } of machineOf(kind).states) for (const next of follows) expect(PROCEDURES).toContain(next);
    expect(stateOf(kind, 'nowhere')).toBeNull();
  });

  it('reaches every state and every event by a life that could be', { timeout: 120_000 }, () => {
    const { reached, told, clocks } = explored(kind);
    expect(names.filter((name) => !reached.has(name))).toEqual([]);
    expect(events.map((event) => event.kind).filter((one) => !told.has(one))).toEqual([]);
    for (const { clock } of machineOf(kind).moves) expect([...clocks]).toContain(clock);
  });
});
