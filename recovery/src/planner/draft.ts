import type { Day } from '@acquit/law';
import type { MessageFacts } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario } from '../model/scenario.ts';
import { standingOf } from './decide.ts';
import { messageAt } from './message.ts';

/**
 * What the message of a step would say on a day if a person asked for it now, whatever the calendar and what was sent
 * before: every claim that is late is at that step. Null when the step is unknown or nothing is late. It decides
 * nothing: no level moves, and nothing leaves.
 */
export function draftMessage(
  facts: CaseFacts,
  company: CompanyFacts,
  scenario: Scenario,
  stepKey: string,
  on: Day,
): MessageFacts | null {
  const step = scenario.steps.find((one) => one.key === stepKey);
  if (step === undefined) return null;
  const asked = { ...step, countedFrom: 'due-date' as const, offsetDays: Math.min(step.offsetDays, 1) };
  const fresh = { ...facts, claims: facts.claims.map((claim) => ({ ...claim, level: -1, levelOn: null })) };
  const context = { facts: fresh, company, scenario: { ...scenario, steps: [asked] }, on };
  const { facts: message } = messageAt(asked, standingOf(fresh, on), context, true);
  return message.claims.some((claim) => claim.group === 'main') ? message : null;
}
