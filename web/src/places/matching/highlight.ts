import type { Reason } from '@acquit/recovery';

/** A piece of the bank's text; `found` when a reason quotes it. */
export interface Piece {
  text: string;
  found: boolean;
}

/** The words that the reasons put between French quotation marks. */
export function quotedWords(reasons: readonly Reason[]): string[] {
  const quoted = reasons.flatMap(({ message }) =>
    [...message.matchAll(/«\s*([^»]+?)\s*»/gu)].map((match) => match[1]!),
  );
  return [...new Set(quoted)].filter((words) => letters(words).text.length >= 2);
}

/** The letters and figures of a text, folded, each with the place it has in the text. */
function letters(text: string): { text: string; at: number[] } {
  let folded = '';
  const at: number[] = [];
  let place = 0;
  for (const character of text) {
    for (const letter of character.normalize('NFKD').toLowerCase()) {
      if (/[\p{L}\p{N}]/u.test(letter)) {
        folded += letter;
        // A letter outside the usual plane takes two places of a string.
        for (const _ of letter.split('')) at.push(place);
      }
    }
    place += character.length;
  }
  return { text: folded, at };
}

/**
 * Cuts a text where quoted words stand in it. Accents, capitals and whatever separates (« FA 2026-12 » for
 * « fa202612 ») make no difference: banks change all three.
 */
export function highlight(text: string, words: readonly string[]): Piece[] {
  const folded = letters(text);
  const found: [from: number, to: number][] = [];
  for (const word of words) {
    const wanted = letters(word).text;
    for (
      let from = folded.text.indexOf(wanted);
      wanted !== '' && from >= 0;
      from = folded.text.indexOf(wanted, from + 1)
    ) {
      const last = folded.at[from + wanted.length - 1]!;
      found.push([folded.at[from]!, last + (text.codePointAt(last)! > 0xffff ? 2 : 1)]);
    }
  }
  found.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  const pieces: Piece[] = [];
  let place = 0;
  for (const [from, to] of found) {
    const start = Math.max(from, place);
    if (to <= place) continue;
    if (start > place) pieces.push({ text: text.slice(place, start), found: false });
    pieces.push({ text: text.slice(start, to), found: true });
    place = to;
  }
  if (place < text.length) pieces.push({ text: text.slice(place), found: false });
  return pieces;
}
