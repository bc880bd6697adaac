import { type Day, formatDay, frenchDate } from '../calendar/index.ts';
import { dayValue, type Explanation, given, givenDay } from '../explain/index.ts';
import { type ArticleKey, reason } from '../parameters/index.ts';
import { Clock } from './clock.ts';
import { erasures, type Power, powerOf } from './effects.ts';
import type { LimitationCase, LimitationEvent } from './input.ts';
import { EVENT_NAMES, isOpenEnded } from './kinds.ts';
import type { Measure } from './lengths.ts';

/** What an event did in the end: an erased claim interrupts nothing any more, a withdrawal erases it. */
export type EventEffect = 'interrupts' | 'suspends' | 'none' | 'erased' | 'erases';

/** An event with what it did and the node that says why. */
export interface Happening {
  readonly event: LimitationEvent;
  readonly effect: EventEffect;
  readonly reasons: readonly Explanation[];
}

/** The end of a period after its events. */
export interface History {
  /** Null while something that is going on keeps the period open. */
  readonly end: Explanation | null;
  readonly happenings: readonly Happening[];
  /** Whether an event going on keeps the period open. */
  readonly open: readonly LimitationEvent[];
}

const RECOGNITIONS: readonly string[] = ['part-payment', 'acknowledgement', 'plan-signed'];

const EFFECT_WORDS: Record<EventEffect, string> = {
  interrupts: 'interrompt',
  suspends: 'suspend',
  none: 'sans effet',
  erased: 'effet effacé',
  erases: 'efface',
};

/** Last day of the effect of an event, or null while it is going on. */
function lastDay({ kind, on, until }: LimitationEvent): Day | null {
  return until ?? (isOpenEnded(kind) ? null : on);
}

function isStillOpen(event: LimitationEvent): boolean {
  return lastDay(event) === null;
}

/** Why an event does nothing on this clock although it could have, or null when it acts. */
function tooEarlyOrLate(event: LimitationEvent, { effect, why }: Power, clock: Clock, start: Day): ArticleKey | null {
  const { from } = reason(why, event.on).reference!;
  if (from !== null && formatDay(event.on) < from) return 'limitation-not-yet-law';
  const last = lastDay(event);
  const first = effect === 'suspends' ? clock.firstDay() : start;
  if (last !== null && last < first) return 'limitation-before-start';
  const end = clock.lastDay();
  if (end === null || event.on <= end) return null;
  return RECOGNITIONS.includes(event.kind) ? 'limitation-acknowledged-after-expiry' : 'limitation-after-expiry';
}

/** An event by its name and its days: `Médiation du 1er mars 2026 au 30 juin 2026`. */
function named({ kind, on, until }: LimitationEvent): string {
  const end = until === null || until === on ? '' : ` au ${frenchDate(until)}`;
  return `${EVENT_NAMES[kind]} du ${frenchDate(on)}${end}`;
}

function act(clock: Clock, event: LimitationEvent, { effect, lifts }: Power): void {
  const last = lastDay(event);
  if (effect === 'suspends') clock.suspend({ from: event.on, until: last });
  else clock.interrupt(last === null ? null : givenDay(`${named(event)}, nouveau départ`, last), lifts);
}

/** Plays the events of a case, in the order of their days, on a period that starts from a node. */
export function play(
  limitationCase: LimitationCase,
  measure: Measure,
  startNode: Explanation,
  events: readonly LimitationEvent[],
): History {
  const clock = new Clock(measure, startNode);
  const start = dayValue(startNode);
  const erasedBy = erasures(events);
  const erasing = new Set(erasedBy.values());
  const happenings: Happening[] = [];
  const open: LimitationEvent[] = [];
  for (const event of events) {
    const tell = (effect: EventEffect, ...keys: readonly ArticleKey[]) => {
      happenings.push({ event, effect, reasons: keys.map((key) => reason(key, event.on)) });
    };
    const power = powerOf(event, measure.regime, limitationCase);
    if (erasedBy.has(event)) tell('erased', 'limitation-claim-erased');
    else if (erasing.has(event)) tell('erases', 'limitation-claim-withdrawn');
    else if (power.effect === 'none') tell('none', power.why);
    else {
      const missed = tooEarlyOrLate(event, power, clock, start);
      if (missed !== null) tell('none', missed);
      else {
        act(clock, event, power);
        if (isStillOpen(event)) open.push(event);
        const restarts = power.effect === 'interrupts' && measure.regime.nature === 'quadrennial';
        tell(power.effect, power.why, ...(restarts ? (['limitation-public-restart'] as const) : []));
      }
    }
  }
  return { end: clock.end(), happenings, open };
}

/** The node of an event: its days, what it did, and why. */
export function eventNode({ event, effect, reasons }: Happening): Explanation {
  return { ...given(named(event), EFFECT_WORDS[effect], 'text'), inputs: reasons };
}
