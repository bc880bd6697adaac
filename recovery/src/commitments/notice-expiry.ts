import { addDays, type Day } from '@acquit/law';
import { addWorkingDays } from '../einvoice/standing.ts';

/** What is known of the notice of a missed instalment. */
export interface PlanNoticeFacts {
  /** The last day as told when the notice was decided. */
  expiresOn: Day;
  decidedOn: Day;
  /** The day its letter left, or its e-mail when there is no letter; null as long as it waits to leave. */
  leftOn: Day | null;
  /** The day of its first presentation; null as long as it is not known. */
  presentedOn: Day | null;
  /** Its letter came back undelivered: it reached nobody. */
  isReturned: boolean;
}

/**
 * Last day to answer the notice of a missed instalment. The days of the clause run from the reception: from the first
 * presentation once it is known, else from the day the post is taken to have brought the letter, which is counted from
 * the day it really left. Null while nothing runs: it has not left, or it came back.
 */
export function noticeExpiry(
  { expiresOn, decidedOn, leftOn, presentedOn, isReturned }: PlanNoticeFacts,
  clauseDays: number,
  postalDelayWorkingDays: number,
): Day | null {
  if (presentedOn !== null) return addDays(presentedOn, clauseDays);
  if (leftOn === null || isReturned) return null;
  if (leftOn <= decidedOn) return expiresOn;
  return addDays(addWorkingDays(leftOn, postalDelayWorkingDays), clauseDays);
}
