/**
 * From bytes to text. The encoding is found from the byte-order mark, then from the bytes themselves: what a file
 * claims about itself is checked, never trusted.
 */

import iconv from 'iconv-lite';

export type TableEncoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'iso-8859-15' | 'cp850';

export interface Mark {
  encoding: 'utf-8' | 'utf-16le' | 'utf-16be';
  length: number;
}

/** The byte-order mark a file starts with. */
export function byteOrderMark(bytes: Uint8Array): Mark | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** UTF-16 without a mark: in text of our alphabets nearly every second byte of the first ones is zero. */
export function bareUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 512);
  if (sample.length < 4) return undefined;
  let even = 0;
  let odd = 0;
  for (let index = 0; index + 1 < sample.length; index += 2) {
    if (sample[index] === 0) even += 1;
    if (sample[index + 1] === 0) odd += 1;
  }
  const pairs = Math.floor(sample.length / 2);
  if (odd > pairs * 0.7 && even < pairs * 0.1) return 'utf-16le';
  if (even > pairs * 0.7 && odd < pairs * 0.1) return 'utf-16be';
  return undefined;
}

/** The text of a table and how it was encoded; undefined when UTF-16 is announced but the bytes do not follow it. */
export function decodeTable(bytes: Uint8Array): { text: string; encoding: TableEncoding } | undefined {
  const mark = byteOrderMark(bytes);
  const wide = mark === undefined ? bareUtf16(bytes) : undefined;
  if (mark !== undefined || wide !== undefined) {
    const encoding = mark?.encoding ?? wide ?? 'utf-8';
    const text = strict(encoding, bytes.subarray(mark?.length ?? 0));
    if (text === undefined && encoding !== 'utf-8') return undefined;
    if (text !== undefined) return { text, encoding: encoding === 'utf-8' ? 'utf-8-bom' : encoding };
    // A mark put in front of a file of another encoding, as some exports do: the bytes decide.
    return decodeSingleByte(bytes.subarray(mark?.length ?? 0));
  }
  const text = strict('utf-8', bytes);
  return text === undefined ? decodeSingleByte(bytes) : { text, encoding: 'utf-8' };
}

function strict(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** In the order of preference when the bytes do not tell them apart. */
const singleByte = ['windows-1252', 'iso-8859-15', 'cp850'] as const;

/** What each byte from 0x80 on means in each encoding, with how likely that character is in a French table. */
const meanings = singleByte.map((encoding) => ({
  encoding,
  weights: Array.from({ length: 128 }, (_, index) => likelihood(decodeByte(index + 128, encoding))),
}));

function decodeByte(byte: number, encoding: string): string {
  // The web's decoders replace C1 controls by nothing useful for ISO-8859-15, so iconv-lite is asked for all three.
  return iconv.decode(Buffer.from([byte]), encoding);
}

function likelihood(character: string): number {
  if (/[éèàùçêâîôûëïüÉÈÀÇÊœŒ°€]/.test(character)) return 3;
  if (/[’‘“”«»–—…²\u00a0ÂÎÔÛËÏÜÙñöäóáíßæ]/.test(character)) return 1;
  if (/\p{L}/u.test(character)) return -1;
  return -4;
}

/** How often each byte from 0x80 on occurs: all that is needed to choose between encodings of one byte. */
export interface ByteCounts {
  add(bytes: Uint8Array): void;
  /** True when a byte of this range, both ends included, was seen. */
  any(from: number, until: number): boolean;
  readonly counts: Uint32Array;
}

export function byteCounts(): ByteCounts {
  const counts = new Uint32Array(128);
  return {
    counts,
    add(bytes) {
      const count = (from: number, until: number) => {
        for (let at = from; at < until; at += 1) if (bytes[at]! >= 128) counts[bytes[at]! - 128]! += 1;
      };
      // Four bytes at a time: this runs over every byte of a gigabyte, and few of them are looked at one by one.
      const first = (4 - (bytes.byteOffset % 4)) % 4;
      if (bytes.length < first + 4) return count(0, bytes.length);
      const words = new Uint32Array(bytes.buffer, bytes.byteOffset + first, (bytes.length - first) >> 2);
      count(0, first);
      for (let word = 0; word < words.length; word += 1)
        if ((words[word]! & 0x80808080) !== 0) count(first + word * 4, first + word * 4 + 4);
      count(first + words.length * 4, bytes.length);
    },
    any: (from, until) => counts.subarray(from - 128, until - 127).some((times) => times > 0),
  };
}

/**
 * Chooses between the single-byte encodings of French software from every byte of the whole file: the first accent of
 * a real CP850 ledger stood 160 kB after its start.
 */
export function likeliestSingleByte({ counts }: ByteCounts): (typeof singleByte)[number] {
  let best: { encoding: (typeof singleByte)[number]; score: number } = {
    encoding: 'windows-1252',
    score: Number.NEGATIVE_INFINITY,
  };
  for (const { encoding, weights } of meanings) {
    let score = 0;
    for (let index = 0; index < 128; index += 1) score += counts[index]! * weights[index]!;
    if (score > best.score) best = { encoding, score };
  }
  return best.encoding;
}

export function decodeSingleByte(bytes: Uint8Array): { text: string; encoding: TableEncoding } {
  const counts = byteCounts();
  counts.add(bytes);
  const encoding = likeliestSingleByte(counts);
  return { text: iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding), encoding };
}

/** Text of bytes in an encoding of one byte per character, whatever place they are cut at. */
export function singleByteDecoder(encoding: TableEncoding): (bytes: Uint8Array) => string {
  return (bytes) => iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding);
}
