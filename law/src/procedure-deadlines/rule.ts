import { type ExplainedStep, type Step, stepFrom } from '../deadline/index.ts';
import { carried, derived, type Explanation, givenDay, type Outcome } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import type { Refusal } from '../refusal.ts';
import { type ProcedureCase, type ProcedureDeadlinesInput, readCase } from './input.ts';
import type { ProcedureStep } from './table.ts';

export interface ProcedureDeadlinesValue {
  /** The steps that the given events start, in the order of the procedure. */
  readonly steps: readonly Step[];
  /** False for a procedure that the law has created but that cannot be used yet: its dates are only indications. */
  readonly available: boolean;
}

function eventNode(kind: string, { procedure, events }: ProcedureCase): Explanation | null {
  const on = events.get(kind);
  return on === undefined ? null : givenDay(procedure.events[kind]!, on);
}

/** The day that starts a step: its event, or the last day of the step that it comes after. */
function startOf(
  { from, after }: ProcedureStep,
  procedureCase: ProcedureCase,
  done: ReadonlyMap<string, ExplainedStep>,
): Explanation | null {
  if (after === undefined) return eventNode(from, procedureCase);
  const earlier = done.get(after);
  return earlier === undefined ? null : carried(earlier.ending.endsOn);
}

function isOfCourt(step: ProcedureStep, { court }: ProcedureCase): boolean {
  return court === null || step.court === undefined || step.court === court;
}

/** The steps that the events start, by name and in order, or the first refusal met. */
function stepsOf(procedureCase: ProcedureCase): ReadonlyMap<string, ExplainedStep> | Refusal {
  const found = new Map<string, ExplainedStep>();
  for (const step of procedureCase.procedure.steps) {
    const start = startOf(step, procedureCase, found);
    if (start === null || !isOfCourt(step, procedureCase)) continue;
    const done = step.done === undefined ? null : eventNode(step.done, procedureCase);
    const explained = stepFrom(step, start, procedureCase.where, { done });
    if ('code' in explained) return explained;
    found.set(step.what, explained);
  }
  return found;
}

/**
 * The dates of a procedure from its dated events: letters and conciliation, titles without a judge, European order,
 * interim payment, suit, seizures, over-indebtedness, cheque, public buyer. Each step has its article and what follows.
 * Refuses a malformed input (see `readCase`) and an event older than the text (`ProcedureNotInForce`).
 */
export function procedureDeadlines(input: ProcedureDeadlinesInput): Outcome<ProcedureDeadlinesValue> {
  const procedureCase = readCase(input);
  if ('code' in procedureCase) return { refusal: procedureCase };
  const found = stepsOf(procedureCase);
  if ('code' in found) return { refusal: found };
  const explained = [...found.values()];
  const { warning, available = true } = procedureCase.procedure;
  const reasons = warning === undefined ? [] : [reason(warning)];
  return {
    value: { steps: explained.map(({ step }) => step), available },
    explanation: derived('list', 'Dates de la procédure', 'text', [...reasons, ...explained.map(({ node }) => node)]),
  };
}
