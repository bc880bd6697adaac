import type { JournalRow, Page } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { authorName } from './actor-name.ts';
import { PAGE_SIZE, pageOf, readCursor } from './cursor.ts';

/** One page of the journal, latest first. A company's page is the tenant's: the chain is one, and so is its reading. */
export async function listJournal(
  tx: Tx,
  cursor: string | undefined,
  names: (action: string) => string,
): Promise<Page<JournalRow>> {
  const key = readCursor(cursor, 'n');
  const { rows } = await tx.query<{
    seq: bigint;
    at: string;
    actor: string;
    action: string;
    object_kind: string;
    object_id: string;
    payload: Record<string, unknown> | null;
    hash: Buffer;
  }>(
    `select e.seq, e.at, ${authorName('e.actor')} as actor, e.action, e.object_kind, e.object_id, e.hash,
            case when jsonb_typeof(p.payload) = 'object' then p.payload end as payload
       from journal_entry e
       left join journal_payload p on p.tenant_id = e.tenant_id and p.seq = e.seq
      where e.tenant_id = $1 and ($2::int8 is null or e.seq < $2)
      order by e.seq desc limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, key?.[0] ?? null],
  );
  return pageOf(
    rows,
    (row) => ({
      seq: Number(row.seq),
      at: row.at,
      actor: row.actor,
      action: row.action,
      actionName: names(row.action),
      objectKind: row.object_kind,
      objectId: row.object_id,
      payload: row.payload,
      hash: row.hash.toString('hex'),
    }),
    (row) => [Number(row.seq)],
  );
}
