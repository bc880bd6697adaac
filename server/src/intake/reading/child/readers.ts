/**
 * The readers as the rest of the server uses them: files go to a few warm reading processes, one at a time each. What a
 * file does to its process is a refusal of that file; the next one gets a new process.
 */

import { availableParallelism } from 'node:os';
import { defaultLimits, type Limits } from '../limits.ts';
import { loadFile } from '../load-file.ts';
import type { ReadOptions } from '../options.ts';
import { collect } from '../pieces/collect.ts';
import { refusedResult } from '../refused.ts';
import type { ReadResult } from '../result.ts';
import { childScript } from './launch.ts';
import { openPieces, PIECE_BYTES } from './pieces.ts';
import { type OnPart, type Pieces, ReaderProcess } from './reader-process.ts';

export interface Readers {
  /** Starts a reading process for the next file, unless one stands ready: it loads its libraries while others work. */
  prepare(): void;
  /** What one file says. Never rejects for anything the file holds or does. */
  read(file: string | Uint8Array, options?: ReadOptions): Promise<ReadResult>;
  /**
   * What one file says, without ever holding it: bank statements and accounting files up to `streamBytes`. Its parts go
   * to `onPart` in order, and no more is read until it has dealt with them; the result holds the rest. When the result
   * is a refusal, the parts given before it are void. Rejects only with what `onPart` throws. `onBytes` is told how many
   * bytes of how many have been taken from the file.
   */
  stream(
    file: string | Uint8Array,
    options: ReadOptions,
    onPart: OnPart,
    onBytes?: (taken: number, size: number) => void,
  ): Promise<ReadResult>;
  /** Ends the reading processes; files still being read are refused. */
  close(): Promise<void>;
}

export interface ReadersOptions {
  /** Reading processes at once; two by default, or one on a machine with a single core. */
  processes?: number;
  /** Files after which a process is replaced, so that nothing builds up in it. */
  filesPerProcess?: number;
  limits?: Partial<Limits>;
  /** Another program than the reader itself: for tests of what happens when it fails. */
  script?: string;
}

const USUAL_PROCESSES = 2;
const FILES_PER_PROCESS = 1_000;

/** Starts no process yet: the first files do. */
export function openReaders(options: ReadersOptions = {}): Readers {
  const limits = { ...defaultLimits, ...options.limits };
  const places = options.processes ?? Math.min(USUAL_PROCESSES, availableParallelism());
  const filesPerProcess = options.filesPerProcess ?? FILES_PER_PROCESS;
  const script = options.script ?? childScript;
  const idle: ReaderProcess[] = [];
  const busy = new Set<ReaderProcess>();
  const waiting: ((reader: ReaderProcess) => void)[] = [];
  let closed = false;

  const take = async (): Promise<ReaderProcess> => {
    if (closed) throw new Error('the readers are closed');
    if (busy.size >= places) return await new Promise((resolve) => waiting.push(resolve));
    let reader = idle.pop();
    // One that ended while it waited is no reason to refuse a file.
    while (reader?.isOver) reader = idle.pop();
    reader ??= new ReaderProcess(script, limits);
    busy.add(reader);
    return reader;
  };

  const giveBack = (reader: ReaderProcess): void => {
    busy.delete(reader);
    const worn = !reader.usable || reader.files >= filesPerProcess || closed;
    if (worn) reader.kill();
    const next = waiting.shift();
    if (next === undefined) {
      if (!worn) idle.push(reader);
      return;
    }
    const free = worn ? new ReaderProcess(script, limits) : reader;
    busy.add(free);
    next(free);
  };

  const throughPieces = async (pieces: Pieces, options: ReadOptions, onPart: OnPart): Promise<ReadResult> => {
    const reader = await take();
    try {
      return await reader.stream(pieces, options, onPart);
    } catch (error) {
      // The disk failed in the middle of the file; what `onPart` throws goes on to whoever wrote it.
      return refusedResult(options.name ?? '', error);
    } finally {
      giveBack(reader);
    }
  };

  return {
    prepare() {
      if (!closed && idle.length === 0 && busy.size < places) idle.push(new ReaderProcess(script, limits));
    },
    async read(file, readOptions = {}) {
      const name = readOptions.name ?? (typeof file === 'string' ? file : '');
      const own = { ...limits, ...readOptions.limits };
      const loaded = await load(file, name, own);
      if (!('bytes' in loaded)) return loaded;
      if (loaded.bytes.length > PIECE_BYTES && loaded.bytes.length <= own.fileBytes) {
        // By pieces even so: the process then never holds both a long statement and its entries.
        const collected = collect();
        const opened = await openPieces(loaded.bytes, name, own);
        if (!('pieces' in opened)) return opened;
        const result = await throughPieces(opened.pieces, { ...readOptions, name, limits: own }, collected.add);
        return result.status === 'read' ? { ...result, ...collected.parts() } : result;
      }
      const reader = await take();
      try {
        return await reader.read(loaded.bytes, { ...readOptions, name, limits: own });
      } finally {
        giveBack(reader);
      }
    },
    async stream(file, readOptions, onPart, onBytes) {
      const name = readOptions.name ?? (typeof file === 'string' ? file : '');
      const own = { ...limits, ...readOptions.limits };
      const opened = await openPieces(file, name, own);
      if (!('pieces' in opened)) return opened;
      try {
        const pieces = onBytes ? counted(opened.pieces, onBytes) : opened.pieces;
        return await throughPieces(pieces, { ...readOptions, name, limits: own }, onPart);
      } finally {
        await opened.close();
      }
    },
    async close() {
      closed = true;
      for (const reader of [...idle, ...busy]) reader.kill();
      idle.length = 0;
    },
  };
}

/** The same pieces, told as they are taken. */
function counted(pieces: Pieces, onBytes: (taken: number, size: number) => void): Pieces {
  let taken = 0;
  const next = async (): Promise<Uint8Array> => {
    const piece = await pieces.next();
    taken += piece.length;
    onBytes(taken, pieces.size);
    return piece;
  };
  return { size: pieces.size, next };
}

/** The file is opened on this side, since the reading process may not open anything; nothing in it is looked at. */
async function load(
  file: string | Uint8Array,
  name: string,
  limits: Limits,
): Promise<{ bytes: Uint8Array } | ReadResult> {
  if (typeof file !== 'string') return { bytes: file };
  try {
    return { bytes: await loadFile(file, limits) };
  } catch (error) {
    return refusedResult(name, error);
  }
}

let shared: Readers | undefined;

/** Reads one file in a reading process shared by the whole server; see `openReaders` for a process of one's own. */
export function readInChild(file: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  shared ??= openReaders();
  return shared.read(file, options);
}

/** Ends the shared reading processes. A later reading starts new ones. */
export async function closeSharedReaders(): Promise<void> {
  await shared?.close();
  shared = undefined;
}
