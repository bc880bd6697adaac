const LONGEST_LINE = 76;
const EQUALS = 0x3d;
const SPACE = 0x20;
const TAB = 0x09;
const CR = 0x0d;
const LF = 0x0a;
const HEX = Buffer.from('0123456789ABCDEF', 'latin1');

/** How far ahead a UTF-8 character reaches, so that a soft line break never falls inside one. */
function widthOf(bytes: Buffer, at: number): number {
  let end = at + 1;
  while (end < bytes.length && (bytes[end]! & 0xc0) === 0x80) end += 1;
  return end - at;
}

/**
 * Writes a text as quoted-printable (RFC 2045 §6.7), lines ended by CRLF and no longer than 76 characters. Works on bytes
 * in one pass, because the text of the messages is most of what the sender computes.
 */
export function quotedPrintable(text: string): Buffer {
  const bytes = Buffer.from(text.replace(/\r\n?|\n/g, '\n'), 'utf8');
  // At worst each byte becomes three, and every line of them carries its own break.
  const out = Buffer.allocUnsafe(bytes.length * 3 + Math.ceil((bytes.length * 3) / (LONGEST_LINE - 4)) * 3 + 8);
  let length = 0;
  let column = 0;
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at]!;
    if (byte === LF) {
      out[length++] = CR;
      out[length++] = LF;
      column = 0;
      at += 1;
      continue;
    }
    const next = bytes[at + 1];
    const endsLine = next === undefined || next === LF;
    const plain = (byte > SPACE && byte < 0x7f && byte !== EQUALS) || ((byte === SPACE || byte === TAB) && !endsLine);
    const width = plain ? 1 : widthOf(bytes, at);
    // The last column is kept for the soft break itself.
    if (column + (plain ? 1 : width * 3) > LONGEST_LINE - 1) {
      out[length++] = EQUALS;
      out[length++] = CR;
      out[length++] = LF;
      column = 0;
    }
    if (plain) {
      out[length++] = byte;
      column += 1;
    } else {
      for (let index = at; index < at + width; index += 1) {
        out[length++] = EQUALS;
        out[length++] = HEX[bytes[index]! >> 4]!;
        out[length++] = HEX[bytes[index]! & 15]!;
      }
      column += width * 3;
    }
    at += width;
  }
  return out.subarray(0, length);
}
