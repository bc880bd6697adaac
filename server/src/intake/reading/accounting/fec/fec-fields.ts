/** The fields of one line of a FEC, as places in its bytes: most lines are read without making a single text. */

import type { FecHeader } from './fec-columns.ts';

const QUOTE = 34;
const SPACE = 32;
/** Fields looked at in one line; a longer line is out of width anyway. */
const MOST = 600;

export class FecFields {
  bytes: Buffer = Buffer.alloc(0);
  private readonly starts = new Int32Array(MOST);
  private readonly ends = new Int32Array(MOST);
  private count = 0;
  private readonly separator: number;
  private readonly header: FecHeader;

  constructor(header: FecHeader) {
    this.header = header;
    this.separator = header.separator.charCodeAt(0);
  }

  /** Cuts a line; true when it has as many fields as the header. */
  cut(bytes: Buffer, from: number, until: number): boolean {
    const { starts, ends, separator } = this;
    const { quoted, width } = this.header;
    this.bytes = bytes;
    let count = 0;
    starts[0] = from;
    for (let at = from; at < until; at += 1) {
      const byte = bytes[at];
      if (byte === separator) {
        if (count === MOST - 1) break;
        ends[count] = at;
        count += 1;
        starts[count] = at + 1;
      } else if (quoted && byte === QUOTE) at = closing(bytes, at, until);
    }
    ends[count] = until;
    this.count = count + 1;
    return this.count === width;
  }

  /** Fields that the line has less than its header; negative when it has more. */
  get short(): number {
    return this.header.width - this.count;
  }

  /** True when all that stands too much is empty, at the end of the line. */
  get endsEmpty(): boolean {
    for (let index = this.header.width; index < this.count; index += 1) if (!this.isEmpty(index)) return false;
    return this.count > this.header.width;
  }

  /** Takes what stands too much for a part of the label, which holds a separator. */
  widenLabel(): boolean {
    const extra = this.count - this.header.width;
    const label = this.header.places.get('label');
    if (label === undefined || extra <= 0 || this.count >= MOST - 1) return false;
    this.ends[label] = this.ends[label + extra]!;
    for (let index = label + 1; index < this.header.width; index += 1) {
      this.starts[index] = this.starts[index + extra]!;
      this.ends[index] = this.ends[index + extra]!;
    }
    this.count = this.header.width;
    return true;
  }

  /** First byte of the field of a column; -1 when the line, or the header, does not have it. */
  start(column: number): number {
    return column < 0 || column >= this.count ? -1 : this.starts[column]!;
  }

  end(column: number): number {
    return column < 0 || column >= this.count ? -1 : this.ends[column]!;
  }

  /** Code of a byte of a field, spaces and quotes before it passed over; undefined past its end. */
  byte(column: number, place: number): number | undefined {
    let from = this.start(column);
    const until = this.end(column);
    while (from < until && (this.bytes[from] === SPACE || this.bytes[from] === QUOTE)) from += 1;
    return from + place < until ? this.bytes[from + place] : undefined;
  }

  /** True when a field holds the bytes that stand between two places of other bytes. */
  equals(column: number, other: Buffer, otherFrom: number, otherUntil: number): boolean {
    const from = this.start(column);
    const length = this.end(column) - from;
    if (length !== otherUntil - otherFrom) return false;
    for (let at = 0; at < length; at += 1) if (this.bytes[from + at] !== other[otherFrom + at]) return false;
    return true;
  }

  /** The text of a field, held as its bytes, without the spaces and quotes around it. */
  text(column: number): string {
    let from = this.start(column);
    if (from < 0) return '';
    let until = this.end(column);
    while (from < until && this.bytes[from] === SPACE) from += 1;
    while (until > from && this.bytes[until - 1] === SPACE) until -= 1;
    if (!this.header.quoted) return this.bytes.toString('latin1', from, until);
    return this.bytes
      .toString('latin1', from, until)
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim();
  }

  private isEmpty(index: number): boolean {
    for (let at = this.starts[index]!; at < this.ends[index]!; at += 1) if (this.bytes[at] !== SPACE) return false;
    return true;
  }
}

/** Where the quote that closes the one at a place stands; the end of the line when none does. */
function closing(bytes: Buffer, at: number, until: number): number {
  const close = bytes.indexOf(QUOTE, at + 1);
  return close < 0 || close >= until ? until : close;
}
