import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase } from 'pg';
import { EnvironmentRefusal } from './refusal.ts';
import { layRoles, type Roles, rolesOf, SCHEMA, SEARCH_PATH, withRoles } from './roles.ts';

/** The product's own migrations; tests give others. */
export const MIGRATIONS = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Any fixed number serves; every process that migrates takes the same one. */
const LOCK = 4_680_001;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

const LEDGER = `create table schema_migration (
  number     int primary key,
  name       text not null,
  checksum   text not null,
  applied_at timestamptz not null default now()
)`;

/**
 * Brings the connected database to the program's schema and says under which roles it lives. Each file runs in a
 * transaction of its own together with its line in `schema_migration`; several processes starting at once wait for
 * one another. `appPassword`, given for the embedded server, lets the application's role log in.
 *
 * Refuses MigrationEdited (an applied file is not what it was) and DatabaseNewer (made by a later program).
 */
export async function migrate(
  client: ClientBase,
  { folder = MIGRATIONS, appPassword }: { folder?: string; appPassword?: string } = {},
): Promise<{ roles: Roles; applied: readonly string[] }> {
  await client.query(`select pg_advisory_lock(${LOCK})`);
  try {
    const { roles, laid } = await rolesOf(client);
    const ledger = `${LEDGER};\ngrant select on schema_migration to ${roles.app}`;
    if (!laid) await layRoles(client, roles, ledger, appPassword);
    const files = readMigrations(folder);
    // A role that does not inherit sees our schema only under the owner's name.
    await client.query(`set role ${roles.owner}`);
    const done = await client.query<Applied>(
      `select number, name, checksum from ${SCHEMA}.schema_migration order by number`,
    );
    compare(files, done.rows);
    const pending = files.filter(({ number }) => !done.rows.some((row) => row.number === number));
    for (const file of pending) await apply(client, file, roles);
    return { roles, applied: pending.map(({ name }) => name) };
  } finally {
    await client.query('reset role').catch(() => undefined);
    await client.query(`select pg_advisory_unlock(${LOCK})`).catch(() => undefined);
  }
}

/** The numbered files of a folder, in order. A gap or a repeated number is a mistake of ours, hence an assertion. */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1]);
      const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return { number, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
  files.forEach(({ number, name }, index) => {
    if (number !== index + 1) throw new Error(`Migration ${name} should be number ${index + 1}.`);
  });
  return files;
}

function compare(files: readonly Migration[], applied: readonly Applied[]): void {
  for (const row of applied) {
    const file = files.find(({ number }) => number === row.number);
    if (!file) throw newer(row);
    if (file.checksum !== row.checksum) throw edited(row);
  }
}

function newer(row: Applied): EnvironmentRefusal {
  return new EnvironmentRefusal(
    'DatabaseNewer',
    `Cette base de données a été mise à jour par une version plus récente d’Acquit (étape « ${row.name} »). Installez la dernière version, puis relancez.`,
    { migration: row.name },
  );
}

function edited(row: Applied): EnvironmentRefusal {
  return new EnvironmentRefusal(
    'MigrationEdited',
    `L’étape « ${row.name} » de la base de données n’est plus celle qui a été appliquée : les fichiers du programme ont été modifiés. Réinstallez Acquit, puis relancez.`,
    { migration: row.name },
  );
}

async function apply(client: ClientBase, file: Migration, roles: Roles): Promise<void> {
  const grants = (verb: 'grant' | 'revoke', word: 'to' | 'from'): string =>
    `${verb} create on schema ${SCHEMA} ${word} ${roles.login}`;
  try {
    await client.query(`begin; set local role ${roles.owner}; set local search_path = ${SEARCH_PATH}`);
    // A function may be given only to a role that could have created it; the right lasts as long as the migration.
    await client.query(grants('grant', 'to'));
    await client.query(withRoles(file.sql, roles));
    await client.query(grants('revoke', 'from'));
    await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      file.number,
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw new Error(`Migration ${file.name} failed: ${(error as Error).message}`, { cause: error });
  }
}
