import type { NoticeWatchView } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** Days without a whole round after which the watch is told to be late. */
const LATE_DAYS = 3;

/** Company numbers of customers who owe something. */
const OWING = `select distinct d.siren_key as siren from collection_case c
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where c.tenant_id = $1 and c.company_id = $2 and c.open_claims > 0 and d.siren_key is not null`;

interface Row extends Omit<NoticeWatchView, 'state'> {
  late: boolean;
}

/** The watch of a company as a person sees it. */
export async function noticeWatch(tx: Tx, companyId: string, today: string): Promise<NoticeWatchView> {
  const { rows } = await tx.query<Row>(
    `select coalesce(w.active, false) as active, w.checked_at as "checkedAt", w.ok_at as "okAt", w.trouble,
            w.active and w.ok_at is not null and coalesce(w.done_on, w.ok_at::date) < $3::date - ${LATE_DAYS} as late,
            (select count(*)::int from (${OWING}) o) as watched,
            (select count(*)::int from (${OWING}) o join notice_asked a on a.tenant_id = $1 and a.company_id = $2 and a.siren = o.siren
              where a.asked_on = $3::date) as asked
       from (select $1::uuid as tenant_id, $2::uuid as company_id) x
       left join notice_watch w on w.tenant_id = x.tenant_id and w.company_id = x.company_id`,
    [tx.tenantId, companyId, today],
  );
  const { late, ...row } = rows[0]!;
  const lively = row.trouble !== null ? 'failing' : late ? 'late' : row.okAt === null ? 'waiting' : 'well';
  return { ...row, state: row.active ? lively : 'off' };
}

/** Switches the watch of a company on or off; switched on, it looks at once. */
export async function setNoticeWatch(tx: Tx, companyId: string, active: boolean, by: string): Promise<void> {
  await tx.query(
    `insert into notice_watch (tenant_id, company_id, active, changed_by) values ($1, $2, $3, $4)
     on conflict (tenant_id, company_id) do update set active = $3, changed_by = $4, failures = 0, trouble = null, next_check_at = now()`,
    [tx.tenantId, companyId, active, by],
  );
}

/** Companies whose watch is to look now. `force`: whatever its hour. */
export async function dueNoticeWatches(tx: Tx, force = false): Promise<string[]> {
  const { rows } = await tx.query<{ company_id: string }>(
    `select company_id from notice_watch where tenant_id = $1 and active and ($2 or next_check_at <= now())
        and (lease_until is null or lease_until < now()) order by next_check_at`,
    [tx.tenantId, force],
  );
  return rows.map((row) => row.company_id);
}

/** Takes a watch for `worker`, or keeps it; false when another process has it or it was switched off. */
export async function leaseNoticeWatch(tx: Tx, companyId: string, worker: string, leaseMs: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update notice_watch set leased_by = $3, lease_until = clock_timestamp() + $4 * interval '1 millisecond'
      where tenant_id = $1 and company_id = $2 and active and (leased_by is null or leased_by = $3 or lease_until < clock_timestamp())`,
    [tx.tenantId, companyId, worker, leaseMs],
  );
  return rowCount === 1;
}

export interface SirenToAsk {
  siren: string;
  /** The day it was last asked about; null: never, all of its notices are wanted. */
  askedOn: string | null;
}

/** Numbers not asked about on `today` yet, in one order so that those asked since one day go together. */
export async function sirensToAsk(tx: Tx, companyId: string, today: string, limit: number): Promise<SirenToAsk[]> {
  const { rows } = await tx.query<SirenToAsk>(
    `select o.siren, a.asked_on as "askedOn" from (${OWING}) o
       left join notice_asked a on a.tenant_id = $1 and a.company_id = $2 and a.siren = o.siren
      where a.asked_on is null or a.asked_on < $3::date
      order by a.asked_on nulls first, o.siren limit $4`,
    [tx.tenantId, companyId, today, limit],
  );
  return rows;
}

/** Remembers that these numbers were asked about. */
export async function noteAsked(tx: Tx, companyId: string, sirens: readonly string[], today: string): Promise<void> {
  await tx.query(
    `insert into notice_asked (tenant_id, company_id, siren, asked_on) select $1, $2, s, $4 from unnest($3::text[]) as s
     on conflict (tenant_id, company_id, siren) do update set asked_on = greatest(notice_asked.asked_on, excluded.asked_on)`,
    [tx.tenantId, companyId, sirens, today],
  );
}

/** Minutes before a failed watch looks again: longer and longer, never beyond a day. */
const AGAIN_MINUTES = 15;
const MOST_DOUBLINGS = 6;

/** Ends a look: with a trouble it looks again later and later; else on the next day, in the small hours of Paris. */
export async function endNoticeWatch(
  tx: Tx,
  companyId: string,
  worker: string,
  { trouble, doneOn }: { trouble: { code: string; message: string } | null; doneOn: string | null },
): Promise<void> {
  await tx.query(
    `update notice_watch
        set leased_by = null, lease_until = null, checked_at = now(), trouble = $4::jsonb,
            ok_at = case when $4::jsonb is null then now() else ok_at end,
            failures = case when $4::jsonb is null then 0 else failures + 1 end,
            done_on = coalesce($5::date, done_on),
            next_check_at = case
              when $4::jsonb is not null then now() + ${AGAIN_MINUTES} * power(2, least(failures, ${MOST_DOUBLINGS})) * interval '1 minute'
              when $5::date is null then now()
              else ($5::date + 1 + time '02:00') at time zone 'Europe/Paris' end
      where tenant_id = $1 and company_id = $2 and leased_by = $3`,
    [tx.tenantId, companyId, worker, trouble === null ? null : JSON.stringify(trouble), doneOn],
  );
}
