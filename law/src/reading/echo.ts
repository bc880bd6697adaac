/** Longest text given back in a refusal: enough to find the mistake, short enough for a log. */
const MOST = 200;

/** A text cut to what a refusal may hold. */
export function shortened(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST)}…`;
}

/**
 * A foreign value as a refusal may give it back: a scalar that JSON can hold, a text cut short, or the French name of
 * what it is. A whole object is never given back: it can be huge, or nested deeper than a serializer goes.
 */
export function echoed(value: unknown): string | number | boolean | null {
  if (typeof value === 'string') return shortened(value);
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'bigint') return shortened(String(value));
  if (value === undefined || value === null) return null;
  return Array.isArray(value) ? '(liste)' : '(objet)';
}
