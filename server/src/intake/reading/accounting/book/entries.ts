/**
 * The entries of a book: whether each adds up to zero, and which accounts it touches. The lines of one entry may stand
 * apart, so an entry stays open until memory asks: those that add up to zero are then forgotten, which changes nothing
 * to the answer, since lines that come later would have to add up to zero as well.
 */

/** What the accounts of an entry say of it, as bits. */
export const SALE = 1;
export const MONEY = 2;
export const CUSTOMER = 4;
export const OTHER = 8;

/** Open entries after which the balanced ones are forgotten. */
const KEPT = 20_000;
/** Entries out of balance that are named. */
const NAMED = 5;

/**
 * The bit of an account, from the codes of its first three figures (French plan of accounts, PCG art. 932-1): 411 and
 * 416 are customers, class 5 is money, class 7 sales.
 */
export function touchOf(first: number | undefined, second: number | undefined, third: number | undefined): number {
  if (first === 0x37) return SALE;
  if (first === 0x35) return MONEY;
  return first === 0x34 && second === 0x31 && (third === 0x31 || third === 0x36) ? CUSTOMER : OTHER;
}

/** An entry that lines may still come for. `place` numbers it in its book. */
export interface OpenEntry {
  place: number;
  sumCents: number;
}

export class Entries {
  /** Entries met so far. */
  count = 0;
  private readonly open = new Map<string, OpenEntry>();
  private touched = new Uint8Array(1_024);
  /** Entries out of balance that were let go of. */
  private letGo = 0;

  /** The entry of a journal and a number. */
  find(key: string): OpenEntry {
    const known = this.open.get(key);
    if (known !== undefined) return known;
    if (this.open.size >= KEPT) this.forgetBalanced();
    const place = this.count;
    this.count += 1;
    if (place === this.touched.length) {
      const larger = new Uint8Array(place * 2);
      larger.set(this.touched);
      this.touched = larger;
    }
    const entry = { place, sumCents: 0 };
    this.open.set(key, entry);
    return entry;
  }

  /** Adds a line to an entry: what its account says, and its debit less its credit. */
  add(entry: OpenEntry, touch: number, cents: number): void {
    this.touched[entry.place]! |= touch;
    entry.sumCents += cents;
  }

  /** The accounts that an entry touches, as bits. */
  touches(place: number): number {
    return this.touched[place]!;
  }

  /** Entries that do not add up to zero, with the first names. */
  unbalanced(): { count: number; names: string[] } {
    const names: string[] = [];
    let count = this.letGo;
    for (const [key, { sumCents }] of this.open) {
      if (sumCents === 0) continue;
      count += 1;
      if (names.length < NAMED) names.push(key.replaceAll('\t', ' ').trim());
    }
    return { count, names };
  }

  private forgetBalanced(): void {
    for (const [key, { sumCents }] of this.open) if (sumCents === 0) this.open.delete(key);
    if (this.open.size <= KEPT / 2) return;
    // Where most entries are out of balance, the first of them are counted and let go.
    this.letGo += this.open.size;
    this.open.clear();
  }
}
