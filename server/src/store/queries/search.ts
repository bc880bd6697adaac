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

/**
 * SQL for the debtors of a company ($2) of a tenant ($1) that a search names, by word, a debtor once for each of his
 * words that begins as typed; null when it holds no word. `add` adds a value and gives its place.
 */
export function debtorsNamed({ words }: Search, add: (value: unknown) => string): string | null {
  // The longest word is the rarest as a rule: it is looked up, the others are checked.
  const [first, ...others] = words.toSorted((a, b) => b.from.length - a.from.length);
  if (first === undefined) return null;
  const range = (alias: string, { from, to }: Prefix) => `${alias}.word >= ${add(from)} and ${alias}.word < ${add(to)}`;
  const also = others.map(
    (word, n) =>
      `and exists (select from debtor_word w${n} where w${n}.tenant_id = $1 and w${n}.debtor_id = w.debtor_id and ${range(`w${n}`, word)})`,
  );
  return `select w.debtor_id from debtor_word w where w.tenant_id = $1 and w.company_id = $2 and ${range('w', first)} ${also.join(' ')}
    order by w.word, w.debtor_id`;
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
