/**
 * Which lines of a statement are in the book already. A bank has no number for a line that all its formats give, so a line
 * is known by its account, day and amount, then by whatever both tellings give: they must agree where the same bank wrote
 * both, and not contradict each other where two formats did.
 */

export interface LineFacts {
  /** Signed cents. */
  amountCents: number;
  on: string;
  format: string;
  endToEndId: string | null;
  bankReference: string | null;
  /** All the words of the line: label, counterparty, texts of the transfer. */
  words: string;
}

/** How surely two lines are one, from 0 (they are two) to 4. */
type Likeness = 0 | 1 | 2 | 3 | 4;

function likenessOf(known: LineFacts, incoming: LineFacts): Likeness {
  const sameFormat = known.format === incoming.format;
  if (known.endToEndId !== null && incoming.endToEndId !== null && known.endToEndId !== incoming.endToEndId) return 0;
  if (sameFormat && known.bankReference !== null && incoming.bankReference !== null)
    return known.bankReference === incoming.bankReference ? 4 : 0;
  if (known.endToEndId !== null && known.endToEndId === incoming.endToEndId) return 4;
  const [left, right] = [wordsOf(known.words), wordsOf(incoming.words)];
  if (same(left, right)) return 3;
  const common = [...left].filter((word) => right.has(word)).length;
  if (common > 0 && common * 2 >= Math.min(left.size, right.size)) return 2;
  // Two formats of one bank cut and word a line differently; in one format another wording is another line.
  return sameFormat && left.size > 0 && right.size > 0 ? 0 : 1;
}

const wordsOf = (text: string) =>
  new Set(
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word.length > 1),
  );

const same = (left: ReadonlySet<string>, right: ReadonlySet<string>) =>
  left.size === right.size && [...left].every((word) => right.has(word));

/** The bucket in which lines may be one: a day and an amount. */
export const placeOf = (line: Pick<LineFacts, 'on' | 'amountCents'>): string => `${line.on} ${line.amountCents}`;

/**
 * Tells the lines of one statement that the account does not have yet, as indexes. Each known line answers for one line at
 * most, the likest pairs first: two equal payments of one day stay two, and the third one told later is new.
 */
export function newLines(known: readonly LineFacts[], incoming: readonly LineFacts[]): number[] {
  const places = new Map<string, LineFacts[]>();
  for (const line of known) {
    const list = places.get(placeOf(line));
    if (list) list.push(line);
    else places.set(placeOf(line), [line]);
  }
  const waiting = new Map<string, number[]>();
  const fresh: number[] = [];
  incoming.forEach((line, index) => {
    if (!places.has(placeOf(line))) fresh.push(index);
    else waiting.set(placeOf(line), [...(waiting.get(placeOf(line)) ?? []), index]);
  });
  for (const [place, indexes] of waiting) fresh.push(...unmatched(places.get(place) ?? [], indexes, incoming));
  return fresh.sort((a, b) => a - b);
}

function unmatched(known: readonly LineFacts[], indexes: readonly number[], incoming: readonly LineFacts[]): number[] {
  const pairs = indexes.flatMap((index) =>
    known.map((line, at) => ({ index, at, likeness: likenessOf(line, incoming[index]!) })),
  );
  pairs.sort((a, b) => b.likeness - a.likeness || a.index - b.index || a.at - b.at);
  const [matched, taken] = [new Set<number>(), new Set<number>()];
  for (const { index, at, likeness } of pairs) {
    if (likeness === 0 || matched.has(index) || taken.has(at)) continue;
    matched.add(index);
    taken.add(at);
  }
  return indexes.filter((index) => !matched.has(index));
}
