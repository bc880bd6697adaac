import { typeset as spaced } from '@acquit/recovery';

/**
 * French punctuation is preceded by a no-break space, narrow before ; ! ? and full before : and inside « ». Typing them
 * by hand in a hundred sentences would fail in silence one day, so the catalogue is written with plain spaces and this
 * pass sets it once, when the app loads. Letters are set by the same rules.
 */

/** One sentence, typeset, its apostrophes too. Doing it twice changes nothing. */
export function typeset(text: string): string {
  return spaced(text).replaceAll("'", '’');
}

type Entry = string | readonly string[] | ((...values: never[]) => string) | Catalogue;
export interface Catalogue {
  readonly [key: string]: Entry;
}

/** The whole catalogue, typeset: sentences, lists of sentences and sentences made from values. */
export function typesetAll<C extends Catalogue>(catalogue: C): C {
  const result: Record<string, Entry> = {};
  for (const [key, entry] of Object.entries(catalogue)) {
    if (typeof entry === 'string') result[key] = typeset(entry);
    else if (typeof entry === 'function') {
      const make = entry as (...values: unknown[]) => string;
      result[key] = (...values: unknown[]) => typeset(make(...values));
    } else if (Array.isArray(entry)) result[key] = entry.map(typeset);
    else result[key] = typesetAll(entry as Catalogue);
  }
  return result as C;
}
