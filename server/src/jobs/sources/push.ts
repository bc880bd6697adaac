import type { ImportJobView } from '@acquit/recovery';
import type { Readers } from '../../intake/index.ts';
import { type PushingSource, recordFile, type Store } from '../../store/index.ts';
import { importDropped } from '../importing/index.ts';
import { actorOf, fileKey, outcomeOf } from './desk.ts';
import { contentHash } from './staging.ts';

/**
 * Imports one file that a program pushed, and writes it down among the files of its source. The same content again is
 * a duplicate, whatever its name.
 */
export async function takePushed(
  options: { store: Store; readers: Readers; today: string },
  { tenantId, sourceId, companyId }: PushingSource,
  file: { fileName: string; path: string },
): Promise<ImportJobView> {
  const { store, readers, today } = options;
  const key = fileKey('push', await contentHash(file.path));
  const done = await importDropped(
    store,
    readers,
    { tenantId, companyId, actor: actorOf(sourceId), mapping: null, today },
    { uploadId: key, ...file },
  );
  await store.inTenant(tenantId, (tx) =>
    recordFile(tx, sourceId, {
      key,
      mark: null,
      fileName: file.fileName,
      outcome: outcomeOf(done.state),
      importId: done.importId,
      message: done.refusals[0]?.message ?? null,
    }),
  );
  return done;
}
