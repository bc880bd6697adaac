import { type Day, formatDay } from '@acquit/law';
import type { ProcedureEvent, ProcedureFacts } from '../model.ts';

/** The events told so far, in order, with the questions that machines ask of them. */
export class Seen {
  readonly facts: ProcedureFacts;
  readonly events: readonly ProcedureEvent[];

  constructor(facts: ProcedureFacts, events: readonly ProcedureEvent[]) {
    this.facts = facts;
    this.events = events;
  }

  /** The same with one more event. */
  with(event: ProcedureEvent): Seen {
    return new Seen(this.facts, [...this.events, event]);
  }

  /** The latest event of a kind. */
  last(kind: string): ProcedureEvent | null {
    return this.events.findLast((event) => event.kind === kind) ?? null;
  }

  has(...kinds: readonly string[]): boolean {
    return this.events.some(({ kind }) => kinds.includes(kind));
  }

  /** Day of the latest event of a kind. */
  on(kind: string): Day | null {
    return this.last(kind)?.on ?? null;
  }

  /** The first day on which one of these kinds of events happened. */
  firstOn(kinds: readonly string[]): Day | null {
    return this.events.find(({ kind }) => kinds.includes(kind))?.on ?? null;
  }

  /** A text or a choice of the latest event of a kind. */
  text(kind: string, name: string): string | null {
    const value = this.last(kind)?.values[name];
    return typeof value === 'string' && value !== '' ? value : null;
  }

  /** An amount of the latest event of a kind, in cents. */
  cents(kind: string, name: string): number | null {
    const value = this.last(kind)?.values[name];
    return typeof value === 'number' ? value : null;
  }

  /** A flag of the latest event of a kind; no when it was not ticked. */
  flag(kind: string, name: string): boolean {
    return this.last(kind)?.values[name] === true;
  }

  /** Days by name for a rule of the law: those that are not known are left out. */
  dated<N extends string>(days: Readonly<Record<N, Day | null>>): Partial<Record<N, string>> {
    const known: Partial<Record<N, string>> = {};
    for (const name of Object.keys(days) as N[]) {
      const on = days[name];
      if (on !== null) known[name] = formatDay(on);
    }
    return known;
  }
}
