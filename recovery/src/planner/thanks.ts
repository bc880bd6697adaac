import { addDays, type Day, daysBetween, euros, formatDay, frenchDate } from '@acquit/law';
import { addresseeOf, facing } from '../customers/addressee.ts';
import type { Decision } from '../model/decision.ts';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import { fr } from '../texts/typography.ts';
import { hasEmail } from './channels.ts';
import { isContactDay } from './contact-days.ts';
import { nextLook, standingOf } from './decide.ts';
import { walkOn } from './due.ts';
import { messageAt } from './message.ts';
import { isInsolvent, suspension } from './suspension.ts';

export const THANKS = 'promise-thanks';

/** Later than this, thanks for a promise look like a machine's. */
export const THANKS_WITHIN_DAYS = 7;

/** Thanks belong to no scenario: a promise kept makes them. They are an e-mail, and ask for nothing. */
export const thanksStep: Step = {
  key: THANKS,
  rank: -1,
  name: 'Remerciement',
  offsetDays: 0,
  countedFrom: 'due-date',
  channels: ['email'],
  tone: 'cordial',
  objective: 'remind',
  accessories: 'none',
  release: 'automatic',
  graceDays: null,
};

/** A promise that receipts kept. */
export interface KeptPromise {
  promiseId: string;
  receivedCents: number;
  promisedOn: Day;
  keptOn: Day;
}

/**
 * Thanks whoever kept his promise, when nothing of the case is late any more: the text says that nothing is left to do.
 * Null when it is not the day: the case is stopped or insolvent, somebody contacted the debtor today, he has no usable
 * address, or too many days have gone by. No claim moves.
 */
export function thankFor(
  facts: CaseFacts,
  company: CompanyFacts,
  scenario: Scenario,
  promise: KeptPromise,
  on: Day,
): Decision | null {
  const { settings } = company;
  if (!settings.thanksForPromises || promise.keptOn > on || daysBetween(promise.keptOn, on) > THANKS_WITHIN_DAYS)
    return null;
  if (facts.lastContactOn !== null && facts.lastContactOn >= on) return null;
  if (isInsolvent(facts, on) || suspension(facts, on) !== null) return null;
  if (
    !hasEmail(facing(facts.debtor, addresseeOf(thanksStep, facts.debtor))) ||
    !isContactDay(thanksStep, { profile: facts.profile, settings }, on)
  )
    return null;
  const standing = standingOf(facts, scenario, on);
  // What is held back is late all the same: to who contests an invoice nobody says that nothing is left to do.
  const late = facts.claims.some(
    ({ kind, openCents, dueOn }) => kind !== 'credit-note' && openCents > 0 && dueOn !== null && dueOn < on,
  );
  if (late) return null;
  const terms = { facts, scenario, settings };
  const { facts: message } = messageAt(
    thanksStep,
    { ...standing, positions: [] },
    { facts, company, terms, walk: walkOn(standing, terms, on), on },
    false,
  );
  const next = nextLook({ ...facts, lastContactOn: on }, company, scenario, addDays(on, 1));
  return {
    caseId: facts.caseId,
    on,
    actions: [
      {
        step: THANKS,
        rank: -1,
        channel: 'email',
        status: 'queued',
        totalCents: 0,
        facts: {
          ...message,
          credits: [],
          creditCents: 0,
          about: { kind: 'thanks', receivedCents: promise.receivedCents, receivedOn: formatDay(promise.keptOn) },
        },
        moves: [],
      },
    ],
    contact: true,
    resumes: false,
    moves: [],
    nextActionOn: next?.on ?? null,
    nextStep: next?.step ?? null,
    reasons: [
      {
        code: 'PromiseKept',
        message: fr`Promesse pour le ${frenchDate(promise.promisedOn)} tenue le ${frenchDate(promise.keptOn)} : ${euros(promise.receivedCents)} reçus, et plus rien n’est en retard.`,
      },
    ],
    parked: null,
  };
}
