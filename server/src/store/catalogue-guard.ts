import type { ClientBase } from 'pg';
import { EnvironmentRefusal } from './refusal.ts';
import { type Roles, SCHEMA } from './roles.ts';

/**
 * Tables without a tenant, each with its reason. Everything else holds somebody's data and must be fenced.
 */
const SHARED_TABLES: Readonly<Record<string, string>> = {
  schema_migration: 'the history of the schema itself',
  court_file: 'public files of courts, the same for everybody; the application reads them only',
  court_seat: 'as court_file',
  court_commune: 'as court_file',
  court_registry_commune: 'as court_file',
  court_registry_postcode: 'as court_file',
  court_address: 'as court_file',
};

/** Functions that run with the owner's rights, each with the reason why no row can leave through it. */
const OWNER_FUNCTIONS: Readonly<Record<string, string>> = {
  gather_missing_statistics: 'runs ANALYZE and gives nothing back; only an owner may',
  replace_courts: 'replaces the public files of courts, which hold nobody’s data, and gives nothing back',
};

/**
 * Reads in the catalogue, not in our intentions, whether every table keeps tenants apart: `tenant_id` leads its
 * primary key, every unique index and both ends of every foreign key; row security is on and forced; every policy
 * that applies to the application compares the row's tenant with the transaction's; views ask as the one who reads;
 * and functions that run with their owner's rights are the
 * look-up role's (but for those named above), and not for everybody. One sentence per fault.
 */
export async function tenantFaults(client: ClientBase, roles: Roles): Promise<readonly string[]> {
  const { rows } = await client.query<{ fault: string }>(FAULTS, [
    SCHEMA,
    Object.keys(SHARED_TABLES),
    roles.app,
    roles.login,
    Object.keys(OWNER_FUNCTIONS),
  ]);
  return rows.map(({ fault }) => fault);
}

/** Refuses (TenantGuardBroken) to work on a database whose catalogue does not keep tenants apart. */
export async function requireTenantGuard(client: ClientBase, roles: Roles): Promise<void> {
  const faults = await tenantFaults(client, roles);
  if (faults.length === 0) return;
  throw new EnvironmentRefusal(
    'TenantGuardBroken',
    `La base de données ne sépare plus les organisations : Acquit refuse de l’utiliser. Restaurez une sauvegarde, ou réinstallez la version d’origine. Constats : ${faults.join(' ; ')}.`,
    { faults: faults.length },
  );
}

const FAULTS = `
with ours as (
  select c.oid, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.reloptions,
         (select attnum from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f') and c.relname <> all ($2::text[])
), kept as (select * from ours where relkind in ('r', 'p'))
select relname || ' has no tenant_id' as fault from kept where tenant is null
union all
select relname || ' has no primary key' from kept
 where not exists (select 1 from pg_index i where i.indrelid = kept.oid and i.indisprimary)
union all
select relname || ': unique index ' || i.indexrelid::regclass::text || ' is not led by tenant_id'
  from kept join pg_index i on i.indrelid = kept.oid and i.indisunique
 where i.indkey[0] is distinct from tenant
union all
select relname || ': foreign key ' || f.conname || ' is not led by tenant_id'
  from kept join pg_constraint f on f.conrelid = kept.oid and f.contype = 'f'
 where f.conkey[1] is distinct from tenant
    or not exists (select 1 from pg_attribute a where a.attrelid = f.confrelid and a.attnum = f.confkey[1] and a.attname = 'tenant_id')
union all
select relname || ': row security is not enabled and forced' from kept
 where not (relrowsecurity and relforcerowsecurity)
union all
select relname || ': no policy for the application' from kept
 where not exists (select 1 from pg_policy p where p.polrelid = kept.oid and 0 = any (p.polroles) and p.polcmd = '*')
union all
select relname || ': policy ' || p.polname || ' lets other tenants through'
  from kept join pg_policy p on p.polrelid = kept.oid and p.polpermissive
 where (0 = any (p.polroles) or exists (select 1 from unnest(p.polroles) r where r <> 0 and pg_has_role($3::name, r, 'member')))
   and (pg_get_expr(p.polqual, p.polrelid) is distinct from '(tenant_id = ' || $1 || '.current_tenant())'
        and pg_get_expr(p.polqual, p.polrelid) is distinct from '(tenant_id = current_tenant())'
     or pg_get_expr(p.polwithcheck, p.polrelid) is distinct from pg_get_expr(p.polqual, p.polrelid))
union all
select relname || ': a view that does not ask as its reader' from ours
 where relkind in ('v', 'm', 'f') and not coalesce('security_invoker=true' = any (reloptions), false)
union all
select p.proname || ': a function with its owner''s rights outside the look-up role'
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname = $1 and p.prosecdef and p.proowner <> to_regrole($4)::oid and p.proname <> all ($5::text[])
union all
select p.proname || ': a function with its owner''s rights that anybody may call'
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace
 where n.nspname = $1 and p.prosecdef and has_function_privilege('public', p.oid, 'execute')
order by 1`;
