/** The lines of a FEC, one after the other: what each adds to the book. */

import type { Limits } from '../../limits.ts';
import { Refused } from '../../refused.ts';
import { centsBetween, dayBetween } from '../book/book-amounts.ts';
import type { BookBuilder } from '../book/book-builder.ts';
import { CUSTOMER, type OpenEntry, touchOf } from '../book/entries.ts';
import { columnPlaces, type FecHeader } from './fec-columns.ts';
import { FecFields } from './fec-fields.ts';
import { FecTally } from './fec-tally.ts';

/** Numbers of entry of software that numbers nothing. */
const NO_ENTRY = /^0*$/;

export class FecLines {
  readonly tally = new FecTally();
  readonly journals = new Set<string>();
  readonly header: FecHeader;
  private readonly at: ReturnType<typeof columnPlaces>;
  private readonly fields: FecFields;
  private readonly builder: BookBuilder;
  private readonly limits: Limits;
  /** Repeated texts, each kept once: an item must not hold the piece of the file that it was cut from. */
  private readonly known = new Map<string, string>();
  /** A line too short, which a line end in its label may have cut in two. */
  private broken: { bytes: Buffer; line: number } | undefined;
  /** The entry of the last line, and where its journal and its number stand. */
  private current: OpenEntry = { place: 0, sumCents: 0 };
  private journal = '';
  private entry = '';
  private readonly last = {
    ...{ numbered: false, bytes: Buffer.alloc(0) as Buffer, entryFrom: 0, entryUntil: 0 },
    ...{ journalFrom: 0, journalUntil: 0 },
  };
  private debitCents = 0;
  private creditCents = 0;

  constructor(header: FecHeader, builder: BookBuilder, limits: Limits) {
    this.header = header;
    this.at = columnPlaces(header);
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
    const { debit, credit, amount, side } = this.at;
    const amounts = debit >= 0 ? [debit, credit] : [amount, side];
    if (amounts.some((column) => fields.start(column) < 0)) return false;
    return this.day(this.at.entryOn) > 0 && this.readAmounts();
  }

  private read(line: number): void {
    const { fields, tally, builder } = this;
    tally.lines += 1;
    if (!this.readAmounts()) tally.slip('UnreadableAmounts', line);
    const { debitCents, creditCents } = this;
    if (debitCents !== 0 && creditCents !== 0) tally.slip('DebitAndCredit', line);
    tally.debitCents += debitCents;
    tally.creditCents += creditCents;
    const entryOn = this.day(this.at.entryOn);
    if (entryOn < 0) tally.slip('UnreadableDays', line);
    tally.reach(entryOn);

    const touch = touchOf(
      fields.byte(this.at.account, 0),
      fields.byte(this.at.account, 1),
      fields.byte(this.at.account, 2),
    );
    if (!this.isSameEntry()) this.turnTo(entryOn);
    builder.entries.add(this.current, touch, debitCents - creditCents);
    if (touch === CUSTOMER) this.keep(line, entryOn);
  }

  /** The lines of an entry mostly follow one another: the bytes are compared before any text is made. */
  private isSameEntry(): boolean {
    const { fields, last } = this;
    return (
      last.numbered &&
      fields.equals(this.at.entry, last.bytes, last.entryFrom, last.entryUntil) &&
      fields.equals(this.at.journal, last.bytes, last.journalFrom, last.journalUntil)
    );
  }

  private turnTo(entryOn: number): void {
    const { fields, last } = this;
    this.journal = this.known.get(fields.text(this.at.journal)) ?? this.meetJournal();
    this.entry = fields.text(this.at.entry);
    const numbered = !NO_ENTRY.test(this.entry);
    const number = numbered ? this.entry : `${entryOn}\t${fields.text(this.at.piece)}`;
    this.current = this.builder.entries.find(`${this.journal}\t${number}`);
    last.numbered = numbered;
    last.bytes = fields.bytes;
    [last.entryFrom, last.entryUntil] = [fields.start(this.at.entry), fields.end(this.at.entry)];
    [last.journalFrom, last.journalUntil] = [fields.start(this.at.journal), fields.end(this.at.journal)];
  }

  private keep(line: number, entryOn: number): void {
    const { fields, builder, tally } = this;
    const account = fields.text(this.at.account);
    const auxiliary = fields.text(this.at.auxiliary) || fields.text(this.at.customerId);
    const id = auxiliary || account;
    // The name is read once: making it again for every line of a customer costs more than the rest of the line.
    const customer =
      builder.customerNamed(id) ??
      builder.customer(id, fields.text(auxiliary === '' ? this.at.accountName : this.at.auxiliaryName));
    const pieceOn = this.day(this.at.pieceOn);
    if (pieceOn < 0 && entryOn >= 0) tally.slip('UnreadableDays', line);
    const currencyCents = this.cents(this.at.currencyAmount);
    builder.add({
      line,
      customer,
      entryPlace: this.current.place,
      generalAccount: auxiliary === '' ? '' : this.once(account),
      journal: this.journal,
      entry: this.entry,
      entryOn,
      piece: fields.text(this.at.piece),
      pieceOn,
      dueOn: this.day(this.at.dueOn),
      paidOn: this.day(this.at.paidOn),
      label: fields.text(this.at.label),
      lettering: fields.text(this.at.lettering),
      letteredOn: this.day(this.at.letteredOn),
      debitCents: this.debitCents,
      creditCents: this.creditCents,
      currency: this.once(fields.text(this.at.currency)),
      currencyCents: Number.isNaN(currencyCents) ? 0 : currencyCents,
    });
  }

  /** Reads debit and credit, from two columns or from an amount and its side; false when one cannot be read. */
  private readAmounts(): boolean {
    const { fields } = this;
    let debit = 0;
    let credit = 0;
    if (this.at.debit >= 0) {
      debit = this.cents(this.at.debit);
      credit = this.cents(this.at.credit);
    } else {
      const amount = this.cents(this.at.amount);
      const side = fields.text(this.at.side).toUpperCase();
      if (/^(?:D|\+?1$)/.test(side)) debit = amount;
      else if (/^(?:C|-1$)/.test(side)) credit = amount;
      else if (amount !== 0) debit = Number.NaN;
    }
    this.debitCents = Number.isNaN(debit) ? 0 : debit;
    this.creditCents = Number.isNaN(credit) ? 0 : credit;
    return !Number.isNaN(debit) && !Number.isNaN(credit);
  }

  private cents(column: number): number {
    const from = this.fields.start(column);
    return from < 0 ? 0 : centsBetween(this.fields.bytes, from, this.fields.end(column), this.limits.amountCents);
  }

  private day(column: number): number {
    const from = this.fields.start(column);
    return from < 0 ? 0 : dayBetween(this.fields.bytes, from, this.fields.end(column));
  }

  private meetJournal(): string {
    const journal = this.once(this.fields.text(this.at.journal));
    this.journals.add(journal);
    const limit = this.limits.bookJournals;
    if (this.journals.size > limit) throw new Refused('TooManyJournals', { limit });
    this.builder.journal(journal, this.fields.text(this.at.journalName));
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
