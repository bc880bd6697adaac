/** A file cut into pieces for a reading process, which may open nothing itself. */

import type { Limits } from '../limits.ts';
import { named, openFile } from '../load-file.ts';
import { Refused, refusedResult } from '../refused.ts';
import type { ReadResult } from '../result.ts';
import type { Pieces } from './reader-process.ts';

/** Bytes of a piece: large enough that the messages cost nothing, small enough that two of them weigh nothing. */
export const PIECE_BYTES = 1_000_000;

export interface Opened {
  pieces: Pieces;
  close(): Promise<void>;
}

/** The pieces of a file, with what closes it; the refusal when it cannot be opened or is larger than any limit. */
export async function openPieces(
  file: string | Uint8Array,
  name: string,
  limits: Limits,
): Promise<Opened | ReadResult> {
  try {
    return typeof file === 'string' ? await piecesOfFile(file, limits) : piecesOfBytes(file, limits);
  } catch (error) {
    return refusedResult(name, error);
  }
}

async function piecesOfFile(path: string, limits: Limits): Promise<Opened> {
  const { size, handle } = await openFile(path);
  if (size > limits.streamBytes) {
    await handle.close();
    throw new Refused('FileTooLarge', { limit: limits.streamBytes, found: size });
  }
  const next = async (): Promise<Uint8Array> => {
    const buffer = Buffer.allocUnsafe(PIECE_BYTES);
    try {
      const { bytesRead } = await handle.read(buffer, 0, PIECE_BYTES);
      return buffer.subarray(0, bytesRead);
    } catch (error) {
      throw named(error, path);
    }
  };
  return { pieces: { size, next }, close: () => handle.close() };
}

function piecesOfBytes(bytes: Uint8Array, limits: Limits): Opened {
  if (bytes.length > limits.streamBytes)
    throw new Refused('FileTooLarge', { limit: limits.streamBytes, found: bytes.length });
  let at = 0;
  const next = async (): Promise<Uint8Array> => {
    const piece = bytes.subarray(at, at + PIECE_BYTES);
    at += piece.length;
    return piece;
  };
  return { pieces: { size: bytes.length, next }, close: async () => {} };
}
