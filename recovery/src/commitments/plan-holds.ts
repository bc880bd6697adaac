import { type Day, frenchDate } from '@acquit/law';
import type { CaseFacts, PlanFacts } from '../model/facts.ts';
import { fr } from '../texts/typography.ts';
import { type PlanStanding, planHolds, planStanding } from './plan.ts';

/** What plans keep out of the messages of a case on a day. */
export interface PlanHolds {
  /** Why each claim in a plan is asked for by no message. */
  held: Map<string, string>;
  /** The first day on which one of the plans changes by itself; null: none does. */
  changesOn: Day | null;
}

/** The claims of a case that a plan keeps out of its messages on a day, each with the reason; null when none does. */
export function heldByPlans(facts: CaseFacts, on: Day): PlanHolds | null {
  if (facts.plans === undefined || facts.plans.length === 0) return null;
  const held = new Map<string, string>();
  let changesOn: Day | null = null;
  for (const plan of facts.plans) {
    const standing = planStanding(plan, on);
    if (!planHolds(standing)) continue;
    const reason = reasonOf(plan, standing);
    for (const claimId of plan.claimIds) held.set(claimId, reason);
    const change = standing.changesOn;
    if (change !== null && (changesOn === null || change < changesOn)) changesOn = change;
  }
  return { held, changesOn };
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

/**
 * The first plan of a case that calls for its notice on a day, with where it stands; null when none does. A plan whose
 * invoices owe nothing any more, whatever closed them, asks for nothing.
 */
export function missedPlan(facts: CaseFacts, on: Day): { plan: PlanFacts; standing: PlanStanding } | null {
  for (const plan of facts.plans ?? []) {
    if (!facts.claims.some(({ claimId, openCents }) => openCents > 0 && plan.claimIds.includes(claimId))) continue;
    const standing = planStanding(plan, on);
    if (standing.state === 'missed') return { plan, standing };
  }
  return null;
}
