import { addDays, type Day, frenchDate } from '@acquit/law';
import type { Reason } from '../model/decision.ts';
import type { CaseFacts } from '../model/facts.ts';
import { fr } from '../texts/typography.ts';

/** Why a case as a whole is left alone, and from which day it is no longer (null: until somebody acts). */
export interface Suspension {
  reason: Reason;
  endsOn: Day | null;
}

/** What stops a whole case on a day, or null. A pause ends by itself on the day after its last day. */
export function suspension(facts: CaseFacts, on: Day): Suspension | null {
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
