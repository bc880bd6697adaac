const FOLDED = new Map<string, string>([
  ['œ', 'o'],
  ['æ', 'a'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['–', '-'],
  ['—', '-'],
  ['‑', '-'],
]);

/**
 * A text as its words are compared: small letters, no accents, plain spaces, straight quotes. Every character gives one
 * character, so that a place found in it is the same place in the text itself.
 */
export function fold(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text[i]!);
  return folded;
}

function foldUnit(unit: string): string {
  const code = unit.charCodeAt(0);
  if (code < 0x80) return code >= 65 && code <= 90 ? String.fromCharCode(code + 32) : code === 9 ? ' ' : unit;
  const known = FOLDED.get(unit);
  if (known !== undefined) return known;
  if (/[\u00a0\u202f\u2007\u2009\u200a\u2002\u2003\u3000]/.test(unit)) return ' ';
  const lower = unit.toLowerCase();
  const base = FOLDED.get(lower) ?? lower.normalize('NFD').charAt(0);
  return base.length === 1 ? base : unit;
}
