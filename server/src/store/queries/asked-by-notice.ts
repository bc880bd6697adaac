import type { Tx } from '../store.ts';

/**
 * Of some cases, the claims whose formal notice asked for what the law adds, once it left: a notice of the trial asked
 * for nothing of a company that really sends.
 */
export async function claimsAskedByNotice(tx: Tx, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.arrays<[string]>(
    `select distinct ac.claim_id
       from action a join company c on c.tenant_id = a.tenant_id and c.company_id = a.company_id
       join action_claim ac on ac.tenant_id = a.tenant_id and ac.action_id = a.action_id
      where a.tenant_id = $1 and a.case_id = any($2::uuid[]) and a.status <> 'cancelled' and a.mode = c.mode
        and a.facts ->> 'tone' = 'formal' and a.facts ->> 'accessories' = 'claimed'
        and exists (select from outbox o where o.tenant_id = a.tenant_id and o.action_id = a.action_id
                     and o.state in ('sent', 'printed', 'captured'))`,
    [tx.tenantId, caseIds],
  );
  return new Set(rows.map(([claimId]) => claimId));
}
