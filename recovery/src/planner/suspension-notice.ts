import { addDays, type Day, formatDay, frenchDate } from '@acquit/law';
import { facing } from '../customers/addressee.ts';
import type { Decision, MessageFacts } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { routeOf } from './channels.ts';
import { nextLook } from './decide.ts';
import { draftMessage } from './draft.ts';

export const SUSPENSION = 'suspension';

/** What the announcement of a suspension says of it. */
export interface AnnouncedSuspension {
  effectiveOn: Day;
  what: string;
  contract: string | null;
}

/** The announcement belongs to no scenario: a person's decision makes it. It goes with proof of its reception, and by e-mail. */
export const suspensionStep: Pick<Step, 'key' | 'name' | 'channels'> = {
  key: SUSPENSION,
  name: 'Annonce de suspension',
  channels: ['registered', 'email'],
};

/** What the announcement of a suspension says on a day; null when nothing is late, for then nothing may be suspended. */
export function suspensionMessage(
  facts: CaseFacts,
  company: CompanyFacts,
  scenario: Scenario,
  suspension: AnnouncedSuspension,
  on: Day,
): MessageFacts | null {
  const step = scenario.steps.find(({ tone }) => tone === 'firm' || tone === 'grave') ?? scenario.steps[0];
  const draft = step && draftMessage(facts, company, scenario, step.key, on);
  if (!draft) return null;
  return {
    ...draft,
    step: SUSPENSION,
    stepName: suspensionStep.name,
    about: {
      kind: 'suspension',
      suspendedOn: formatDay(suspension.effectiveOn),
      what: suspension.what,
      contract: suspension.contract,
    },
  };
}

/**
 * The announcement as messages to send on a day, which is the contact of that day; no claim moves. Gives why not instead:
 * nothing is late, the debtor was contacted on that day already, or he can be reached nowhere.
 */
export function announceSuspension(
  facts: CaseFacts,
  company: CompanyFacts,
  scenario: Scenario,
  suspension: AnnouncedSuspension,
  on: Day,
): Decision | 'nothing-late' | 'contacted-today' | 'no-address' {
  if (facts.lastContactOn !== null && facts.lastContactOn >= on) return 'contacted-today';
  const message = suspensionMessage(facts, company, scenario, suspension, on);
  if (message === null) return 'nothing-late';
  const route = routeOf({ ...scenario.steps[0]!, channels: suspensionStep.channels }, facing(facts.debtor, message.to));
  if (route === null) return 'no-address';
  const next = nextLook({ ...facts, lastContactOn: on }, company, scenario, addDays(on, 1));
  return {
    caseId: facts.caseId,
    on,
    actions: route.channels.map((channel) => ({
      step: SUSPENSION,
      rank: -1,
      channel,
      status: 'queued',
      totalCents: message.totalCents,
      facts: message,
      moves: [],
    })),
    contact: true,
    resumes: false,
    moves: [],
    nextActionOn: next?.on ?? null,
    nextStep: next?.step ?? null,
    reasons: [
      {
        code: 'SuspensionAnnounced',
        message: fr`Suspension (${suspension.what}) décidée à partir du ${frenchDate(suspension.effectiveOn)} : elle est annoncée par écrit.`,
      },
      ...(route.reason === null ? [] : [route.reason]),
    ],
    parked: null,
  };
}
