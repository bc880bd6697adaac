import { type Day, formatDay } from '@acquit/law';
import {
  type CommitmentTotals,
  type InstalmentPlanView,
  type InstalmentView,
  type Page,
  type PlanAccessories,
  type PlanFacts,
  planStanding,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';
import { plansOf } from './facts.ts';

interface Row {
  plan_id: string;
  company_id: string;
  case_id: string;
  debtor_name: string;
  status: InstalmentPlanView['status'];
  accessories: PlanAccessories;
  principal_cents: bigint;
  penalty_cents: bigint;
  indemnity_cents: bigint;
  clause_days: number;
  made_on: string;
  signed_on: string | null;
  signed_by: string | null;
  debtor_signatory: string | null;
  has_proof: boolean;
  retention_of_title: boolean;
  note: string | null;
  entered_by: string;
  claims: InstalmentPlanView['claims'];
  instalments: { dueOn: string; untilOn: string; principalCents: number; accessoryCents: number }[];
  notices: InstalmentPlanView['notices'];
}

const SELECT = `select p.*, p.proof_sha256 is not null as has_proof, d.name as debtor_name,
    (select coalesce(json_agg(json_build_object('claimId', k.claim_id, 'number', k.number, 'principalCents', x.principal_cents)
                              order by k.due_on, k.number), '[]')
       from plan_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id
      where x.tenant_id = p.tenant_id and x.plan_id = p.plan_id) as claims,
    (select json_agg(json_build_object('dueOn', i.due_on, 'untilOn', i.until_on, 'principalCents', i.principal_cents,
                                       'accessoryCents', i.accessory_cents) order by i.n)
       from plan_instalment i where i.tenant_id = p.tenant_id and i.plan_id = p.plan_id) as instalments,
    (select coalesce(json_agg(json_build_object('decidedOn', n.decided_on, 'upTo', n.up_to, 'expiresOn', null,
                                                'presentedOn', n.presented_on) order by n.decided_on), '[]')
       from plan_notice n where n.tenant_id = p.tenant_id and n.plan_id = p.plan_id) as notices
  from payment_plan p
  join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where p.tenant_id = $1`;

/** The plans of some rows with where each stands on a day, judged from the money of that day. */
async function viewsOf(tx: Tx, rows: readonly Row[], on: Day): Promise<InstalmentPlanView[]> {
  const facts = await plansOf(tx, [...new Set(rows.map((row) => row.case_id))], 'signed');
  const byId = new Map([...facts.values()].flat().map((plan) => [plan.planId, plan]));
  return rows.map((row) => viewOf(row, byId.get(row.plan_id) ?? null, on));
}

function viewOf(row: Row, plan: PlanFacts | null, on: Day): InstalmentPlanView {
  const standing = plan && planStanding(plan, on);
  const accessoryCents = row.instalments.reduce((sum, one) => sum + one.accessoryCents, 0);
  return {
    planId: row.plan_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    status: row.status,
    state: standing?.state ?? null,
    since: standing?.since ? formatDay(standing.since) : null,
    accessories: row.accessories,
    principalCents: Number(row.principal_cents),
    penaltyCents: Number(row.penalty_cents),
    indemnityCents: Number(row.indemnity_cents),
    totalCents: Number(row.principal_cents) + accessoryCents,
    receivedCents: standing?.receivedCents ?? 0,
    missingCents: standing?.missingCents ?? 0,
    clauseDays: row.clause_days,
    madeOn: row.made_on,
    signedOn: row.signed_on,
    signedBy: row.signed_by,
    debtorSignatory: row.debtor_signatory,
    hasProof: row.has_proof,
    retentionOfTitle: row.retention_of_title,
    note: row.note,
    claims: row.claims,
    instalments: instalmentViews(row.instalments, standing?.receivedCents ?? 0, formatDay(on)),
    notices: noticeViews(row.notices, plan),
    changesOn: standing?.changesOn ? formatDay(standing.changesOn) : null,
    enteredBy: row.entered_by,
  };
}

/** Each notice with its last day as it stands now: the one it was decided with is only what was then expected. */
function noticeViews(list: Row['notices'], plan: PlanFacts | null): Row['notices'] {
  const ends = new Map(plan?.notices.map(({ decidedOn, expiresOn }) => [decidedOn && formatDay(decidedOn), expiresOn]));
  return list.map((one) => {
    const expiresOn = ends.get(one.decidedOn) ?? null;
    return { ...one, expiresOn: expiresOn && formatDay(expiresOn) };
  });
}

function instalmentViews(list: Row['instalments'], receivedCents: number, today: string): InstalmentView[] {
  let left = receivedCents;
  return list.map((one) => {
    const cents = one.principalCents + one.accessoryCents;
    const paidCents = Math.min(left, cents);
    left -= paidCents;
    const open = one.untilOn < today ? 'missed' : one.dueOn < today ? 'late' : paidCents > 0 ? 'partly' : 'coming';
    return { ...one, cents, paidCents, state: paidCents === cents ? 'paid' : open };
  });
}

/** A plan with its company; null when unknown. */
export async function findPlan(
  tx: Tx,
  planId: string,
  on: Day,
): Promise<(InstalmentPlanView & { companyId: string }) | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and p.plan_id = $2`, [tx.tenantId, planId]);
  const [view] = await viewsOf(tx, rows, on);
  return view ? { ...view, companyId: rows[0]!.company_id } : null;
}

const SHOWN = 50;

/** The plans of a case, latest first. */
export async function plansOfCase(tx: Tx, caseId: string, on: Day): Promise<InstalmentPlanView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.case_id = $2 order by p.made_on desc, p.plan_id limit ${SHOWN}`,
    [tx.tenantId, caseId],
  );
  return viewsOf(tx, rows, on);
}

export type PlanFilter = 'running' | 'waiting' | 'broken' | 'kept' | 'all';

const FILTERS: Record<PlanFilter, string> = {
  all: '',
  running: `and p.status = 'signed' and p.kept_on is null and p.broken_on is null`,
  waiting: `and p.status in ('draft', 'proposed')`,
  broken: `and p.status = 'signed' and p.broken_on is not null`,
  kept: `and p.status = 'signed' and p.kept_on is not null`,
};

/** One page of a company's plans, latest first. */
export async function listPlans(
  tx: Tx,
  companyId: string,
  filter: PlanFilter,
  cursor: string | undefined,
  on: Day,
): Promise<Page<InstalmentPlanView>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isDayText(key[0]) && isUuidText(key[1]);
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.company_id = $2 ${FILTERS[filter]} ${valid ? 'and (p.made_on, p.plan_id) < ($3::date, $4::uuid)' : ''}
      order by p.made_on desc, p.plan_id desc limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, ...(valid ? [key[0], key[1]] : [])],
  );
  const views = await viewsOf(tx, rows, on);
  return pageOf(
    views,
    (view) => view,
    (view) => [view.madeOn, view.planId],
  );
}

/** How many plans a list counts, what they still are to bring, and how many have a missed instalment. */
export async function planTotals(tx: Tx, companyId: string, filter: PlanFilter, on: Day): Promise<CommitmentTotals> {
  const { rows } = await tx.query<{ count: number; cents: bigint; late: number }>(
    `select count(*)::int as count, coalesce(sum(greatest(t.cents - p.received_cents, 0)), 0)::int8 as cents,
            count(*) filter (where p.status = 'signed' and p.kept_on is null and p.broken_on is null and t.missed > p.received_cents)::int as late
       from payment_plan p
       cross join lateral (select sum(i.principal_cents + i.accessory_cents) as cents,
                                  coalesce(sum(i.principal_cents + i.accessory_cents) filter (where i.until_on < $3::date), 0) as missed
                             from plan_instalment i where i.tenant_id = p.tenant_id and i.plan_id = p.plan_id) t
      where p.tenant_id = $1 and p.company_id = $2 ${FILTERS[filter]}`,
    [tx.tenantId, companyId, formatDay(on)],
  );
  const { count, cents, late } = rows[0]!;
  return { count, cents: Number(cents), late };
}
