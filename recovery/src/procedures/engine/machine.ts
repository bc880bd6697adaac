import type { Day, Explanation, Procedure, Refusal } from '@acquit/law';
import type {
  EventDefinition,
  ProcedureDeadline,
  ProcedureEnd,
  ProcedureEvent,
  ProcedureFacts,
  ProcedureKind,
  StateDefinition,
  TitleFacts,
} from '../model.ts';
import type { Seen } from './seen.ts';

/** A state as a machine holds it: what it says, and the procedures that usually follow from it. */
export interface MachineState extends StateDefinition {
  follows: readonly Procedure[];
}

/** An event as a machine holds it: what is told of it, and what only the machine knows. */
export interface MachineEvent {
  definition: EventDefinition;
  /** The state that follows when the values or the dates choose it; `seen` holds the event already. */
  leads?: (seen: Seen, event: ProcedureEvent, state: string) => string;
  /** It may be told several times: a hearing that is put off. */
  repeats?: boolean;
  /** States where it is kept as a fact and changes nothing: it came too late. */
  idleIn?: readonly string[];
  /** What else it asks of the case; null when it stands. */
  refuses?: (seen: Seen, event: ProcedureEvent) => Closed | null;
}

/** Why something may not be, in a code and a French sentence that says what to do. */
export interface Closed {
  code: string;
  message: string;
}

/** A date that the events told so far have started, and what puts an end to it. */
export interface Clock {
  what: string;
  label: string;
  startedBy: string;
  startedOn: Day;
  /** The prudent last day, and the extended one when it differs. */
  before: Day | null;
  beforeExtended: Day | null;
  notBefore: Day | null;
  whose: ProcedureDeadline['whose'];
  effect: string;
  article: string;
  confidence: ProcedureDeadline['confidence'];
  explanation: Explanation;
  /** Events that show it was done. */
  doneBy: readonly string[];
  /** The day that counts for what was done, when it is not that of the event: a postmark. */
  madeOn?: Day | null;
  /** Events after which it no longer matters, when they come in time. */
  mootBy: readonly string[];
  /** Events that undo what its passing did: a lapse lifted, a relief. */
  forgivenBy: readonly string[];
}

/** A state that changes by itself on a day: a date was missed, or a wait is over. */
export interface TimedMove {
  from: readonly string[];
  clock: string;
  to: string;
}

/** A procedure as data, and the few questions that its data cannot answer. */
export interface Machine {
  kind: ProcedureKind;
  /** The first one is where every life begins. */
  states: readonly MachineState[];
  /** In the usual order: it settles which of two events of the same day came first. */
  events: readonly MachineEvent[];
  moves: readonly TimedMove[];
  /** Every date that the events have started, by the rules of the law; their refusal when they refuse. */
  clocks: (seen: Seen) => readonly Clock[] | Refusal;
  /** Doubts of the law and things to verify, as French sentences. */
  warnings: (seen: Seen, state: string, clocks: readonly Clock[]) => readonly string[];
  /** The title, once a state that ends by a title was reached. */
  title: (seen: Seen, clocks: readonly Clock[], on: Day) => TitleFacts | null;
  /** Why the case may not take this procedure at all; null when it may. */
  closedTo?: (facts: ProcedureFacts) => Closed | null;
}

/** Ends after which the events that follow may still bring a date of ours: a title lives on. */
export function isOver(end: ProcedureEnd | null): boolean {
  return end !== null && end !== 'title';
}
