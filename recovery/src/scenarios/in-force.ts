import type { DebtorKind } from '@acquit/law';
import type { PayerClass } from '../model/payer.ts';
import type { AccessoryDisplay, Scenario, Step } from '../model/scenario.ts';
import { SCENARIO_STOP } from './level.ts';

/** What the conditions of a scenario ask about a case on a day. */
export interface Asked {
  payerClass: PayerClass | null;
  debtorKind: DebtorKind | null;
  /** Late principal of the case, or all that is open while nothing is late. */
  cents: number;
}

const WEIGHT: Readonly<Record<AccessoryDisplay, number>> = { none: 0, mentioned: 1, claimed: 2 };

/**
 * A scenario as it stands for one case on one day: without the steps whose conditions the case does not meet, with no
 * more accessories than its class of payer is shown, and with a decision for the creditor where it was told to stop.
 * Ranks are kept, so that levels keep their meaning.
 */
export function inForce(scenario: Scenario, asked: Asked): Scenario {
  const most = asked.payerClass === null ? undefined : scenario.accessoriesAtMost?.[asked.payerClass];
  const stop = stopRank(scenario);
  if (most === undefined && stop === null && scenario.steps.every((step) => step.conditions === undefined))
    return scenario;
  const steps: Step[] = [];
  for (const step of scenario.steps) {
    if (!meets(step, asked)) continue;
    if (stop !== null && step.rank > stop) {
      steps.push(stopTask(step));
      break;
    }
    const shown = most === undefined || WEIGHT[step.accessories] <= WEIGHT[most] ? step.accessories : most;
    steps.push(shown === step.accessories ? step : { ...step, accessories: shown });
  }
  return { ...scenario, steps };
}

/** Whether a case meets the conditions of a step that are about the case as a whole. */
function meets({ conditions }: Step, { payerClass, debtorKind, cents }: Asked): boolean {
  if (conditions === undefined) return true;
  const { leastCents, mostCents, payerClasses, debtorKinds } = conditions;
  if (leastCents !== undefined && cents < leastCents) return false;
  if (mostCents !== undefined && cents > mostCents) return false;
  // A customer nobody has looked at yet is an ordinary one.
  if (payerClasses !== undefined && !payerClasses.includes(payerClass ?? 'ordinary')) return false;
  return debtorKinds === undefined || (debtorKind !== null && debtorKinds.includes(debtorKind));
}

function stopRank({ steps, stops }: Scenario): number | null {
  if (stops?.afterStep === undefined) return null;
  return steps.find((step) => step.key === stops.afterStep)?.rank ?? null;
}

/** Where a scenario stops, the next step is not made: on its day, somebody is asked what to do instead. */
function stopTask(next: Step): Step {
  if (next.channels.every((channel) => channel === 'task')) return next;
  const { conditions: _, copySalesperson: __, ...rest } = next;
  return {
    ...rest,
    key: SCENARIO_STOP,
    name: 'Fin du scénario',
    channels: ['task'],
    tone: 'formal',
    objective: 'decide',
    release: 'automatic',
    graceDays: null,
  };
}
