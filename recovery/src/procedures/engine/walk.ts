import { addDays, type Day, frenchDate, type Refusal } from '@acquit/law';
import { type Refused, refused } from '../../commitments/refused.ts';
import { enumerated, fr } from '../../texts/typography.ts';
import type { ProcedureEvent, ProcedureFacts } from '../model.ts';
import { eventFault } from './faults.ts';
import type { Clock, Machine, MachineEvent, MachineState } from './machine.ts';
import { Seen } from './seen.ts';

/** A state that a life went through, from its day on; `missed` is the date whose passing led there. */
export interface Stage {
  state: MachineState;
  since: Day | null;
  missed: Clock | null;
}

/** A life walked through to a day: its stages, the events that counted and the dates that they started. */
export interface Walk {
  stages: readonly [Stage, ...Stage[]];
  seen: Seen;
  clocks: readonly Clock[];
  /** Events that changed nothing because their time had passed. */
  idle: readonly ProcedureEvent[];
}

/** The order of the days, then that of the machine: whatever the order in which events were entered. */
export function inOrder(machine: Machine, events: readonly ProcedureEvent[]): readonly ProcedureEvent[] {
  const place = new Map(machine.events.map(({ definition }, i) => [definition.kind, i]));
  return [...events].sort(
    (a, b) =>
      a.on - b.on ||
      (place.get(a.kind) ?? -1) - (place.get(b.kind) ?? -1) ||
      (a.eventId < b.eventId ? -1 : Number(a.eventId > b.eventId)),
  );
}

/** The last day on which a date may still be met, once extended. */
export function lastDayOf({ before, beforeExtended }: Clock): Day | null {
  return beforeExtended ?? before;
}

/** The day on which a move happens by itself; null when it does not. */
function moveDay(seen: Seen, clock: Clock): Day | null {
  if (seen.has(...clock.doneBy, ...clock.mootBy)) return null;
  const last = lastDayOf(clock);
  return last === null ? clock.notBefore : addDays(last, 1);
}

function stateOf(machine: Machine, name: string): MachineState {
  const found = machine.states.find(({ state }) => state === name);
  if (found === undefined) throw new Error(`no state ${name} in ${machine.kind}`);
  return found;
}

/** The next stage that time alone brings by a day, the earliest first; null when nothing changes. */
function nextByTime(machine: Machine, { state, since: here }: Stage, { seen, clocks }: Told, by: Day): Stage | null {
  let next: Stage | null = null;
  for (const { from, clock: what, to } of machine.moves) {
    if (!from.includes(state.state)) continue;
    for (const clock of clocks) {
      const on = clock.what === what ? moveDay(seen, clock) : null;
      if (on === null || on > by || (next !== null && next.since! <= on)) continue;
      // A day that had passed before the present state counts from that state: time never goes back.
      next = {
        state: stateOf(machine, to),
        since: here === null || on > here ? on : here,
        missed: clock.before === null ? null : clock,
      };
    }
  }
  return next;
}

interface Told {
  seen: Seen;
  clocks: readonly Clock[];
}

/** An event that the state does not allow, with what may be told instead. */
function impossible(machine: Machine, { state, since }: Stage, event: ProcedureEvent): Refused {
  const label = definitionOf(machine, event.kind).definition.label;
  const possible = machine.events.filter(({ definition }) => definition.from.includes(state.state));
  const labels = possible.map(({ definition }) => fr`« ${definition.label} »`);
  const stands = since === null ? state.name : `${state.name} (${frenchDate(since)})`;
  const hint =
    labels.length === 0
      ? 'Plus aucun événement ne suit cet état.'
      : fr`Vérifiez la date, ou notez d’abord ce qui manque : ${enumerated(labels.slice(0, 3))}.`;
  const message = fr`« ${label} » n’est pas possible le ${frenchDate(event.on)} : la procédure est à l’état « ${stands} ». ${hint}`;
  const next = possible.map(({ definition }) => definition.kind);
  return refused('EventNotPossible', message, { kind: event.kind, on: event.on, state: state.state, next });
}

/** The event of a kind that the machine is known to have. */
export function definitionOf(machine: Machine, kind: string): MachineEvent {
  return machine.events.find(({ definition }) => definition.kind === kind)!;
}

function toldTwice(label: string, on: Day): Refused {
  const message = fr`« ${label} » est déjà noté au ${frenchDate(on)} : corrigez cette date plutôt que d’en ajouter une seconde.`;
  return refused('EventAlreadyTold', message, { on });
}

/** A refusal of the law told as that of the procedure, its code kept. */
function byLaw({ code, message, facts }: Refusal): Refused {
  return refused(code, message, facts);
}

/** Walks the events up to a day, the machine changing by itself where a date was missed. Refuses what cannot be. */
export function walk(machine: Machine, facts: ProcedureFacts, until: Day): Walk | Refused {
  const stages: [Stage, ...Stage[]] = [{ state: machine.states[0]!, since: null, missed: null }];
  const idle: ProcedureEvent[] = [];
  let told: Told = { seen: new Seen(facts, []), clocks: [] };
  const advance = (by: Day) => {
    for (;;) {
      const next = nextByTime(machine, stages.at(-1)!, told, by);
      if (next === null) return;
      stages.push(next);
    }
  };
  for (const event of inOrder(machine, facts.events)) {
    const fault = eventFault(machine, facts, event);
    if (fault !== null) return fault;
    if (event.on > until) continue;
    const { definition, leads, repeats = false, idleIn = [], refuses } = definitionOf(machine, event.kind);
    const before = told.seen.on(event.kind);
    if (before !== null && !repeats) return toldTwice(definition.label, before);
    advance(event.on);
    const here = stages.at(-1)!;
    if (!definition.from.includes(here.state.state)) return impossible(machine, here, event);
    const seen = told.seen.with(event);
    const closed = refuses?.(seen, event) ?? null;
    if (closed !== null) return refused(closed.code, closed.message, { kind: event.kind, on: event.on });
    if (idleIn.includes(here.state.state)) {
      idle.push(event);
      continue;
    }
    const to = leads?.(seen, event, here.state.state) ?? definition.to ?? here.state.state;
    const clocks = machine.clocks(seen);
    if ('code' in clocks) return byLaw(clocks);
    told = { seen, clocks };
    if (to !== here.state.state) stages.push({ state: stateOf(machine, to), since: event.on, missed: null });
  }
  advance(until);
  return { stages, ...told, idle };
}
