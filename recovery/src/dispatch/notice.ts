import type { Day } from '@acquit/law';
import type { DispatchEvent, DispatchEventKind } from './events.ts';

/** What proves that a letter was presented at the latest on its own day, when its presentation is not known itself. */
const PRESENTED_BY_THEN: readonly DispatchEventKind[] = ['delivered', 'refused', 'unclaimed'];

/**
 * The day on which a formal notice counts as brought to the debtor: the first presentation of its registered letter. A
 * letter refused, or left at the post office, was presented, and the notice stands (1re civ., 20 January 2021,
 * n° 19-20.680). When the presentation itself is not recorded, the day of what followed is taken, which is never too
 * early. A letter returned for its address, or whose electronic notification bounced, was presented to somebody else or to
 * nobody: it gives null, whatever was attempted on the way.
 */
export function noticeDay(events: readonly DispatchEvent[]): Day | null {
  const reached = events.some(({ kind }) => PRESENTED_BY_THEN.includes(kind));
  if (!reached && events.some(({ kind }) => kind === 'returned' || kind === 'failed')) return null;
  return (
    earliest(events.filter(({ kind }) => kind === 'first-presentation')) ??
    earliest(events.filter(({ kind }) => PRESENTED_BY_THEN.includes(kind)))
  );
}

function earliest(events: readonly DispatchEvent[]): Day | null {
  return events.reduce<Day | null>((first, { on }) => (first === null || on < first ? on : first), null);
}
