import { addDays, type Day, frenchDate } from '../calendar/index.ts';
import { dayValue, derived, type Explanation, givenDay } from '../explain/index.ts';
import { parameterNode, reason, soleValue } from '../parameters/index.ts';
import { type Measure, type Run, runsFrom } from './lengths.ts';

/** A stretch during which the period does not run; `until` is null while it is going on. */
export interface Suspension {
  readonly from: Day;
  readonly until: Day | null;
}

/** A fresh period: the first one, or one that an interruption started. `from` is null while the case is going on. */
interface Period {
  readonly from: Explanation | null;
  /** Whether the twenty years do not bind it (2232, second paragraph). */
  readonly isLifted: boolean;
  /** Its last day by what is known so far, or null while something that is going on keeps it open. */
  end: Explanation | null;
}

/** Joins suspensions that overlap or touch: they are one, and the period does not restart in between. */
function joined(suspensions: readonly Suspension[]): readonly Suspension[] {
  const merged: Suspension[] = [];
  for (const next of [...suspensions].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last === undefined || (last.until !== null && next.from > addDays(last.until, 1))) merged.push(next);
    else if (last.until !== null && (next.until === null || next.until > last.until)) {
      merged[merged.length - 1] = { from: last.from, until: next.until };
    }
  }
  return merged;
}

/** What a suspension leaves at least: six months from its end (2238, 2239 C. civ.). */
function floorNode(until: Day): Explanation {
  const label = frenchDate(until);
  return derived('add-months', `Délai minimal après la suspension finie le ${label}`, 'date', [
    givenDay(`Fin de la suspension au ${label}`, until),
    parameterNode('Reste minimal', soleValue('limitation-suspension-floor'), 'months'),
    reason('limitation-floor'),
  ]);
}

/**
 * The end of a run once suspended, or null while a suspension is going on. None begins after the run: the clock takes
 * only those that find a period running.
 */
function suspended({ firstDay, end }: Run, suspensions: readonly Suspension[]): Explanation | null {
  let postponed = end;
  let floor: Explanation | null = null;
  for (const { from, until } of suspensions) {
    if (until !== null && until < firstDay) continue;
    if (until === null) return null;
    const since = Math.max(from, firstDay) as Day;
    const stretch = `du ${frenchDate(since)} au ${frenchDate(until)}`;
    const days = derived('count-days', `Jours suspendus ${stretch}`, 'days', [
      givenDay(`Premier jour de suspension, ${stretch}`, since),
      givenDay(`Dernier jour de suspension, ${stretch}`, until),
    ]);
    postponed = derived('add-days', `${end.label}, après suspension ${stretch}`, 'date', [postponed, days]);
    floor = floorNode(until);
  }
  if (floor === null) return end;
  return derived('latest', `${end.label}, reste minimal compris`, 'date', [postponed, floor]);
}

/** The later of a day and of the end of a period; null as soon as one of the two is not known. */
function later(day: Day | null, { end }: Period): Day | null {
  return day === null || end === null ? null : (Math.max(day, dayValue(end)) as Day);
}

/** One period on its way: what started it afresh, and what suspended it. */
export class Clock {
  private readonly measure: Measure;
  private readonly start: Explanation;
  private readonly periods: Period[] = [];
  private suspensions: readonly Suspension[] = [];
  /** The latest last day of the periods, kept as they come: a case may count thousands of events. */
  private latest: Day | null = 0 as Day;

  /** `start` is the node of the day that the period is counted from. */
  constructor(measure: Measure, start: Explanation) {
    this.measure = measure;
    this.start = start;
    this.interrupt(start, false);
  }

  /** First day that counts: nothing before it can be suspended. */
  firstDay(): Day {
    return runsFrom(this.measure, this.start)[0].firstDay;
  }

  /** A fresh period from a day, or from a day that is not known yet. */
  interrupt(from: Explanation | null, isLifted: boolean): void {
    const period = { from, isLifted, end: this.endOf(from, isLifted) };
    this.periods.push(period);
    this.latest = later(this.latest, period);
  }

  /** A stretch without running: only the periods that it finds running can change. */
  suspend(suspension: Suspension): void {
    this.suspensions = joined([...this.suspensions, suspension]);
    for (const period of this.periods) {
      if (period.end !== null && dayValue(period.end) >= suspension.from) {
        period.end = this.endOf(period.from, period.isLifted);
      }
    }
    this.latest = this.periods.reduce<Day | null>(later, 0 as Day);
  }

  /** The last day of the period, or null while something that is going on keeps it open. */
  lastDay(): Day | null {
    return this.latest;
  }

  /**
   * The same as a tree, with every period that was started. An act that starts a fresh period never costs the creditor
   * the end that he already had.
   */
  end(): Explanation | null {
    const ends = this.periods.map(({ end }) => end).filter((end) => end !== null);
    const [first] = ends;
    if (first === undefined || ends.length < this.periods.length) return null;
    return ends.length === 1 ? first : derived('latest', `${first.label}, puis après interruption`, 'date', ends);
  }

  private endOf(from: Explanation | null, isLifted: boolean): Explanation | null {
    if (from === null) return null;
    const { suspensions } = this;
    const [own, ...reforms] = runsFrom(this.measure, from);
    const ownEnd = suspended(own, suspensions);
    // A later law reaches what is still running when it enters into force, be it thanks to a suspension.
    const reached = reforms.filter(({ firstDay }) => ownEnd === null || firstDay <= dayValue(ownEnd));
    const ends = [ownEnd, ...reached.map((run) => suspended(run, suspensions))].filter((end) => end !== null);
    const [first] = ends;
    if (first === undefined) return null;
    const end = ends.length === 1 ? first : derived('earliest', `${first.label}, loi nouvelle comptée`, 'date', ends);
    return this.measure.regime.nature === 'prescription' ? this.capped(end, isLifted ? own.end : null) : end;
  }

  /** Twenty years from the birth of the right stop everything but claims in court and enforcement (2232 C. civ.). */
  private capped(end: Explanation, lifted: Explanation | null): Explanation {
    const cap = derived('add-years', 'Délai butoir', 'date', [
      this.start,
      parameterNode('Durée du délai butoir', soleValue('limitation-cap'), 'years'),
    ]);
    if (dayValue(end) <= dayValue(cap)) return end;
    if (lifted === null) {
      return derived('earliest', `${end.label}, dans la limite du délai butoir`, 'date', [
        end,
        cap,
        reason('limitation-cap-reached'),
      ]);
    }
    const limit = derived('latest', `${lifted.label}, ou délai butoir`, 'date', [lifted, cap]);
    return derived('earliest', `${end.label}, sans délai butoir pour l’interruption`, 'date', [
      end,
      limit,
      reason('limitation-cap-lifted'),
    ]);
  }
}
