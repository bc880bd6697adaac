import type { NoticesImportView } from '@acquit/recovery';
import { type NoticesRefusal, readNoticesFile } from '../../intake/index.ts';
import type { Store } from '../../store/index.ts';
import { openDeclarations } from './declare.ts';
import type { By } from './standing.ts';
import { takeNotices } from './take.ts';

/**
 * Imports an export of the BODACC's commercial notices: each batch in a transaction of its own, so that a cut import
 * keeps what it did and goes on from any point when it is repeated. What names no customer is forgotten as it is read.
 */
export async function importNotices(
  store: Store,
  { tenantId, path }: { tenantId: string; path: string },
  by: By,
): Promise<NoticesImportView | { refusal: NoticesRefusal; before: NoticesImportView }> {
  const counts: NoticesImportView = { records: 0, unreadable: 0, matched: 0, proposed: 0, known: 0, opened: 0 };
  const outcome = await readNoticesFile(path, async (batch) => {
    const taken = await store.inTenant(tenantId, (tx) => takeNotices(tx, batch, by));
    counts.records += batch.length;
    counts.matched += taken.matched;
    counts.proposed += taken.proposed;
    counts.known += taken.known;
  });
  counts.opened = await openDeclarations(store, tenantId, by);
  if ('refusal' in outcome) return { refusal: outcome.refusal, before: counts };
  return { ...counts, ...outcome.read };
}
