/** Cuts bytes into lines without decoding them: LF, CR LF, CR CR LF, and CR alone in files of old Macs. */

import type { Limits } from '../../limits.ts';
import { Refused } from '../../refused.ts';

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
/** Bytes after which a file without any line feed is one of carriage returns. */
const DECIDED = 65_536;

export class ByteLines {
  private rest: Buffer = Buffer.alloc(0);
  private line = 0;
  private end: number | undefined;
  private readonly limits: Pick<Limits, 'lineBytes'>;
  private readonly take: (bytes: Buffer, from: number, until: number, line: number) => void;

  /** `take` is given each line that is not empty: its bytes between two places, and its number from 1. */
  constructor(
    limits: Pick<Limits, 'lineBytes'>,
    take: (bytes: Buffer, from: number, until: number, line: number) => void,
  ) {
    this.limits = limits;
    this.take = take;
  }

  /** Refuses `NulByte` and `LineTooLong`. */
  feed(piece: Buffer): void {
    const nul = piece.indexOf(0);
    if (nul >= 0) throw new Refused('NulByte', { line: this.line + 1 + feedsBefore(piece, nul) });
    this.end ??= piece.includes(LINE_FEED) ? LINE_FEED : undefined;
    if (this.end === undefined) {
      this.rest = Buffer.concat([this.rest, piece]);
      if (this.rest.length < DECIDED) return;
      this.end = CARRIAGE_RETURN;
      this.cut(this.rest, 0, this.end);
      return;
    }
    const first = this.rest.length === 0 ? -1 : piece.indexOf(this.end);
    if (this.rest.length === 0) this.cut(piece, 0, this.end);
    else if (first < 0) this.cut(Buffer.concat([this.rest, piece]), 0, this.end);
    else {
      // Only the line that was cut is joined: copying every piece whole would double what passes through memory.
      this.cut(Buffer.concat([this.rest, piece.subarray(0, first + 1)]), 0, this.end);
      this.cut(piece, first + 1, this.end);
    }
  }

  /** The last line, when the file does not end with a line end. */
  finish(): void {
    const { rest } = this;
    this.rest = Buffer.alloc(0);
    if (rest.length === 0) return;
    this.cut(rest, 0, this.end ?? CARRIAGE_RETURN);
    this.give(this.rest, 0, this.rest.length);
  }

  private cut(bytes: Buffer, from: number, end: number): void {
    let start = from;
    for (let at = bytes.indexOf(end, start); at >= 0; at = bytes.indexOf(end, start)) {
      this.give(bytes, start, at);
      start = at + 1;
    }
    // A copy, so that the piece itself is let go of.
    this.rest = Buffer.from(bytes.subarray(start));
    if (this.rest.length > this.limits.lineBytes) this.tooLong();
  }

  private give(bytes: Buffer, from: number, until: number): void {
    this.line += 1;
    let last = until;
    while (last > from && bytes[last - 1] === CARRIAGE_RETURN) last -= 1;
    if (last - from > this.limits.lineBytes) this.tooLong();
    if (last > from) this.take(bytes, from, last, this.line);
  }

  private tooLong(): never {
    throw new Refused('LineTooLong', { limit: this.limits.lineBytes, line: this.line });
  }
}

function feedsBefore(bytes: Buffer, place: number): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0 && at < place; at = bytes.indexOf(LINE_FEED, at + 1)) lines += 1;
  return lines;
}
