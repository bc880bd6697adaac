import { addDays, type Day } from '@acquit/law';
import { addWorkingDays } from '../einvoice/standing.ts';
import { isWrittenChannel } from '../model/channel.ts';
import type { Scenario, Step } from '../model/scenario.ts';
import { isFormalNotice } from '../scenarios/level.ts';
import type { Position } from './book.ts';

/** A scenario in force, and what the days of its steps are counted from beyond the claim itself. */
export interface Walk {
  scenario: Scenario;
  lastContactOn: Day | null;
  /** Working days that a formal notice is counted to take as long as its first presentation is not known. */
  postalDelayWorkingDays: number;
}

/** A step that only asks the creditor to decide: it reaches nobody and takes no place between two contacts. */
export function isTask(step: Step): boolean {
  return step.channels.every((channel) => channel === 'task');
}

export function isWritten(step: Step): boolean {
  return step.channels.some(isWrittenChannel);
}

/** A step that announces a due date to come. */
export function isBeforeDue(step: Step): boolean {
  return step.countedFrom === 'due-date' && step.offsetDays < 0;
}

/** Whether a claim as late as this one is on a day is for a step, whatever the case. */
function suits({ conditions }: Step, { dueOn }: Position, on: Day): boolean {
  if (conditions === undefined) return true;
  const { leastDaysLate, mostDaysLate } = conditions;
  if (leastDaysLate !== undefined && on < addDays(dueOn, leastDaysLate)) return false;
  return mostDaysLate === undefined || on <= addDays(dueOn, mostDaysLate);
}

const dependsOnAge = ({ conditions }: Step): boolean =>
  conditions?.leastDaysLate !== undefined || conditions?.mostDaysLate !== undefined;

/** The step below which no claim may be when a step is counted from the one before: the nearest that all go through. */
function previousStep(steps: readonly Step[], index: number): Step | null {
  for (let i = index - 1; i >= 0; i--) {
    const step = steps[i]!;
    if (!isBeforeDue(step) && !dependsOnAge(step)) return step;
  }
  return null;
}

/** The day on which the formal notice arrived, or is counted to have arrived; null when none was sent. */
function noticedOn({ claim, level, levelOn }: Position, walk: Walk): Day | null {
  if (claim.noticeOn !== null) return claim.noticeOn;
  const atNotice = walk.scenario.steps.some((step) => step.rank === level && isFormalNotice(step));
  const sentOn = claim.noticeSentOn ?? (atNotice ? levelOn : null);
  return sentOn === null ? null : addWorkingDays(sentOn, walk.postalDelayWorkingDays);
}

/** The day that the days of a step are counted from, or null when it has not come. */
function startOf(index: number, position: Position, walk: Walk): Day | null {
  const step = walk.scenario.steps[index]!;
  switch (step.countedFrom) {
    case 'due-date':
      return position.dueOn;
    case 'notice':
      return noticedOn(position, walk);
    case 'promise':
      return position.claim.promiseOn ?? null;
    case 'previous-step':
    case 'last-contact': {
      const previous = previousStep(walk.scenario.steps, index);
      if (previous === null || position.level < previous.rank || position.levelOn === null) return null;
      const last = step.countedFrom === 'last-contact' ? (walk.lastContactOn ?? position.levelOn) : position.levelOn;
      return Math.max(last, position.levelOn) as Day;
    }
  }
}

/** The first day on which a claim reaches a step; null when it cannot as things are. Nothing late is asked before it is. */
function reachedOn(index: number, position: Position, walk: Walk): Day | null {
  const step = walk.scenario.steps[index]!;
  const start = startOf(index, position, walk);
  if (start === null) return null;
  const day = addDays(start, step.offsetDays);
  if (step.countedFrom === 'due-date') return day;
  return Math.max(day, addDays(position.dueOn, 1)) as Day;
}

/**
 * The step a claim must go through on a day: the highest one reached, above the level it already has. Lower steps
 * that were missed are not made up for. A notice before the due date is for a debtor who owes nothing late yet.
 */
export function targetStep(walk: Walk, position: Position, on: Day, noticeAllowed: boolean): Step | null {
  if (isCovered(position)) return null;
  const { steps } = walk.scenario;
  for (let i = steps.length - 1; i >= 0; i--) {
    const step = steps[i]!;
    if (step.rank <= position.level) return null;
    if (isBeforeDue(step) && (!noticeAllowed || on >= position.dueOn)) continue;
    if (!suits(step, position, on)) continue;
    const day = reachedOn(i, position, walk);
    if (day !== null && day <= on) return step;
  }
  return null;
}

/** True when open credits will pay the whole claim. */
function isCovered(position: Position): boolean {
  return position.coveredCents >= position.claim.openCents;
}

/** The first day after `after` on which something changes for a claim: a step is reached, or how late it is counts. */
export function nextChange(walk: Walk, position: Position, after: Day): Day | null {
  let next: Day | null = null;
  const consider = (day: Day | null): void => {
    if (day !== null && day > after && (next === null || day < next)) next = day;
  };
  consider(addDays(position.dueOn, 1));
  const { steps } = walk.scenario;
  for (let i = 0; i < steps.length; i++) {
    const step = steps[i]!;
    if (step.rank <= position.level) continue;
    consider(reachedOn(i, position, walk));
    const { leastDaysLate, mostDaysLate } = step.conditions ?? {};
    if (leastDaysLate !== undefined) consider(addDays(position.dueOn, leastDaysLate));
    if (mostDaysLate !== undefined) consider(addDays(position.dueOn, mostDaysLate + 1));
  }
  return next;
}
