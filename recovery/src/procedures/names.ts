import { PROCEDURE_NAMES } from '@acquit/law';
import { machineOf } from './machines/index.ts';
import type { EventDefinition, ProcedureEnd, ProcedureKind, StateDefinition } from './model.ts';

/** The events that a kind of procedure knows, in their usual order. */
export function eventsOf(kind: ProcedureKind): readonly EventDefinition[] {
  return machineOf(kind).events.map(({ definition }) => definition);
}

/** The states of a kind of procedure, the first one first. */
export function statesOf(kind: ProcedureKind): readonly StateDefinition[] {
  return machineOf(kind).states.map(({ state, name, advice, end }) => ({ state, name, advice, end }));
}

/** One state of a procedure by its name; null when it has no such state. */
export function stateOf(kind: ProcedureKind, state: string): StateDefinition | null {
  return statesOf(kind).find((known) => known.state === state) ?? null;
}

/** « Injonction de payer » */
export function procedureName(kind: ProcedureKind): string {
  return PROCEDURE_NAMES[kind];
}

const END_NAMES: Readonly<Record<ProcedureEnd, string>> = {
  title: 'titre exécutoire',
  agreed: 'accord',
  refused: 'refus ou rejet',
  lapsed: 'caducité ou délai passé',
  withdrawn: 'abandon',
  paid: 'paiement',
  done: 'terminée',
  stopped: 'arrêtée par la loi',
};

/** « titre exécutoire » : how a procedure ended, inside a sentence. */
export function procedureEndName(end: ProcedureEnd): string {
  return END_NAMES[end];
}
