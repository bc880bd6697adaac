/** The lines of a FEC, one after the other: what each adds to the book. */

import type { Limits } from '../../limits.ts';
import { centsBetween, dayBetween } from '../book/book-amounts.ts';
import type { BookBuilder } from '../book/book-builder.ts';
import { carriesForward } from '../book/book-items.ts';
import { CUSTOMER, touchOf } from '../book/entries.ts';
import type { FecColumn, FecHeader } from './fec-columns.ts';
import { FecFields } from './fec-fields.ts';
import { FecTally } from './fec-tally.ts';

/** Numbers of entry of software that numbers nothing. */
const NO_ENTRY = /^0*$/;

export class FecLines {
  readonly tally = new FecTally();
  readonly journals = new Set<string>();
  readonly header: FecHeader;
  private readonly fields: FecFields;
  private readonly builder: BookBuilder;
  private readonly limits: Limits;
  /** Repeated texts, each kept once: an item must not hold the piece of the file that it was cut from. */
  private readonly known = new Map<string, string>();
  /** A line too short, which a line end in its label may have cut in two. */
  private broken: { bytes: Buffer; line: number } | undefined;
  private debitCents = 0;
  private creditCents = 0;

  constructor(header: FecHeader, builder: BookBuilder, limits: Limits) {
    this.header = header;
    this.fields = new FecFields(header);
    this.builder = builder;
    this.limits = limits;
  }

  take(bytes: Buffer, from: number, until: number, line: number): void {
    const { fields } = this;
    if (this.broken !== undefined && this.mend(bytes, from, until)) return;
    if (fields.cut(bytes, from, until)) this.read(line);
    else if (fields.short > 0) {
      // Some software leaves out the last columns when they are empty.
      if (this.isSound()) this.read(line);
      else this.broken = { bytes: Buffer.from(bytes.subarray(from, until)), line };
    } else if (this.fits(bytes, from, until)) this.read(line);
    else this.tally.slip('WrongWidth', line);
  }

  /** Makes a line too wide fit: by the separator at its end, or because its label holds one. */
  private fits(bytes: Buffer, from: number, until: number): boolean {
    const { fields } = this;
    const { endsEmpty } = fields;
    if (endsEmpty && this.isSound()) return true;
    if (fields.widenLabel() && this.isSound()) return true;
    if (!endsEmpty) return false;
    // Something else is wrong with this line, and is said when it is read.
    fields.cut(bytes, from, until);
    return true;
  }

  finish(): void {
    if (this.broken !== undefined) this.tally.slip('WrongWidth', this.broken.line);
    this.broken = undefined;
  }

  /** Joins a line to the short one before it, when both make one of the right width. */
  private mend(bytes: Buffer, from: number, until: number): boolean {
    const { bytes: start, line } = this.broken!;
    this.broken = undefined;
    const joined = Buffer.concat([start, Buffer.from(' '), bytes.subarray(from, until)]);
    if (joined.length <= this.limits.lineBytes && !this.fields.cut(bytes, from, until)) {
      if (this.fields.cut(joined, 0, joined.length) && this.isSound()) {
        this.read(line);
        return true;
      }
    }
    this.tally.slip('WrongWidth', line);
    return false;
  }

  /** True when the amounts and the day of a line out of width stand where the header says. */
  private isSound(): boolean {
    const { fields } = this;
    const amounts: FecColumn[] = fields.has('debit') ? ['debit', 'credit'] : ['amount', 'side'];
    if (amounts.some((column) => fields.start(column) < 0)) return false;
    return this.day('entryOn') > 0 && this.readAmounts();
  }

  private read(line: number): void {
    const { fields, tally, builder } = this;
    tally.lines += 1;
    if (!this.readAmounts()) tally.slip('UnreadableAmounts', line);
    const { debitCents, creditCents } = this;
    if (debitCents !== 0 && creditCents !== 0) tally.slip('DebitAndCredit', line);
    tally.debitCents += debitCents;
    tally.creditCents += creditCents;
    const entryOn = this.day('entryOn');
    if (entryOn < 0) tally.slip('UnreadableDays', line);
    tally.reach(entryOn);

    const journal = this.known.get(fields.text('journal')) ?? this.meetJournal();
    const entry = fields.text('entry');
    const key = NO_ENTRY.test(entry) ? `${journal}\t${entryOn}\t${fields.text('piece')}` : `${journal}\t${entry}`;
    const entryPlace = builder.entries.find(key);
    const account = fields.text('account');
    const touch = touchOf(account);
    builder.entries.add(entryPlace, touch, debitCents - creditCents);
    if (touch === CUSTOMER) this.keep(line, account, journal, entry, entryOn, entryPlace);
  }

  private keep(
    line: number,
    account: string,
    journal: string,
    entry: string,
    entryOn: number,
    entryPlace: number,
  ): void {
    const { fields, builder, tally } = this;
    const auxiliary = fields.text('auxiliary') || fields.text('customerId');
    const name = auxiliary === '' ? fields.text('accountName') : fields.text('auxiliaryName');
    const pieceOn = this.day('pieceOn');
    if (pieceOn < 0 && entryOn >= 0) tally.slip('UnreadableDays', line);
    const currencyCents = this.cents('currencyAmount');
    builder.add({
      line,
      customer: builder.customer(auxiliary || account, name),
      entryPlace,
      generalAccount: auxiliary === '' ? '' : this.once(account),
      journal,
      entry,
      entryOn,
      piece: fields.text('piece'),
      pieceOn,
      dueOn: this.day('dueOn'),
      paidOn: this.day('paidOn'),
      label: fields.text('label'),
      lettering: fields.text('lettering'),
      letteredOn: this.day('letteredOn'),
      debitCents: this.debitCents,
      creditCents: this.creditCents,
      currency: this.once(fields.text('currency')),
      currencyCents: Number.isNaN(currencyCents) ? 0 : currencyCents,
    });
  }

  /** Reads debit and credit, from two columns or from an amount and its side; false when one cannot be read. */
  private readAmounts(): boolean {
    const { fields } = this;
    let debit = 0;
    let credit = 0;
    if (fields.has('debit')) {
      debit = this.cents('debit');
      credit = this.cents('credit');
    } else {
      const amount = this.cents('amount');
      const side = fields.text('side').toUpperCase();
      if (/^(?:D|\+?1$)/.test(side)) debit = amount;
      else if (/^(?:C|-1$)/.test(side)) credit = amount;
      else if (amount !== 0) debit = Number.NaN;
    }
    this.debitCents = Number.isNaN(debit) ? 0 : debit;
    this.creditCents = Number.isNaN(credit) ? 0 : credit;
    return !Number.isNaN(debit) && !Number.isNaN(credit);
  }

  private cents(column: FecColumn): number {
    const from = this.fields.start(column);
    return from < 0 ? 0 : centsBetween(this.fields.bytes, from, this.fields.end(column), this.limits.amountCents);
  }

  private day(column: FecColumn): number {
    const from = this.fields.start(column);
    return from < 0 ? 0 : dayBetween(this.fields.bytes, from, this.fields.end(column));
  }

  private meetJournal(): string {
    const journal = this.once(this.fields.text('journal'));
    this.journals.add(journal);
    if (carriesForward(journal, this.fields.text('journalName'))) this.builder.carriesForward(journal);
    return journal;
  }

  private once(text: string): string {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    // A file with endless accounts gains nothing from being remembered.
    if (this.known.size < 50_000) this.known.set(text, text);
    return text;
  }
}
