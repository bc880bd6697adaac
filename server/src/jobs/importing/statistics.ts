import type { Store } from '../../store/index.ts';
import type { ImportOutcome } from './order.ts';

/** Rows that imports add before the database's statistics are told at once; its own housekeeping sees to fewer. */
const MANY_ROWS = 2_000;
const TIMEOUT_MS = 60_000;

/**
 * Has the database look anew at the tables that large imports have filled, so that the next screen is not planned for the
 * small tables they were. Called once they are stored, and never their failure: without it screens are slow for a minute.
 */
export async function refreshStatistics(
  store: Store,
  tenantId: string,
  outcomes: readonly Pick<ImportOutcome, 'changes'>[],
): Promise<void> {
  const added = outcomes.reduce(
    (sum, { changes }) => sum + changes.newClaims + changes.receipts + changes.bankLines + changes.statuses,
    0,
  );
  if (added < MANY_ROWS) return;
  await store
    .inTenant(tenantId, (tx) => tx.query('select gather_missing_statistics()'), { timeoutMs: TIMEOUT_MS })
    .catch(() => undefined);
}
