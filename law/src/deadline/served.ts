import { type Day, day, formatDay, frenchDate } from '../calendar/index.ts';
import { type SeriesName, soleValue } from '../parameters/index.ts';
import { type Refusal, refuse } from '../refusal.ts';

const knownFrom = day(soleValue('deadlines-known-from').value);
const knownUntil = day(soleValue('deadlines-known-until').value);

/** Longest length read, in days: no deadline is longer than the whole period served. */
export const LONGEST_DAYS: number = knownUntil - knownFrom;

/**
 * Refuses `DateNotServed` for a day before the texts that were read again, or so late that it must be a mistake; null
 * when the day is served. `field` is the name of the input that holds it.
 */
export function notServed(field: string, on: Day): Refusal | null {
  if (on >= knownFrom && on <= knownUntil) return null;
  const served = `du ${frenchDate(knownFrom)} au ${frenchDate(knownUntil)}`;
  const message = `La date du ${frenchDate(on)} (${field}) n’est pas servie\u00a0: les délais sont calculés ${served}.`;
  const facts = { field, on: formatDay(on), from: formatDay(knownFrom), until: formatDay(knownUntil) };
  return refuse('DateNotServed', message, facts);
}

/** Refuses an act older than every known text that sets its time limit (`ProcedureNotInForce`). */
export function notInForce(name: SeriesName, label: string, on: Day): Refusal {
  const message = `Aucun texte connu ne fixe ce délai au ${frenchDate(on)}\u00a0: ${label}. Vérifiez la date de l’acte.`;
  return refuse('ProcedureNotInForce', message, { parameter: name, on: formatDay(on) });
}

/** Refuses an event dated before the one it must follow (`DatesOutOfOrder`); null when the order holds. */
export function outOfOrder(
  [earlierField, earlier]: readonly [string, Day | null],
  [laterField, later]: readonly [string, Day | null],
): Refusal | null {
  if (earlier === null || later === null || earlier <= later) return null;
  const message =
    `La date du ${frenchDate(later)} (${laterField}) précède celle du ${frenchDate(earlier)} (${earlierField}), ` +
    'qu’elle doit suivre. Corrigez l’une des deux.';
  return refuse('DatesOutOfOrder', message, {
    field: laterField,
    value: formatDay(later),
    after: earlierField,
    afterValue: formatDay(earlier),
  });
}

/**
 * The first fault of the dates of a case: one that is not served, else two that should follow each other and do not;
 * null when all is well. `fields` gives the order in which dates are looked at, `orders` the pairs that must follow.
 */
export function datesRefusal<F extends string>(
  fields: readonly F[],
  orders: readonly (readonly [earlier: F, later: F])[],
  dates: Readonly<Record<F, Day | null>>,
): Refusal | null {
  for (const field of fields) {
    const on = dates[field];
    const refusal = on === null ? null : notServed(field, on);
    if (refusal !== null) return refusal;
  }
  for (const [earlier, later] of orders) {
    const refusal = outOfOrder([earlier, dates[earlier]], [later, dates[later]]);
    if (refusal !== null) return refusal;
  }
  return null;
}
