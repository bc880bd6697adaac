/** Comparison of column names: exact, then with the slips of spelling people make. */

/** Lower case, without accents, camel case and punctuation cut into words: `Client_Nom` is « client nom ». */
export function normalise(header: string): string {
  return header
    .replace(/([a-zà-ÿ])([A-Z])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/n[°º]/g, ' n ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/**
 * How near a header is to a name: 1 when equal, 0 when they have nothing in common. Words are compared one by one, in
 * any order, and each may be off by one letter in four; a header whose accented letters were lost (`�ch�ance`) is
 * compared the same way.
 */
export function nearness(header: string, name: string): number {
  if (header === name) return 1;
  const words = header.split(' ').filter((word) => !FILLERS.has(word));
  const wanted = name.split(' ').filter((word) => !FILLERS.has(word));
  if (words.length !== wanted.length || words.length === 0) return 0;
  let total = 0;
  const free = [...words];
  for (const word of wanted) {
    let best = { index: -1, score: 0 };
    free.forEach((candidate, index) => {
      const score = wordNearness(candidate, word);
      if (score > best.score) best = { index, score };
    });
    if (best.index < 0) return 0;
    free.splice(best.index, 1);
    total += best.score;
  }
  // A different order or a filler more is nearly as sure as the name itself.
  return Math.min(0.98, total / wanted.length);
}

const FILLERS = new Set(['de', 'd', 'du', 'la', 'le', 'l', 'des', 'en', 'a']);

function wordNearness(word: string, name: string): number {
  if (word === name) return 1;
  // Plurals and feminine forms are the same word.
  if (word.replace(/e?s?$/, '') === name.replace(/e?s?$/, '') && name.length > 3) return 0.97;
  const allowed = Math.floor(name.length / 3.5);
  if (allowed === 0 || Math.abs(word.length - name.length) > allowed) return 0;
  const away = distance(word, name);
  return away <= allowed ? 0.9 - (0.4 * away) / name.length : 0;
}

/** Levenshtein distance of two short words. */
export function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = previous[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1);
      current.push(Math.min(change, previous[column]! + 1, current[column - 1]! + 1));
    }
    previous = current;
  }
  return previous[b.length]!;
}
