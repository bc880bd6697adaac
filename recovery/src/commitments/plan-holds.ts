import { type Day, frenchDate } from '@acquit/law';
import type { CaseFacts, PlanFacts } from '../model/facts.ts';
import { fr } from '../texts/typography.ts';
import { type PlanStanding, planHolds, planStanding } from './plan.ts';

/** Why a claim in a plan is asked for by no message, and the day on which that may change by itself. */
export interface PlanHold {
  reason: string;
  changesOn: Day | null;
}

/** The claims of a case that a plan keeps out of its messages on a day, each with the reason; null when none does. */
export function heldByPlans(facts: CaseFacts, on: Day): Map<string, PlanHold> | null {
  if (facts.plans === undefined || facts.plans.length === 0) return null;
  const held = new Map<string, PlanHold>();
  for (const plan of facts.plans) {
    const standing = planStanding(plan, on);
    if (!planHolds(standing)) continue;
    const hold = { reason: reasonOf(plan, standing), changesOn: standing.changesOn };
    for (const claimId of plan.claimIds) held.set(claimId, hold);
  }
  return held;
}

function reasonOf(plan: PlanFacts, { state, covered, changesOn }: PlanStanding): string {
  switch (state) {
    case 'missed':
      return fr`dans un échéancier dont une échéance n’est pas payée ; la mise en demeure de l’échéancier part à sa place.`;
    case 'warned':
      return changesOn === null
        ? fr`dans un échéancier dont une échéance n’est pas payée ; la mise en demeure attend de partir.`
        : fr`dans un échéancier dont une échéance n’est pas payée ; sans réponse, toute la dette redevient due le ${frenchDate(changesOn)}.`;
    default:
      return fr`dans un échéancier respecté ; prochaine échéance le ${frenchDate(plan.instalments[covered]!.dueOn)}.`;
  }
}

/** The first plan of a case that calls for its notice on a day, with where it stands; null when none does. */
export function missedPlan(facts: CaseFacts, on: Day): { plan: PlanFacts; standing: PlanStanding } | null {
  for (const plan of facts.plans ?? []) {
    const standing = planStanding(plan, on);
    if (standing.state === 'missed') return { plan, standing };
  }
  return null;
}
