/** Everything that is plainly printable French or English: the fast way out for nearly all strings. */
const PLAIN = /^[\x20-\x7e\u00a0-\u00ac\u00ae-\u017f\u2013\u2014\u2018\u2019\u201c\u201d\u2026\u202f\u20ac]*$/;

/** Unicode's own mark for « a character stands here that cannot be shown », and the last resort beside it. */
const MISSING = '\u25a1';

/**
 * A text as it can be printed, from a text as somebody typed it. Invisible characters go: control codes, zero-width
 * ones, and the direction overrides with which « 12,50 € » can be made to read backwards. Stacked accents that would
 * run over the neighbouring lines are limited to two. A character that the font cannot draw is replaced by its plain
 * form when Unicode names one, else by « □ », because PDF/A refuses a page with a hole in it. No markup is looked for:
 * the page sets texts as data, so there is nothing to escape.
 */
export function printable(text: string, covers: (codePoint: number) => boolean): string {
  if (PLAIN.test(text)) return text;
  const clean = text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1');
  let out = '';
  for (const character of clean) {
    out += covers(character.codePointAt(0)!) ? character : substitute(character, covers);
  }
  return out;
}

function substitute(character: string, covers: (codePoint: number) => boolean): string {
  if (/\p{M}/u.test(character)) return '';
  if (/\p{Zs}/u.test(character)) return ' ';
  const plain = [...character.normalize('NFKD')].filter((it) => covers(it.codePointAt(0)!)).join('');
  if (plain !== '') return plain;
  return covers(MISSING.codePointAt(0)!) ? MISSING : '?';
}

/** A word of more than a given length, by that length: the patterns are few and used for every text. */
const longWords = new Map<number, RegExp>();

/**
 * Lets the line break inside words longer than `longest` characters (an address without spaces, a row of letters
 * meant to break the page), by a zero-width space, which prints nothing.
 */
export function breakable(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let longWord = longWords.get(longest);
  if (longWord === undefined) {
    longWord = new RegExp(`\\S{${longest + 1},}`, 'gu');
    longWords.set(longest, longWord);
  }
  return text.replace(longWord, (word) => word.replace(/.{4}(?=.)/gu, '$&\u200b'));
}
