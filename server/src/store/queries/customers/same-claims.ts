import type { Tx } from '../../store.ts';

/** A claim that two customers both have, by number and kind, and which of its two rows to keep. */
export interface SameClaim {
  number: string;
  into: string;
  from: string;
  /** `different`: not the same claim after all. `both-handled`: money or acts on both rows, which only a person can sort out. */
  verdict: 'keep-into' | 'keep-from' | 'different' | 'both-handled';
}

/** True in SQL when something happened to a claim that must not be lost with its row. */
const handled = (
  claim: string,
) => `(${claim}.received_cents > 0 or ${claim}.credited_cents > 0 or ${claim}.level >= 0 or ${claim}.status <> 'open'
  or exists (select from action_claim m where m.tenant_id = ${claim}.tenant_id and m.claim_id = ${claim}.claim_id)
  or exists (select from claim_hold h where h.tenant_id = ${claim}.tenant_id and h.claim_id = ${claim}.claim_id)
  or exists (select from bank_match_part p where p.tenant_id = ${claim}.tenant_id and p.claim_id = ${claim}.claim_id)
  or exists (select from credit_allocation a where a.tenant_id = ${claim}.tenant_id and a.credit_claim_id = ${claim}.claim_id))`;

/**
 * The claims that two cases both have. They are one when their amounts are equal and their dates are not told apart: the
 * same invoice came by two files. The row that something happened to is kept.
 */
export async function sameClaims(tx: Tx, intoCase: string, fromCase: string): Promise<SameClaim[]> {
  const { rows } = await tx.query<SameClaim>(
    `select a.number, a.claim_id as into, b.claim_id as "from",
            case when a.amount_cents <> b.amount_cents or a.total_cents <> b.total_cents or a.currency <> b.currency
                   or a.issued_on <> b.issued_on then 'different'
                 when not ${handled('b')} then 'keep-into'
                 when not ${handled('a')} then 'keep-from' else 'both-handled' end as verdict
       from claim a join claim b on b.tenant_id = a.tenant_id and b.case_id = $3 and b.number = a.number and b.kind = a.kind
      where a.tenant_id = $1 and a.case_id = $2 order by a.number`,
    [tx.tenantId, intoCase, fromCase],
  );
  return rows;
}
