/**
 * Object streams and cross-reference streams are unpacked by the PDF library before we hold anything: they are unpacked
 * here first, with a ceiling, so that a few kilobytes cannot ask the library for gigabytes.
 */

import { constants, inflateSync } from 'node:zlib';
import type { Limits } from '../limits.ts';
import { Refused } from '../refused.ts';

const STREAM = Buffer.from('stream');
const END = Buffer.from('endstream');

/** How far after its type a stream may start: the dictionary between the two is short. */
const DICTIONARY_BYTES = 4_096;

/** Refuses `UnpackedTooLarge` and `TooManyPdfObjects` when the streams that hold a PDF together pass their limits. */
export function refuseBombs(pdf: Buffer, limits: Limits): void {
  let left = limits.pdfObjectBytes;
  let from = 0;
  let streams = 0;
  const types = /\/(?:ObjStm|XRef)\b/g;
  // Latin-1 keeps one character per byte, so places in the text are places in the file.
  const text = pdf.toString('latin1');
  for (let found = types.exec(text); found !== null; found = types.exec(text)) {
    if (found.index < from) continue;
    const start = pdf.indexOf(STREAM, found.index);
    if (start < 0) return;
    if (start - found.index > DICTIONARY_BYTES) continue;
    streams += 1;
    if (streams > limits.pdfObjectStreams) throw new Refused('TooManyPdfObjects', { limit: limits.pdfObjectStreams });
    const body = start + STREAM.length + (pdf[start + STREAM.length] === 13 ? 2 : 1);
    const end = pdf.indexOf(END, body);
    from = end < 0 ? pdf.length : end;
    left -= inflatedLength(pdf.subarray(body, from), left, limits);
  }
}

function inflatedLength(packed: Buffer, left: number, limits: Limits): number {
  let data = packed;
  let total = 0;
  // A bomb may be packed twice; nothing honest is packed three times.
  for (let layer = 0; layer < 3; layer += 1) {
    let inflated: Buffer;
    try {
      inflated = inflateLimited(data, Math.max(1, left - total));
    } catch (error) {
      if (isTooLarge(error)) throw new Refused('UnpackedTooLarge', { limit: limits.pdfObjectBytes });
      return total;
    }
    total += inflated.length;
    data = inflated;
  }
  return total;
}

/** Inflates to at most `limit` bytes, and as far as a truncated stream goes. */
export function inflateLimited(packed: Uint8Array, limit: number): Buffer {
  return inflateSync(packed, { maxOutputLength: limit, finishFlush: constants.Z_SYNC_FLUSH });
}

export function isTooLarge(error: unknown): boolean {
  return error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
}
