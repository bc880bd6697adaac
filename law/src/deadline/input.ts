import type { Day, IsoDate } from '../calendar/index.ts';
import type { Territory } from '../holidays/index.ts';
import type { Place } from '../kinds/index.ts';
import { FieldReader } from '../reading/index.ts';
import type { Refusal } from '../refusal.ts';
import { LONGEST_DAYS, notServed } from './served.ts';
import { PURPOSES, type Purpose, readWhere, type Where } from './where.ts';

/** Input of `deadline` (contract §3). */
export interface DeadlineInput {
  /** Day of the act, event, decision or notification that starts the period; of the hearing for a backward one. */
  readonly from: IsoDate;
  /** At least one of the three, not all zero. Years and months are added together, then days. */
  readonly length: { readonly days?: number; readonly months?: number; readonly years?: number };
  /** The party's place, the court being in metropolitan France. `metropole` when absent. */
  readonly place?: Place;
  /** Overseas place whose own holiday counts for `wait`. */
  readonly territory?: Territory;
  /** `from` is day 1. */
  readonly firstDayCounted?: boolean;
  /** `act` (ours to meet, the default) or `wait` (for another to meet before we act). */
  readonly purpose?: Purpose;
  /** `backward` for « n days before »; never extended. `forward` when absent. */
  readonly direction?: Direction;
}

const DIRECTIONS = ['forward', 'backward'] as const;
type Direction = (typeof DIRECTIONS)[number];

export interface DeadlineCase {
  readonly from: Day;
  readonly months: number;
  readonly days: number;
  readonly where: Where;
  readonly firstDayCounted: boolean;
  readonly purpose: Purpose;
  readonly backward: boolean;
}

const FIELDS = new Set(['from', 'length', 'place', 'territory', 'firstDayCounted', 'purpose', 'direction']);
const LENGTH_FIELDS = new Set(['days', 'months', 'years']);
const MONTHS_PER_YEAR = 12;
const DAYS_PER_YEAR = 366;
/** Whole years of the longest length: one fewer than the period holds, so that no end leaves the calendar. */
const LONGEST_YEARS = Math.floor(LONGEST_DAYS / DAYS_PER_YEAR);

function readLength(reader: FieldReader): { readonly months: number; readonly days: number } {
  const length = reader.object('length', LENGTH_FIELDS, (item) => {
    const years = item.optionalWhole('years', 0, LONGEST_YEARS) ?? 0;
    const months = item.optionalWhole('months', 0, LONGEST_YEARS * MONTHS_PER_YEAR) ?? 0;
    return { months: years * MONTHS_PER_YEAR + months, days: item.optionalWhole('days', 0, LONGEST_DAYS) ?? 0 };
  });
  if (length === null) {
    reader.rejectMissing('length', 'donnez une durée en jours, en mois ou en années');
    return { months: 0, days: 0 };
  }
  if (length.months + length.days === 0) {
    const message = 'La durée (champ «\u00a0length\u00a0») doit compter au moins un jour, un mois ou une année.';
    reader.reject('InvalidValue', message, { field: 'length', value: { months: 0, days: 0 } });
  }
  return length;
}

/**
 * Reads and checks the input of the rule. Refuses `UnknownField`, `MissingField`, `InvalidDate`, `InvalidChoice`,
 * `InvalidValue` (an empty length, for one) and `DateNotServed`.
 */
export function readCase(input: unknown): DeadlineCase | Refusal {
  const reader = new FieldReader(input, FIELDS);
  const deadlineCase: DeadlineCase = {
    from: reader.day('from'),
    ...readLength(reader),
    where: readWhere(reader),
    firstDayCounted: reader.flag('firstDayCounted'),
    purpose: reader.choice('purpose', PURPOSES, 'act'),
    backward: reader.choice('direction', DIRECTIONS, 'forward') === 'backward',
  };
  return reader.refusal ?? notServed('from', deadlineCase.from) ?? deadlineCase;
}
