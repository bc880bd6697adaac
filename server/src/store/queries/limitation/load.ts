import type { ClaimKind, Day, DebtorKind, LimitationEventKind } from '@acquit/law';
import type { LimitationFact, LimitationFacts } from '@acquit/recovery';
import { titleClockStart } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { proceduresOfCases } from '../procedures/load.ts';
import { standingsOf } from '../procedures/standing.ts';
import { storedDay, storedDayOrNull } from '../stored-day.ts';

/** A claim that is still open, with everything that decides its limitation. */
export interface WatchedClaim {
  claimId: string;
  caseId: string;
  companyId: string;
  facts: LimitationFacts;
}

/**
 * The open claims of some cases with what happened to each: payments of the debtor, signed plans, notices, what was
 * entered by hand, procedures. A few statements however many cases.
 */
export async function watchedClaims(tx: Tx, caseIds: readonly string[], on: Day): Promise<WatchedClaim[]> {
  const rows = await tx.arrays<
    [string, string, string, ClaimKind, DebtorKind | null, string | null, string | null, string | null]
  >(
    `select k.claim_id, k.case_id, k.company_id, k.claim_kind, d.kind, k.due_on, k.issued_on, k.notice_on
       from claim k
       join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where k.tenant_id = $1 and k.case_id = any($2::uuid[]) and k.status = 'open' and k.kind not in ('credit-note', 'factored')
      order by k.case_id, k.claim_id`,
    [tx.tenantId, caseIds],
  );
  const events = await eventsOf(tx, caseIds);
  const procedures = await proceduresActs(tx, caseIds, on);
  return rows.map(([claimId, caseId, companyId, claimKind, debtorKind, dueOn, issuedOn, noticeOn]) => {
    // A notice moves nothing between private parties; it is told so that the tree says it. What is registered only
    // matters for a premium, and is then for a person to enter.
    const notice: LimitationFact[] =
      noticeOn === null ? [] : [{ kind: 'formal-notice', on: storedDay(noticeOn), registered: false }];
    const told = procedures.get(claimId);
    return {
      claimId,
      caseId,
      companyId,
      facts: {
        claimKind,
        debtorKind,
        dueOn: storedDayOrNull(dueOn),
        issuedOn: storedDayOrNull(issuedOn),
        titleOn: told?.titleOn ?? null,
        events: [...(events.get(claimId) ?? []), ...notice, ...(told?.events ?? [])],
      },
    };
  });
}

/**
 * What happened to the claims of some cases outside procedures. A receipt counts on the day it came when the debtor
 * himself paid: not what a commissaire de justice seized, nor a day that a list supposed.
 */
async function eventsOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, LimitationFact[]>> {
  const found = new Map<string, LimitationFact[]>();
  for (const [claimId, kind, on, until, registered] of await tx.arrays<
    [string, LimitationEventKind, string, string | null, boolean | null]
  >(
    `select a.claim_id, 'part-payment', r.received_on, null::date, null::boolean
       from receipt r join receipt_allocation a on a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
      where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.cancelled_at is null and r.origin <> 'list' and r.method <> 'commissaire'
     union
     select x.claim_id, 'plan-signed', p.signed_on, null, null
       from payment_plan p join plan_claim x on x.tenant_id = p.tenant_id and x.plan_id = p.plan_id
      where p.tenant_id = $1 and p.case_id = any($2::uuid[]) and p.status = 'signed'
     union
     select k.claim_id, e.kind, e.on_day, e.until_on, e.registered
       from limitation_event e
       join claim k on k.tenant_id = e.tenant_id and k.case_id = e.case_id and k.status = 'open'
      where e.tenant_id = $1 and e.case_id = any($2::uuid[]) and e.withdrawn_at is null
        and (not exists (select from limitation_event_claim x where x.tenant_id = e.tenant_id and x.event_id = e.event_id)
             or exists (select from limitation_event_claim x where x.tenant_id = e.tenant_id and x.event_id = e.event_id and x.claim_id = k.claim_id))
      order by 3, 2, 1`,
    [tx.tenantId, caseIds],
  )) {
    const list = found.get(claimId) ?? [];
    list.push({
      kind,
      on: storedDay(on),
      ...(until !== null && { until: storedDay(until) }),
      ...(registered !== null && { registered }),
    });
    found.set(claimId, list);
  }
  return found;
}

interface Acts {
  events: LimitationFact[];
  titleOn: Day | null;
}

/** What procedures did to each claim they are about, closed ones included: what was done stays done. */
async function proceduresActs(tx: Tx, caseIds: readonly string[], on: Day): Promise<Map<string, Acts>> {
  const found = new Map<string, Acts>();
  const running = (await proceduresOfCases(tx, caseIds)).map((loaded) => ({ ...loaded, closed: null }));
  for (const { loaded, life } of standingsOf(running, on)) {
    if ('refusal' in life) continue;
    const own = life.title === null ? null : titleClockStart(life.title);
    for (const claimId of loaded.claimIds) {
      const acts = found.get(claimId) ?? { events: [], titleOn: null };
      acts.events.push(...life.limitation);
      for (const titleOn of [own, loaded.heldTitleOn])
        if (titleOn !== null && (acts.titleOn === null || titleOn > acts.titleOn)) acts.titleOn = titleOn;
      found.set(claimId, acts);
    }
  }
  return found;
}
