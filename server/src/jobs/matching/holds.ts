import { euros, frenchShortDate } from '@acquit/law';
import { fr } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';
import type { StoredLine } from './lines.ts';

/** A claim that a proposal makes wait. */
export interface WantedHold {
  matchId: string;
  claimId: string;
  line: StoredLine;
}

/**
 * Makes the holds of the lines' proposals exactly the wanted ones: those that stand stay as they are, others are ended or
 * begun. Gives the cases in which something changed.
 */
export async function setHolds(
  tx: Tx,
  causeIds: readonly string[],
  wanted: readonly WantedHold[],
  order: { today: string; actor: string },
): Promise<string[]> {
  const { rows } = await tx.query<{ case_id: string }>(
    `with wanted as (
       select * from unnest($3::uuid[], $4::uuid[], $5::text[]) as u (cause_id, claim_id, reason)),
     ended as (
       update claim_hold h set ended_at = now(), ended_by = $6
        where h.tenant_id = $1 and h.cause_id = any($2::uuid[]) and h.ended_at is null and h.kind = 'receipt-to-check'
          and not exists (select from wanted w where w.cause_id = h.cause_id and w.claim_id = h.claim_id)
        returning h.case_id),
     begun as (
       insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, cause_id, reason, since_on)
       select $1, gen_random_uuid(), k.claim_id, k.case_id, 'receipt-to-check', w.cause_id, w.reason, $7::date
         from wanted w join claim k on k.tenant_id = $1 and k.claim_id = w.claim_id
        where not exists (select from claim_hold h where h.tenant_id = $1 and h.cause_id = w.cause_id and h.claim_id = w.claim_id and h.ended_at is null)
        returning case_id)
     select case_id from ended union select case_id from begun`,
    [
      tx.tenantId,
      causeIds,
      wanted.map((one) => one.matchId),
      wanted.map((one) => one.claimId),
      wanted.map((one) => reasonOf(one.line)),
      order.actor,
      order.today,
    ],
  );
  return rows.map((row) => row.case_id);
}

const reasonOf = (line: StoredLine) =>
  fr`un virement de ${euros(line.amountCents)} reçu le ${frenchShortDate(line.on)} la paie peut-être ; vérifiez-le avant toute relance.`;
