/**
 * A rough strength of a password, from 0 (empty) to 4: length counts most, variety a little, and a password that
 * repeats itself or the person's own name or address counts for nothing. The server has the last word.
 */
export function strengthOf(password: string, personal: readonly string[]): 0 | 1 | 2 | 3 | 4 {
  if (password.length === 0) return 0;
  const lower = password.toLowerCase();
  const distinct = new Set(lower).size;
  const words = personal
    .flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length > 3);
  const left = words.reduce((text, word) => text.replaceAll(word, ''), lower);
  if (password.length < 12 || distinct < 6 || left.length < 8) return 1;
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u].filter((kind) => kind.test(password)).length;
  const score = left.length + kinds * 2;
  if (score < 18) return 2;
  return score < 26 ? 3 : 4;
}
