import type { WayTotals } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/**
 * What each way tried in a company cost and brought: its hand-overs by kind of professional, its own procedures by kind.
 * A receipt counts once, for the hand-over that ran the day it came, else for the procedure opened last; a cost told by
 * a professional is his, even where it is kept with a procedure.
 */
export async function wayTotals(tx: Tx, companyId: string, today: string): Promise<WayTotals[]> {
  const rows = await tx.arrays<[WayTotals['way'], string | null, number, number, bigint, bigint, bigint, number]>(
    `with runs as (
       select p.kind as way, null::text as kind, h.hand_over_id as id, h.case_id, h.opened_on, h.ended_on, h.amount_cents,
              coalesce((select sum(x.amount_cents) from hand_over_post x
                         where x.tenant_id = h.tenant_id and x.hand_over_id = h.hand_over_id and x.kind = 'cost' and x.withdrawn_at is null), 0) as cost
         from hand_over h join partner p on p.tenant_id = h.tenant_id and p.partner_id = h.partner_id
        where h.tenant_id = $1 and h.company_id = $2
       union all
       select 'own', q.kind, q.procedure_id, q.case_id, q.opened_on, q.closed_on, q.amount_cents,
              coalesce((select sum(c.amount_cents) from procedure_cost c
                         where c.tenant_id = q.tenant_id and c.procedure_id = q.procedure_id and c.withdrawn_at is null
                           and not exists (select from hand_over_post x where x.tenant_id = c.tenant_id and x.procedure_id = c.procedure_id
                                              and x.made_id = c.cost_id)), 0)
         from procedure q
        where q.tenant_id = $1 and q.company_id = $2
          and not exists (select from hand_over_procedure x where x.tenant_id = q.tenant_id and x.procedure_id = q.procedure_id)),
     paid as (
       select run.id, sum(r.amount_cents) as cents
         from (select distinct case_id from runs) w
         join receipt r on r.tenant_id = $1 and r.case_id = w.case_id and r.cancelled_at is null
        cross join lateral (select t.id from runs t
                             where t.case_id = r.case_id and t.opened_on <= r.received_on and (t.ended_on is null or r.received_on <= t.ended_on)
                             order by t.way = 'own', t.opened_on desc, t.id desc limit 1) run
        group by run.id)
     select t.way, t.kind, count(*)::int, count(*) filter (where t.ended_on is null)::int, sum(t.amount_cents)::int8,
            coalesce(sum(p.cents), 0)::int8, sum(t.cost)::int8, sum(coalesce(t.ended_on, $3::date) - t.opened_on)::int
       from runs t left join paid p on p.id = t.id
      group by 1, 2`,
    [tx.tenantId, companyId, today],
  );
  return rows.map(([way, procedureKind, count, running, amount, received, cost, totalDays]) => ({
    way,
    procedureKind,
    count,
    running,
    amountCents: Number(amount),
    receivedCents: Number(received),
    costCents: Number(cost),
    totalDays,
  }));
}
