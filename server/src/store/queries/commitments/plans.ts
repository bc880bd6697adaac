import { formatDay } from '@acquit/law';
import type { PlanAccessories, ScheduledInstalment } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import type { KeptPaper } from './disputes.ts';

export interface NewPlan {
  planId: string;
  companyId: string;
  caseId: string;
  accessories: PlanAccessories;
  clauseDays: number;
  madeOn: string;
  debtorSignatory: string | null;
  retentionOfTitle: boolean;
  note: string | null;
  causeId: string | null;
  claims: readonly { claimId: string; principalCents: number; penaltyCents: number; indemnityCents: number }[];
  instalments: readonly (ScheduledInstalment & { untilOn: string })[];
  enteredBy: string;
}

const sum = (list: NewPlan['claims'], key: 'principalCents' | 'penaltyCents' | 'indemnityCents') =>
  list.reduce((total, claim) => total + claim[key], 0);

/** Records the draft of a plan with its claims and instalments. It holds nothing before it is signed. */
export async function insertPlan(tx: Tx, plan: NewPlan): Promise<void> {
  await tx.query(
    `insert into payment_plan (tenant_id, plan_id, company_id, case_id, accessories, principal_cents, penalty_cents, indemnity_cents, clause_days,
                               made_on, debtor_signatory, retention_of_title, note, cause_id, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.tenantId,
      plan.planId,
      plan.companyId,
      plan.caseId,
      plan.accessories,
      sum(plan.claims, 'principalCents'),
      sum(plan.claims, 'penaltyCents'),
      sum(plan.claims, 'indemnityCents'),
      plan.clauseDays,
      plan.madeOn,
      plan.debtorSignatory,
      plan.retentionOfTitle,
      plan.note,
      plan.causeId,
      plan.enteredBy,
    ],
  );
  await tx.query(
    `insert into plan_claim (tenant_id, plan_id, claim_id, principal_cents, penalty_cents, indemnity_cents)
     select $1, $2, u.* from unnest($3::uuid[], $4::int8[], $5::int8[], $6::int8[]) as u`,
    [
      tx.tenantId,
      plan.planId,
      plan.claims.map((claim) => claim.claimId),
      plan.claims.map((claim) => claim.principalCents),
      plan.claims.map((claim) => claim.penaltyCents),
      plan.claims.map((claim) => claim.indemnityCents),
    ],
  );
  await tx.query(
    `insert into plan_instalment (tenant_id, plan_id, n, due_on, until_on, principal_cents, accessory_cents)
     select $1, $2, u.* from unnest($3::int2[], $4::date[], $5::date[], $6::int8[], $7::int8[]) as u`,
    [
      tx.tenantId,
      plan.planId,
      plan.instalments.map((_, n) => n + 1),
      plan.instalments.map((one) => formatDay(one.dueOn)),
      plan.instalments.map((one) => one.untilOn),
      plan.instalments.map((one) => one.principalCents),
      plan.instalments.map((one) => one.accessoryCents),
    ],
  );
}

/** Sends the draft to the debtor. False when it is no draft any more. */
export async function proposePlan(tx: Tx, planId: string, on: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update payment_plan set status = 'proposed', proposed_on = $3 where tenant_id = $1 and plan_id = $2 and status = 'draft'`,
    [tx.tenantId, planId, on],
  );
  return rowCount === 1;
}

/** The debtor has signed: from that day it is followed. False when it was signed or cancelled before. */
export async function signPlan(
  tx: Tx,
  planId: string,
  signature: { on: string; by: string; proof: { sha256: Buffer; name: string } | null },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update payment_plan set status = 'signed', signed_on = $3, signed_by = $4, proof_sha256 = $5, proof_name = $6
      where tenant_id = $1 and plan_id = $2 and status in ('draft', 'proposed')`,
    [tx.tenantId, planId, signature.on, signature.by, signature.proof?.sha256 ?? null, signature.proof?.name ?? null],
  );
  return rowCount === 1;
}

/** Keeps the signed paper of a plan that was signed without it. */
export async function attachProof(tx: Tx, planId: string, proof: { sha256: Buffer; name: string }): Promise<void> {
  await tx.query('update payment_plan set proof_sha256 = $3, proof_name = $4 where tenant_id = $1 and plan_id = $2', [
    tx.tenantId,
    planId,
    proof.sha256,
    proof.name,
  ]);
}

/** Ends a plan that is not over. False when it was cancelled before. The case is for the caller to touch. */
export async function cancelPlan(tx: Tx, planId: string, by: string, reason: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update payment_plan set status = 'cancelled', cancelled_at = now(), cancelled_by = $3, cancel_reason = $4
      where tenant_id = $1 and plan_id = $2 and status <> 'cancelled'`,
    [tx.tenantId, planId, by, reason],
  );
  return rowCount === 1;
}

/** Notices that the night decided, each with the instalments it asks to be made good. */
export async function insertNotices(
  tx: Tx,
  notices: readonly { planId: string; actionId: string; decidedOn: string; upTo: number; expiresOn: string }[],
): Promise<void> {
  if (notices.length === 0) return;
  await tx.query(
    `insert into plan_notice (tenant_id, plan_id, decided_on, action_id, up_to, expires_on)
     select $1, u.plan_id, u.decided_on, u.action_id, u.up_to, u.expires_on
       from unnest($2::uuid[], $3::date[], $4::uuid[], $5::int2[], $6::date[]) as u(plan_id, decided_on, action_id, up_to, expires_on)
     on conflict do nothing`,
    [
      tx.tenantId,
      notices.map((one) => one.planId),
      notices.map((one) => one.decidedOn),
      notices.map((one) => one.actionId),
      notices.map((one) => one.upTo),
      notices.map((one) => one.expiresOn),
    ],
  );
}

/** The day on which a notice was first presented to the debtor: its period runs from it. False when there is none. */
export async function presentNotice(tx: Tx, planId: string, on: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update plan_notice n set presented_on = $3
      where n.tenant_id = $1 and n.plan_id = $2
        and n.decided_on = (select max(l.decided_on) from plan_notice l where l.tenant_id = $1 and l.plan_id = $2 and l.decided_on <= $3)`,
    [tx.tenantId, planId, on],
  );
  return rowCount === 1;
}

/**
 * What the post says of the letter of an action, for the plan it gave notice of: the day of its first presentation, or
 * that it came back. A day entered by a person stays until a letter says otherwise. Gives the plans that changed.
 */
export async function datePlanNotice(
  tx: Tx,
  actionId: string,
  post: { presentedOn: string | null; isReturned: boolean; withdrawnOn: string | null },
): Promise<{ planId: string; presentedOn: string | null }[]> {
  const { rows } = await tx.query<{ planId: string; presentedOn: string | null }>(
    `update plan_notice n set presented_on = u.presented_on, is_returned = $4
       from (select o.plan_id, o.decided_on,
                    coalesce($3::date, case when o.presented_on is distinct from $5::date then o.presented_on end) as presented_on
               from action a
               join action g on g.tenant_id = a.tenant_id and g.case_id = a.case_id and g.step = a.step and g.decided_on = a.decided_on
               join plan_notice o on o.tenant_id = g.tenant_id and o.action_id = g.action_id
              where a.tenant_id = $1 and a.action_id = $2 and a.channel = 'registered' and a.mode = 'live') u
      where n.tenant_id = $1 and n.plan_id = u.plan_id and n.decided_on = u.decided_on
        and (n.presented_on, n.is_returned) is distinct from (u.presented_on, $4)
     returning n.plan_id as "planId", n.presented_on as "presentedOn"`,
    [tx.tenantId, actionId, post.presentedOn, post.isReturned, post.withdrawnOn],
  );
  return rows;
}

/**
 * Puts before the pass of a day the cases whose plan was given a notice that had not left, or had come back, when they were
 * last looked at: nothing else would tell that its days have begun to run.
 */
export async function wakeWarnedPlans(tx: Tx, companyId: string, on: string): Promise<void> {
  await tx.query(
    `update collection_case c set next_action_on = $3
       from payment_plan p join plan_notice n on n.tenant_id = p.tenant_id and n.plan_id = p.plan_id
      where p.tenant_id = $1 and p.company_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null
        and c.tenant_id = p.tenant_id and c.case_id = p.case_id and c.next_action_on is null and c.status in ('open', 'paused')`,
    [tx.tenantId, companyId, on],
  );
}

/** The signed paper of a plan; null when none was kept. */
export async function planProof(tx: Tx, planId: string): Promise<KeptPaper | null> {
  const { rows } = await tx.query<KeptPaper>(
    `select p.proof_name as name, b.media_type as "mediaType", b.sha256
       from payment_plan p join blob b on b.tenant_id = p.tenant_id and b.sha256 = p.proof_sha256
      where p.tenant_id = $1 and p.plan_id = $2`,
    [tx.tenantId, planId],
  );
  return rows[0] ?? null;
}
