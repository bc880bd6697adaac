import type { Tx } from '../../store.ts';
import { authorName } from '../actor-name.ts';

/** One entry of the chain, as the extract prints it. */
export interface ExtractedEntry {
  seq: number;
  at: string;
  actor: string;
  action: string;
  /** Hexadecimal. */
  hash: string;
}

/** Most entries of one extract: beyond, a court would not read them, and the whole journal verifies by itself. */
const MOST_ENTRIES = 400;

/** The entries of the chain about a case, its claims and its debtor, in their order, with the head they hang from; the latest when there are too many. */
export async function journalOfCase(
  tx: Tx,
  caseId: string,
): Promise<{ entries: ExtractedEntry[]; total: number; head: { seq: number; hash: string } }> {
  const { rows } = await tx.query<{
    seq: bigint;
    at: string;
    actor: string;
    action: string;
    hash: string;
    total: number;
  }>(
    `with objects as (
       select 'case' as kind, $2::text as id
       union all select 'claim', claim_id::text from claim where tenant_id = $1 and case_id = $2::uuid
       union all select 'action', action_id::text from action where tenant_id = $1 and case_id = $2::uuid
       union all select 'debtor', debtor_id::text from collection_case where tenant_id = $1 and case_id = $2::uuid)
     select e.seq, to_char(e.at at time zone 'Europe/Paris', 'YYYY-MM-DD HH24:MI') as at, ${authorName('e.actor')} as actor, e.action, encode(e.hash, 'hex') as hash, (count(*) over ())::int as total
       from objects o join journal_entry e on e.tenant_id = $1 and e.object_kind = o.kind and e.object_id = o.id
      order by e.seq desc limit ${MOST_ENTRIES}`,
    [tx.tenantId, caseId],
  );
  const { rows: heads } = await tx.query<{ seq: bigint; hash: string }>(
    `select seq, encode(hash, 'hex') as hash from journal_head where tenant_id = $1`,
    [tx.tenantId],
  );
  const head = heads[0];
  return {
    entries: rows.toReversed().map(({ total: _, ...row }) => ({ ...row, seq: Number(row.seq) })),
    total: rows[0]?.total ?? 0,
    head: head === undefined ? { seq: 0, hash: '' } : { seq: Number(head.seq), hash: head.hash },
  };
}
