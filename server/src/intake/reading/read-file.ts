/** The door of the readers: one file in, what it says out. Every way a file can disappoint ends in a named refusal. */

import { defaultLimits } from './limits.ts';
import { loadFile } from './load-file.ts';
import type { ReadOptions } from './options.ts';
import { collect } from './pieces/collect.ts';
import { Refused, refusedResult } from './refused.ts';
import type { ReadResult } from './result.ts';
import { openSession } from './session.ts';

export type { ReadOptions } from './options.ts';

/**
 * Reads one file, whatever it is, from its content and never from its extension. A file that is not read comes back
 * with status `refused` and the reason; a bug of ours is thrown. Runs in this process: for files of strangers, use the
 * reading pool, which also bounds time and memory.
 */
export async function readFile(file: string | Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const limits = { ...defaultLimits, ...options.limits };
  const name = options.name ?? (typeof file === 'string' ? file : '');
  let bytes: Uint8Array;
  try {
    bytes = typeof file === 'string' ? await loadFile(file, limits) : file;
    if (bytes.length > limits.fileBytes)
      throw new Refused('FileTooLarge', { limit: limits.fileBytes, found: bytes.length });
  } catch (error) {
    return refusedResult(name, error);
  }
  const collected = collect();
  const session = openSession({ ...options, name }, collected.add);
  session.feed(bytes);
  let result: ReadResult | undefined;
  while (result === undefined) result = await session.end();
  return result.status === 'read' ? { ...result, ...collected.parts() } : result;
}
