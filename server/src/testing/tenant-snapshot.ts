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
 * a few thousandths, so that each route of a matrix meets the whole book. Only tables that were written to since are put
 * back: a trigger on each tells. Keys and triggers rest meanwhile: what they maintain is among the rows. Files on disk are
 * not part of it. Tables `emptied` are those that organisations share.
 */
export async function snapshotTenant(
  { asSupervisor }: Pick<TestStore, 'asSupervisor'>,
  tenantId: string,
  emptied: readonly string[] = [],
): Promise<TenantSnapshot> {
  const schema = `kept_${tenantId.replaceAll('-', '')}`;
  const restored = await asSupervisor(async (client) => {
    const tables = await tenantTables(client);
    await client.query(
      `create schema ${schema};
       create unlogged table ${schema}."written to" (name text not null);
       create function ${schema}.note() returns trigger language plpgsql security definer as $$
         begin insert into ${schema}."written to" values (tg_table_name); return null; end $$;
       ${tables.map(({ name }) => copying(schema, name, tenantId)).join('\n')}`,
    );
    return new Map(
      tables.map(({ name, columns }) => [
        name,
        `delete from acquit.${name} where tenant_id = '${tenantId}';
         insert into acquit.${name} (${columns}) select ${columns} from ${schema}.${name};`,
      ]),
    );
  });
  const emptying = emptied.map((name) => `delete from acquit.${name};`).join('\n');
  const restore = async (client: Client): Promise<void> => {
    await client.query('begin; set local session_replication_role = replica');
    const { rows } = await client.query<{ name: string }>(
      `with told as (delete from ${schema}."written to" returning name) select distinct name from told`,
    );
    await client.query(`${emptying} ${rows.map(({ name }) => restored.get(name)).join('\n')} commit`);
  };
  return { restore: () => asSupervisor(restore) };
}

/** Keeps a table's rows of the organisation, and notes from now on that the table was written to, by whatever it was. */
function copying(schema: string, name: string, tenantId: string): string {
  return `create table ${schema}.${name} as select * from acquit.${name} where tenant_id = '${tenantId}';
          create trigger ${schema} after insert or update or delete or truncate on acquit.${name}
            for each statement execute function ${schema}.note();`;
}
