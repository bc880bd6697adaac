/** Which open items add up to an amount, with bounds: a book of a thousand invoices is not searched whole. */

/** An item of a debtor's account; a credit note counts negatively. Items come oldest first. */
export interface Item {
  cents: number;
}

/** At most so many items are searched freely, for at most so many of them at once, in at most so many steps. */
const MOST_ITEMS = 14;
const MOST_CHOSEN = 6;
const MOST_STEPS = 20_000;

/**
 * The sets of items (as sorted places) that add up to `target`, each different in its amounts: among items of the same
 * amount the oldest are taken, as the law does (art. 1342-10 C. civ.). `kept` are places that every set must hold. Stops
 * at `most` sets, and gives null when the search was too wide to be sure that there are no others.
 */
export function setsThatAddUp(
  items: readonly Item[],
  target: number,
  kept: readonly number[] = [],
  most = 2,
): number[][] | null {
  const fixed = new Set(kept);
  const rest = target - kept.reduce((sum, place) => sum + items[place]!.cents, 0);
  const free = items.map((_, place) => place).filter((place) => !fixed.has(place));
  if (rest === 0 && kept.length > 0) return [[...kept].sort((a, b) => a - b)];
  if (free.length > MOST_ITEMS) return null;
  const groups = [...Map.groupBy(free, (place) => items[place]!.cents)]
    .map(([cents, places]) => ({ cents, places }))
    .sort((a, b) => Math.abs(b.cents) - Math.abs(a.cents));
  // The most and the least that the groups from one on may still add: what lies outside is not searched.
  const bounds = groups.map(() => ({ least: 0, most: 0 }));
  for (let n = groups.length - 1, least = 0, most = 0; n >= 0; n -= 1) {
    const all = groups[n]!.cents * groups[n]!.places.length;
    if (all > 0) most += all;
    else least += all;
    bounds[n] = { least, most };
  }
  const found: number[][] = [];
  let steps = 0;
  const search = (group: number, left: number, chosen: number[]): void => {
    steps += 1;
    if (steps > MOST_STEPS || found.length >= most) return;
    if (left === 0 && chosen.length > 0) {
      found.push([...kept, ...chosen].sort((a, b) => a - b));
      return;
    }
    const here = groups[group];
    const bound = bounds[group];
    if (!here || !bound || left < bound.least || left > bound.most) return;
    for (let count = 0; count <= here.places.length && chosen.length + count <= MOST_CHOSEN; count += 1)
      search(group + 1, left - count * here.cents, [...chosen, ...here.places.slice(0, count)]);
  };
  search(0, rest, []);
  return steps > MOST_STEPS ? null : found;
}
