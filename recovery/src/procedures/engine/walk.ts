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
  if (seen.has(...clock.doneBy, ...clock.mootBy, ...clock.forgivenBy)) return null;
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

/** A life being walked. Dates are counted only when a state may change by them, and once for the same events. */
class Walker {
  readonly stages: [Stage, ...Stage[]];
  readonly idle: ProcedureEvent[] = [];
  readonly #machine: Machine;
  #seen: Seen;
  #clocks: readonly Clock[] | null = [];

  constructor(machine: Machine, facts: ProcedureFacts) {
    this.#machine = machine;
    this.stages = [{ state: machine.states[0]!, since: null, missed: null }];
    this.#seen = new Seen(facts, []);
  }

  get seen(): Seen {
    return this.#seen;
  }

  get #here(): Stage {
    return this.stages.at(-1)!;
  }

  /** Every date that the events told so far have started. */
  clocks(): readonly Clock[] | Refused {
    if (this.#clocks === null) {
      const clocks = this.#machine.clocks(this.#seen);
      if ('code' in clocks) return byLaw(clocks);
      this.#clocks = clocks;
    }
    return this.#clocks;
  }

  /** Lets the days pass until this one, the states that time brings included. */
  advance(by: Day): Refused | null {
    while (this.#machine.moves.some(({ from }) => from.includes(this.#here.state.state))) {
      const clocks = this.clocks();
      if ('refusal' in clocks) return clocks;
      const next = nextByTime(this.#machine, this.#here, { seen: this.#seen, clocks }, by);
      if (next === null) break;
      this.stages.push(next);
    }
    return null;
  }

  /** Takes an event in, or says why it cannot have happened. */
  tell(event: ProcedureEvent): Refused | null {
    const { definition, leads, repeats = false, idleIn = [], refuses } = definitionOf(this.#machine, event.kind);
    const before = [...this.#seen.events, ...this.idle].find(({ kind }) => kind === event.kind);
    if (before !== undefined && !repeats) return toldTwice(definition.label, before.on);
    // Two hearings fixed on one day: nothing tells which one holds, and the order of entry must not.
    const isAmbiguous = repeats && definition.fields.some(({ type }) => type === 'day');
    if (isAmbiguous && this.#seen.on(event.kind) === event.on) return toldTwice(definition.label, event.on);
    const late = this.advance(event.on);
    if (late !== null) return late;
    const { state } = this.#here;
    if (!definition.from.includes(state.state)) return impossible(this.#machine, this.#here, event);
    const seen = this.#seen.with(event);
    if (idleIn.includes(state.state)) {
      this.idle.push(event);
      return null;
    }
    const closed = refuses?.(seen, event) ?? null;
    if (closed !== null) return refused(closed.code, closed.message, { kind: event.kind, on: event.on });
    const to = leads?.(seen, event, state.state) ?? definition.to ?? state.state;
    this.#seen = seen;
    this.#clocks = null;
    if (to !== state.state) this.stages.push({ state: stateOf(this.#machine, to), since: event.on, missed: null });
    return null;
  }
}

/** Walks the events up to a day, the machine changing by itself where a date was missed. Refuses what cannot be. */
export function walk(machine: Machine, facts: ProcedureFacts, until: Day): Walk | Refused {
  const walker = new Walker(machine, facts);
  for (const event of inOrder(machine, facts.events)) {
    const fault = eventFault(machine, facts, event) ?? (event.on <= until ? walker.tell(event) : null);
    if (fault !== null) return fault;
  }
  const late = walker.advance(until);
  if (late !== null) return late;
  const clocks = walker.clocks();
  if ('refusal' in clocks) return clocks;
  return { stages: walker.stages, seen: walker.seen, clocks, idle: walker.idle };
}
