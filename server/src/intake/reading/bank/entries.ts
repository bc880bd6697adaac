/** Statements on their way out: entries go by in batches, sums are kept, balances are checked at the end. */

import type { PieceContext } from '../pieces/piece-reader.ts';
import { Refused } from '../refused.ts';
import { type BankEntry, type BankStatement, withDefined } from '../result.ts';

/** Entries of one batch. */
const BATCH = 500;
/** Statements of one file: a year of days for some hundreds of accounts. */
const MOST_STATEMENTS = 50_000;

/** What a reader knows of the statement it is in; it may fill it as it goes. */
export type StatementFacts = Partial<Omit<BankStatement, 'entries' | 'creditsCents' | 'debitsCents' | 'balanced'>>;

/** Euros, unless the file says another currency: the files of French banks often do not say. */
const USUAL_CURRENCY = 'EUR';

/** Takes the statements of one file in order, and tells them to the rest of the house. */
export class Statements {
  /** The statement at hand. */
  facts: StatementFacts = {};
  /** Statements told so far, and entries of the whole file, those left out included. */
  told = 0;
  seen = 0;
  taken = 0;
  private readonly context: PieceContext;
  private batch: BankEntry[] = [];
  private currencies = new Set<string>();
  /** The one added last: all the entries of a statement mostly have the same. */
  private latestCurrency: string | undefined;
  private credits = 0;
  private debits = 0;
  /** Sums of the lines that are only announced: no balance holds them. */
  private announcedCredits = 0;
  private announcedDebits = 0;
  private isOpen = false;
  /** Text of the first entry that could not be taken, to say why when none could. */
  private firstLeft: string | undefined;

  constructor(context: PieceContext) {
    this.context = context;
  }

  get opened(): boolean {
    return this.isOpen;
  }

  /** Sums of the booked entries of the statement at hand. */
  get sums(): { credits: number; debits: number } {
    return { credits: this.credits, debits: this.debits };
  }

  open(facts: StatementFacts): void {
    if (this.isOpen) this.close();
    if (this.told >= MOST_STATEMENTS) throw new Refused('TooManyStatements', { limit: MOST_STATEMENTS });
    this.facts = facts;
    this.isOpen = true;
    this.currencies = new Set();
    this.latestCurrency = undefined;
    this.credits = 0;
    this.debits = 0;
    this.announcedCredits = 0;
    this.announcedDebits = 0;
  }

  /** Takes an entry. Its currency is kept on the entry only when it is not the statement's. */
  add(entry: BankEntry): void {
    this.seen += 1;
    this.taken += 1;
    this.facts.currency ??= entry.currency ?? USUAL_CURRENCY;
    const currency = entry.currency ?? this.facts.currency;
    if (currency !== this.latestCurrency) this.currencies.add(currency);
    this.latestCurrency = currency;
    if (entry.currency === this.facts.currency) delete entry.currency;
    const { amountCents, status } = entry;
    const isBooked = status === 'booked';
    if (amountCents > 0) {
      if (isBooked) this.credits += amountCents;
      else this.announcedCredits += amountCents;
    } else if (isBooked) this.debits -= amountCents;
    else this.announcedDebits -= amountCents;
    this.batch.push(entry);
    if (this.batch.length >= BATCH) this.flush();
  }

  /** An entry that cannot be taken is told, never dropped in silence. */
  leaveOut(problem: string, text: string, line?: number): void {
    this.seen += 1;
    this.firstLeft ??= text;
    this.context.doubt('BankEntryLeftOut', { problem, text, line });
  }

  /** Ends the statement at hand and checks that it adds up. */
  close(): void {
    if (!this.isOpen) return;
    this.flush();
    this.isOpen = false;
    const { facts, credits, debits } = this;
    const currency = facts.currency ?? USUAL_CURRENCY;
    const { openingCents, closingCents } = facts;
    const expectedCents = openingCents === undefined ? undefined : openingCents + credits - debits;
    const balanced =
      expectedCents === undefined || closingCents === undefined ? undefined : expectedCents === closingCents;
    const account = facts.iban ?? facts.account;
    if (balanced === false) {
      const sums = { creditsCents: credits, debitsCents: debits };
      this.context.doubt('StatementUnbalanced', {
        account,
        currency,
        openingCents,
        ...sums,
        expectedCents,
        closingCents,
      });
    }
    if (this.currencies.size > 1)
      this.context.doubt('SeveralCurrencies', { account, currencies: [...this.currencies].slice(0, 20) });
    const statement = withDefined<BankStatement>({
      account: facts.account,
      bankCode: facts.bankCode,
      branchCode: facts.branchCode,
      iban: facts.iban,
      currency,
      number: facts.number,
      from: facts.from,
      until: facts.until,
      openingCents,
      closingCents,
      creditsCents: credits + this.announcedCredits,
      debitsCents: debits + this.announcedDebits,
      balanced,
      entries: [],
    });
    this.context.emit({ kind: 'statement', index: this.told, statement });
    this.told += 1;
  }

  /** The file is finished. Refuses `NoBankStatement`, and `NoBankEntry` when entries stand in it and none was taken. */
  end(): void {
    this.close();
    if (this.seen > 0 && this.taken === 0) throw new Refused('NoBankEntry', { text: this.firstLeft });
    if (this.told === 0) throw new Refused('NoBankStatement');
  }

  private flush(): void {
    if (this.batch.length === 0) return;
    const { account, iban, currency = USUAL_CURRENCY, number } = this.facts;
    const of = { index: this.told, currency, ...(account === undefined ? {} : { account }) };
    this.context.emit({
      kind: 'entries',
      of: { ...of, ...(iban === undefined ? {} : { iban }), ...(number === undefined ? {} : { number }) },
      entries: this.batch,
    });
    this.batch = [];
  }
}

/** Identifiers seen in one statement, as numbers of 53 bits: a file of millions of entries must not be kept by them. */
export class SeenIds {
  private readonly seen = new Set<number>();

  /** True when this identifier came before. */
  again(id: string): boolean {
    if (this.seen.size >= MOST_IDS) return false;
    const before = this.seen.size;
    this.seen.add(fingerprintOf(id));
    return this.seen.size === before;
  }
}

const MOST_IDS = 500_000;

/** Two passes of FNV-1a put side by side: a chance of one in ten thousand for a clash among a million. */
function fingerprintOf(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (low >>> 15);
  }
  return (high >>> 0) * 0x200000 + (low >>> 11);
}
