import { addDays, type Day, frenchDate } from '@acquit/law';
import type { Reason } from '../model/decision.ts';
import type { CaseFacts } from '../model/facts.ts';
import { fr } from '../texts/typography.ts';

/** Why a case as a whole is left alone, and from which day it is no longer (null: until somebody acts). */
export interface Suspension {
  reason: Reason;
  endsOn: Day | null;
}

/**
 * What stops a whole case on a day, or null. A pause ends by itself on the day after its last day; of several that
 * overlap or follow each other without a day between, the last one tells when the case goes on.
 */
export function suspension(facts: CaseFacts, on: Day): Suspension | null {
  const stop = statusStop(facts, on) ?? unreadReply(facts) ?? pauseOn(facts, on);
  if (stop === null || stop.endsOn === null || isOver(facts)) return stop;
  const next = suspension(facts, stop.endsOn);
  return next === null ? stop : { ...stop, endsOn: next.endsOn };
}

/** Somebody answered, and what he says may change everything: nothing more leaves before it is read. */
function unreadReply({ unreadReplyOn }: CaseFacts): Suspension | null {
  if (unreadReplyOn === undefined) return null;
  return {
    reason: {
      code: 'UnreadReply',
      message: fr`Une réponse du ${frenchDate(unreadReplyOn)} attend d’être lue : rien ne part avant.`,
    },
    endsOn: null,
  };
}

/** The first planned pause that covers a day: of this case, or of the whole company. */
function pauseOn(facts: CaseFacts, on: Day): Suspension | null {
  for (const { from, until, reason } of facts.pauses ?? []) {
    if (on < from || (until !== null && on > until)) continue;
    const end =
      until === null
        ? fr`sans date de fin : il attend que vous le repreniez`
        : fr`jusqu’au ${frenchDate(until)} inclus`;
    return {
      reason: { code: 'CasePaused', message: fr`Rien ne part (${reason}) ${end}.` },
      endsOn: until === null ? null : addDays(until, 1),
    };
  }
  return null;
}

function statusStop(facts: CaseFacts, on: Day): Suspension | null {
  switch (facts.status) {
    case 'open':
      return null;
    case 'closed':
      return { reason: { code: 'CaseClosed', message: fr`Dossier clos : plus rien n’est envoyé.` }, endsOn: null };
    case 'parked':
      return {
        reason: { code: 'CaseParked', message: fr`Dossier mis de côté : il attend votre décision.` },
        endsOn: null,
      };
    case 'paused':
      return pause(facts.pausedUntil, on);
  }
}

function pause(until: Day | null, on: Day): Suspension | null {
  if (until === null) {
    const message = fr`Dossier en pause sans date de fin : il attend que vous le repreniez.`;
    return { reason: { code: 'CasePaused', message }, endsOn: null };
  }
  if (until < on) return null;
  const message = fr`Dossier en pause jusqu’au ${frenchDate(until)} inclus ; il reprend ensuite de lui-même.`;
  return { reason: { code: 'CasePaused', message }, endsOn: addDays(until, 1) };
}

/** True from the day on which proceedings were opened against the debtor: reminders stop, the claim must be filed. */
export function isInsolvent(facts: CaseFacts, on: Day): boolean {
  const openedOn = facts.debtor.insolvencyOpenedOn;
  return openedOn !== null && openedOn <= on;
}

/** True when nobody expects anything of the planner for this case any more, or before somebody acts. */
export function isOver(facts: CaseFacts): boolean {
  return facts.status === 'closed' || facts.status === 'parked';
}
