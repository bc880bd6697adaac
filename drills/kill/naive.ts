import { day } from '@acquit/law';
import { buildMessage, openSmtp } from '../../server/src/channels/index.ts';
import { type Compose, readMailAccount } from '../../server/src/jobs/outbox/index.ts';
import { takeDue } from '../../server/src/jobs/outbox/take.ts';
import type { Store } from '../../server/src/store/index.ts';

/**
 * The canary: send, then mark as sent, with leases that run out like the product's. It loses nothing, and killed between
 * the server's answer and its mark it sends again. A drill that does not catch it catches nothing.
 */
export async function sendThenMark(store: Store, connections: number, compose: Compose): Promise<void> {
  for (const { tenantId } of await store.lookup.listTenants()) {
    const { rows } = await store.inTenant(tenantId, (tx) =>
      tx.query<{ company_id: string }>('select company_id from company'),
    );
    const worker = `naive:${process.pid}`;
    await store.inTenant(tenantId, (tx) =>
      tx.query(`update outbox set state = 'due' where state = 'reserved' and lease_until < clock_timestamp()`),
    );
    for (const { company_id: companyId } of rows) {
      const lane = () => sendOneByOne(store, tenantId, companyId, worker, compose);
      await Promise.all(Array.from({ length: connections }, lane));
    }
  }
}

async function sendOneByOne(
  store: Store,
  tenantId: string,
  companyId: string,
  worker: string,
  compose: Compose,
): Promise<void> {
  const { account } = await store.inTenant(tenantId, (tx) => readMailAccount(tx, store.secrets, companyId));
  const { line } = await openSmtp(account!.smtp);
  for (;;) {
    const [mail] = await store.inTenant(tenantId, (tx) =>
      takeDue(tx, { companyId, worker, leaseMs: 1_000, limit: 1, today: day('2026-11-21') }),
    );
    if (!mail || !line) break;
    const composed = await compose(mail);
    if ('refusal' in composed) throw new Error(composed.refusal.message);
    const built = await buildMessage({
      ...composed,
      ...account!.sender,
      key: { tenantId, actionId: mail.actionId, channel: 'email' },
      messageId: null,
      caseId: mail.caseId,
      date: mail.createdAt,
    });
    if ('refusal' in built) throw new Error(built.refusal.message);
    await line.send(built.message.raw, built.message.envelope, { beforeDot: async () => true });
    await store.inTenant(tenantId, (tx) =>
      tx.query(`update outbox set state = 'sent' where tenant_id = $1 and action_id = $2`, [tenantId, mail.actionId]),
    );
  }
  line?.close();
}
