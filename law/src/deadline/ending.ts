import { dayValue, type Explanation } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { extended, isLocalHolidayOnly, type SkippedDay } from './extension.ts';
import { type Period, periodEnd } from './period.ts';
import { localCalendar, type Purpose, type Where } from './where.ts';

/** The last day of a period, before and after its extension, as nodes; `reasons` say why it was extended or not. */
export interface Ending {
  readonly beforeExtension: Explanation;
  readonly endsOn: Explanation;
  readonly skipped: readonly SkippedDay[];
  readonly reasons: readonly Explanation[];
}

/**
 * The end of a period of proceedings (641 and 642 CPC). Local holidays extend only what the user waits for; a period
 * counted back is never extended. Distance is among the months of the period: see `distanceMonths`.
 */
export function ending(period: Period, where: Where, purpose: Purpose): Ending {
  const beforeExtension = periodEnd(period);
  if (period.backward) {
    return { beforeExtension, endsOn: beforeExtension, skipped: [], reasons: [reason('deadline-backward')] };
  }
  const local = localCalendar(where);
  const { endsOn, skipped } = extended(beforeExtension, purpose === 'wait' ? local : 'metropole');
  const reasons = [];
  if (skipped.length === 0) reasons.push(reason('deadline-no-extension'));
  if (purpose === 'act' && isLocalHolidayOnly(dayValue(endsOn), local)) {
    reasons.push(reason('deadline-local-holiday-ignored'));
  }
  return { beforeExtension, endsOn, skipped, reasons };
}

/** The end of a period that is no period of proceedings: nothing extends it. */
export function plainEnding(period: Period): Ending {
  const end = periodEnd(period);
  return { beforeExtension: end, endsOn: end, skipped: [], reasons: [reason('deadline-not-procedural')] };
}
