import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { emptyDatabase } from '../testing/empty-database.ts';
import { asAdmin } from './access.ts';
import { MIGRATIONS, migrate, readMigrations } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';

const whole = await emptyDatabase();
const access = await emptyDatabase();
const folder = mkdtempSync(join(tmpdir(), 'acquit-migrations-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
const remove = (name: string): void => rmSync(join(folder, name), { force: true });
const run = (): Promise<readonly string[]> => asAdmin(access, async (c) => (await migrate(c, { folder })).applied);

beforeEach(() => write('0001_first.sql', 'create table first (tenant_id uuid primary key)'));

test('the schema on disk is the one that the migrations make', async () => {
  const text = await asAdmin(whole, async (client) => dumpSchema(client, (await migrate(client)).roles));
  // After a new migration: node server/src/store/dump-schema.ts
  expect(text).toBe(readFileSync(new URL('../../schema.sql', import.meta.url), 'utf8'));
});

test('several processes starting at once apply each file once', async () => {
  write('0002_slow.sql', 'select pg_sleep(0.2); create table second (tenant_id uuid primary key)');
  const applied = await Promise.all([run(), run(), run(), run()]);
  expect(applied.flat().sort()).toEqual(['0001_first.sql', '0002_slow.sql']);
  expect(await run()).toEqual([]);
});

test('a file that fails leaves nothing, and can be applied once mended', async () => {
  write('0003_wrong.sql', 'create table third (tenant_id uuid primary key); select nonsense');
  await expect(run()).rejects.toThrow('0003_wrong.sql');
  write('0003_wrong.sql', 'create table third (tenant_id uuid primary key)');
  expect(await run()).toEqual(['0003_wrong.sql']);
});

test('an applied file that was edited is refused', async () => {
  write('0001_first.sql', 'create table first (tenant_id uuid primary key, more int)');
  await expect(run()).rejects.toMatchObject({ code: 'MigrationEdited', exitCode: 3 });
});

test('line ends of another system are not an edit', async () => {
  write('0003_wrong.sql', 'create table third (tenant_id uuid primary key)\n-- end\n');
  const [first] = readMigrations(folder).slice(-1);
  write('0003_wrong.sql', 'create table third (tenant_id uuid primary key)\r\n-- end\r\n');
  expect(readMigrations(folder).at(-1)?.checksum).toBe(first?.checksum);
  write('0003_wrong.sql', 'create table third (tenant_id uuid primary key)');
});

test('a database made by a later program is refused', async () => {
  remove('0003_wrong.sql');
  await expect(run()).rejects.toMatchObject({ code: 'DatabaseNewer', exitCode: 3 });
});

test('a gap in the numbers is a mistake of ours', () => {
  write('0005_gap.sql', '');
  expect(() => readMigrations(folder)).toThrow('0005_gap.sql');
  remove('0005_gap.sql');
  expect(readMigrations(MIGRATIONS).length).toBeGreaterThan(0);
});

test('tables belong to the owner, and the application owns nothing', async () => {
  await asAdmin(whole, async (client) => {
    const { roles } = await migrate(client);
    const { rows } = await client.query<{ tableowner: string }>(
      `select distinct tableowner from pg_tables where schemaname = 'acquit'`,
    );
    expect(rows).toEqual([{ tableowner: roles.owner }]);
    const right = await client.query(`select has_schema_privilege($1, 'acquit', 'create') as may`, [roles.login]);
    expect(right.rows).toEqual([{ may: false }]);
  });
});
