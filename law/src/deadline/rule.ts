import type { IsoDate } from '../calendar/index.ts';
import { derived, type Explanation, given, givenDay, type Outcome } from '../explain/index.ts';
import { reason } from '../parameters/index.ts';
import { ending } from './ending.ts';
import type { SkippedDay } from './extension.ts';
import { type DeadlineInput, readCase } from './input.ts';
import { distanceMonths } from './where.ts';

export interface DeadlineValue {
  /** Last day, until midnight; for a backward period, last day on which the act is in time. */
  readonly endsOn: IsoDate;
  /** The same before the extension of 642 CPC. */
  readonly beforeExtension: IsoDate;
  /** The days skipped by the extension, in order. */
  readonly skipped: readonly SkippedDay[];
}

function lengthNodes(label: string, count: number, unit: 'months' | 'days'): readonly Explanation[] {
  return count === 0 ? [] : [given(label, count, unit)];
}

/**
 * The last day of a deadline of proceedings (640 to 645 CPC): in days, months, years or both, with the distance of a
 * party overseas or abroad, carried to the next working day. Not for limitation periods nor payment terms, which
 * nothing extends. Refuses a malformed input and a day that is not served (see `readCase`).
 */
export function deadline(input: DeadlineInput): Outcome<DeadlineValue> {
  const deadlineCase = readCase(input);
  if ('code' in deadlineCase) return { refusal: deadlineCase };
  const { from, months, days, where, firstDayCounted, purpose, backward } = deadlineCase;
  const distance = distanceMonths(where);
  const period = {
    label: 'Terme du délai',
    from: givenDay(backward ? 'Jour avant lequel agir' : 'Jour qui fait courir le délai', from),
    months: [...lengthNodes('Mois du délai', months, 'months'), ...distance],
    days: lengthNodes('Jours du délai', days, 'days'),
    firstDayCounted,
    backward,
  };
  const { beforeExtension, endsOn, skipped, reasons } = ending(period, where, purpose);
  const why = distance.length > 0 ? [reason('deadline-distance'), ...reasons] : reasons;
  const explanation = derived('detail', 'Dernier jour du délai', 'date', [endsOn, ...why]);
  return {
    value: { endsOn: String(endsOn.value), beforeExtension: String(beforeExtension.value), skipped },
    explanation,
  };
}
