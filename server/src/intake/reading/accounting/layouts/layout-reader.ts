/** Reads a book written in an import layout, by pieces: see `layouts.ts` for the layouts. */

import { bareUtf16, byteOrderMark } from '../../decode-text.ts';
import type { BookHead, PieceContext, PieceReader } from '../../pieces/piece-reader.ts';
import { Refused } from '../../refused.ts';
import { type AccountingBook, withDefined } from '../../result.ts';
import { dayText } from '../book/book-amounts.ts';
import { BookBuilder } from '../book/book-builder.ts';
import { emitCustomers } from '../book/emit-customers.ts';
import { CUSTOMER, touchOf } from '../book/entries.ts';
import { tellBook } from '../book/tell-book.ts';
import { decoderOf, EncodingWatch } from '../encoding-watch.ts';
import { ByteLines } from '../fec/byte-lines.ts';
import { FecTally } from '../fec/fec-tally.ts';
import type { BookLayout, BookLine } from './book-line.ts';

export class LayoutReader implements PieceReader {
  private readonly context: PieceContext;
  private readonly layout: BookLayout;
  private readonly watch: EncodingWatch;
  private readonly builder: BookBuilder;
  private readonly tally = new FecTally();
  private readonly journals = new Set<string>();
  private readonly cutter: ByteLines;
  private markLeft: number;

  constructor(context: PieceContext, layout: BookLayout, head: Uint8Array) {
    const mark = byteOrderMark(head);
    if (bareUtf16(head) !== undefined || (mark !== undefined && mark.encoding !== 'utf-8')) {
      throw new Refused('UnknownEncoding', { declared: 'utf-16' });
    }
    this.context = context;
    this.layout = layout;
    this.markLeft = mark?.length ?? 0;
    this.watch = new EncodingWatch(mark !== undefined);
    this.builder = new BookBuilder(context.limits);
    this.cutter = new ByteLines(context.limits, (bytes, from, until, line) =>
      this.take(bytes.toString('latin1', from, until), line),
    );
  }

  feed(piece: Uint8Array): void {
    const passed = Math.min(this.markLeft, piece.length);
    this.markLeft -= passed;
    const bytes = Buffer.from(piece.buffer, piece.byteOffset + passed, piece.length - passed);
    this.watch.feed(bytes);
    this.cutter.feed(bytes);
  }

  /** Refuses `BookUnreadable` when most lines do not follow the layout. */
  end(): void {
    this.cutter.finish();
    const { tally } = this;
    if (tally.times('WrongWidth') >= tally.lines) {
      throw new Refused('BookUnreadable', { line: tally.firstLine('WrongWidth') });
    }
  }

  /** Emits the customers batch by batch, then their book. */
  *rest(): Generator<void> {
    const { tally, builder, context } = this;
    const encoding = this.watch.decide();
    const decode = decoderOf(encoding);
    const head = withDefined<BookHead>({ until: dayText(tally.until) });
    const customers = yield* emitCustomers(builder.finish(decode), head, context.emit);
    tally.tell(context.doubt);
    tellBook(builder, customers, context.doubt);
    const book = withDefined<AccountingBook>({
      layout: this.layout.layout,
      lines: tally.lines,
      entries: builder.entries.count,
      unbalancedEntries: builder.entries.unbalanced().count,
      debitCents: tally.debitCents,
      creditCents: tally.creditCents,
      balanced: tally.debitCents === tally.creditCents,
      encoding,
      separator: this.layout.separator,
      journals: [...this.journals].map(decode).sort(),
      from: dayText(tally.from),
      until: dayText(tally.until),
      customers: [],
    });
    context.emit({ kind: 'book', book });
  }

  private take(text: string, line: number): void {
    const read = this.layout.read(text, this.context.limits.amountCents);
    if (read === undefined) return;
    if (read === null) this.tally.slip('WrongWidth', line);
    else this.add(read, line);
  }

  private add(read: BookLine, line: number): void {
    const { tally, builder, journals } = this;
    const { journal, entryOn, account, auxiliary, piece, side } = read;
    tally.lines += 1;
    if (Number.isNaN(read.cents)) tally.slip('UnreadableAmounts', line);
    if (entryOn < 0 || read.dueOn < 0) tally.slip('UnreadableDays', line);
    tally.reach(entryOn);
    const cents = Number.isNaN(read.cents) ? 0 : read.cents;
    const [debitCents, creditCents] = side === 'D' ? [cents, 0] : [0, cents];
    tally.debitCents += debitCents;
    tally.creditCents += creditCents;
    if (!journals.has(journal)) {
      journals.add(journal);
      builder.journal(journal, '');
    }
    const entry = builder.entries.find(`${journal}\t${read.entry === '' ? `${entryOn}\t${piece}` : read.entry}`);
    const touch = touchOf(account.charCodeAt(0), account.charCodeAt(1), account.charCodeAt(2));
    builder.entries.add(entry, touch, debitCents - creditCents);
    if (touch !== CUSTOMER) return;
    builder.add({
      ...{ line, journal, piece, entryOn, debitCents, creditCents, entry: read.entry, entryPlace: entry.place },
      ...{ label: read.label, lettering: read.lettering, dueOn: read.dueOn, pieceOn: 0, paidOn: 0, letteredOn: 0 },
      ...{ currency: '', currencyCents: 0, generalAccount: auxiliary === '' ? '' : account },
      customer: builder.customer(auxiliary || account, read.name),
    });
  }
}
