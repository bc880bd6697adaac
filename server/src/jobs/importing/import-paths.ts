import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readers, ReadResult } from '../../intake/index.ts';
import type { Store } from '../../store/index.ts';
import { importFiles } from './import-file.ts';
import { isLarge, largeFile } from './large-file.ts';
import { mediaTypeOf } from './media-type.ts';
import type { FileToImport, ImportOrder, ImportOutcome, LargeFile } from './order.ts';
import { refreshStatistics, rowsAdded } from './statistics.ts';

/** Refusals of a path rather than of a content: there is nothing to keep as evidence. */
const withoutBytes = new Set<string>(['FileNotFound', 'NotAFile', 'UnreadableFile', 'FileTooLarge']);

/** Files read and imported together: bounds memory while the seller seen most often can still be found. */
const FILES_AT_ONCE = 200;

/**
 * Reads and imports files by their paths, in their order, each in a transaction of its own. The next ones are read while
 * these are stored: reading and storing wait for one another as little as the machine allows. A large file is only read
 * while it is stored. `onRead` is called for each file that was read, `onDone` with what became of it and what it said.
 */
export async function importPaths(
  store: Store,
  readers: Readers,
  order: ImportOrder,
  paths: readonly string[],
  tell: { onRead?: () => void; onDone: (outcome: ImportOutcome, read: ReadResult | undefined) => void },
): Promise<void> {
  const said = new Map<number, ReadResult>();
  const take = async (path: string, index: number): Promise<FileToImport | LargeFile> => {
    const onRead = (read: ReadResult) => {
      said.set(index, read);
      tell.onRead?.();
    };
    const name = basename(path);
    if (isLarge(path)) return largeFile(store, readers, order, { name, path }, { onRead });
    const read = await readers.read(path);
    onRead(read);
    const bytes = withoutBytes.has(read.refusal?.code ?? '') ? new Uint8Array() : readFileSync(path);
    return { name, bytes, mediaType: mediaTypeOf(path, read.format), read };
  };
  const takeSome = (at: number) =>
    Promise.all(paths.slice(at, at + FILES_AT_ONCE).map((path, place) => take(path, at + place)));
  let added = 0;
  let next = takeSome(0);
  for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
    const files = await next;
    next = at + FILES_AT_ONCE < paths.length ? takeSome(at + FILES_AT_ONCE) : Promise.resolve([]);
    // A failure of the one must not leave the other unheard.
    next.catch(() => undefined);
    const outcomes = await importFiles(store, order, files);
    for (const [place, outcome] of outcomes.entries()) {
      tell.onDone(outcome, said.get(at + place));
      said.delete(at + place);
      if (!order.dryRun) added += rowsAdded(outcome);
    }
    // Each has been told what became of his file: what follows is for the next one to ask.
    if (await refreshStatistics(store, order.tenantId, added)) added = 0;
  }
}
