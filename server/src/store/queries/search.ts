/** Texts from `from` (included) to `to` (excluded): what begins with the word, as a range an index can walk. */
export interface Prefix {
  from: string;
  to: string;
}

/** What a person typed in the search box. */
export interface Search {
  /** Each must begin a word of the debtor's name, account or identifier. */
  words: Prefix[];
  /** Or the whole begins an invoice number; null when it has no figure in it. */
  number: Prefix | null;
}

/** More words than this say nothing more, and each one costs a look-up. */
const MOST_WORDS = 6;

/**
 * Reads a search as the database folds names (`fold_name`): without accents or capitals, cut into words. Null when
 * nothing was typed; 'nothing' when what was typed can match nothing.
 */
export function searchOf(typed: string): Search | null | 'nothing' {
  const trimmed = typed.trim();
  if (trimmed === '') return null;
  const words = fold(trimmed)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .slice(0, MOST_WORDS);
  const number = /\d/.test(trimmed) ? prefix(trimmed, '\u{10ffff}') : null;
  if (words.length === 0 && number === null) return 'nothing';
  // A word is letters and figures only, and '~' comes after them all.
  return { words: words.map((word) => prefix(word, '~')), number };
}

function prefix(text: string, last: string): Prefix {
  return { from: text, to: text + last };
}

function fold(text: string): string {
  return text
    .replaceAll(/[Œœ]/g, 'oe')
    .replaceAll(/[Ææ]/g, 'ae')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase();
}
