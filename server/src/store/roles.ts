import { createHash } from 'node:crypto';
import type { ClientBase } from 'pg';
import { EnvironmentRefusal } from './refusal.ts';

/**
 * Three roles, none of which can enter the database by itself on a server of yours:
 *
 * - `owner` owns the schema and runs the migrations;
 * - `app` is what the process runs as: it owns nothing, so that row security holds for it;
 * - `login` owns the few look-ups that happen before a tenant is known.
 *
 * Roles belong to the whole server, not to one database: their names end in a word made from the database's name, so
 * that two installations on one server do not meet. A copy or a renamed database keeps the names it was made with.
 */
export interface Roles {
  readonly owner: string;
  readonly app: string;
  readonly login: string;
}

/** The schema that holds all our tables. */
export const SCHEMA = 'acquit';
/** `pg_temp` last: a temporary table can never stand in for one of ours. */
export const SEARCH_PATH = `${SCHEMA}, pg_temp`;

const named = (word: string): Roles => ({
  owner: `acquit_owner_${word}`,
  app: `acquit_app_${word}`,
  login: `acquit_login_${word}`,
});

/** The role names of the connected database: those it was made with, else those it will be made with. */
export async function rolesOf(client: ClientBase): Promise<{ roles: Roles; laid: boolean }> {
  const { rows } = await client.query<{ name: string; owner: string | null }>(
    `select current_database() as name,
            (select pg_get_userbyid(c.relowner) from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = '${SCHEMA}' and c.relname = 'schema_migration') as owner`,
  );
  const [{ name, owner }] = rows as [{ name: string; owner: string | null }];
  if (owner !== null) return { roles: named(owner.replace(/^acquit_owner_/, '')), laid: true };
  return { roles: named(createHash('sha256').update(name).digest('hex').slice(0, 8)), laid: false };
}

/** Replaces `@owner@`, `@app@` and `@login@` in a migration by the names that hold in this database. */
export function withRoles(sql: string, roles: Roles): string {
  return sql.replace(/@(owner|app|login)@/g, (_, key: keyof Roles) => roles[key]);
}

interface Self {
  readonly name: string;
  readonly database: string;
  readonly superuser: boolean;
  readonly bypass: boolean;
  readonly createrole: boolean;
  readonly createsschema: boolean;
  readonly version: number;
}

/**
 * Makes the roles and the empty schema, in one transaction with the first table (`also`), so that a database is
 * either laid out or untouched. Must run under the migration lock. Refuses (CannotCreateRoles) with the SQL to run.
 */
export async function layRoles(client: ClientBase, roles: Roles, also: string, appPassword?: string): Promise<void> {
  const self = await whoAmI(client);
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles where rolname = any($1)', [
    Object.values(roles),
  ]);
  const existing = new Set(rows.map((row) => row.rolname));
  const missing = Object.values(roles).filter((role) => !existing.has(role));
  const mine = await isMember(client, roles);
  if (!self.superuser && !self.createrole && (missing.length > 0 || !mine)) throw cannotCreateRoles(self, roles);
  if (!self.superuser && !self.createsschema) throw cannotCreateSchema(self);
  const password = appPassword === undefined ? undefined : client.escapeLiteral(appPassword);
  const statements = [
    'begin',
    ...missing.map((role) => `create role ${role} nologin`),
    // The embedded server has no other door for the application than its own role.
    ...(password === undefined ? [] : [`alter role ${roles.app} login password ${password}`]),
    ...(self.superuser || mine ? [] : [`grant ${roles.owner}, ${roles.app} to current_user`]),
    ...(missing.length > 0 ? [`grant ${roles.login} to ${roles.owner}`] : []),
    `create schema ${SCHEMA} authorization ${roles.owner}`,
    `set local role ${roles.owner}`,
    `grant usage on schema ${SCHEMA} to ${roles.app}, ${roles.login}`,
    `set local search_path = ${SEARCH_PATH}`,
    also,
    'commit',
  ];
  try {
    await client.query(statements.join(';\n'));
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

async function whoAmI(client: ClientBase): Promise<Self> {
  const { rows } = await client.query<Self>(
    `select rolname as name, current_database() as database, rolsuper as superuser, rolbypassrls as bypass,
            rolcreaterole as createrole, has_database_privilege(current_database(), 'create') as createsschema,
            current_setting('server_version_num')::int as version
       from pg_roles where rolname = current_user`,
  );
  return rows[0]!;
}

async function isMember(client: ClientBase, { owner, app }: Roles): Promise<boolean> {
  const { rows } = await client.query<{ mine: boolean }>(
    `select count(*) = 2 and bool_and(pg_has_role(current_user, oid, 'member')) as mine
       from pg_roles where rolname in ($1, $2)`,
    [owner, app],
  );
  return rows[0]?.mine === true;
}

/** The oldest server whose behaviour we rely on (the public schema closed, `security_invoker` views). */
const OLDEST_VERSION = 150_000;

/**
 * Refuses a DATABASE_URL whose role would make row security a decoration: superusers and BYPASSRLS roles see every
 * tenant whatever the policies say. Refuses an old server too.
 */
export async function requireHumbleUrl(client: ClientBase): Promise<void> {
  const self = await whoAmI(client);
  if (self.version < OLDEST_VERSION) {
    const major = Math.floor(self.version / 10_000);
    throw new EnvironmentRefusal(
      'ServerTooOld',
      `Le serveur désigné par DATABASE_URL est un PostgreSQL ${major} ; il faut au moins la version 15.`,
      { version: major },
    );
  }
  if (!self.superuser && !self.bypass) return;
  throw new EnvironmentRefusal(
    'PrivilegedRole',
    `Le rôle « ${self.name} » de DATABASE_URL contourne la sécurité par ligne, qui sépare les organisations : Acquit refuse de tourner avec lui. Créez un rôle ordinaire, puis mettez-le dans DATABASE_URL :\n\n${RIGHT_ROLE_SQL}`,
    { role: self.name },
  );
}

/** What an administrator runs once to give Acquit its place on a server. */
export const RIGHT_ROLE_SQL = `  create role acquit login createrole password '…';\n  create database acquit owner acquit;`;

function cannotCreateRoles(self: Self, roles: Roles): EnvironmentRefusal {
  const { owner, app, login } = roles;
  const name = `"${self.name}"`;
  return new EnvironmentRefusal(
    'CannotCreateRoles',
    `Le rôle « ${self.name} » de DATABASE_URL ne peut pas créer les rôles dont Acquit a besoin. Un administrateur peut lui en donner le droit :\n\n  alter role ${name} createrole;\n\nou les créer lui-même :\n\n  create role ${owner} nologin; create role ${app} nologin; create role ${login} nologin;\n  grant ${login} to ${owner}; grant ${owner}, ${app} to ${name};`,
    { role: self.name },
  );
}

function cannotCreateSchema(self: Self): EnvironmentRefusal {
  return new EnvironmentRefusal(
    'CannotCreateSchema',
    `Le rôle « ${self.name} » de DATABASE_URL ne peut pas créer de schéma dans la base « ${self.database} ». Un administrateur peut la lui donner :\n\n  alter database "${self.database}" owner to "${self.name}";`,
    { role: self.name, database: self.database },
  );
}

interface Rights {
  readonly current: string;
  readonly privileged: string | null;
  readonly owned: number;
  readonly member: boolean;
}

/**
 * The last look before the application works: neither the role it runs as nor the one that opened the session may
 * bypass row security, and the one it runs as owns nothing of ours and cannot become the owner.
 * Refuses (RoleBypassesSecurity) otherwise.
 */
export async function requireHumbleRole(client: ClientBase, { owner }: Roles): Promise<void> {
  const { rows } = await client.query<Rights>(
    `with me as (select oid, rolname from pg_roles where rolname = current_user),
          ours as (select oid, nspowner from pg_namespace where nspname = $2)
     select me.rolname as current,
            (select min(rolname) from pg_roles
              where rolname in (current_user, session_user) and (rolsuper or rolbypassrls)) as privileged,
            (select count(*)::int from pg_class where relnamespace = ours.oid and relowner = me.oid)
              + (select count(*)::int from pg_proc where pronamespace = ours.oid and proowner = me.oid)
              + (ours.nspowner = me.oid)::int as owned,
            pg_has_role(me.oid, $1::name, 'member') as member
       from me, ours`,
    [owner, SCHEMA],
  );
  const rights = rows[0];
  if (rights && rights.privileged === null && rights.owned === 0 && !rights.member) return;
  const role = rights?.privileged ?? rights?.current ?? '';
  throw new EnvironmentRefusal(
    'RoleBypassesSecurity',
    `Acquit refuse de travailler sous le rôle « ${role} » : il peut passer outre la séparation des organisations. Utilisez un rôle ordinaire :\n\n${RIGHT_ROLE_SQL}`,
    { role },
  );
}
