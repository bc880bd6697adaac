import type { Tx } from '../../store/index.ts';

type Referenced = 'claim' | 'receipt' | 'collection_case' | 'debtor' | 'bank_account';

/**
 * Which rows nothing names any more, and so may be deleted. What names them is read in the catalogue, so that a table
 * added later is asked too; a row that goes with its owner (on delete cascade) names nothing.
 */
export async function freeOf(tx: Tx, table: Referenced, id: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const references = await tx.arrays<[string, string]>(
    `select c.conrelid::regclass::text, a.attname
       from pg_constraint c
       join pg_attribute t on t.attrelid = c.confrelid and t.attname = $2
       join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[array_position(c.confkey, t.attnum)]
      where c.contype = 'f' and c.confrelid = $1::regclass and c.confdeltype <> 'c'`,
    [table, id],
  );
  const named = references.map(
    ([from, column]) => `and not exists (select from ${from} x where x.tenant_id = $1 and x.${column} = r.${id})`,
  );
  const rows = await tx.arrays<[string]>(
    `select r.${id} from ${table} r where r.tenant_id = $1 and r.${id} = any($2::uuid[]) ${named.join(' ')}`,
    [tx.tenantId, ids],
  );
  return rows.map(([one]) => one);
}
