import type { ClientBase } from 'pg';
import { type Roles, SCHEMA } from './roles.ts';

/**
 * The schema as the catalogue has it, in an order of our own and without anything that changes from one database to
 * the next: what a reviewer reads to know the present state, and what a test compares with the migrations' result.
 * Roles appear under their short names (`@owner@`, `@app@`, `@login@`).
 */
export async function dumpSchema(client: ClientBase, roles: Roles): Promise<string> {
  const section = async (sql: string): Promise<string[]> => {
    const { rows } = await client.query<{ text: string }>(sql, [SCHEMA]);
    return rows.map(({ text }) => text);
  };
  await client.query(`set search_path = ${SCHEMA}, pg_temp`);
  const parts = [await section(FUNCTIONS), await section(TABLES), await section(OTHERS)];
  const text = [HEADER, ...parts.flat()].join('\n\n');
  return `${withShortNames(text, roles)}\n`;
}

const HEADER = `-- The schema after all migrations, read from the catalogue by server/src/store/dump-schema.ts.
-- A test compares it with the database; do not edit it, write a migration.`;

function withShortNames(text: string, roles: Roles): string {
  return Object.entries(roles).reduce((all, [key, name]) => all.replaceAll(name, `@${key}@`), text);
}

/** One text per table: columns, constraints, indexes, row security, policies, privileges, comment. */
const TABLES = `
select concat_ws(E'\\n',
         'create table ' || quote_ident(c.relname) || ' (' || E'\\n' || body.text || E'\\n);',
         indexes.text, nullif(security.text, ''), policies.text, grants.text, triggers.text) as text
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = $1
 cross join lateral (
   select string_agg(line, E',\\n' order by part, place) as text from (
     select 1 as part, a.attnum::text::int as place, '  ' || quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
            || case when a.attnotnull then ' not null' else '' end
            || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
                    when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end as line
       from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     union all
     select 2, row_number() over (order by k.contype <> 'p', k.contype, k.conname)::int,
            '  constraint ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid)
       from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c', 'x')
   ) lines
 ) body
 cross join lateral (
   select string_agg(pg_get_indexdef(i.indexrelid) || ';', E'\\n' order by x.relname) as text
     from pg_index i join pg_class x on x.oid = i.indexrelid
    where i.indrelid = c.oid and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
 ) indexes
 cross join lateral (
   select concat_ws(E'\\n',
     case when c.relrowsecurity then 'alter table ' || quote_ident(c.relname) || ' enable row level security;' end,
     case when c.relforcerowsecurity then 'alter table ' || quote_ident(c.relname) || ' force row level security;' end) as text
 ) security
 cross join lateral (
   select string_agg('create policy ' || quote_ident(p.polname) || ' on ' || quote_ident(c.relname)
            || case when p.polpermissive then '' else ' as restrictive' end
            || case p.polcmd when 'r' then ' for select' when 'a' then ' for insert' when 'w' then ' for update' when 'd' then ' for delete' else '' end
            || case when p.polroles = '{0}' then '' else ' to ' || (select string_agg(quote_ident(rolname), ', ' order by rolname) from pg_roles where oid = any (p.polroles)) end
            || coalesce(' using (' || pg_get_expr(p.polqual, p.polrelid) || ')', '')
            || coalesce(' with check (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') || ';', E'\\n' order by p.polname) as text
     from pg_policy p where p.polrelid = c.oid
 ) policies
 cross join lateral (
   select string_agg('grant ' || privileges || ' on ' || quote_ident(c.relname) || ' to ' || grantee || ';', E'\\n' order by grantee) as text
     from (select coalesce(r.rolname, 'public') as grantee,
                  string_agg(lower(g.privilege_type), ', ' order by g.privilege_type) as privileges
             from aclexplode(c.relacl) g left join pg_roles r on r.oid = g.grantee
            where g.grantee <> c.relowner group by 1) by_grantee
 ) grants
 cross join lateral (
   select string_agg(pg_get_triggerdef(t.oid) || ';', E'\\n' order by t.tgname) as text
     from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal
 ) triggers
 where c.relkind in ('r', 'p')
 order by c.relname`;

const FUNCTIONS = `
select trim(trailing E'\\n' from pg_get_functiondef(p.oid)) || ';' || E'\\n-- owner ' || r.rolname
       || coalesce('; execute: ' || (select string_agg(coalesce(g.rolname, 'public'), ', ' order by g.rolname)
            from aclexplode(p.proacl) a left join pg_roles g on g.oid = a.grantee where a.grantee <> p.proowner), '') as text
  from pg_proc p
  join pg_namespace n on n.oid = p.pronamespace and n.nspname = $1
  join pg_roles r on r.oid = p.proowner
 order by p.proname, p.oid::regprocedure::text`;

/** What belongs to no single table: views, sequences, types, and who may enter the schema. */
const OTHERS = `
select case c.relkind when 'v' then 'create view ' || quote_ident(c.relname) || ' as' || E'\\n' || pg_get_viewdef(c.oid)
                      else 'create sequence ' || quote_ident(c.relname) || ';' end as text
  from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = $1
 where c.relkind in ('v', 'S')
union all
select 'grant ' || string_agg(lower(a.privilege_type), ', ' order by a.privilege_type) || ' on schema ' || n.nspname || ' to ' || r.rolname || ';'
  from pg_namespace n, aclexplode(n.nspacl) a join pg_roles r on r.oid = a.grantee
 where n.nspname = $1 and a.grantee <> n.nspowner
 group by n.nspname, r.rolname
 order by 1`;
