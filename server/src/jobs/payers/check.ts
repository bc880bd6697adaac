import { addMonths, type Day } from '@acquit/law';
import { measureScore, type ScoreMeasure } from '@acquit/recovery';
import { type Store, scoredCustomers } from '../../store/index.ts';
import { refreshCompanyPayers } from './refresh.ts';

/** Invoices predicted again, and customers whose histories are read, at most: a sample says as much in less time. */
const MOST_INVOICES = 20_000;
const MOST_CUSTOMERS = 20_000;

/**
 * Measures the predictions on the company's own past: each invoice that came due in the last `months` months is predicted
 * from what was known on its due date only, and compared with what came. Payment days entered by hand are left out:
 * nobody knows since when they were known.
 */
export async function checkScore(
  store: Store,
  { tenantId, companyId, on, months }: { tenantId: string; companyId: string; on: Day; months: number },
): Promise<ScoreMeasure> {
  await refreshCompanyPayers(store, { tenantId, companyId, on });
  const customers = await store.inTenant(tenantId, (tx) => scoredCustomers(tx, companyId, MOST_CUSTOMERS));
  return measureScore(customers, { from: addMonths(on, -months), until: on }, MOST_INVOICES);
}
