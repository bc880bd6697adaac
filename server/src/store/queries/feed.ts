import { addDays, type Day, formatDay } from '@acquit/law';
import type { ProcedureKind } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { noticeEnds } from './commitments/facts.ts';
import { STAKES } from './procedures/deadlines.ts';

/** How far back and ahead the dates of a feed go: what was missed stays visible for a while. */
const DAYS_BACK = 60;
const DAYS_AHEAD = 366;
const MOST_DATES = 2_000;
/** Of them, ends of limitation, one a case and a day: a large book must not hide the dates of procedures. */
const MOST_LIMITATIONS = 500;

export interface FeedDate {
  kind: 'promise' | 'instalment' | 'dispute' | 'plan-notice' | 'deadline' | 'opening' | 'limitation';
  id: string;
  on: string;
  caseId: string;
  debtorName: string;
  cents: number | null;
  /** Of a date of a procedure: its kind and the procedure it belongs to; of a limitation and of it: its own words. */
  procedureKind: ProcedureKind | null;
  procedureId: string | null;
  label: string | null;
  effect: string | null;
}

/**
 * What somebody is to know by day, of one company: promises, instalments, answers to disputes, ends of the notices of
 * missed instalments, dates of procedures, ends of limitation.
 */
export async function feedDates(tx: Tx, companyId: string, today: Day): Promise<FeedDate[]> {
  const notices = await noticeEnds(tx, companyId);
  const { rows } = await tx.query<{
    kind: FeedDate['kind'];
    id: string;
    on_day: string;
    case_id: string;
    debtor_name: string;
    cents: bigint | null;
    procedure_kind: ProcedureKind | null;
    procedure_id: string | null;
    label: string | null;
    effect: string | null;
  }>(
    `select x.kind, x.id, x.on_day, x.case_id, d.name as debtor_name, x.cents::int8, x.procedure_kind, x.procedure_id, x.label, x.effect from (
       select 'promise' as kind, p.promise_id::text as id, p.expected_on as on_day, p.case_id, p.amount_cents - p.received_cents as cents,
              null::text as procedure_kind, null::uuid as procedure_id, null::text as label, null::text as effect
         from promise p where p.tenant_id = $1 and p.company_id = $2 and p.ended is null and p.kept_on is null and not p.moot
       union all
       select 'dispute', p.dispute_id::text, p.deadline_on, p.case_id, null, null, null, null, null from dispute p
        where p.tenant_id = $1 and p.company_id = $2 and p.outcome is null
       union all
       select 'instalment', p.plan_id || '-' || i.n, i.due_on, p.case_id, i.principal_cents + i.accessory_cents, null, null, null, null
         from payment_plan p join plan_instalment i on i.tenant_id = p.tenant_id and i.plan_id = p.plan_id
        where p.tenant_id = $1 and p.company_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null
       union all
       select 'plan-notice', n.plan_id || '-' || n.decided_on, n.ends_on, n.case_id, null, null, null, null, null
         from unnest($5::uuid[], $6::uuid[], $7::date[], $8::date[]) as n(plan_id, case_id, decided_on, ends_on)
       union all
       select case l.whose when 'ours' then 'deadline' else 'opening' end, l.procedure_id || '-' || l.what || '-' || l.started_on, coalesce(l.before_on, l.not_before_on),
              p.case_id, ${STAKES('p')}, p.kind, p.procedure_id, l.label, concat(l.effect, ' (', l.article, ')')
         from procedure_deadline l
         join procedure p on p.tenant_id = l.tenant_id and p.procedure_id = l.procedure_id and p.closed_on is null and not p.is_settled
        where l.tenant_id = $1 and l.company_id = $2
          and ((l.whose = 'ours' and l.status in ('open', 'missed') and l.before_on is not null) or (l.whose = 'wait' and l.status <> 'moot'))
       union all
       (select 'limitation', k.case_id || '-' || l.expires_on, l.expires_on, k.case_id, sum(k.open_cents), null, null,
               string_agg(k.number, ', ' order by k.number), min(l.article)
          from claim_limitation l join claim k on k.tenant_id = l.tenant_id and k.claim_id = l.claim_id and k.status = 'open'
         where l.tenant_id = $1 and l.company_id = $2 and l.watched_on between $3 and $4 and l.expires_on is not null
         group by k.case_id, l.expires_on order by l.expires_on limit ${MOST_LIMITATIONS})
     ) x
     join collection_case c on c.tenant_id = $1 and c.case_id = x.case_id
     join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
     where x.on_day between $3 and $4 order by x.on_day, x.kind, x.id limit ${MOST_DATES}`,
    [
      tx.tenantId,
      companyId,
      formatDay(addDays(today, -DAYS_BACK)),
      formatDay(addDays(today, DAYS_AHEAD)),
      notices.map(({ planId }) => planId),
      notices.map(({ caseId }) => caseId),
      notices.map(({ decidedOn }) => formatDay(decidedOn)),
      notices.map(({ endsOn }) => formatDay(endsOn)),
    ],
  );
  return rows.map((row) => ({
    kind: row.kind,
    id: row.id,
    on: row.on_day,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    cents: row.cents === null ? null : Number(row.cents),
    procedureKind: row.procedure_kind,
    procedureId: row.procedure_id,
    label: row.label,
    effect: row.effect,
  }));
}

/** The feed of a person for a company; null when he has none. */
export async function findFeed(
  tx: Tx,
  of: { userId: string; companyId: string },
): Promise<{ createdAt: string; readAt: string | null } | null> {
  const { rows } = await tx.query<{ created_at: string; read_at: string | null }>(
    `select created_at, read_at from calendar_feed
      where tenant_id = $1 and user_id = $2 and company_id = $3 and revoked_at is null`,
    [tx.tenantId, of.userId, of.companyId],
  );
  return rows[0] ? { createdAt: rows[0].created_at, readAt: rows[0].read_at } : null;
}

/** Ends the address of a person; true when he had one. */
export async function revokeFeed(tx: Tx, of: { userId: string; companyId: string }): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update calendar_feed set revoked_at = now()
      where tenant_id = $1 and user_id = $2 and company_id = $3 and revoked_at is null`,
    [tx.tenantId, of.userId, of.companyId],
  );
  return (rowCount ?? 0) > 0;
}

/** Gives a person an address, by the hash of its secret; the one before opens nothing any more. */
export async function openFeed(
  tx: Tx,
  feed: { feedId: string; userId: string; companyId: string; tokenHash: Buffer },
): Promise<void> {
  await revokeFeed(tx, feed);
  await tx.query(
    'insert into calendar_feed (tenant_id, feed_id, user_id, company_id, token_hash) values ($1, $2, $3, $4, $5)',
    [tx.tenantId, feed.feedId, feed.userId, feed.companyId, feed.tokenHash],
  );
}

/** Notes that a feed was read, for its owner to see whether it is in use. */
export async function feedRead(tx: Tx, feedId: string): Promise<void> {
  await tx.query('update calendar_feed set read_at = now() where tenant_id = $1 and feed_id = $2', [
    tx.tenantId,
    feedId,
  ]);
}
