import { randomUUIDv7 } from 'node:crypto';
import type { IsoDate } from '@acquit/law';
import { insertReceipt, type Tx, touchCases } from '../../store/index.ts';

/** What a person says of a claim that a complete list no longer has. */
export type AbsenceAnswer = 'paid' | 'cancelled' | 'resume';

/**
 * Ends the hold of a claim absent from a list as a person says: paid (a receipt of what is open, on the day of the list),
 * cancelled, or owed all the same, and then no list holds it back again. False when nothing holds it for that reason.
 */
export async function answerAbsence(
  tx: Tx,
  order: { claimId: string; answer: AbsenceAnswer; actor: string; today: IsoDate },
): Promise<boolean> {
  const { rows } = await tx.query<{
    since_on: string;
    case_id: string;
    company_id: string;
    number: string;
    open: bigint;
  }>(
    `with ended as (
       update claim_hold h set ended_at = now(), ended_by = $3 from claim k
        where k.tenant_id = $1 and k.claim_id = $2 and k.status = 'open' and h.tenant_id = $1 and h.case_id = k.case_id
          and h.claim_id = k.claim_id and h.kind = 'absent-from-ledger' and h.ended_at is null
        returning h.since_on, k.case_id, k.company_id, k.number, k.open_cents)
     select min(since_on) as since_on, case_id, company_id, number, open_cents as open from ended group by 2, 3, 4, 5`,
    [tx.tenantId, order.claimId, order.actor],
  );
  const [row] = rows;
  if (!row) return false;
  const { case_id: caseId, number } = row;
  if (order.answer === 'paid')
    await insertReceipt(tx, {
      receiptId: randomUUIDv7(),
      companyId: row.company_id,
      caseId,
      receivedOn: row.since_on,
      amountCents: Number(row.open),
      method: 'other',
      reference: null,
      decidedBy: 'debtor',
      enteredBy: order.actor,
      allocations: [{ claimId: order.claimId, amountCents: Number(row.open) }],
    });
  if (order.answer === 'cancelled')
    await tx.query(`update claim set status = 'cancelled' where tenant_id = $1 and claim_id = $2`, [
      tx.tenantId,
      order.claimId,
    ]);
  const payload = { caseId, number, answer: order.answer };
  await touchCases(tx, [caseId], order.today, [
    { actor: order.actor, action: 'claim.changed', objectKind: 'claim', objectId: order.claimId, payload },
  ]);
  return true;
}
