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
const KEPT = 100_000;
/** Entries out of balance that are named. */
const NAMED = 5;

/** The bit of an account, by the first figures of the French plan of accounts (PCG art. 932-1). */
export function touchOf(account: string): number {
  if (account.startsWith('7')) return SALE;
  if (account.startsWith('5')) return MONEY;
  return account.startsWith('411') || account.startsWith('416') ? CUSTOMER : OTHER;
}

export class Entries {
  /** Entries met so far. */
  count = 0;
  private readonly numbers = new Map<string, number>();
  private readonly sums: number[] = [];
  private touched = new Uint8Array(1_024);
  /** Entries out of balance that were let go of. */
  private letGo = 0;

  /** The place of an entry, named by its journal and its number. */
  find(key: string): number {
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    if (this.numbers.size >= KEPT) this.forgetBalanced();
    const place = this.count;
    this.count += 1;
    if (place === this.touched.length) {
      const larger = new Uint8Array(place * 2);
      larger.set(this.touched);
      this.touched = larger;
    }
    this.sums.push(0);
    this.numbers.set(key, place);
    return place;
  }

  add(place: number, touch: number, debitLessCredit: number): void {
    this.touched[place]! |= touch;
    this.sums[place]! += debitLessCredit;
  }

  /** The accounts that an entry touches, as bits. */
  touches(place: number): number {
    return this.touched[place]!;
  }

  /** Entries that do not add up to zero, with the first names. */
  unbalanced(): { count: number; names: string[] } {
    const names: string[] = [];
    let count = this.letGo;
    for (const [key, place] of this.numbers) {
      if (this.sums[place] === 0) continue;
      count += 1;
      if (names.length < NAMED) names.push(key.replaceAll('\t', ' ').trim());
    }
    return { count, names };
  }

  private forgetBalanced(): void {
    for (const [key, place] of this.numbers) if (this.sums[place] === 0) this.numbers.delete(key);
    if (this.numbers.size <= KEPT / 2) return;
    // Where most entries are out of balance, the first of them are counted and let go.
    this.letGo += this.numbers.size;
    this.numbers.clear();
  }
}
