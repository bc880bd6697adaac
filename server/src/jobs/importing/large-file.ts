import { statSync } from 'node:fs';
import type { Readers } from '../../intake/index.ts';
import { hashOfFile, type Store } from '../../store/index.ts';
import { mediaTypeOf } from './media-type.ts';
import type { ImportOrder, LargeFile } from './order.ts';

/** A larger file is read by pieces while it is stored; the others are read before, several at once. */
const WHOLE_BYTES = 8_000_000;

type ReadOptions = Parameters<Readers['stream']>[1];

/** True for a file that is not to be held in memory; a path that leads to none is not large. */
export function isLarge(path: string): boolean {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    return found?.isFile() === true && found.size > WHOLE_BYTES;
  } catch {
    // What stands in the way is told by the reader, which names it.
    return false;
  }
}

/**
 * A file to import by its path. It is kept first, and read from where it is kept: what is recorded is what was read,
 * whatever happens meanwhile to the file that was given. A dry run keeps nothing.
 */
export async function largeFile(
  store: Store,
  readers: Readers,
  order: Pick<ImportOrder, 'dryRun'>,
  { name, path, options = {} }: { name: string; path: string; options?: ReadOptions },
  seen: Pick<LargeFile, 'importId' | 'tell' | 'onRead'>,
): Promise<LargeFile> {
  // It is copied, which is waiting for the disk, while the process that will read it starts.
  readers.prepare();
  const content = order.dryRun ? await hashOfFile(path) : await store.blobs.putFile(path);
  return {
    name,
    mediaType: mediaTypeOf(name, 'unknown'),
    content,
    ...seen,
    readParts: (onPart, tell) =>
      readers.stream(content.path, { ...options, name }, onPart, (taken, size) => tell('reading', taken / size)),
  };
}
