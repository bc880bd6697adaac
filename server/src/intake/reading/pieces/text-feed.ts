/** Bytes to text, by pieces. What a file claims about its encoding is never trusted: its bytes decide. */

import { bareUtf16, byteOrderMark, decodeSingleByte, singleByteDecoder, type TableEncoding } from '../decode-text.ts';
import { Refused } from '../refused.ts';

/** Bytes turned into text at a time, so that a piece and its text are never both held whole. */
const STEP = 65_536;

/**
 * Decodes a text whose encoding is found on the way. As long as every byte is plain ASCII nothing is decided; the first
 * other byte decides, with all those of its piece: UTF-8 when they follow it, else the single-byte encoding of French
 * software they suit best. Refuses `WrongEncoding` when a later piece breaks what was decided.
 */
export class TextFeed {
  /** How the file is encoded, as far as it has been read. */
  encoding: TableEncoding = 'utf-8';
  private readonly onText: (text: string) => void;
  private decode: ((bytes: Uint8Array, stream: boolean) => string) | undefined;
  private started = false;
  private held: Uint8Array | undefined;

  constructor(onText: (text: string) => void) {
    this.onText = onText;
  }

  feed(bytes: Uint8Array): void {
    let piece = this.started ? bytes : this.start(bytes);
    this.started = true;
    if (this.held !== undefined) {
      piece = Buffer.concat([this.held, piece]);
      this.held = undefined;
    }
    if (this.decode === undefined && !isAscii(piece)) piece = this.decide(piece);
    for (let at = 0; at < piece.length; at += STEP) this.give(piece.subarray(at, at + STEP), true);
  }

  end(): void {
    // A character cut at the end of the very file: the piece that held it could not be UTF-8 after all.
    if (this.held !== undefined) {
      const rest = this.held;
      this.held = undefined;
      this.useSingleByte(rest);
      this.give(rest, false);
    } else if (this.decode !== undefined) this.give(new Uint8Array(0), false);
  }

  private start(bytes: Uint8Array): Uint8Array {
    const mark = byteOrderMark(bytes);
    const wide = mark === undefined ? bareUtf16(bytes) : undefined;
    const encoding = mark?.encoding ?? wide;
    if (encoding === 'utf-16le' || encoding === 'utf-16be') this.useStrict(encoding, encoding);
    // A mark in front of a file of another encoding, as some exports write: the bytes still decide.
    else if (mark !== undefined) this.encoding = 'utf-8-bom';
    return bytes.subarray(mark?.length ?? 0);
  }

  private decide(piece: Uint8Array): Uint8Array {
    const whole = wholeUtf8(piece);
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(piece.subarray(0, whole));
    } catch {
      this.useSingleByte(piece);
      return piece;
    }
    if (isAscii(piece.subarray(0, whole))) {
      // Nothing but the start of one character: wait for the rest of it.
      this.held = piece.subarray(whole);
      return piece.subarray(0, whole);
    }
    this.useStrict('utf-8', this.encoding);
    return piece;
  }

  private useStrict(encoding: string, name: TableEncoding): void {
    const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
    this.encoding = name;
    this.decode = (bytes, stream) => {
      try {
        return decoder.decode(bytes, { stream });
      } catch {
        throw new Refused('WrongEncoding', { declared: encoding });
      }
    };
  }

  private useSingleByte(piece: Uint8Array): void {
    this.encoding = decodeSingleByte(piece).encoding;
    const decoder = singleByteDecoder(this.encoding);
    this.decode = (bytes) => decoder(bytes);
  }

  private give(bytes: Uint8Array, stream: boolean): void {
    const text =
      this.decode === undefined
        ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
        : this.decode(bytes, stream);
    if (text !== '') this.onText(text);
  }
}

function isAscii(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; at += 1) if (bytes[at]! >= 0x80) return false;
  return true;
}

/** Bytes before a last character that the end of the piece may cut. */
function wholeUtf8(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return byte >= 0xf0 || (byte >= 0xe0 ? back < 3 : back < 2) ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
