import { type Day, daysBetween, frenchDate } from '@acquit/law';
import { DEADLINE_STAGES } from '../limitation/stages.ts';
import { fr, s } from '../texts/typography.ts';
import type { ProcedureDeadline, ProcedureLife } from './model.ts';

/** How long something that has become possible is recalled while nothing is told of it: a choice of the product. */
export const OPENING_SHOWN_DAYS = 30;

/** What a person has to do, or to know, about a date of a procedure. */
export interface DeadlineReminder {
  /** The same for the same date and threshold: what was shown once is not new again. */
  key: string;
  /** `act`: a last day of ours comes. `opens`: a wait is over. `missed`: a last day of ours passed without the act. */
  kind: 'act' | 'opens' | 'missed';
  what: string;
  label: string;
  /** The prudent last day, or the first day of what opens. */
  on: Day;
  /** Days left before the last day; negative once it has passed, and since it opened. */
  daysLeft: number;
  /** The threshold that was crossed last; null for what opens or is missed. */
  threshold: (typeof DEADLINE_STAGES)[number] | null;
  /** What to do, as a French sentence. */
  action: string;
  article: string;
}

function reminder(
  { what, label, article }: ProcedureDeadline,
  rest: Omit<DeadlineReminder, 'key' | 'what' | 'label' | 'article'>,
): DeadlineReminder {
  const { kind, on, threshold } = rest;
  return { key: `${what}:${on}:${threshold ?? kind}`, what, label, article, ...rest };
}

/** A last day of ours that comes within the widest threshold; none while it is farther. */
function toAct(deadline: ProcedureDeadline, on: Day): readonly DeadlineReminder[] {
  const { before, beforeExtended, label, effect, article, confidence } = deadline;
  const daysLeft = daysBetween(on, before!);
  const threshold = DEADLINE_STAGES.findLast((days) => daysLeft <= days);
  if (threshold === undefined) return [];
  if (daysLeft >= 0) {
    const left = daysLeft === 0 ? 'Dernier jour' : fr`Encore ${daysLeft} jour${s(daysLeft)}`;
    const action = fr`${left}, jusqu’au ${frenchDate(before!)} : ${lowered(label)}. Sinon : ${lowered(effect)} (${article}).`;
    return [reminder(deadline, { kind: 'act', on: before!, daysLeft, threshold, action })];
  }
  const last = frenchDate(beforeExtended!);
  // A last day that only a reading gives is not an extension by a week-end: nothing is to be built on it.
  const left =
    confidence === 'C'
      ? fr`le ${last} n’est pas sûr (${article}, à vérifier)`
      : fr`seul le report au ${last} reste (art. 642 CPC)`;
  const action = fr`Le ${frenchDate(before!)} est passé : ${left}. Agissez ce jour : ${lowered(label)}.`;
  return [reminder(deadline, { kind: 'act', on: before!, daysLeft, threshold, action })];
}

/** « Signifier » said inside a sentence. */
function lowered(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

function ofDeadline(deadline: ProcedureDeadline, on: Day): readonly DeadlineReminder[] {
  const { whose, status, before, notBefore, doneOn, label, effect, article } = deadline;
  if (whose === 'ours' && status === 'open') return toAct(deadline, on);
  if (whose === 'ours' && status === 'missed') {
    const daysLeft = daysBetween(on, before!);
    const action = fr`Passé depuis le ${frenchDate(before!)} : ${lowered(label)}. ${effect} (${article}). Notez l’acte s’il a été fait à temps.`;
    return [reminder(deadline, { kind: 'missed', on: before!, daysLeft, threshold: null, action })];
  }
  const hasOpened = whose === 'wait' && status === 'done' && doneOn === notBefore;
  if (!hasOpened) return [];
  const daysLeft = daysBetween(on, notBefore!);
  if (-daysLeft > OPENING_SHOWN_DAYS) return [];
  const action = fr`Depuis le ${frenchDate(notBefore!)} : ${lowered(label)} (${article}).`;
  return [reminder(deadline, { kind: 'opens', on: notBefore!, daysLeft, threshold: null, action })];
}

/** What is to be recalled of the dates of a life on a day, the nearest first: thresholds D-30, -15, -7, -2, then each day. */
export function deadlineReminders(life: ProcedureLife, on: Day): readonly DeadlineReminder[] {
  return life.deadlines
    .flatMap((deadline) => ofDeadline(deadline, on))
    .sort((a, b) => a.on - b.on || (a.key < b.key ? -1 : 1));
}
