import { type Day, formatDay, frenchDate } from '@acquit/law';
import {
  disputeHoldReason,
  fr,
  freezes,
  judgePromises,
  type PlanStanding,
  type PromiseFacts,
  type PromiseVerdict,
  planHolds,
  planStanding,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { bringHolds, type CurrentHold, type WantedHold } from '../claim-holds.ts';
import { storedDay } from '../stored-day.ts';
import { openDisputesOf, plansOf, promisesOf } from './facts.ts';
import { moneyOf } from './money.ts';

/** Kinds of holds that this file writes and ends, and no other. */
const KINDS = ['promise', 'disputed', 'plan', 'not-before'];

/**
 * Brings everything that promises, disputes, plans and pauses of claims do in line with them and with the money of
 * today: holds, the contested part of each claim, and what lists show of them. It reads all of it again each time, so
 * that neither the order in which things were recorded nor an undone receipt can leave a verdict behind. Cases without
 * any of these cost one look. Part of `touchCases`; called by itself only for what the passing of days changes.
 */
export async function applyCommitments(tx: Tx, caseIds: readonly string[], today: string): Promise<void> {
  const concerned = await concernedCases(tx, caseIds);
  if (concerned.length === 0) return;
  const on = storedDay(today);
  const [promises, disputes, plans, money] = [
    await promisesOf(tx, concerned),
    await openDisputesOf(tx, concerned),
    await plansOf(tx, concerned, 'signed'),
    await moneyOf(tx, concerned),
  ];
  const wanted: WantedHold[] = await notBeforeHolds(tx, concerned);
  const verdicts: PromiseVerdict[] = [];
  const standings: { planId: string; standing: PlanStanding }[] = [];
  const contested = new Map<string, number>();
  for (const caseId of concerned) {
    const { money: pieces, claims, open } = money.get(caseId)!;
    const made = promises.get(caseId) ?? [];
    const judged = judgePromises(made, pieces, claims);
    verdicts.push(...judged);
    made.forEach((promise, index) => {
      const { keptOn, moot } = judged[index]!;
      if (keptOn === null && !moot) wanted.push(...promiseHolds(caseId, promise, open));
    });
    const opened = disputes.get(caseId) ?? [];
    for (const [claimId, freeze] of freezes(opened)) {
      if (freeze.contestedCents > 0) contested.set(claimId, freeze.contestedCents);
      if (freeze.whole === null || !open.has(claimId)) continue;
      const { disputeId, openedOn } = freeze.whole;
      wanted.push({
        claimId,
        caseId,
        kind: 'disputed',
        causeId: disputeId,
        reason: disputeHoldReason(freeze.whole),
        since: formatDay(openedOn),
        until: null,
      });
    }
    for (const plan of plans.get(caseId) ?? []) {
      const standing = planStanding(plan, on);
      standings.push({ planId: plan.planId, standing });
      if (!planHolds(standing)) continue;
      const reason = fr`dans l’échéancier signé le ${frenchDate(plan.signedOn)} ; elle n’est pas relancée tant qu’il est suivi.`;
      for (const claimId of plan.claimIds)
        if (open.has(claimId))
          wanted.push({
            claimId,
            caseId,
            kind: 'plan',
            causeId: plan.planId,
            reason,
            since: formatDay(plan.signedOn),
            until: null,
          });
    }
  }
  await writeHolds(tx, concerned, wanted);
  await writeVerdicts(tx, verdicts);
  await writePlans(tx, standings);
  await writeContested(tx, concerned, contested);
}

/** The cases among these that something of this kind was ever said of. */
async function concernedCases(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select c.case_id from unnest($2::uuid[]) as c(case_id)
      where exists (select from promise p where p.tenant_id = $1 and p.case_id = c.case_id)
         or exists (select from dispute d where d.tenant_id = $1 and d.case_id = c.case_id)
         or exists (select from payment_plan p where p.tenant_id = $1 and p.case_id = c.case_id)
         or exists (select from pause p where p.tenant_id = $1 and p.case_id = c.case_id and p.claim_id is not null)
      order by 1`,
    [tx.tenantId, caseIds],
  );
  return rows.map(([caseId]) => caseId);
}

function promiseHolds(caseId: string, promise: PromiseFacts, open: ReadonlySet<string>): WantedHold[] {
  const claimIds = promise.claimIds.length === 0 ? [...open] : promise.claimIds.filter((id) => open.has(id));
  const reason = fr`règlement promis pour le ${frenchDate(promise.promisedOn)} ; sans nouvelle, la relance reprend après le ${frenchDate(promise.untilOn)}.`;
  return claimIds.map((claimId) => ({
    claimId,
    caseId,
    kind: 'promise',
    causeId: promise.promiseId,
    reason,
    since: formatDay(promise.madeOn),
    until: formatDay(promise.untilOn),
  }));
}

async function notBeforeHolds(tx: Tx, caseIds: readonly string[]): Promise<WantedHold[]> {
  const rows = await tx.arrays<[string, string, string, string, string | null, string]>(
    `select p.pause_id, p.claim_id, p.case_id, p.from_on, p.until_on, p.reason from pause p
       join claim k on k.tenant_id = p.tenant_id and k.claim_id = p.claim_id and k.status = 'open'
      where p.tenant_id = $1 and p.case_id = any($2::uuid[]) and p.ended_at is null`,
    [tx.tenantId, caseIds],
  );
  return rows.map(([causeId, claimId, caseId, since, until, reason]) => ({
    claimId,
    caseId,
    kind: 'not-before',
    causeId,
    reason: fr`mise en attente${until === null ? '' : fr` jusqu’au ${frenchDate(storedDay(until))} inclus`} (${reason}).`,
    since,
    until,
  }));
}

async function writeHolds(tx: Tx, caseIds: readonly string[], wanted: readonly WantedHold[]): Promise<void> {
  const { rows } = await tx.query<CurrentHold>(
    `select hold_id, claim_id, kind, cause_id, reason, until_on from claim_hold
      where tenant_id = $1 and case_id = any($2::uuid[]) and ended_at is null and kind = any($3::text[])`,
    [tx.tenantId, caseIds, KINDS],
  );
  await bringHolds(tx, rows, wanted);
}

const iso = (on: Day | null) => (on === null ? null : formatDay(on));

async function writeVerdicts(tx: Tx, verdicts: readonly PromiseVerdict[]): Promise<void> {
  if (verdicts.length === 0) return;
  await tx.query(
    `update promise p set received_cents = u.received, kept_on = u.kept, moot = u.moot
       from unnest($2::uuid[], $3::int8[], $4::date[], $5::bool[]) as u(promise_id, received, kept, moot)
      where p.tenant_id = $1 and p.promise_id = u.promise_id
        and (p.received_cents, p.kept_on, p.moot) is distinct from (u.received, u.kept, u.moot)`,
    [
      tx.tenantId,
      verdicts.map((one) => one.promiseId),
      verdicts.map((one) => one.receivedCents),
      verdicts.map((one) => iso(one.keptOn)),
      verdicts.map((one) => one.moot),
    ],
  );
}

async function writePlans(tx: Tx, plans: readonly { planId: string; standing: PlanStanding }[]): Promise<void> {
  if (plans.length === 0) return;
  const since = (state: PlanStanding['state']) =>
    plans.map(({ standing }) => (standing.state === state ? iso(standing.since) : null));
  await tx.query(
    `update payment_plan p set received_cents = u.received, kept_on = u.kept, broken_on = u.broken
       from unnest($2::uuid[], $3::int8[], $4::date[], $5::date[]) as u(plan_id, received, kept, broken)
      where p.tenant_id = $1 and p.plan_id = u.plan_id
        and (p.received_cents, p.kept_on, p.broken_on) is distinct from (u.received, u.kept, u.broken)`,
    [
      tx.tenantId,
      plans.map(({ planId }) => planId),
      plans.map(({ standing }) => standing.receivedCents),
      since('kept'),
      since('broken'),
    ],
  );
}

async function writeContested(
  tx: Tx,
  caseIds: readonly string[],
  contested: ReadonlyMap<string, number>,
): Promise<void> {
  await tx.query(
    `update claim k set contested_cents = w.cents
       from (select c.claim_id, coalesce(u.cents, 0) as cents
               from claim c left join unnest($3::uuid[], $4::int8[]) as u(claim_id, cents) on u.claim_id = c.claim_id
              where c.tenant_id = $1 and c.case_id = any($2::uuid[])) w
      where k.tenant_id = $1 and k.claim_id = w.claim_id and k.contested_cents <> w.cents`,
    [tx.tenantId, caseIds, [...contested.keys()], [...contested.values()]],
  );
}
