/** The record separator of RFC 7464: JSON text never holds this character as it is. */
const SEPARATOR = '\x1e';

/**
 * Many JSON documents as one text parameter, to be taken apart by `jsonList`. In an array parameter each quote of each
 * document would be escaped here and unescaped there, which costs more than everything else the pass does with them.
 */
export function joinJson(documents: readonly string[]): string {
  return documents.join(SEPARATOR);
}

/** SQL that gives the documents of a parameter (`$7`) made by `joinJson` as an array of texts, for `unnest`. */
export function jsonList(parameter: string): string {
  return `string_to_array(${parameter}, E'\\x1e')`;
}
