/**
 * Finds the encoding of a text while it passes, without keeping it: texts are held as their bytes (one character each)
 * until the whole file has been seen, because the byte that tells two encodings apart may stand 160 kB into the file.
 */

import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { byteCounts, likeliestSingleByte } from '../decode-text.ts';

export type BookEncoding =
  | 'ascii'
  | 'utf-8'
  | 'utf-8-bom'
  | 'utf-16le'
  | 'utf-16be'
  | 'iso-8859-1'
  | 'iso-8859-15'
  | 'windows-1252'
  | 'cp850';

/** Bytes that mean one character in ISO 8859-1 and another in ISO 8859-15. */
const TELLING = [0xa4, 0xa6, 0xa8, 0xb4, 0xb8, 0xbc, 0xbd, 0xbe];

const NOT_ASCII = /[\u0080-\u00ff]/;

export class EncodingWatch {
  private readonly counts = byteCounts();
  private high = false;
  private utf8 = true;
  /** Start of a character that the last piece cut. */
  private tail: Buffer = Buffer.alloc(0);
  private readonly marked: boolean;

  /** `marked` says that the file began with the mark of UTF-8, which is not fed. */
  constructor(marked = false) {
    this.marked = marked;
  }

  feed(bytes: Buffer): void {
    if (isAscii(bytes)) {
      if (this.tail.length > 0 && bytes.length > 0) this.utf8 = false;
      return;
    }
    this.high = true;
    this.counts.add(bytes);
    if (!this.utf8) return;
    const joined = this.tail.length === 0 ? bytes : Buffer.concat([this.tail, bytes]);
    const whole = joined.length - cutCharacter(joined);
    this.utf8 = isUtf8(joined.subarray(0, whole));
    this.tail = Buffer.from(joined.subarray(whole));
  }

  /** The encoding of everything that was fed. */
  decide(): BookEncoding {
    if (!this.high) return this.marked ? 'utf-8-bom' : 'ascii';
    if (this.utf8 && this.tail.length === 0) return this.marked ? 'utf-8-bom' : 'utf-8';
    const likeliest = likeliestSingleByte(this.counts);
    if (likeliest !== 'windows-1252') return likeliest;
    // Without one of its own bytes, Windows-1252 is ISO 8859-1; and where nothing tells the two parts of ISO 8859
    // apart, the file is in the one that the order on accounting files asks for (LPF art. A47 A-1).
    if (this.counts.any(0x80, 0x9f)) return 'windows-1252';
    return TELLING.some((byte) => this.counts.any(byte, byte)) ? 'iso-8859-1' : 'iso-8859-15';
  }
}

/** How many bytes at the end begin a character of UTF-8 without ending it. */
function cutCharacter(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/** Turns texts that were held as their bytes into text, once the encoding is known. */
export function decoderOf(encoding: BookEncoding): (held: string) => string {
  if (encoding === 'ascii') return (held) => held;
  const utf8 = encoding.startsWith('utf');
  return (held) => {
    if (!NOT_ASCII.test(held)) return held;
    const bytes = Buffer.from(held, 'latin1');
    return utf8 ? bytes.toString('utf8') : iconv.decode(bytes, encoding);
  };
}
