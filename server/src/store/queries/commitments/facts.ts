import type { Day } from '@acquit/law';
import {
  type DisputeFacts,
  defaultSettings,
  noticeExpiry,
  type PauseFacts,
  type PlanFacts,
  type PromiseFacts,
  type ReceiptFacts,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay, storedDayOrNull } from '../stored-day.ts';

/** Promises of some cases that nobody replaced or took back, by case, in the order they were entered. */
export async function promisesOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, PromiseFacts[]>> {
  const found = new Map<string, PromiseFacts[]>();
  for (const [caseId, promiseId, cents, madeOn, promisedOn, untilOn, claimIds] of await tx.arrays<
    [string, string, bigint, string, string, string, string[]]
  >(
    `select p.case_id, p.promise_id, p.amount_cents, p.made_on, p.promised_on, p.until_on,
            array(select c.claim_id::text from promise_claim c where c.tenant_id = p.tenant_id and c.promise_id = p.promise_id order by 1)
       from promise p where p.tenant_id = $1 and p.case_id = any($2::uuid[]) and p.ended is null
      order by p.entered_at, p.promise_id`,
    [tx.tenantId, caseIds],
  ))
    pushTo(found, caseId, {
      promiseId,
      claimIds,
      amountCents: Number(cents),
      madeOn: storedDay(madeOn),
      promisedOn: storedDay(promisedOn),
      untilOn: storedDay(untilOn),
      ended: null,
    });
  return found;
}

/**
 * Disputes of some cases that still freeze something, by case, oldest first: those without an answer, and those we
 * accepted for as long as the credit note we owe has not come for the whole of what was contested.
 */
export async function openDisputesOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, DisputeFacts[]>> {
  const found = new Map<string, DisputeFacts[]>();
  for (const [caseId, disputeId, reason, openedOn, accepted, claims] of await tx.arrays<
    [string, string, DisputeFacts['reason'], string, boolean, DisputeFacts['claims']]
  >(
    `select d.case_id, d.dispute_id, d.reason, d.opened_on, d.outcome is not null,
            (select coalesce(json_agg(json_build_object('claimId', c.claim_id, 'contestedCents', c.left_cents) order by c.claim_id), '[]')
               from (select x.claim_id, case when d.outcome is null then x.contested_cents
                       else x.contested_cents - (select coalesce(sum(a.amount_cents), 0) from credit_allocation a
                                                  where a.tenant_id = x.tenant_id and a.claim_id = x.claim_id and a.effective_on >= d.opened_on) end::int8 as left_cents
                       from dispute_claim x where x.tenant_id = d.tenant_id and x.dispute_id = d.dispute_id) c
              where c.left_cents is null or c.left_cents > 0)
       from dispute d where d.tenant_id = $1 and d.case_id = any($2::uuid[]) and (d.outcome is null or d.outcome = 'we-accept')
      order by d.opened_on, d.dispute_id`,
    [tx.tenantId, caseIds],
  ))
    pushTo(found, caseId, { disputeId, reason, openedOn: storedDay(openedOn), accepted, claims });
  return found;
}

/** Which plans to read: those still followed, or every signed one, to judge them again. */
export type PlansRead = 'followed' | 'signed';

/** Signed plans of some cases, by case, with the money received for them since they were signed. */
export async function plansOf(tx: Tx, caseIds: readonly string[], which: PlansRead): Promise<Map<string, PlanFacts[]>> {
  const found = new Map<string, PlanFacts[]>();
  const plans = new Map<string, PlanFacts>();
  for (const [caseId, planId, signedOn, clauseDays, claimIds] of await tx.arrays<
    [string, string, string, number, string[]]
  >(
    `select p.case_id, p.plan_id, p.signed_on, p.clause_days,
            array(select c.claim_id::text from plan_claim c where c.tenant_id = p.tenant_id and c.plan_id = p.plan_id order by 1)
       from payment_plan p where p.tenant_id = $1 and p.case_id = any($2::uuid[]) and p.status = 'signed'
        ${which === 'followed' ? 'and p.kept_on is null and p.broken_on is null' : ''}
      order by p.signed_on, p.plan_id`,
    [tx.tenantId, caseIds],
  )) {
    const plan: PlanFacts = {
      planId,
      claimIds,
      signedOn: storedDay(signedOn),
      instalments: [],
      clauseDays,
      receipts: [],
      notices: [],
    };
    plans.set(planId, plan);
    pushTo(found, caseId, plan);
  }
  if (plans.size === 0) return found;
  const values = [tx.tenantId, [...plans.keys()]];
  for (const [planId, dueOn, untilOn, cents] of await tx.arrays<[string, string, string, bigint]>(
    `select plan_id, due_on, until_on, principal_cents + accessory_cents from plan_instalment
      where tenant_id = $1 and plan_id = any($2::uuid[]) order by plan_id, n`,
    values,
  ))
    plans.get(planId)!.instalments.push({ dueOn: storedDay(dueOn), untilOn: storedDay(untilOn), cents: Number(cents) });
  for (const [planId, on, cents] of await tx.arrays<[string, string, bigint]>(PLAN_MONEY, values))
    if (cents > 0n) plans.get(planId)!.receipts.push({ on: storedDay(on), amountCents: Number(cents) } as ReceiptFacts);
  for (const [planId, upTo, expiresOn, decidedOn, leftOn, presentedOn, isReturned, postalDelay] of await tx.arrays<
    [string, number, string, string, string | null, string | null, boolean, number]
  >(
    // A notice that was taken back before it left is none; one whose letter waits to leave makes nothing run, whatever
    // became of its e-mail. In test mode a letter is done when it is captured, on the day of its decision.
    `select n.plan_id, n.up_to, n.expires_on, n.decided_on,
            case when bool_and(a.status = 'done') filter (where a.channel in ('letter', 'registered'))
                   or (bool_and(a.channel not in ('letter', 'registered')) and bool_or(a.status = 'done'))
                 then greatest(n.decided_on, (max(a.done_at) filter (where a.channel in ('letter', 'registered')) at time zone 'Europe/Paris')::date)
            end,
            n.presented_on, n.is_returned, coalesce((c.settings ->> 'postalDelayWorkingDays')::int, $3)
       from plan_notice n
       join action g on g.tenant_id = n.tenant_id and g.action_id = n.action_id
       join company c on c.tenant_id = g.tenant_id and c.company_id = g.company_id
       join action a on a.tenant_id = n.tenant_id and a.case_id = g.case_id and a.step = g.step and a.decided_on = g.decided_on
                    and a.status not in ('cancelled', 'skipped')
      where n.tenant_id = $1 and n.plan_id = any($2::uuid[]) group by n.tenant_id, n.plan_id, n.decided_on, c.settings
      order by n.plan_id, n.decided_on`,
    [...values, defaultSettings.postalDelayWorkingDays],
  )) {
    const plan = plans.get(planId)!;
    const notice = {
      expiresOn: storedDay(expiresOn),
      decidedOn: storedDay(decidedOn),
      leftOn: storedDayOrNull(leftOn),
      presentedOn: storedDayOrNull(presentedOn),
      isReturned,
    };
    plan.notices.push({
      upTo,
      expiresOn: noticeExpiry(notice, plan.clauseDays, postalDelay),
      decidedOn: notice.decidedOn,
    });
  }
  return found;
}

/** The end of a notice that runs: the last day to make good what a plan missed. */
export interface NoticeEnd {
  planId: string;
  caseId: string;
  decidedOn: Day;
  endsOn: Day;
}

/** Ends of the notices of a company that run, as they are known now: counted from where their letters really stand. */
export async function noticeEnds(tx: Tx, companyId: string): Promise<NoticeEnd[]> {
  const cases = await tx.arrays<[string]>(
    `select distinct p.case_id from payment_plan p
       join plan_notice n on n.tenant_id = p.tenant_id and n.plan_id = p.plan_id
      where p.tenant_id = $1 and p.company_id = $2 and p.status = 'signed' and p.kept_on is null and p.broken_on is null`,
    [tx.tenantId, companyId],
  );
  if (cases.length === 0) return [];
  const ends: NoticeEnd[] = [];
  const caseIds = cases.map(([caseId]) => caseId);
  for (const [caseId, plans] of await plansOf(tx, caseIds, 'signed'))
    for (const { planId, notices } of plans)
      for (const { expiresOn, decidedOn } of notices)
        if (expiresOn !== null && decidedOn !== undefined) ends.push({ planId, caseId, decidedOn, endsOn: expiresOn });
  return ends;
}

/** What came for the claims of each plan since it was signed, what came and clears nothing yet, and credit notes. */
const PLAN_MONEY = `select p.plan_id, r.received_on, sum(a.amount_cents)::int8
    from payment_plan p
    join plan_claim c on c.tenant_id = p.tenant_id and c.plan_id = p.plan_id
    join receipt_allocation a on a.tenant_id = c.tenant_id and a.claim_id = c.claim_id
    join receipt r on r.tenant_id = a.tenant_id and r.receipt_id = a.receipt_id and r.cancelled_at is null and r.received_on >= p.signed_on
   where p.tenant_id = $1 and p.plan_id = any($2::uuid[]) group by 1, 2
  union all
  select p.plan_id, r.received_on,
         (r.amount_cents - coalesce((select sum(a.amount_cents) from receipt_allocation a
                                      where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id), 0))::int8
    from payment_plan p
    join receipt r on r.tenant_id = p.tenant_id and r.case_id = p.case_id and r.cancelled_at is null and r.received_on >= p.signed_on
   where p.tenant_id = $1 and p.plan_id = any($2::uuid[])
  union all
  select p.plan_id, a.effective_on, sum(a.amount_cents)::int8
    from payment_plan p
    join plan_claim c on c.tenant_id = p.tenant_id and c.plan_id = p.plan_id
    join credit_allocation a on a.tenant_id = c.tenant_id and a.claim_id = c.claim_id and a.effective_on >= p.signed_on
   where p.tenant_id = $1 and p.plan_id = any($2::uuid[]) group by 1, 2
   order by 1, 2`;

/** Pauses of some cases that nobody ended, and the closing days of their companies, by case. */
export async function pausesOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, PauseFacts[]>> {
  const found = new Map<string, PauseFacts[]>();
  for (const [caseId, from, until, reason] of await tx.arrays<[string, string, string | null, string]>(
    `select case_id, from_on, until_on, reason from pause
      where tenant_id = $1 and case_id = any($2::uuid[]) and ended_at is null and claim_id is null
     union all
     select c.case_id, p.from_on, p.until_on, p.reason
       from pause p join collection_case c on c.tenant_id = p.tenant_id and c.company_id = p.company_id and c.case_id = any($2::uuid[])
      where p.tenant_id = $1 and p.case_id is null and p.ended_at is null
      order by 2`,
    [tx.tenantId, caseIds],
  ))
    pushTo(found, caseId, { from: storedDay(from), until: until === null ? null : storedDay(until), reason });
  return found;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
