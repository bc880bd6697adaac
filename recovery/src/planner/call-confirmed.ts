import type { Day } from '@acquit/law';
import type { MessageFacts } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import { standingOf } from './decide.ts';
import { walkOn } from './due.ts';
import { messageAt } from './message.ts';

/**
 * What the e-mail that recalls a call says on the day the call is recorded: the tone and the addressee of the call as it
 * was prepared, the figures of that day, for the call may have waited days on its list. Null when nothing of what it was
 * about is owed any more. What the call leads to (a promise, a dispute) is recorded after, for it holds its claims back.
 */
export function callConfirmedMessage(
  facts: CaseFacts,
  company: CompanyFacts,
  scenario: Scenario,
  call: MessageFacts,
  on: Day,
): MessageFacts | null {
  // The step may be gone from the scenario since: what it asked for is in the call itself.
  const known = scenario.steps.find(({ key }) => key === call.step) ?? scenario.steps[0];
  if (known === undefined) return null;
  const { tone, objective, accessories } = call;
  const step: Step = { ...known, channels: ['phone'], tone, objective, accessories, graceDays: null };
  const terms = { facts, scenario, settings: company.settings };
  const standing = standingOf(facts, scenario, on);
  const context = { facts, company, terms, walk: walkOn(standing, terms, on), on };
  const spokenOf = new Set(call.claims.filter(({ group }) => group === 'main').map(({ claimId }) => claimId));
  const { facts: message } = messageAt(step, standing, context, false, ({ claim, dueOn }) => {
    if (spokenOf.has(claim.claimId)) return { group: 'main', target: null };
    return dueOn < on ? { group: 'also', target: null } : null;
  });
  if (!message.claims.some(({ group }) => group === 'main')) return null;
  const { to: _, copyTo: __, window: ___, ...fresh } = message;
  return { ...call, ...fresh, step: 'call-confirmed', stepName: 'Confirmation d’appel' };
}
