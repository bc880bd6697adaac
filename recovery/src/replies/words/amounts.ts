/** A sum that a text names, with its place in it. */
export interface NamedAmount {
  start: number;
  end: number;
  cents: number;
}

/** « 1 200,50 € », « 1.200,50 EUR », « 1200 euros », « € 1,200.50 », « 300e ». */
const AFTER = /(?<![\d.,/-])(\d{1,3}(?:[ .,]\d{3}){1,3}|\d{1,9})(?:[.,](\d{1,2}))? ?(?:€|eur\b|euros?\b)/g;
const BEFORE = /(?:€|eur\b) ?(\d{1,3}(?:[ .,]\d{3}){1,3}|\d{1,9})(?:[.,](\d{1,2}))?(?!\d)/g;

/** The sums in euros that a folded text names, in its order. */
export function amountsIn(folded: string): NamedAmount[] {
  const found: NamedAmount[] = [];
  for (const pattern of [AFTER, BEFORE]) {
    for (const match of folded.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((one) => start < one.end && one.start < end)) continue;
      const euros = Number(match[1]!.replaceAll(/[ .,]/g, ''));
      const cents = euros * 100 + Number((match[2] ?? '').padEnd(2, '0'));
      if (Number.isSafeInteger(cents) && cents > 0) found.push({ start, end, cents });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}
