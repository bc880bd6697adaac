import type { Tx } from '../../store/index.ts';
import type { DueMail } from './model.ts';

export interface TakeOptions {
  companyId: string;
  worker: string;
  leaseMs: number;
  limit: number;
}

interface TakenRow {
  action_id: string;
  case_id: string;
  step: string;
  decided_on: string;
  created_at: string;
  recipient: string | null;
  message_id: string | null;
  fence: bigint;
  attempts: number;
  facts: unknown;
}

/**
 * Reserves up to `limit` e-mails of a company that are due, the oldest first, for `leaseMs` by the database's clock.
 * The mode is checked here as well, on the company and on the action: whatever went wrong above, a test never leaves.
 */
export async function takeDue(tx: Tx, { companyId, worker, leaseMs, limit }: TakeOptions): Promise<DueMail[]> {
  const { rows } = await tx.query<TakenRow>(
    `with candidate as (
       select o.action_id, a.case_id, a.step, a.decided_on, a.created_at, a.facts
         from outbox o
         join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id
         join company c on c.tenant_id = o.tenant_id and c.company_id = o.company_id
        where o.tenant_id = $1 and o.company_id = $2 and o.channel = 'email' and o.state = 'due'
          and o.try_after <= clock_timestamp()
          and c.mode = 'live' and a.mode = 'live' and a.status = 'queued'
        order by o.try_after, o.action_id
        limit $3
          for update of o skip locked)
     update outbox o
        set state = 'reserved', fence = o.fence + 1, attempts = o.attempts + 1, leased_by = $4,
            lease_until = clock_timestamp() + $5 * interval '1 millisecond'
       from candidate t
      where o.tenant_id = $1 and o.action_id = t.action_id and o.channel = 'email'
  returning o.action_id, t.case_id, t.step, t.decided_on, t.created_at, o.recipient, o.message_id, o.fence, o.attempts,
            t.facts`,
    [tx.tenantId, companyId, limit, worker, leaseMs],
  );
  return rows.map((row) => ({
    tenantId: tx.tenantId,
    actionId: row.action_id,
    companyId,
    caseId: row.case_id,
    step: row.step,
    decidedOn: row.decided_on,
    createdAt: row.created_at,
    recipient: row.recipient,
    messageId: row.message_id,
    fence: row.fence,
    attempts: row.attempts,
    facts: row.facts,
  }));
}

/** Prolongs what a worker still holds. A lease that ran out is not revived: somebody else may have acted on it. */
export async function renewLeases(tx: Tx, worker: string, leaseMs: number): Promise<void> {
  await tx.query(
    `update outbox set lease_until = clock_timestamp() + $3 * interval '1 millisecond'
      where tenant_id = $1 and leased_by = $2 and state in ('reserved', 'ending') and lease_until > clock_timestamp()`,
    [tx.tenantId, worker, leaseMs],
  );
}

/** Companies of the tenant that have something to send now, and how long until the next one is due, in ms. */
export async function companiesDue(tx: Tx): Promise<{ due: string[]; nextInMs: number | null }> {
  const { rows } = await tx.query<{ company_id: string; in_ms: number }>(
    `select o.company_id, (extract(epoch from min(o.try_after) - clock_timestamp()) * 1000)::float8 as in_ms
       from outbox o join company c on c.tenant_id = o.tenant_id and c.company_id = o.company_id
      where o.tenant_id = $1 and o.channel = 'email' and o.state = 'due' and c.mode = 'live'
      group by o.company_id order by o.company_id`,
    [tx.tenantId],
  );
  const later = rows.filter((row) => row.in_ms > 0).map((row) => row.in_ms);
  return {
    due: rows.filter((row) => row.in_ms <= 0).map((row) => row.company_id),
    nextInMs: later.length > 0 ? Math.min(...later) : null,
  };
}
