import { addDays, type Day } from '@acquit/law';
import type { CaseFacts } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay } from '../stored-day.ts';
import { pausesOf, plansOf } from './facts.ts';

/** Adds to the facts of some cases what was agreed and said of them; cases of which nothing was are left as they are. */
export async function addCommitments(tx: Tx, facts: readonly CaseFacts[]): Promise<void> {
  const caseIds = facts.map(({ caseId }) => caseId);
  if (caseIds.length === 0) return;
  const plans = await plansOf(tx, caseIds, 'followed');
  const pauses = await pausesOf(tx, caseIds);
  const unkept = await unkeptPromises(tx, caseIds);
  const penalties = await penaltiesPaid(tx, caseIds);
  for (const one of facts) {
    one.unallocatedCents = Math.max((one.unallocatedCents ?? 0) - (penalties.get(one.caseId) ?? 0), 0);
    const followed = plans.get(one.caseId);
    if (followed) one.plans = followed;
    const paused = pauses.get(one.caseId);
    if (paused) one.pauses = paused;
    const days = unkept.get(one.caseId);
    if (days === undefined) continue;
    const whole = days.get(null);
    for (const claim of one.claims) {
      const own = days.get(claim.claimId);
      const last = own === undefined || (whole !== undefined && whole > own) ? whole : own;
      if (last !== undefined) claim.promiseOn = last;
    }
  }
}

/** By case, then by claim (null: the whole account), the first day on which the last unkept promise counts as broken. */
async function unkeptPromises(tx: Tx, caseIds: readonly string[]): Promise<Map<string, Map<string | null, Day>>> {
  const found = new Map<string, Map<string | null, Day>>();
  for (const [caseId, claimId, until] of await tx.arrays<[string, string | null, string]>(
    `select p.case_id, c.claim_id, max(p.until_on)
       from promise p left join promise_claim c on c.tenant_id = p.tenant_id and c.promise_id = p.promise_id
      where p.tenant_id = $1 and p.case_id = any($2::uuid[]) and p.ended is null and p.kept_on is null and not p.moot
      group by 1, 2`,
    [tx.tenantId, caseIds],
  )) {
    const days = found.get(caseId) ?? new Map<string | null, Day>();
    days.set(claimId, addDays(storedDay(until), 1));
    found.set(caseId, days);
  }
  return found;
}

/** What instalments have paid beyond the principal of their plan: it is nobody's credit, though no invoice takes it. */
async function penaltiesPaid(tx: Tx, caseIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.arrays<[string, bigint]>(
    `select p.case_id, sum(least(p.received_cents - p.principal_cents,
              (select coalesce(sum(i.accessory_cents), 0) from plan_instalment i where i.tenant_id = p.tenant_id and i.plan_id = p.plan_id)))::int8
       from payment_plan p
      where p.tenant_id = $1 and p.case_id = any($2::uuid[]) and p.status = 'signed' and p.received_cents > p.principal_cents
      group by 1`,
    [tx.tenantId, caseIds],
  );
  return new Map(rows.map(([caseId, cents]) => [caseId, Number(cents)]));
}
