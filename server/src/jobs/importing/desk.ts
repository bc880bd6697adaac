import { readFileSync } from 'node:fs';
import type { ImportPreview, ImportView } from '@acquit/recovery';
import type { Readers } from '../../intake/index.ts';
import { findImport, type Store } from '../../store/index.ts';
import { type FileToImport, type ImportOrder, importFiles } from './import-file.ts';
import { mappingOf, rememberedMappings, rememberMapping } from './mappings.ts';
import { mediaTypeOf } from './media-type.ts';
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
  const read = await readers.read(bytes, {
    name: file.fileName,
    remembered,
    ...(order.mapping ? { mapping: mappingOf(order.mapping) } : {}),
  });
  return { name: file.fileName, bytes, mediaType: mediaTypeOf(file.fileName, read.format), read };
}

/** What importing dropped files would do, together: a dry run of the very import, so the two can never differ. */
export async function previewDropped(
  store: Store,
  readers: Readers,
  order: DeskOrder,
  files: readonly DroppedFile[],
): Promise<ImportPreview[]> {
  const read = await Promise.all(files.map((file) => readDropped(store, readers, order, file)));
  const outcomes = await importFiles(store, { ...order, dryRun: true }, read);
  return outcomes.map((outcome, n) => {
    const { uploadId, fileName } = files[n] as DroppedFile;
    return previewOf({ uploadId, fileName, read: (read[n] as FileToImport).read }, outcome);
  });
}

/** Imports one dropped file; a mapping that a person corrected is remembered for the next file with that header. */
export async function importDropped(
  store: Store,
  readers: Readers,
  order: DeskOrder,
  file: DroppedFile,
): Promise<ImportView> {
  const read = await readDropped(store, readers, order, file);
  const [outcome] = await importFiles(store, { ...order, dryRun: false }, [read]);
  if (!outcome) throw new Error('One file gives one outcome.');
  return store.inTenant(order.tenantId, async (tx) => {
    if (order.mapping && outcome.companyId) await rememberMapping(tx, outcome.companyId, read.read);
    const stored = outcome.importId ? await findImport(tx, outcome.importId) : null;
    if (!stored) throw new Error('An import that happened is on record.');
    return { ...stored, fileName: file.fileName, status: outcome.status };
  });
}
