import type { Day } from '@acquit/law';
import type { MessageFacts } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario } from '../model/scenario.ts';
import { standingOf } from './decide.ts';
import { walkOn } from './due.ts';
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
  const { conditions: _, ...unconditional } = step;
  const asked = { ...unconditional, countedFrom: 'due-date' as const, offsetDays: Math.min(step.offsetDays, 1) };
  const { stops: __, ...open } = { ...scenario, steps: [asked] };
  const terms = { facts, scenario: open, settings: company.settings };
  const standing = standingOf(facts, open, on);
  for (const position of standing.positions) position.level = -1;
  const context = { facts, company, terms, walk: walkOn(standing, terms, on), on };
  const { facts: message } = messageAt(asked, standing, context, true);
  return message.claims.some((claim) => claim.group === 'main') ? message : null;
}
