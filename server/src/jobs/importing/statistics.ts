import { type Store, tidyTenant } from '../../store/index.ts';
import type { ImportOutcome } from './order.ts';

/** Rows that imports add before the database's statistics are told at once; its own housekeeping sees to fewer. */
const MANY_ROWS = 2_000;
const TIMEOUT_MS = 60_000;

/** Rows that one import has added to the tables that screens read. */
export const rowsAdded = ({ changes }: Pick<ImportOutcome, 'changes'>): number =>
  changes.newClaims + changes.receipts + changes.bankLines + changes.statuses;

/**
 * Has the database look anew at the tables that imports of `added` rows have filled, so that the next screen is not planned
 * for the small tables they were, and brings up to date what is kept for screens; false when they are too few to matter.
 * Called once they are stored and their result is told, and never their failure: without it screens are slow for a while.
 */
export async function refreshStatistics(store: Store, tenantId: string, added: number): Promise<boolean> {
  if (added < MANY_ROWS) return false;
  await store
    .inTenant(tenantId, (tx) => tx.query('select gather_missing_statistics()'), { timeoutMs: TIMEOUT_MS })
    .catch(() => undefined);
  await store.inTenant(tenantId, tidyTenant, { timeoutMs: TIMEOUT_MS }).catch(() => undefined);
  return true;
}
