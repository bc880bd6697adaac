import { type Day, formatDay, frenchDate } from '../calendar/index.ts';
import { type Refusal, refuse } from '../refusal.ts';
import { type SeriesName, valueOn, valuesOf } from './series.ts';

/**
 * The refusal of a day that one of these figures of law does not cover, or null when all are known that day. The nearest
 * value is never used in its place. `subject` is a French plural with its article: « Les délais de paiement ».
 */
export function uncovered(subject: string, names: readonly SeriesName[], on: Day): Refusal | null {
  const name = names.find((series) => valueOn(series, on) === null);
  if (name === undefined) return null;
  const [first, last] = [valuesOf(name)[0]!, valuesOf(name).at(-1)!];
  const known = { parameter: name, on: formatDay(on), knownFrom: formatDay(first.from) };
  if (on < first.from) {
    const message = `${subject} ne sont connus ici que depuis le ${frenchDate(first.from)}\u00a0: vérifiez la date du ${frenchDate(on)}, ou traitez ce cas à part.`;
    return refuse('DateNotServed', message, known);
  }
  const message = `${subject} ne sont connus ici que jusqu’au ${frenchDate(last.until)}\u00a0: mettez à jour les paramètres de droit, puis recommencez.`;
  return refuse('DateNotServed', message, { ...known, knownUntil: formatDay(last.until) });
}
