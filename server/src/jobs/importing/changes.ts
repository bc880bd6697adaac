import type { Tx } from '../../store/index.ts';

/** The tables an import changes rows of, besides those it adds to. */
export type ChangedTable = 'claim' | 'debtor' | 'receipt' | 'bank_account' | 'claim_hold';

export interface ChangedRows {
  table: ChangedTable;
  /** Its identifying column. */
  id: string;
  /** The columns that may change, and nothing else is ever put back. */
  columns: readonly string[];
  ids: readonly string[];
}

const values = (alias: string, columns: readonly string[]) =>
  `jsonb_build_object(${columns.map((column) => `'${column}', ${alias}.${column}`).join(', ')})`;

/**
 * Writes down the rows an import is about to change, and gives what is to be called once they are changed: it keeps what
 * they became and forgets those that did not change. The first values of a row are the ones to go back to.
 */
export async function changing(tx: Tx, importId: string, rows: ChangedRows): Promise<() => Promise<void>> {
  const { table, id, columns, ids } = rows;
  if (ids.length === 0) return async () => undefined;
  await tx.query(
    `insert into import_change (tenant_id, import_id, table_name, object_id, before)
     select $1, $2, $3, r.${id}, ${values('r', columns)} from ${table} r where r.tenant_id = $1 and r.${id} = any($4::uuid[])
     on conflict (tenant_id, import_id, table_name, object_id) do update set before = excluded.before || import_change.before`,
    [tx.tenantId, importId, table, ids],
  );
  return async () => {
    await tx.query(
      `update import_change c set after = coalesce(c.after, '{}') || ${values('r', columns)} from ${table} r
        where c.tenant_id = $1 and c.import_id = $2 and c.table_name = $3 and c.object_id = any($4::uuid[])
          and r.tenant_id = $1 and r.${id} = c.object_id`,
      [tx.tenantId, importId, table, ids],
    );
    await tx.query(
      `delete from import_change where tenant_id = $1 and import_id = $2 and table_name = $3 and object_id = any($4::uuid[]) and before = after`,
      [tx.tenantId, importId, table, ids],
    );
  };
}

/**
 * Puts the rows of one table back as they were before an import, column by column: one that somebody has changed since
 * keeps what he wrote. Gives the identifiers of the rows.
 */
export async function putBack(
  tx: Tx,
  importId: string,
  { table, id, columns }: Omit<ChangedRows, 'ids'>,
): Promise<string[]> {
  const restored = columns.map(
    (column) =>
      `${column} = case when c.before ? '${column}' and to_jsonb(r.${column}) is not distinct from nullif(c.after -> '${column}', 'null')
                        then b.${column} else r.${column} end`,
  );
  const { rows } = await tx.query<{ object_id: string }>(
    `update ${table} r set ${restored.join(', ')}
       from import_change c, jsonb_populate_record(null::${table}, c.before) b
      where c.tenant_id = $1 and c.import_id = $2 and c.table_name = $3 and r.tenant_id = $1 and r.${id} = c.object_id
     returning c.object_id`,
    [tx.tenantId, importId, table],
  );
  return rows.map((row) => row.object_id);
}
