import { type Day, formatDay } from '@acquit/law';
import {
  appendJournal,
  applyProcedures,
  casesWithProcedures,
  markExpired,
  refreshLimitations,
  type Store,
} from '../../store/index.ts';
import { refreshStatistics } from '../importing/index.ts';

/** Cases brought in line in one transaction. */
const BATCH = 500;

interface OfCompany {
  tenantId: string;
  companyId: string;
  on: Day;
}

/**
 * What the passing of a day does to running procedures: dates missed, waits over, orders lapsed. Its cost follows the
 * procedures that run, not the book; a repeat changes nothing.
 */
export async function refreshCompanyProcedures(store: Store, { tenantId, companyId, on }: OfCompany): Promise<void> {
  let after: string | null = null;
  do {
    const from: string | null = after;
    after = await store.inTenant(tenantId, async (tx) => {
      const cases = await casesWithProcedures(tx, companyId, from, BATCH);
      // The cases are locked in their order, as every other change of a case does.
      await tx.query(
        'select from collection_case where tenant_id = $1 and case_id = any($2::uuid[]) order by case_id for update',
        [tx.tenantId, cases],
      );
      const changed = await applyProcedures(tx, cases, formatDay(on));
      if (changed.length > 0) {
        await tx.query(
          'update collection_case set limitation_stale = true where tenant_id = $1 and case_id = any($2::uuid[])',
          [tx.tenantId, changed.map((event) => event.objectId)],
        );
        await appendJournal(tx, changed);
      }
      return cases.length < BATCH ? null : cases.at(-1)!;
    });
  } while (after !== null);
}

/** Limitations computed in one transaction: each takes a few statements and some computing. */
const LIMITATIONS = 500;

/**
 * Computes again the limitations of all of a company's cases whose facts changed, and of claims whose last day has
 * passed. Repeating it finds nothing left to do. Gives how many cases were taken.
 */
export async function refreshCompanyLimitations(store: Store, of: OfCompany): Promise<number> {
  await store.inTenant(of.tenantId, (tx) => markExpired(tx, of.companyId, of.on));
  const made = await refreshEvery(store, of, 'all');
  // The radar of a whole book is looked at next.
  await refreshStatistics(store, of.tenantId, made);
  return made;
}

/**
 * The same before a pass, for the cases it looks at: whatever changes a case puts it before the next pass, so that the
 * rest is what somebody brought in otherwise. A batch of that is taken each night; its cost must not grow with the book.
 */
export async function refreshDueLimitations(store: Store, of: OfCompany): Promise<void> {
  const { tenantId, companyId, on } = of;
  await store.inTenant(tenantId, (tx) => markExpired(tx, companyId, on));
  await refreshEvery(store, of, 'due');
  await store.inTenant(tenantId, (tx) => refreshLimitations(tx, companyId, { on, limit: LIMITATIONS, which: 'all' }));
}

async function refreshEvery(
  store: Store,
  { tenantId, companyId, on }: OfCompany,
  which: 'due' | 'all',
): Promise<number> {
  let made = 0;
  for (;;) {
    const taken = await store.inTenant(tenantId, (tx) =>
      refreshLimitations(tx, companyId, { on, limit: LIMITATIONS, which }),
    );
    made += taken;
    if (taken < LIMITATIONS) return made;
  }
}
