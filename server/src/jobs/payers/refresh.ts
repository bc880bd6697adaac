import type { Day } from '@acquit/law';
import { markOldPayers, refreshPayers, type Store } from '../../store/index.ts';

/** Customers scored in one transaction. */
const BATCH = 1_000;

/**
 * Makes again the scores of a company's customers whose facts changed, and of some that are a month old, before the pass
 * that reads their classes. Repeating it finds nothing left to do. Gives how many were made.
 */
export async function refreshCompanyPayers(
  store: Store,
  { tenantId, companyId, on }: { tenantId: string; companyId: string; on: Day },
): Promise<number> {
  await store.inTenant(tenantId, (tx) => markOldPayers(tx, companyId, on));
  let made = 0;
  for (;;) {
    const taken = await store.inTenant(tenantId, (tx) => refreshPayers(tx, companyId, on, BATCH));
    made += taken;
    if (taken < BATCH) return made;
  }
}
