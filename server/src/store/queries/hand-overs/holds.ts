import { handedOverReason } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { bringHolds, type CurrentHold, type WantedHold } from '../claim-holds.ts';

const KIND = 'handed-over';

/**
 * Brings the holds of entrusted cases in line: while somebody else recovers a claim, nobody of ours asks for it. All the
 * open claims of an entrusted case, or those of its entrusted procedures, claims that came since included. Part of
 * `touchCases`; cases that were never entrusted cost one look.
 */
export async function applyHandOvers(tx: Tx, caseIds: readonly string[]): Promise<void> {
  // Looked for by themselves: beside their claims the planner may begin with the claims, of every case that was given.
  const entrusted = await tx.arrays<[string]>(
    'select hand_over_id from hand_over where tenant_id = $1 and case_id = any($2::uuid[]) and ended_on is null',
    [tx.tenantId, caseIds],
  );
  const wanted =
    entrusted.length === 0
      ? []
      : await wantedHolds(
          tx,
          entrusted.map(([handOverId]) => handOverId),
        );
  const current = await tx.query<CurrentHold>(
    `select hold_id, claim_id, kind, cause_id, reason, until_on from claim_hold
      where tenant_id = $1 and case_id = any($2::uuid[]) and ended_at is null and kind = '${KIND}'`,
    [tx.tenantId, caseIds],
  );
  if (wanted.length > 0 || current.rows.length > 0) await bringHolds(tx, current.rows, wanted);
}

/** The holds of what some running hand-overs entrust. */
async function wantedHolds(tx: Tx, handOverIds: readonly string[]): Promise<WantedHold[]> {
  const rows = await tx.arrays<[string, string, string, string, string]>(
    `select k.claim_id, h.case_id, h.hand_over_id, p.name, h.opened_on
       from hand_over h
       join partner p on p.tenant_id = h.tenant_id and p.partner_id = h.partner_id
       join claim k on k.tenant_id = h.tenant_id and k.case_id = h.case_id and k.status = 'open' and k.kind <> 'credit-note'
      where h.tenant_id = $1 and h.hand_over_id = any($2::uuid[])
        and (not exists (select from hand_over_procedure x where x.tenant_id = h.tenant_id and x.hand_over_id = h.hand_over_id)
             or exists (select from hand_over_procedure x
                          join procedure_claim c on c.tenant_id = x.tenant_id and c.procedure_id = x.procedure_id
                         where x.tenant_id = h.tenant_id and x.hand_over_id = h.hand_over_id and c.claim_id = k.claim_id))
      order by 1, 3`,
    [tx.tenantId, handOverIds],
  );
  return rows.map(([claimId, caseId, causeId, name, since]) => ({
    claimId,
    caseId,
    kind: KIND,
    causeId,
    reason: handedOverReason(name),
    since,
    until: null,
  }));
}
