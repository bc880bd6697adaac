import { addDays, type Day } from '@acquit/law';
import type { BrokenPromise, CaseFacts } from '@acquit/recovery';
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
    const last = unkept.get(one.caseId);
    if (last === undefined) continue;
    const { days } = last;
    if (last.promise !== null) one.brokenPromise = last.promise;
    const whole = days.get(null);
    for (const claim of one.claims) {
      const own = days.get(claim.claimId);
      const brokenOn = own === undefined || (whole !== undefined && whole > own) ? whole : own;
      if (brokenOn !== undefined) claim.promiseOn = brokenOn;
    }
  }
}

/** The unkept promises of a case. */
interface Unkept {
  /** By claim (null: the whole account), the first day on which the last one counts as broken. */
  days: Map<string | null, Day>;
  /** The last one of them all; null when part of it came, which would make it wrong to say that nothing did. */
  promise: BrokenPromise | null;
}

async function unkeptPromises(tx: Tx, caseIds: readonly string[]): Promise<Map<string, Unkept>> {
  const found = new Map<string, Unkept>();
  for (const [caseId, claimId, untilOn, madeOn, promisedOn, cents, received] of await tx.arrays<
    [string, string | null, string, string, string, bigint, bigint]
  >(
    `select p.case_id, c.claim_id, p.until_on, p.made_on, p.promised_on, p.amount_cents, p.received_cents
       from promise p left join promise_claim c on c.tenant_id = p.tenant_id and c.promise_id = p.promise_id
      where p.tenant_id = $1 and p.case_id = any($2::uuid[]) and p.ended is null and p.kept_on is null and not p.moot
      order by p.until_on, p.entered_at, p.promise_id`,
    [tx.tenantId, caseIds],
  )) {
    const brokenOn = addDays(storedDay(untilOn), 1);
    const promise: BrokenPromise | null =
      received > 0n
        ? null
        : {
            madeOn: storedDay(madeOn),
            promisedOn: storedDay(promisedOn),
            amountCents: Number(cents),
            brokenOn,
          };
    const unkept = found.get(caseId) ?? { days: new Map(), promise };
    // The later ones come last, and stand.
    unkept.days.set(claimId, brokenOn);
    unkept.promise = promise;
    found.set(caseId, unkept);
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
