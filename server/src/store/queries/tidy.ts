import type { Tx } from '../store.ts';
import { keepSharedSigns } from './customers/index.ts';
import { KEPT_DAYS } from './idempotency.ts';
import { foldTotals } from './totals.ts';

/**
 * Throws away what no longer serves (old keys, ended sessions, forgiven failures) and brings up to date what is kept:
 * totals, and the signs that customers share. Cheap to repeat.
 */
export async function tidyTenant(tx: Tx): Promise<void> {
  await tx.query(`delete from idempotency where tenant_id = $1 and created_at < now() - make_interval(days => $2)`, [
    tx.tenantId,
    KEPT_DAYS,
  ]);
  await tx.query(`delete from session where tenant_id = $1 and expires_at < now()`, [tx.tenantId]);
  await tx.query(`delete from login_failure where tenant_id = $1 and last_at < now() - interval '2 days'`, [
    tx.tenantId,
  ]);
  await foldTotals(tx);
  await keepSharedSigns(tx);
}
