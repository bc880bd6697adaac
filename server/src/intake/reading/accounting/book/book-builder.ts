/**
 * Puts together what an accounting file says of customers, line after line. Only lines on accounts of customers are
 * kept; past a number of them, groups that clear themselves are folded to the numbers of their invoices, so that a file
 * of a gigabyte takes no more memory than one of fifty megabytes.
 */

import type { Limits } from '../../limits.ts';
import { Refused } from '../../refused.ts';
import { type BookCustomer, type BookItem, withDefined } from '../../result.ts';
import { dayText } from './book-amounts.ts';
import { type HeldItem, itemOf, type JournalKind, journalKind, kindOf } from './book-items.ts';
import { Entries } from './entries.ts';
import { sharedPieces } from './piece-numbers.ts';
import { settle } from './settle.ts';

/** Share of the kept lines that may be open after a folding; beyond, the oldest of them are left out. */
const OPEN_SHARE = 0.75;
/** Stands in place of the customer of a line that is folded. */
const FOLDED = -1;

interface HeldCustomer {
  account: string;
  name: string;
  balanceCents: number;
  /** Numbers joined by line feeds, one text per folding: a million short texts would take five times as much. */
  settledNumbers: string[];
  leftOut: { items: number; debitCents: number; creditCents: number } | undefined;
}

/** What the customers of a book leave to doubt, counted. */
export interface BookFindings {
  unevenGroups: number;
  numbersFromLabel: number;
  invoicesWithoutNumber: number;
  openingItems: number;
  paidOutside: number;
  foldedItems: number;
  leftOutItems: number;
  /** Accounts that hold lines of customers without naming any. */
  nameless: string[];
}

type Decode = (held: string) => string;

export class BookBuilder {
  readonly entries = new Entries();
  readonly findings: BookFindings = {
    unevenGroups: 0,
    numbersFromLabel: 0,
    invoicesWithoutNumber: 0,
    openingItems: 0,
    paidOutside: 0,
    foldedItems: 0,
    leftOutItems: 0,
    nameless: [],
  };
  private readonly limits: Pick<Limits, 'bookItems' | 'bookCustomers'>;
  private readonly places = new Map<string, number>();
  private readonly customers: HeldCustomer[] = [];
  private readonly journals = new Map<string, JournalKind | undefined>();
  private items: HeldItem[] = [];

  constructor(limits: Pick<Limits, 'bookItems' | 'bookCustomers'>) {
    this.limits = limits;
  }

  /** Takes note of a journal, whose name may tell what its lines are. */
  journal(code: string, name: string): void {
    this.journals.set(code, journalKind(code, name));
  }

  /** The place of a customer whose name is known; undefined for an account not met yet, or without a name so far. */
  customerNamed(account: string): number | undefined {
    const place = this.places.get(account);
    return place === undefined || this.customers[place]!.name === '' ? undefined : place;
  }

  /** The place of the customer of an account; the first name that is not empty is kept. Refuses `TooManyCustomers`. */
  customer(account: string, name: string): number {
    const known = this.places.get(account);
    if (known !== undefined) {
      const customer = this.customers[known]!;
      if (customer.name === '') customer.name = name;
      return known;
    }
    const place = this.customers.length;
    if (place >= this.limits.bookCustomers) throw new Refused('TooManyCustomers', { limit: this.limits.bookCustomers });
    this.places.set(account, place);
    this.customers.push({ account, name, balanceCents: 0, settledNumbers: [], leftOut: undefined });
    return place;
  }

  add(item: HeldItem): void {
    this.customers[item.customer]!.balanceCents += item.debitCents - item.creditCents;
    this.items.push(item);
    if (this.items.length >= this.limits.bookItems) this.fold();
  }

  /** The customers, in the order the file names them, with their texts decoded. */
  *finish(decode: Decode): Generator<BookCustomer> {
    const shared = this.shared(this.items);
    const byCustomer: HeldItem[][] = this.customers.map(() => []);
    for (const item of this.items) byCustomer[item.customer]!.push(item);
    this.items = [];
    for (const [place, held] of this.customers.entries()) {
      yield this.customerOf(held, byCustomer[place]!, decode, shared);
      // What was given out is let go of, so that the book is never held twice.
      byCustomer[place] = [];
    }
  }

  private customerOf(
    held: HeldCustomer,
    items: readonly HeldItem[],
    decode: Decode,
    shared: ReadonlySet<string>,
  ): BookCustomer {
    const { settled, open, uneven } = settle(items);
    this.findings.unevenGroups += uneven;
    const give = (item: HeldItem): BookItem => itemOf(item, this.kind(item), decode, shared);
    const openItems = open.map(give);
    for (const item of openItems) this.note(item);
    const name = decode(held.name);
    if (isCollective(held.account, name)) this.findings.nameless.push(held.account);
    return withDefined<BookCustomer>({
      account: decode(held.account),
      name,
      balanceCents: held.balanceCents,
      openItems,
      settled: settled.map((group) =>
        withDefined<BookCustomer['settled'][number]>({
          lettering: decode(group[0]!.lettering),
          on: dayText(Math.max(...group.map(({ letteredOn }) => letteredOn))),
          items: group.map(give),
        }),
      ),
      settledNumbers: held.settledNumbers.length === 0 ? undefined : decode(held.settledNumbers.join('\n')).split('\n'),
      leftOut: held.leftOut,
    });
  }

  private note({ kind, number, numberFrom, paidOn }: BookItem): void {
    if (numberFrom !== undefined) this.findings.numbersFromLabel += 1;
    if (kind === 'invoice' && number === undefined) this.findings.invoicesWithoutNumber += 1;
    if (kind === 'opening') this.findings.openingItems += 1;
    if (paidOn !== undefined) this.findings.paidOutside += 1;
  }

  private kind(item: HeldItem) {
    return kindOf(item, this.entries, this.journals.get(item.journal));
  }

  /** Pieces that number no invoice, seen from everything that may be one. */
  private shared(items: readonly HeldItem[]): ReadonlySet<string> {
    return sharedPieces(items.filter((item) => item.piece !== '' && item.debitCents > item.creditCents));
  }

  private fold(): void {
    const shared = this.shared(this.items);
    const asHeld: Decode = (text) => text;
    for (const items of Map.groupBy(this.items, ({ customer }) => customer).values()) {
      const numbers: string[] = [];
      const { settled } = settle(items);
      const customer = this.customers[items[0]!.customer]!;
      for (const item of settled.flat()) {
        const kind = this.kind(item);
        const { number } = kind === 'invoice' ? itemOf(item, kind, asHeld, shared) : {};
        if (number !== undefined) numbers.push(number);
        item.customer = FOLDED;
        this.findings.foldedItems += 1;
      }
      if (numbers.length > 0) customer.settledNumbers.push(numbers.join('\n'));
    }
    const kept = this.items.filter(({ customer }) => customer !== FOLDED);
    const room = Math.floor(this.limits.bookItems * OPEN_SHARE);
    for (const item of kept.slice(0, Math.max(0, kept.length - room))) this.leaveOut(item);
    this.items = kept.slice(-room);
  }

  private leaveOut({ customer, debitCents, creditCents }: HeldItem): void {
    const held = this.customers[customer]!;
    held.leftOut ??= { items: 0, debitCents: 0, creditCents: 0 };
    held.leftOut.items += 1;
    held.leftOut.debitCents += debitCents;
    held.leftOut.creditCents += creditCents;
    this.findings.leftOutItems += 1;
  }
}

/** True for the general account of all customers together: whoever owes is not told. */
function isCollective(account: string, name: string): boolean {
  return /^411?1?0*$/.test(account) && /^(clients?\b.*|comptes? clients?|)$/i.test(name.trim());
}
