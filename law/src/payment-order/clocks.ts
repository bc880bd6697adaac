import { type ExplainedStep, knownStep } from '../deadline/index.ts';
import { givenDay } from '../explain/index.ts';
import { valueOn } from '../parameters/index.ts';
import type { OrderCase } from './input.ts';
import { CLOCKS, type ClockField, FACT_NAMES } from './specs.ts';

/** The notice of opposition by the registry exists only for the orders of the new regime, whatever the day it is due. */
function exists(field: ClockField, { orderedOn }: OrderCase): boolean {
  return field !== 'oppositionReceivedOn' || valueOn(CLOCKS[field].length, orderedOn) !== null;
}

/** The clocks of fee, lawyer and lapse whose starting fact is known, in the order of the procedure. */
export function clocksOf(orderCase: OrderCase): readonly ExplainedStep[] {
  const steps: ExplainedStep[] = [];
  for (const field of Object.keys(CLOCKS) as ClockField[]) {
    const on = orderCase[field];
    if (on === null || !exists(field, orderCase)) continue;
    steps.push(knownStep(CLOCKS[field], givenDay(FACT_NAMES[field], on), orderCase.where));
  }
  return steps;
}
