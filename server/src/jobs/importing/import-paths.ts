import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Readers } from '../../intake/index.ts';
import type { Store } from '../../store/index.ts';
import { importFiles } from './import-file.ts';
import { mediaTypeOf } from './media-type.ts';
import type { FileToImport, ImportOrder, ImportOutcome } from './order.ts';

/** Refusals of a path rather than of a content: there is nothing to keep as evidence. */
const withoutBytes = new Set<string>(['FileNotFound', 'NotAFile', 'UnreadableFile', 'FileTooLarge']);

/** Files read and imported together: bounds memory while the seller seen most often can still be found. */
const FILES_AT_ONCE = 200;

/**
 * Reads and imports files by their paths, in their order, each in a transaction of its own. The next ones are read while
 * these are stored: reading and storing wait for one another as little as the machine allows. `onRead` is called for each
 * file that was read, `onDone` with what became of it.
 */
export async function importPaths(
  store: Store,
  readers: Readers,
  order: ImportOrder,
  paths: readonly string[],
  tell: { onRead?: () => void; onDone: (outcome: ImportOutcome, file: FileToImport) => void },
): Promise<void> {
  const readSome = (at: number): Promise<FileToImport[]> =>
    Promise.all(
      paths.slice(at, at + FILES_AT_ONCE).map(async (path): Promise<FileToImport> => {
        const read = await readers.read(path);
        tell.onRead?.();
        return {
          name: basename(path),
          bytes: withoutBytes.has(read.refusal?.code ?? '') ? new Uint8Array() : readFileSync(path),
          mediaType: mediaTypeOf(path, read.format),
          read,
        };
      }),
    );
  let next = readSome(0);
  for (let at = 0; at < paths.length; at += FILES_AT_ONCE) {
    const files = await next;
    next = at + FILES_AT_ONCE < paths.length ? readSome(at + FILES_AT_ONCE) : Promise.resolve([]);
    // A failure of the one must not leave the other unheard.
    next.catch(() => undefined);
    const outcomes = await importFiles(store, order, files);
    for (const [index, outcome] of outcomes.entries()) tell.onDone(outcome, files[index]!);
  }
}
