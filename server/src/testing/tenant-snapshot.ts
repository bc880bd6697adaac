import type { Client } from 'pg';
import type { TestStore } from './test-store.ts';

/** The rows of one organisation as they stood, to be put back as often as a test wants. */
export interface TenantSnapshot {
  /** Puts every row of the organisation back as it was, under the same identifiers. */
  restore(): Promise<void>;
}

interface TenantTable {
  name: string;
  /** Columns that are stored, not generated. */
  columns: string;
}

/** Every table that names an organisation. */
async function tenantTables(client: Client): Promise<TenantTable[]> {
  const { rows } = await client.query<TenantTable>(
    `select c.relname as name,
            string_agg(quote_ident(a.attname), ', ' order by a.attnum) filter (where a.attgenerated = '' and a.attidentity <> 'a') as columns
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'acquit'
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind = 'r'
      group by c.relname
     having bool_or(a.attname = 'tenant_id')
      order by c.relname`,
  );
  return rows;
}

/**
 * Remembers the rows of an organisation. Making a book with something in every state takes a second; putting it back takes
 * a few hundredths, so that each route of a matrix meets the whole book. Keys and triggers rest while rows are put back: what
 * they maintain is among the rows. Files on disk are not part of it. Tables `emptied` are those that organisations share.
 */
export async function snapshotTenant(
  { asSupervisor }: Pick<TestStore, 'asSupervisor'>,
  tenantId: string,
  emptied: readonly string[] = [],
): Promise<TenantSnapshot> {
  const schema = `kept_${tenantId.replaceAll('-', '')}`;
  const tables = await asSupervisor(async (client) => {
    const found = await tenantTables(client);
    const copies = found.map(
      ({ name }) => `create table ${schema}.${name} as select * from acquit.${name} where tenant_id = '${tenantId}';`,
    );
    await client.query(`create schema ${schema}; ${copies.join('\n')}`);
    const { rows } = await client.query<{ name: string }>(
      found
        .map(({ name }) => `select '${name}' as name where exists (select from ${schema}.${name})`)
        .join(' union all '),
    );
    const filled = new Set(rows.map((row) => row.name));
    return found.map((table) => ({ ...table, isFilled: filled.has(table.name) }));
  });
  const statements = [
    ...emptied.map((name) => `delete from acquit.${name};`),
    ...tables.flatMap(({ name, columns, isFilled }) => [
      `delete from acquit.${name} where tenant_id = '${tenantId}';`,
      ...(isFilled ? [`insert into acquit.${name} (${columns}) select ${columns} from ${schema}.${name};`] : []),
    ]),
  ];
  const script = `begin; set local session_replication_role = replica; ${statements.join('\n')} commit;`;
  return { restore: () => asSupervisor((client) => client.query(script)).then(() => undefined) };
}
