import { type Day, parseDay } from '@acquit/law';

/**
 * The only place of the server that reads a clock, besides the database. Everything below receives the day as an
 * argument, so that a past or future day can be replayed exactly.
 */
export interface Clock {
  /** Milliseconds since 1970, for delays and sessions. */
  now(): number;
  /** Today in Europe/Paris: the calendar of the law, wherever the machine stands. */
  today(): Day;
}

/**
 * The machine's clock. `fixedDay` (`YYYY-MM-DD`, from `ACQUIT_TODAY`) freezes the calendar for demonstrations and
 * tests; delays keep following the real clock. A day that does not exist is refused at once, because a silent
 * fallback to the real day would compute other amounts than the ones asked for.
 */
export function systemClock(fixedDay: string | undefined = process.env.ACQUIT_TODAY): Clock {
  if (fixedDay === undefined || fixedDay === '') return { now: Date.now, today: todayInParis };
  const day = parseDay(fixedDay);
  if (day === null) throw new Error(`ACQUIT_TODAY « ${fixedDay} » n’est pas une date AAAA-MM-JJ.`);
  return { now: Date.now, today: () => day };
}

function todayInParis(): Day {
  const day = parseDay(Temporal.Now.plainDateISO('Europe/Paris').toString());
  if (day === null) throw new Error('The machine gave a day that does not exist.');
  return day;
}
