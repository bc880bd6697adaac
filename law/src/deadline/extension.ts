import { type Day, formatDay, frenchDate, type IsoDate } from '../calendar/index.ts';
import { because, dayValue, derived, type Explanation, type Reference } from '../explain/index.ts';
import { type HolidayPlace, holidayOn, weekendName } from '../holidays/index.ts';
import { reason } from '../parameters/index.ts';

/** A day that could not be the last one, and the text that says so. */
export interface SkippedDay {
  readonly on: IsoDate;
  /** `samedi`, `dimanche` or the name of the holiday. */
  readonly name: string;
  readonly article: string;
}

/** A day that is no working day, with its reason as it is read in the tree; null for a working day. */
interface Idle {
  readonly name: string;
  readonly reference: Reference;
  readonly isLocal: boolean;
}

function idleOn(on: Day, calendar: HolidayPlace): Idle | null {
  const holiday = holidayOn(on, calendar);
  if (holiday !== null) {
    return { name: holiday.name, reference: holiday.reference, isLocal: holiday.place !== 'metropole' };
  }
  const name = weekendName(on);
  return name === null ? null : { name, reference: reason('deadline-extension').reference!, isLocal: false };
}

/** The last day of a period once extended, and the days that were skipped on the way. */
export interface Extension {
  readonly endsOn: Explanation;
  readonly skipped: readonly SkippedDay[];
}

/**
 * Carries a last day that is a Saturday, a Sunday or a holiday of the calendar to the next working day, one day at a
 * time (642 al. 2 CPC): each skipped day is a node of the tree with its name and its article.
 */
export function extended(end: Explanation, calendar: HolidayPlace): Extension {
  const skipped: SkippedDay[] = [];
  const reasons = [reason('deadline-extension')];
  let node = end;
  for (let idle = idleOn(dayValue(node), calendar); idle !== null; idle = idleOn(dayValue(node), calendar)) {
    const on = dayValue(node);
    skipped.push({ on: formatDay(on), name: idle.name, article: idle.reference.article });
    if (idle.isLocal) reasons.push(reason('deadline-local-holiday-wait'));
    const said = because(`${frenchDate(on)}, ${idle.name} → jour suivant`, idle.reference);
    node = derived('day-after', `${end.label}, report du ${frenchDate(on)}`, 'date', [node, said]);
  }
  if (skipped.length === 0) return { endsOn: end, skipped };
  return { endsOn: derived('detail', `${end.label}, après report`, 'date', [node, ...reasons]), skipped };
}

/** Whether a day is idle by local law only: it extends what is waited for, never what must be done. */
export function isLocalHolidayOnly(on: Day, local: HolidayPlace): boolean {
  return idleOn(on, local)?.isLocal === true && idleOn(on, 'metropole') === null;
}
