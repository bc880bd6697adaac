import { addDays, type Day, isJourOuvrable, isJourOuvre } from '@acquit/law';
import type { Scenario, Step } from '../model/scenario.ts';
import type { Position } from './book.ts';

/** A step that only asks the creditor to decide: it reaches nobody and takes no place between two contacts. */
export function isTask(step: Step): boolean {
  return step.channels.every((channel) => channel === 'task');
}

export function isWritten(step: Step): boolean {
  return step.channels.some((channel) => channel !== 'phone' && channel !== 'task');
}

/** A step that announces a due date to come. */
export function isBeforeDue(step: Step): boolean {
  return step.countedFrom === 'due-date' && step.offsetDays < 0;
}

/**
 * The first day on which a claim reaches a step, or null when it cannot: a step counted from the previous one waits
 * for the claim to have gone through that one.
 */
function reachedOn(step: Step, position: Position): Day | null {
  if (step.countedFrom === 'due-date') return addDays(position.dueOn, step.offsetDays);
  if (position.level !== step.rank - 1 || position.levelOn === null) return null;
  return addDays(position.levelOn, step.offsetDays);
}

/**
 * The step a claim must go through on a day: the highest one reached, above the level it already has. Lower steps
 * that were missed are not made up for. A notice before the due date is for a debtor who owes nothing late yet.
 */
export function targetStep(scenario: Scenario, position: Position, on: Day, noticeAllowed: boolean): Step | null {
  if (isCovered(position)) return null;
  for (let i = scenario.steps.length - 1; i >= 0; i--) {
    const step = scenario.steps[i]!;
    if (step.rank <= position.level) return null;
    if (isBeforeDue(step) && (!noticeAllowed || on >= position.dueOn)) continue;
    const day = reachedOn(step, position);
    if (day !== null && day <= on) return step;
  }
  return null;
}

/** True when open credits will pay the whole claim. */
function isCovered(position: Position): boolean {
  return position.coveredCents >= position.claim.openCents;
}

/** The first day after `after` on which something changes for a claim: a step is reached, or it becomes late. */
export function nextChange(scenario: Scenario, position: Position, after: Day): Day | null {
  let next: Day | null = position.dueOn >= after ? addDays(position.dueOn, 1) : null;
  for (const step of scenario.steps) {
    if (step.rank <= position.level) continue;
    const day = reachedOn(step, position);
    if (day !== null && day > after && (next === null || day < next)) next = day;
  }
  return next;
}

/** Letters and e-mails leave from Monday to Saturday; people are called, and asked to decide, from Monday to Friday. */
export function isContactDay(step: Step, on: Day): boolean {
  return isWritten(step) ? isJourOuvrable(on) : isJourOuvre(on);
}
