import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fr, type ImportJobView, type SyncPreview } from '@acquit/recovery';
import type { Readers } from '../../intake/index.ts';
import { findImport, type Store } from '../../store/index.ts';
import { importFiles } from './import-file.ts';
import { beginJob, buryDeadJobs, failJob, tellProgress } from './job.ts';
import { mappingOf, rememberedMappings, rememberMapping } from './mappings.ts';
import { mediaTypeOf } from './media-type.ts';
import type { FileToImport, ImportOrder } from './order.ts';
import { previewOf } from './preview.ts';

/** A file that waits on disk. */
export interface DroppedFile {
  uploadId: string;
  fileName: string;
  path: string;
}

type DeskOrder = Omit<ImportOrder, 'dryRun'> & { mapping: Record<string, number> | null };

async function readDropped(store: Store, readers: Readers, order: DeskOrder, file: DroppedFile): Promise<FileToImport> {
  const remembered = await store.inTenant(order.tenantId, (tx) => rememberedMappings(tx, order.companyId));
  const bytes = readFileSync(file.path);
  const read = await readers.read(bytes, { name: file.fileName, ...remembered, ...mappingOf(order.mapping) });
  return { name: file.fileName, bytes, mediaType: mediaTypeOf(file.fileName, read.format), read };
}

/** What importing dropped files would do, together: a dry run of the very import, so the two can never differ. */
export async function previewDropped(
  store: Store,
  readers: Readers,
  order: DeskOrder,
  files: readonly DroppedFile[],
): Promise<SyncPreview[]> {
  const read = await Promise.all(files.map((file) => readDropped(store, readers, order, file)));
  const outcomes = await importFiles(store, { ...order, dryRun: true }, read);
  return outcomes.map((outcome, n) => {
    const { uploadId, fileName } = files[n] as DroppedFile;
    return previewOf({ uploadId, fileName, read: (read[n] as FileToImport).read }, outcome);
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
  const bytes = readFileSync(file.path);
  store.blobs.put(bytes);
  await store.inTenant(order.tenantId, async (tx) => {
    await buryDeadJobs(tx, diedRefusal());
    await beginJob(
      tx,
      { ...order, dryRun: false },
      {
        importId,
        fileName: file.fileName,
        bytes: bytes.byteLength,
        mediaType: mediaTypeOf(file.fileName, 'unknown'),
        sha256: createHash('sha256').update(bytes).digest(),
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
  try {
    const read = await readDropped(store, readers, order, file);
    await tellProgress(store, order.tenantId, importId, 'storing', 0.5);
    const [outcome] = await importFiles(store, { ...order, dryRun: false }, [{ ...read, importId }]);
    const companyId = outcome?.companyId;
    if (order.mapping && companyId)
      await store.inTenant(order.tenantId, (tx) => rememberMapping(tx, companyId, read.read));
  } catch (error) {
    await failJob(store, order.tenantId, importId, failedRefusal(file.fileName));
    throw error;
  }
  const found = await store.inTenant(order.tenantId, (tx) => findImport(tx, importId));
  if (!found) throw new Error('An import that happened is on record.');
  return found;
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

const failedRefusal = (fileName: string) => ({
  code: 'ImportFailed',
  message: fr`L’import de « ${fileName} » s’est arrêté avant la fin : rien n’a été enregistré. Recommencez ; si cela se reproduit, gardez le fichier et signalez-le.`,
  facts: {},
});

const diedRefusal = () => ({
  code: 'ImportInterrupted',
  message: fr`Acquit s’est arrêté pendant cet import : rien n’a été enregistré. Importez de nouveau le fichier.`,
  facts: {},
});
