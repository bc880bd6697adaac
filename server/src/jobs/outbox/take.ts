import { type Day, formatDay, holidayName } from '@acquit/law';
import { bankFreshness, daysHeld, noteContacts, passToCome, type Tx, WRITTEN_FOR_ITS_DAY } from '../../store/index.ts';
import type { DueMail } from './model.ts';

export interface TakeOptions {
  companyId: string;
  worker: string;
  leaseMs: number;
  limit: number;
  /** The day it is: the bank must have told about a recent one. */
  today: Day;
  /** The day whose pass must have run before anything older leaves; today unless a pass of the past asks. */
  passDay?: Day;
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

// The statements of sending must not depend on what the planner knows: a first pass fills the tables within a minute, before
// the server has counted them, and a plan that reads all of a tenant for each row takes seconds where this takes one. So
// rows are changed through "insert … on conflict do update", which always goes by the primary key. The rows exist: nothing
// is ever inserted.

/**
 * Reserves up to `limit` e-mails of a company that are due, the oldest first, for `leaseMs` by the database's clock.
 * The mode is checked here as well, on the company and on the action: whatever went wrong above, a test never leaves.
 * So is the bank: while its data are too old, everything stays due, because the debtor may have paid since. So are the
 * hours at which a debtor may be reached, and a day of which too much would leave: what a person let go himself goes.
 * What was prepared before today waits for the pass of today to prepare it again, and the last guard of one contact a day
 * stands here: nobody whom another message reached today is written to before tomorrow. One that was prepared on an earlier
 * day (in the evening, for the hours of the morning) counts as the contact of the day it leaves. Of two that wait for one
 * debtor the older leaves, and the other on another day.
 */
export async function takeDue(
  tx: Tx,
  { companyId, worker, leaseMs, limit, today, passDay = today }: TakeOptions,
): Promise<DueMail[]> {
  if ((await bankFreshness(tx, companyId, today)).held) return [];
  const held = await daysHeld(tx, companyId);
  const waitsBefore = await passToCome(tx, companyId, formatDay(passDay));
  const { rows } = await tx.query<TakenRow>(
    `with candidate as materialized (
       select o.action_id
         from outbox o
        where o.tenant_id = $1 and o.company_id = $2 and o.channel = 'email' and o.state = 'due'
          and o.try_after <= clock_timestamp()
          and (select c.mode from company c where c.tenant_id = $1 and c.company_id = $2) = 'live'
          and (o.send_window is null or (not $6 and o.send_window @> paris_minute(clock_timestamp())))
          and (select a.mode || ' ' || a.status from action a
                where a.tenant_id = o.tenant_id and a.action_id = o.action_id
                  and (a.done_by is not null or a.decided_on <> all($7::date[]))
                  and ($8::date is null or a.decided_on >= $8::date or o.attempts > 0 or not (${WRITTEN_FOR_ITS_DAY}))
                  and not ${reachedToday('a', '$9')}) = 'live queued'
        order by o.try_after
        limit $3
          for update of o skip locked),
     first as (
       select t.action_id, dense_rank() over (partition by a.case_id order by a.decided_on, a.step) as turn
         from candidate t
        cross join lateral (select * from action a where a.tenant_id = $1 and a.action_id = t.action_id offset 0) a),
     reserved as (
       insert into outbox as o (tenant_id, action_id, company_id, channel, state)
       select $1, t.action_id, $2, 'email', 'reserved' from first t where t.turn = 1
           on conflict (tenant_id, action_id, channel) do update
          set state = 'reserved', fence = o.fence + 1, attempts = o.attempts + 1, leased_by = $4,
              lease_until = clock_timestamp() + $5 * interval '1 millisecond'
    returning o.action_id, o.recipient, o.message_id, o.fence, o.attempts)
     select r.*, a.case_id, a.step, a.decided_on, a.created_at, a.facts
       from reserved r
      cross join lateral (select * from action a where a.tenant_id = $1 and a.action_id = r.action_id offset 0) a`,
    [tx.tenantId, companyId, limit, worker, leaseMs, holidayName(today) !== null, held, waitsBefore, formatDay(today)],
  );
  const late = rows.filter((row) => row.decided_on < formatDay(today)).map((row) => row.case_id);
  if (late.length > 0) await noteContacts(tx, late, formatDay(today));
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

/**
 * True in SQL when another decision than that of an action has reached its debtor by e-mail or by text message on a day, or is
 * about to: what a worker holds leaves at any moment.
 */
export function reachedToday(action: string, day: string): string {
  return `exists (select from (select * from action b where b.tenant_id = ${action}.tenant_id and b.case_id = ${action}.case_id offset 0) b
                   cross join lateral (select * from outbox s where s.tenant_id = b.tenant_id and s.action_id = b.action_id offset 0) s
                   where (b.step, b.decided_on) <> (${action}.step, ${action}.decided_on)
                     and s.channel in ('email', 'sms')
                     and (s.state = 'reserved' or s.state = 'ending' and s.settled_at is null
                          or s.state in ('ending', 'sent', 'in-doubt')
                             and coalesce((s.settled_at at time zone 'Europe/Paris')::date, b.decided_on) = ${day}::date))`;
}

/** Prolongs what a worker still holds. A lease that ran out is not revived: somebody else may have acted on it. */
export async function renewLeases(tx: Tx, companyId: string, worker: string, leaseMs: number): Promise<void> {
  await tx.query(
    `update outbox set lease_until = clock_timestamp() + $4 * interval '1 millisecond'
      where tenant_id = $1 and company_id = $2 and leased_by = $3 and state in ('reserved', 'ending') and lease_until > clock_timestamp()`,
    [tx.tenantId, companyId, worker, leaseMs],
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
