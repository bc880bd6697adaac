import { day, formatDay } from '@acquit/law';
import { SERVICES } from '@acquit/recovery';
import { openAccount } from '../../server/src/jobs/dispatch/account.ts';
import { NOON, TODAY } from '../../server/src/jobs/dispatch/fixture.ts';
import { paidWorkerName } from '../../server/src/jobs/dispatch/index.ts';
import { recoverPaid, serviceOf, takePaid } from '../../server/src/jobs/dispatch/ledger.ts';
import { orderOf } from '../../server/src/jobs/dispatch/order.ts';
import type { PaidWork } from '../../server/src/jobs/dispatch/send.ts';
import type { Store } from '../../server/src/store/index.ts';

/** The day and the patience of a process that buys here. */
export const workOf = (store: Store): PaidWork => ({
  store,
  net: { now: () => NOON, options: { limits: { wholeMs: 20_000 } } },
  worker: paidWorkerName(),
  today: () => day(TODAY),
  signal: new AbortController().signal,
});

/**
 * The canary: buy, then mark as bought, with the product's own leases. It loses nothing, and killed between the call and
 * its mark it buys again. A drill that does not catch it catches nothing.
 */
export async function buyThenMark(work: PaidWork): Promise<void> {
  const { store, net } = work;
  const today = formatDay(work.today());
  for (const { tenantId } of await store.lookup.listTenants()) {
    const companies = await store.inTenant(tenantId, async (tx) => {
      await recoverPaid(tx);
      const { rows } = await tx.query<{ company_id: string }>(`select company_id from company where mode = 'live'`);
      return rows.map((row) => row.company_id);
    });
    for (const companyId of companies) {
      for (;;) {
        const row = await store.inTenant(tenantId, (tx) =>
          takePaid(tx, {
            companyId,
            worker: work.worker,
            services: SERVICES,
            smsProfiles: ['business', 'consumer', 'public'],
            today,
          }),
        );
        if (row === null) break;
        await work.atStep?.('taken');
        const account = await store.inTenant(tenantId, (tx) =>
          openAccount(tx, store.secrets, net, companyId, serviceOf(row)),
        );
        const asked = await orderOf(store, tenantId, row, account!);
        if (asked.refusal !== undefined) throw new Error(asked.refusal);
        const prepared = await account!.connector.prepare(asked.order);
        if (prepared.kind !== 'ready') throw new Error(prepared.answer);
        await account!.connector.pay(asked.order, prepared.draft);
        await work.atStep?.('paid');
        await store.inTenant(tenantId, (tx) =>
          tx.query(
            `update outbox set state = 'sent', leased_by = null, lease_until = null where tenant_id = $1 and action_id = $2`,
            [tenantId, row.actionId],
          ),
        );
      }
    }
  }
}
