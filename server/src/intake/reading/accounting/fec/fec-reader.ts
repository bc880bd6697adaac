/**
 * Reads a FEC (fichier des écritures comptables, LPF art. A47 A-1) by pieces, in one pass: figures are read from the
 * bytes, texts are held as bytes until the end of the file has told the encoding.
 */

import { bareUtf16, byteOrderMark } from '../../decode-text.ts';
import type { BookHead, PieceContext, PieceReader } from '../../pieces/piece-reader.ts';
import { Refused } from '../../refused.ts';
import { type AccountingBook, withDefined } from '../../result.ts';
import { dayText } from '../book/book-amounts.ts';
import { BookBuilder } from '../book/book-builder.ts';
import { emitCustomers } from '../book/emit-customers.ts';
import { tellBook } from '../book/tell-book.ts';
import { decoderOf, EncodingWatch } from '../encoding-watch.ts';
import { ByteLines } from './byte-lines.ts';
import { fecHeader, requireColumns, separatorName } from './fec-columns.ts';
import { FecLines } from './fec-lines.ts';
import { disagrees, fecName } from './fec-name.ts';

/** Lines in which the header is looked for: some exports put a title above it. */
const HEADER_SEARCH = 40;

/** True when one of the first lines of a text is the header of a FEC, whatever the separator of the rest seems to be. */
export function looksLikeFec(text: string): boolean {
  return text.split('\n', HEADER_SEARCH).some((line) => fecHeader(line) !== undefined);
}

export class FecReader implements PieceReader {
  private readonly context: PieceContext;
  private readonly watch: EncodingWatch;
  private readonly wide: { encoding: 'utf-16le' | 'utf-16be'; decoder: TextDecoder } | undefined;
  private readonly builder: BookBuilder;
  private readonly cutter: ByteLines;
  private lines: FecLines | undefined;
  /** Bytes of the mark at the beginning that are still to be passed over. */
  private markLeft: number;

  /** `head` holds the first bytes of the file: its mark and whether it is UTF-16 are seen there. */
  constructor(context: PieceContext, head: Uint8Array) {
    this.context = context;
    const mark = byteOrderMark(head);
    const wide = mark === undefined ? bareUtf16(head) : mark.encoding === 'utf-8' ? undefined : mark.encoding;
    this.wide = wide && { encoding: wide, decoder: new TextDecoder(wide, { fatal: true, ignoreBOM: true }) };
    this.markLeft = mark?.length ?? 0;
    this.watch = new EncodingWatch(mark?.encoding === 'utf-8');
    this.builder = new BookBuilder(context.limits);
    this.cutter = new ByteLines(context.limits, (bytes, from, until, line) => this.take(bytes, from, until, line));
  }

  feed(piece: Uint8Array): void {
    const passed = Math.min(this.markLeft, piece.length);
    this.markLeft -= passed;
    this.accept(this.plain(Buffer.from(piece.buffer, piece.byteOffset + passed, piece.length - passed), true));
  }

  /** Refuses `FecWithoutLines`, `FecUnreadable`, `FecColumnsMissing`. */
  end(): void {
    if (this.wide !== undefined) this.accept(this.plain(Buffer.alloc(0), false));
    this.cutter.finish();
    if (this.lines === undefined) throw new Refused('FecColumnsMissing', { columns: ['JournalCode', 'CompteNum'] });
    this.lines.finish();
    const { tally } = this.lines;
    const wrong = tally.times('WrongWidth');
    if (wrong > tally.lines) throw new Refused('FecUnreadable', { line: tally.firstLine('WrongWidth') });
    if (tally.lines === 0) throw new Refused('FecWithoutLines');
  }

  /** Emits the customers batch by batch, then their book. */
  *rest(): Generator<void> {
    if (this.lines === undefined) return;
    const { tally, journals, header } = this.lines;
    const { emit, doubt, name } = this.context;
    const encoding = this.wide?.encoding ?? this.watch.decide();
    const decode = decoderOf(encoding);
    const { siren, closesOn, wrong: wrongName } = fecName(name);
    const [from, until] = [dayText(tally.from), dayText(tally.until)];
    const head = withDefined<BookHead>({ until: until ?? closesOn });
    const given = yield* emitCustomers(this.builder.finish(decode), head, emit);
    tally.tell(doubt);
    tellBook(this.builder, given, doubt);
    if (wrongName) doubt('FileNameDisagrees', { name });
    if (closesOn !== undefined && from !== undefined && until !== undefined && disagrees(closesOn, from, until)) {
      doubt('FileNameDisagrees', { name, closesOn, from, until });
    }
    const { entries } = this.builder;
    const book = withDefined<AccountingBook>({
      layout: 'fec',
      lines: tally.lines,
      entries: entries.count,
      unbalancedEntries: entries.unbalanced().count,
      debitCents: tally.debitCents,
      creditCents: tally.creditCents,
      balanced: tally.debitCents === tally.creditCents,
      encoding,
      separator: separatorName(header.separator),
      journals: [...journals].map(decode).sort(),
      siren,
      closesOn,
      from,
      until,
      customers: [],
    });
    emit({ kind: 'book', book });
  }

  private accept(bytes: Buffer): void {
    this.watch.feed(bytes);
    this.cutter.feed(bytes);
  }

  /** The same text in an encoding whose separators are single bytes. */
  private plain(bytes: Buffer, more: boolean): Buffer {
    if (this.wide === undefined) return bytes;
    try {
      return Buffer.from(this.wide.decoder.decode(bytes, { stream: more }));
    } catch {
      throw new Refused('WrongEncoding', { declared: this.wide.encoding });
    }
  }

  private take(bytes: Buffer, from: number, until: number, line: number): void {
    if (this.lines !== undefined) {
      this.lines.take(bytes, from, until, line);
      return;
    }
    const header = fecHeader(bytes.toString('latin1', from, until));
    if (header === undefined) {
      if (line < HEADER_SEARCH) return;
      throw new Refused('FecColumnsMissing', { columns: ['JournalCode', 'CompteNum'] });
    }
    const { columns } = this.context.limits;
    if (header.width > columns) throw new Refused('TooManyColumns', { limit: columns, line });
    requireColumns(header);
    this.lines = new FecLines(header, this.builder, this.context.limits);
  }
}
