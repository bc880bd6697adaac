import type { Tx } from '../store.ts';

/**
 * Sets the level of claims, and the last contact of their cases, again from the actions that count: those that were
 * not taken back and, for a live company, those that really left. Needed when an action is withdrawn and when a
 * company goes from test to live: what was only captured has warned nobody.
 */
export async function recountLevels(
  tx: Tx,
  scope: { caseIds: readonly string[] } | { companyId: string },
): Promise<void> {
  const [within, value] =
    'companyId' in scope
      ? ['c.company_id = $2::uuid', scope.companyId]
      : ['c.case_id = any($2::uuid[])', scope.caseIds];
  // The rank of a step is read where it was frozen, in the action's facts: scenarios change, what was done does not.
  await tx.query(
    `with counted as materialized (
       select k.claim_id, y.mode
         from collection_case c
         join company y on y.tenant_id = c.tenant_id and y.company_id = c.company_id
         join claim k on k.tenant_id = c.tenant_id and k.case_id = c.case_id
        where c.tenant_id = $1 and ${within}
     ), reached as (
       select m.claim_id,
              (array_agg(s.step order by a.decided_on desc, s.rank desc))[1] as step,
              (array_agg(s.rank order by a.decided_on desc, s.rank desc))[1] as rank,
              max(a.decided_on) as on_day,
              max(a.decided_on) filter (where a.facts ->> 'graceDays' is not null and s.step = a.step and not a.facts ? 'about') as notice_on
         from counted n
         join action_claim m on m.tenant_id = $1 and m.claim_id = n.claim_id
         join action a on a.tenant_id = $1 and a.action_id = m.action_id
         cross join lateral jsonb_to_recordset(a.facts -> 'claims') as s("claimId" uuid, step text, rank int)
        where a.status <> 'cancelled' and (n.mode = 'test' or a.mode = 'live') and s."claimId" = m.claim_id and s.step is not null
        group by m.claim_id
     )
     update claim k
        set level = coalesce(l.rank, -1), level_step = l.step, level_on = l.on_day, notice_sent_on = l.notice_on
       from counted n left join reached l on l.claim_id = n.claim_id
      where k.tenant_id = $1 and k.claim_id = n.claim_id
        and (k.level, k.level_step, k.level_on, k.notice_sent_on)
            is distinct from (coalesce(l.rank, -1)::smallint, l.step, l.on_day, l.notice_on)`,
    [tx.tenantId, value],
  );
  await tx.query(
    `update collection_case c
        set last_contact_on = l.on_day, last_contact_live = coalesce(l.live, false)
       from collection_case c0
       join company y on y.tenant_id = c0.tenant_id and y.company_id = c0.company_id
       left join lateral (
         select a.decided_on as on_day, a.mode = 'live' as live
           from action a
          where a.tenant_id = c0.tenant_id and a.case_id = c0.case_id and a.channel <> 'task'
            and a.status in ('to-confirm', 'to-do', 'queued', 'done') and (y.mode = 'test' or a.mode = 'live')
          order by a.decided_on desc, a.mode limit 1) d on true
       -- A day that no decision bears is one on which a person let a message go or called: it took place.
       cross join lateral (
         select greatest(d.on_day, n.on_day) as on_day, case when n.on_day is null then d.live else true end as live
           from (select case when c0.last_contact_live and not exists (
                          select from action x where x.tenant_id = c0.tenant_id and x.case_id = c0.case_id and x.decided_on = c0.last_contact_on)
                        then c0.last_contact_on end as on_day) n) l
      where c0.tenant_id = $1 and ${within.replace('c.', 'c0.')} and c.tenant_id = c0.tenant_id and c.case_id = c0.case_id
        and (c.last_contact_on, c.last_contact_live) is distinct from (l.on_day, coalesce(l.live, false))`,
    [tx.tenantId, value],
  );
}
