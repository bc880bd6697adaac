import type { CoveredClaim, Piece } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay } from '../stored-day.ts';

/** The money of one case, and its claims whatever became of them: what promises and plans are judged by. */
export interface CaseMoney {
  money: Piece[];
  claims: CoveredClaim[];
  /** Claims still open. */
  open: Set<string>;
}

/**
 * What came in for each of these cases, piece by piece: what receipts clear of each claim, and what is left of them.
 * Receipts taken back are left out, so that everything read from this follows an undone receipt by itself.
 */
export async function moneyOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, CaseMoney>> {
  const found = new Map<string, CaseMoney>(caseIds.map((id) => [id, { money: [], claims: [], open: new Set() }]));
  const values = [tx.tenantId, caseIds];
  for (const [caseId, claimId, on, cents] of await tx.arrays<[string, string | null, string, bigint]>(
    `select r.case_id, a.claim_id, r.received_on, a.amount_cents
       from receipt r join receipt_allocation a on a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
      where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.cancelled_at is null
     union all
     select r.case_id, null, r.received_on,
            r.amount_cents - coalesce((select sum(a.amount_cents) from receipt_allocation a
                                        where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id), 0)::int8
       from receipt r where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.cancelled_at is null
      order by 3`,
    values,
  ))
    if (cents > 0n) found.get(caseId)!.money.push({ claimId, on: storedDay(on), cents: Number(cents) });
  const credits = new Map<string, { on: CoveredClaim['credits'][number]['on']; cents: number }[]>();
  for (const [claimId, on, cents] of await tx.arrays<[string, string, bigint]>(
    `select x.claim_id, x.effective_on, x.amount_cents
       from claim k join credit_allocation x on x.tenant_id = k.tenant_id and x.claim_id = k.claim_id
      where k.tenant_id = $1 and k.case_id = any($2::uuid[])
     union all
     select x.claim_id, x.effective_on, x.amount_cents
       from claim k join settlement_difference x on x.tenant_id = k.tenant_id and x.claim_id = k.claim_id
      where k.tenant_id = $1 and k.case_id = any($2::uuid[])`,
    values,
  ))
    credits.set(claimId, [...(credits.get(claimId) ?? []), { on: storedDay(on), cents: Number(cents) }]);
  for (const [caseId, claimId, cents, status] of await tx.arrays<[string, string, bigint, string]>(
    `select case_id, claim_id, amount_cents, status from claim
      where tenant_id = $1 and case_id = any($2::uuid[]) and kind <> 'credit-note' order by claim_id`,
    values,
  )) {
    const one = found.get(caseId)!;
    const owed = status === 'cancelled' || status === 'not-ours' ? 0 : Number(cents);
    one.claims.push({ claimId, amountCents: owed, credits: credits.get(claimId) ?? [] });
    if (status === 'open') one.open.add(claimId);
  }
  return found;
}
