import { addDays, type Day } from '@acquit/law';
import type { PlannedAction, Reason } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario } from '../model/scenario.ts';
import { applyDecision } from './apply.ts';
import { decide, nextLook } from './decide.ts';

/** What would go out on a day to come, if nothing is received before. */
export interface AheadItem {
  on: Day;
  action: PlannedAction;
  reasons: Reason[];
}

/**
 * What will go out for a case in the `days` days from `from` (included), supposing that nothing is received: the same
 * planner decides each day, each on what the day before left. Days without anything are jumped over.
 */
export function planAhead(
  facts: CaseFacts,
  company: CompanyFacts,
  scenario: Scenario,
  from: Day,
  days: number,
): AheadItem[] {
  const items: AheadItem[] = [];
  const end = addDays(from, days);
  let current = facts;
  let next = nextLook(current, company, scenario, from)?.on ?? null;
  while (next !== null && next < end) {
    const decision = decide(current, company, scenario, next);
    for (const action of decision.actions) items.push({ on: next, action, reasons: decision.reasons });
    current = applyDecision(current, decision);
    next = decision.nextActionOn;
  }
  return items;
}
