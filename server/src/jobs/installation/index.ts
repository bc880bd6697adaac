import { randomUUIDv7 } from 'node:crypto';
import type { Store } from '../../store/index.ts';

/**
 * The organisation of this installation. The command line and the first user work in the same one, whichever comes
 * first; several organisations only exist where an administrator made them, and then the oldest is the default.
 */
export async function ensureTenant(store: Store): Promise<string> {
  const [first] = await store.lookup.listTenants();
  if (first) return first.tenantId;
  const tenantId = randomUUIDv7();
  await store.inTenant(tenantId, async (tx) => {
    // Two first commands at the same moment: the second waits here, then finds the organisation made.
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('first organisation', 0))`);
    await tx.query(`insert into tenant (tenant_id, name) select $1, $2 where not exists (select from list_tenants())`, [
      tenantId,
      'Mon organisation',
    ]);
  });
  const [oldest] = await store.lookup.listTenants();
  if (!oldest) throw new Error('The organisation just made cannot be seen.');
  return oldest.tenantId;
}
