import { addDays, type Day } from '../calendar/index.ts';
import type { Explanation } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';

/** Last day that may bear interest: the one asked, or the eve of the judgment that opens an insolvency (L622-28 C. com.). */
export function lastBearingDay(until: Day, insolvencyOpenedOn: Day | null): Day {
  return insolvencyOpenedOn === null ? until : (Math.min(until, addDays(insolvencyOpenedOn, -1)) as Day);
}

/** The reason of that stop; none without a judgment by the day asked. */
export function stopReasons(until: Day, insolvencyOpenedOn: Day | null): readonly Explanation[] {
  const isStopped = insolvencyOpenedOn !== null && insolvencyOpenedOn <= until;
  return isStopped ? [reason('insolvency-stop', insolvencyOpenedOn)] : [];
}
