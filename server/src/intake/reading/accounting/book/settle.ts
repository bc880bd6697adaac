/** Lettering: which lines of a customer clear one another. The same code is used for every customer. */

import type { HeldItem } from './book-items.ts';

/** Marks that software writes where there is no lettering. */
const NO_CODE = /^[-0.*\s]*$/;

export interface Settled {
  settled: HeldItem[][];
  open: HeldItem[];
  /** Codes whose lines do not add up to zero in this file. */
  uneven: number;
}

/** The items of one customer, in groups that add up to zero and the rest. */
export function settle(items: readonly HeldItem[]): Settled {
  const groups = new Map<string, HeldItem[]>();
  for (const item of items) {
    if (item.lettering === '' || NO_CODE.test(item.lettering)) continue;
    const group = groups.get(item.lettering);
    if (group === undefined) groups.set(item.lettering, [item]);
    else group.push(item);
  }
  const result: Settled = { settled: [], open: [], uneven: 0 };
  const cleared = new Set<HeldItem>();
  const even = new Set<string>();
  for (const [code, group] of groups) {
    const parts = evenParts(group);
    if (parts.length === 0) result.uneven += 1;
    // Nearly every group is one part: its code then tells its items, and none is named.
    else if (parts.length === 1 && parts[0] === group) even.add(code);
    else for (const part of parts) for (const item of part) cleared.add(item);
    result.settled.push(...parts);
  }
  result.open = items.filter((item) => !even.has(item.lettering) && !cleared.has(item));
  return result;
}

/** The group when it adds up to zero, or those of its accounts that do: a code may serve once on each account. */
function evenParts(group: HeldItem[]): HeldItem[][] {
  if (sumOf(group) === 0 && group.length > 1) return [group];
  const accounts = Map.groupBy(group, ({ generalAccount }) => generalAccount);
  if (accounts.size === 1) return [];
  return [...accounts.values()].filter((part) => part.length > 1 && sumOf(part) === 0);
}

/** Debits less credits, in cents. */
export function sumOf(items: readonly HeldItem[]): number {
  return items.reduce((sum, { debitCents, creditCents }) => sum + debitCents - creditCents, 0);
}
