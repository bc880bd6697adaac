import { formatDay } from '@acquit/law';
import type { DispatchEventKind, Provider } from '@acquit/recovery';
import { keepBlob, recordDispatchEvents, type Tx } from '../../store/index.ts';
import { openAccount } from './account.ts';
import { refOf, serviceOf } from './ledger.ts';
import type { PaidWork } from './send.ts';

interface Followed {
  action_id: string;
  channel: 'letter' | 'registered' | 'sms';
  via: Provider;
  provider_ref: string;
  known: DispatchEventKind[];
  age_ms: number;
}

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A text message is told of within days; a letter's acknowledgement may come back weeks later. */
const FOLLOWED_FOR_MS = { sms: 4 * DAY_MS, letter: 60 * DAY_MS, registered: 120 * DAY_MS } as const;
/** Between two questions about a letter; about a text message they space out with its age. */
const LETTER_EVERY_MS = 6 * HOUR_MS;

/**
 * Asks providers what became of a company's sendings whose time has come, and keeps what is new with its proof. Gives how
 * many events were new. A provider that does not answer is asked again later; nothing is ever concluded from silence.
 */
export async function followSendings(work: PaidWork, tenantId: string, companyId: string): Promise<number> {
  const { store, net, signal } = work;
  const today = formatDay(work.today());
  let told = 0;
  for (const sending of await store.inTenant(tenantId, (tx) => toFollow(tx, companyId))) {
    if (signal.aborted) break;
    const service = serviceOf(sending);
    const account = await store.inTenant(tenantId, (tx) => openAccount(tx, store.secrets, net, companyId, service));
    const connector = account?.provider === sending.via ? account.connector : null;
    const news =
      connector?.follow != null
        ? await connector.follow({
            ref: refOf(sending.action_id),
            providerRef: sending.provider_ref,
            known: sending.known,
          })
        : { trouble: 'no account' };
    told += await store.inTenant(tenantId, async (tx) => {
      await askLater(tx, sending);
      if (news.trouble !== undefined) return 0;
      await tx.query(
        'update dispatch set number = coalesce($3, number), price_cents = coalesce($4, price_cents) where tenant_id = $1 and action_id = $2',
        [tx.tenantId, sending.action_id, sending.channel === 'registered' ? news.number : null, news.priceCents],
      );
      const events = [];
      // A day to come is a provider's mistake, and would date a notice wrongly.
      for (const { kind, on, label, proof } of news.events)
        if (on <= today)
          events.push({
            kind,
            on,
            label,
            source: 'provider' as const,
            proofSha256: proof === null ? null : await keepBlob(tx, store.blobs, proof),
            toldBy: sending.via,
          });
      return recordDispatchEvents(tx, { actionId: sending.action_id, today, events });
    });
  }
  return told;
}

async function toFollow(tx: Tx, companyId: string): Promise<Followed[]> {
  const { rows } = await tx.query<Followed>(
    `select s.action_id, s.channel, s.via, s.provider_ref, (extract(epoch from clock_timestamp() - s.handed_at) * 1000)::float8 as age_ms,
            coalesce(array(select e.kind from dispatch_event e where e.tenant_id = s.tenant_id and e.action_id = s.action_id
                              and e.proof_sha256 is not null and e.withdrawn_at is null), '{}') as known
       from dispatch s
      where s.tenant_id = $1 and s.company_id = $2 and s.poll_after <= clock_timestamp() and s.provider_ref is not null and s.via is not null
      order by s.poll_after limit 100`,
    [tx.tenantId, companyId],
  );
  return rows;
}

/** When to ask again; never once the sending is over and told of, or too old. A letter's proof may come after its end. */
async function askLater(tx: Tx, { action_id: actionId, channel, age_ms: ageMs }: Followed): Promise<void> {
  const delay = channel === 'sms' ? Math.max(ageMs, 5 * 60_000) : LETTER_EVERY_MS;
  const over = ageMs > FOLLOWED_FOR_MS[channel];
  await tx.query(
    `update dispatch s set poll_after = case
        when $3 or (s.ended and (s.channel <> 'registered' or exists (
          select from dispatch_event e where e.tenant_id = s.tenant_id and e.action_id = s.action_id and e.withdrawn_at is null
             and e.kind in ('delivered', 'refused', 'unclaimed') and (e.proof_sha256 is not null or e.on_day < current_date - 30))))
        then null else clock_timestamp() + $4 * interval '1 millisecond' end
      where s.tenant_id = $1 and s.action_id = $2`,
    [tx.tenantId, actionId, over, delay],
  );
}
