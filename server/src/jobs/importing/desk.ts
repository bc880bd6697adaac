import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ImportJobView, SyncPreview } from '@acquit/recovery';
import type { Readers, ReadResult } from '../../intake/index.ts';
import { findImport, type Store } from '../../store/index.ts';
import { importFiles } from './import-file.ts';
import { beginJob, buryDeadJobs, failedRefusal, failJob, watchJob } from './job.ts';
import { isLarge, largeFile } from './large-file.ts';
import { mappingOf, rememberedMappings, rememberMapping } from './mappings.ts';
import { mediaTypeOf } from './media-type.ts';
import type { FileToImport, ImportOrder, LargeFile } from './order.ts';
import { previewOf } from './preview.ts';
import { refreshStatistics, rowsAdded } from './statistics.ts';

/** A file that waits on disk. */
export interface DroppedFile {
  uploadId: string;
  fileName: string;
  path: string;
}

type DeskOrder = Omit<ImportOrder, 'dryRun'> & { mapping: Record<string, number> | null };

/** A dropped file to import; `seen.onRead` is told what it says, now or when its import reads it. */
async function takeDropped(
  store: Store,
  readers: Readers,
  order: DeskOrder & { dryRun: boolean },
  file: DroppedFile,
  seen: Pick<LargeFile, 'importId' | 'tell' | 'onRead'>,
): Promise<FileToImport | LargeFile> {
  const remembered = await store.inTenant(order.tenantId, (tx) => rememberedMappings(tx, order.companyId));
  const options = { name: file.fileName, ...remembered, ...mappingOf(order.mapping) };
  if (isLarge(file.path))
    return largeFile(store, readers, order, { name: file.fileName, path: file.path, options }, seen);
  const bytes = readFileSync(file.path);
  const read = await readers.read(bytes, options);
  seen.onRead?.(read);
  const { importId } = seen;
  const mediaType = mediaTypeOf(file.fileName, read.format);
  return { name: file.fileName, bytes, mediaType, read, ...(importId ? { importId } : {}) };
}

/** What importing dropped files would do, together: a dry run of the very import, so the two can never differ. */
export async function previewDropped(
  store: Store,
  readers: Readers,
  order: DeskOrder,
  files: readonly DroppedFile[],
): Promise<SyncPreview[]> {
  const dry = { ...order, dryRun: true };
  const said: (ReadResult | undefined)[] = files.map(() => undefined);
  const taken = await Promise.all(
    files.map((file, n) =>
      takeDropped(store, readers, dry, file, {
        onRead: (read) => {
          said[n] = read;
        },
      }),
    ),
  );
  const outcomes = await importFiles(store, dry, taken);
  return outcomes.map((outcome, n) => {
    const { uploadId, fileName } = files[n] as DroppedFile;
    return previewOf({ uploadId, fileName, format: outcome.format, read: said[n] }, outcome);
  });
}

/** An import begun: its job, and its end, which never rejects. */
export interface BegunImport {
  importId: string;
  done: Promise<ImportJobView>;
}

/**
 * Begins the import of one dropped file as a job that others can watch: read, then stored in one transaction, whole or not
 * at all. A process that dies leaves a job that says so and a book without anything of it.
 */
export async function beginDropped(
  store: Store,
  readers: Readers,
  order: DeskOrder,
  file: DroppedFile,
): Promise<BegunImport> {
  const importId = randomUUID();
  const kept = await store.blobs.putFile(file.path);
  await store.inTenant(order.tenantId, async (tx) => {
    await buryDeadJobs(tx);
    await beginJob(
      tx,
      { ...order, dryRun: false },
      {
        importId,
        fileName: file.fileName,
        bytes: kept.size,
        mediaType: mediaTypeOf(file.fileName, 'unknown'),
        sha256: kept.sha256,
        phase: 'reading',
      },
    );
  });
  return { importId, done: finish(store, readers, order, file, importId) };
}

async function finish(
  store: Store,
  readers: Readers,
  order: DeskOrder,
  file: DroppedFile,
  importId: string,
): Promise<ImportJobView> {
  const job = watchJob(store, order.tenantId, importId);
  let added = 0;
  try {
    const whole = { ...order, dryRun: false };
    let said: ReadResult | undefined;
    const onRead = (read: ReadResult) => {
      said = read;
    };
    const taken = await takeDropped(store, readers, whole, file, { importId, tell: job.tell, onRead });
    const [outcome] = await importFiles(store, whole, [taken]);
    const companyId = outcome?.companyId;
    const read = said;
    if (order.mapping && companyId && read)
      await store.inTenant(order.tenantId, (tx) => rememberMapping(tx, companyId, read));
    added = outcome ? rowsAdded(outcome) : 0;
  } catch (error) {
    await failJob(store, order.tenantId, importId, failedRefusal(file.fileName));
    throw error;
  } finally {
    job.end();
  }
  const found = await store.inTenant(order.tenantId, (tx) => findImport(tx, importId));
  if (!found) throw new Error('An import that happened is on record.');
  // Screens have shown the job as done since it was stored.
  await refreshStatistics(store, order.tenantId, added);
  return found;
}

/** Ends the imports of a tenant whose process died, each with its reason, and gives how many there were. */
export function endDeadImports(store: Store, tenantId: string): Promise<number> {
  return store.inTenant(tenantId, (tx) => buryDeadJobs(tx));
}

/** Imports one dropped file and waits for its end. */
export async function importDropped(
  store: Store,
  readers: Readers,
  order: DeskOrder,
  file: DroppedFile,
): Promise<ImportJobView> {
  const { done } = await beginDropped(store, readers, order, file);
  return done;
}
