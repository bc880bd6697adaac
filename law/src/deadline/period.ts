import { addMonths, civilOf, type Day } from '../calendar/index.ts';
import { dayValue, derived, type Explanation, type Made, numberValue } from '../explain/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';

/** A period as operands of the tree: a `date` to start from, then `months` and `days` to add, or to count back. */
export interface Period {
  /** Label of its last day; it names the nodes of the workings too, so it is unique in the tree. */
  readonly label: string;
  readonly from: Explanation;
  readonly months: readonly Explanation[];
  readonly days: readonly Explanation[];
  /** `from` is day 1, against the ordinary rule. */
  readonly firstDayCounted: boolean;
  /** Counted back from `from`, as « fifteen days before the hearing ». */
  readonly backward: boolean;
}

interface Move {
  readonly operation: Made;
  readonly words: string;
  readonly operands: readonly Explanation[];
}

/** One operand: the months are added to the original date in one go (31 January and 2 months make 31 March). */
function together(label: string, parts: readonly Explanation[]): Explanation {
  return parts.length === 1 ? parts[0]! : derived('sum', label, parts[0]!.unit, parts);
}

/** Whether the day number does not exist in the month where the months lead, so that its last day was taken. */
function isMonthTooShort(from: Day, months: number): boolean {
  return civilOf(addMonths(from, months)).dayOfMonth !== civilOf(from).dayOfMonth;
}

function firstDayMove({ from, months, days, backward }: Period): readonly Move[] {
  const sign = backward ? -1 : 1;
  const total = months.reduce((sum, node) => sum + sign * numberValue(node), 0);
  // A month whose first day is the 31st ends with the next month when that one has no 30th to end on.
  if (days.length === 0 && !backward && isMonthTooShort(dayValue(from), total)) {
    return [
      { operation: 'detail', words: 'dernier jour du mois', operands: [reason('deadline-first-day-end-of-month')] },
    ];
  }
  const operation = backward ? 'day-after' : 'day-before';
  return [{ operation, words: 'premier jour compté', operands: [reason('deadline-first-day-counted')] }];
}

function why(key: ArticleKey, period: Period): readonly Explanation[] {
  const mixed = period.months.length > 0 && period.days.length > 0 ? [reason('deadline-months-then-days')] : [];
  return [reason(key), ...mixed];
}

function movesOf(period: Period): readonly Move[] {
  const { label, months, days, backward, firstDayCounted } = period;
  const moves: Move[] = [];
  if (months.length > 0) {
    moves.push({
      operation: backward ? 'subtract-months' : 'add-months',
      words: 'après les mois',
      operands: [together(`${label}, mois en tout`, months), ...why('deadline-months', period)],
    });
  }
  if (days.length > 0) {
    moves.push({
      operation: backward ? 'subtract-days' : 'add-days',
      words: 'après les jours',
      operands: [together(`${label}, jours en tout`, days), ...why('deadline-days', period)],
    });
  }
  return firstDayCounted ? [...moves, ...firstDayMove(period)] : moves;
}

/**
 * The last day of a period before any extension (641 CPC): months first and in one go, then days, the starting day left
 * out unless `firstDayCounted`. A `date` node whose workings are its inputs. The period must hold months or days.
 */
export function periodEnd(period: Period): Explanation {
  const moves = movesOf(period);
  return moves.reduce((node, { operation, words, operands }, i) => {
    const label = i === moves.length - 1 ? period.label : `${period.label}, ${words}`;
    return derived(operation, label, 'date', [node, ...operands]);
  }, period.from);
}
