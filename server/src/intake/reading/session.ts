/**
 * One file on its way through the readers. The first bytes tell the format; a format read by pieces is then never held
 * whole, any other file is gathered and read at its end.
 */

import { basename } from 'node:path';
import { type PieceFormat, pieceFormatOf } from './formats.ts';
import { defaultLimits, type Limits, PDF_MARK_BYTES } from './limits.ts';
import type { ReadOptions } from './options.ts';
import { Doubts } from './pieces/doubts.ts';
import { HEAD_BYTES, headOf } from './pieces/head.ts';
import type { PieceReader, ReadPart } from './pieces/piece-reader.ts';
import { OLE_MARK, readWhole } from './read-whole.ts';
import { Refused, refusedResult } from './refused.ts';
import type { ReadResult } from './result.ts';
import { looksLikeZip } from './table/zip.ts';

export interface Session {
  /** The next bytes. Gives false when more of them are of no use: the result is known. */
  feed(bytes: Uint8Array): boolean;
  /**
   * What the file says, less the parts already emitted; undefined while its reader still has some to give: it is then
   * asked again, once they are dealt with.
   */
  end(): Promise<ReadResult | undefined>;
}

/** `size` is the announced size of the file, when it is known: it refuses a file too large before the rest is sent. */
export function openSession(options: ReadOptions, emit: (part: ReadPart) => void, size = 0): Session {
  const limits: Limits = { ...defaultLimits, ...options.limits };
  const name = options.name ?? '';
  const doubts = new Doubts();
  let gathered: Uint8Array[] = [];
  let length = 0;
  let format: PieceFormat | undefined;
  let reader: PieceReader | undefined;
  let rest: Iterator<void> | undefined;
  let sniffed = false;
  const described: Pick<ReadResult, 'bankTable' | 'preview'> = {};
  let refused: unknown;

  const attempt = (step: () => void): void => {
    try {
      step();
    } catch (error) {
      refused = error;
    }
  };

  const sniff = (): void => {
    sniffed = true;
    const first = gathered.length === 1 ? gathered[0]! : Buffer.concat(gathered);
    gathered = [];
    const head = headOf(first.subarray(0, HEAD_BYTES));
    format = isContainer(first) ? undefined : pieceFormatOf(head, options);
    if (format === undefined) {
      gathered = [first];
      return;
    }
    reader = format.open(
      {
        name: basename(name),
        options,
        limits,
        emit,
        describe: (layout) => Object.assign(described, layout),
        doubt: (code, facts) => doubts.add(code, facts),
      },
      head,
    );
    reader.feed(first);
  };

  const limitSize = (): void => {
    const most = reader === undefined ? limits.fileBytes : limits.streamBytes;
    const found = Math.max(size, length);
    if (found > most) throw new Refused('FileTooLarge', { limit: most, found });
  };

  return {
    feed(bytes) {
      if (refused !== undefined) return false;
      length += bytes.length;
      attempt(() => {
        if (reader !== undefined) reader.feed(bytes);
        else {
          gathered.push(bytes);
          if (!sniffed && length >= HEAD_BYTES) sniff();
        }
        if (sniffed) limitSize();
      });
      return refused === undefined;
    },
    async end() {
      let more = false;
      attempt(() => {
        if (refused !== undefined) throw refused;
        if (rest === undefined) {
          if (!sniffed && length > 0) sniff();
          limitSize();
          reader?.end();
          rest = (reader?.rest?.() ?? [])[Symbol.iterator]();
        }
        more = rest.next().done !== true;
      });
      if (more) return undefined;
      if (refused !== undefined) return { ...refusedResult(name, refused, format?.format), ...described };
      if (format !== undefined)
        return { file: name, format: format.format, status: 'read', doubts: doubts.list(), ...described };
      return await readWhole(Buffer.concat(gathered), { ...options, name });
    },
  };
}

/** A PDF, a ZIP or an OLE file: what is inside counts, so it is never read by pieces. */
function isContainer(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.subarray(0, PDF_MARK_BYTES).includes('%PDF-') || looksLikeZip(buffer)) return true;
  return buffer.subarray(0, OLE_MARK.length).equals(OLE_MARK);
}
