import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { tenantFaults } from './catalogue-guard.ts';
import { requireHumbleRole, rolesOf } from './roles.ts';
import { inTenant } from './transaction.ts';

const { store, asSupervisor } = await testStore();
const [mine, theirs] = [await newTenant(store, 'La nôtre'), await newTenant(store, 'La leur')];

const names = await asSupervisor(async (client) => {
  const { rows } = await client.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'acquit' and tablename <> 'schema_migration' order by 1`,
  );
  return rows.map(({ name }) => name);
});
/** Public files, the same for every organisation. */
const shared = names.filter((name) => /^court_(?:file|seat|commune|address|registry_)/.test(name));
const tables = names.filter((name) => !shared.includes(name));

test('there are tables to look at', () => expect(tables.length).toBeGreaterThan(20));

test('without a tenant nothing is visible', async () => {
  const { rows } = await store.pool.query('select count(*)::int as n from tenant');
  expect(rows).toEqual([{ n: 0 }]);
});

test('a tenant sees itself and nobody else', async () => {
  const own = await store.inTenant(mine, (tx) => tx.query('select name from tenant'));
  expect(own.rows).toEqual([{ name: 'La nôtre' }]);
  const found = await store.inTenant(mine, (tx) => tx.query('select name from tenant where tenant_id = $1', [theirs]));
  expect(found.rows).toEqual([]);
  const stranger = await store.inTenant(randomUUID(), (tx) => tx.query('select name from tenant'));
  expect(stranger.rows).toEqual([]);
});

test.each(tables)('%s refuses a row for another tenant, or for none', async (table) => {
  const insert = `insert into ${table} (tenant_id) values ('${theirs}')`;
  await expect(store.inTenant(mine, (tx) => tx.query(insert))).rejects.toThrow(/row-level security/);
  await expect(store.pool.query(insert)).rejects.toThrow(/row-level security/);
});

test('the public files of courts are read by all and written by none', async () => {
  expect(shared).toHaveLength(6);
  for (const table of shared) {
    await store.inTenant(mine, (tx) => tx.query(`select count(*) from ${table}`));
    for (const write of [`delete from ${table}`, `insert into ${table} default values`, `truncate ${table}`])
      await expect(store.inTenant(mine, (tx) => tx.query(write))).rejects.toThrow(/permission denied/);
  }
});

test('another tenant’s row can be neither changed nor deleted', async () => {
  const update = await store.inTenant(mine, (tx) =>
    tx.query(`update tenant set name = 'à nous' where tenant_id = $1`, [theirs]),
  );
  expect(update.rowCount).toBe(0);
  const move = store.inTenant(mine, (tx) => tx.query('update tenant set tenant_id = $1', [theirs]));
  await expect(move).rejects.toThrow(/row-level security/);
});

test('the tenant does not survive its transaction on the same connection', async () => {
  const client = await store.pool.connect();
  const alone = { connect: () => Promise.resolve(client) } as unknown as pg.Pool;
  const release = client.release.bind(client);
  client.release = () => undefined;
  const visible = async (): Promise<unknown> =>
    (await client.query(`select current_tenant() as tenant, (select count(*)::int from tenant) as n`)).rows[0];
  const nothing = { tenant: null, n: 0 };
  try {
    await inTenant(alone, mine, async (tx) => {
      expect((await tx.query('select current_tenant() as tenant')).rows).toEqual([{ tenant: mine }]);
    });
    expect(await visible()).toEqual(nothing);
    await expect(inTenant(alone, mine, () => Promise.reject(new Error('stop')))).rejects.toThrow('stop');
    expect(await visible()).toEqual(nothing);
    await expect(inTenant(alone, mine, (tx) => tx.query('select 1 / 0'))).rejects.toThrow('division by zero');
    expect(await visible()).toEqual(nothing);
  } finally {
    client.release = release;
    client.release();
  }
});

test('statements that a connection keeps show each tenant its own rows, and cost one plan', async () => {
  const client = await store.pool.connect();
  const alone = { connect: () => Promise.resolve(client) } as unknown as pg.Pool;
  const release = client.release.bind(client);
  client.release = () => undefined;
  const asked = 'select name from tenant where tenant_id = any($1::uuid[])';
  try {
    for (let time = 0; time < 10; time += 1)
      for (const [tenantId, name] of [
        [mine, 'La nôtre'],
        [theirs, 'La leur'],
      ] as const)
        await inTenant(
          alone,
          tenantId,
          async (tx) => {
            expect((await tx.query(asked, [[mine, theirs]])).rows).toEqual([{ name }]);
            expect(await tx.arrays(asked, [[mine, theirs]])).toEqual([[name]]);
          },
          { prepared: true },
        );
    const kept = await client.query(
      'select generic_plans > 0 as is_planned_once from pg_prepared_statements where statement = $1',
      [asked],
    );
    expect(kept.rows).toEqual([{ is_planned_once: true }]);
    expect((await client.query('show enable_seqscan')).rows).toEqual([{ enable_seqscan: 'on' }]);
  } finally {
    client.release = release;
    client.release();
  }
});

test('a tenant is named by a UUID and by nothing cleverer', async () => {
  const clever = `${mine}'; set local role postgres; --`;
  await expect(store.inTenant(clever, () => Promise.resolve())).rejects.toThrow('UUID');
});

test('long results come in batches, whole and in order', async () => {
  const seen = await store.inTenant(mine, async (tx) => {
    const batches: number[][] = [];
    for await (const rows of tx.batches<{ n: number }>('select n from generate_series(1, $1::int) n', [7], 3)) {
      batches.push(rows.map(({ n }) => n));
      await tx.query('select 1');
    }
    for await (const _ of tx.batches('select 1 from generate_series(1, 10)', [], 2)) break;
    return batches;
  });
  expect(seen).toEqual([[1, 2, 3], [4, 5, 6], [7]]);
});

test('the catalogue keeps tenants apart', async () => {
  await asSupervisor(async (client) => {
    const { roles } = await rolesOf(client);
    expect(await tenantFaults(client, roles)).toEqual([]);
  });
});

/** Each guard is shown what it must refuse. */
const FAULTY: readonly (readonly [string, string, RegExp])[] = [
  ['no tenant', 'create table x (id int primary key)', /x has no tenant_id/],
  ['no primary key', 'create table x (tenant_id uuid)', /x has no primary key/],
  [
    'a key led by another column',
    'create table x (id int, tenant_id uuid, primary key (id, tenant_id))',
    /x: unique index/,
  ],
  [
    'a unique key without tenant',
    'create table x (tenant_id uuid primary key, e text unique)',
    /x: unique index x_e_key/,
  ],
  [
    'a foreign key not led by tenant',
    'create table y (tenant_id uuid primary key); create table x (tenant_id uuid primary key, o uuid references y)',
    /x: foreign key x_o_fkey/,
  ],
  ['row security off', 'create table x (tenant_id uuid primary key)', /x: row security is not enabled and forced/],
  [
    'row security not forced',
    'create table x (tenant_id uuid primary key); alter table x enable row level security',
    /x: row security is not enabled and forced/,
  ],
  ['no policy', 'create table x (tenant_id uuid primary key)', /x: no policy for the application/],
  ['a second, generous policy', 'create policy generous on claim for select using (true)', /claim: policy generous/],
  ['a policy that checks nothing on writing', 'create policy lax on claim with check (true)', /claim: policy lax/],
  ['a view with its owner’s eyes', 'create view v as select * from claim', /v: a view/],
  [
    'a function with its owner’s rights',
    `create function f() returns bigint language sql security definer as 'select count(*) from claim'`,
    /f: a function with its owner's rights outside/,
  ],
];

test.each(FAULTY)('the catalogue guard sees %s', async (_, sql, fault) => {
  await asSupervisor(async (client) => {
    const { roles } = await rolesOf(client);
    await client.query(`begin; set local role ${roles.owner}; ${sql}`);
    expect((await tenantFaults(client, roles)).join('\n')).toMatch(fault);
    await client.query('rollback');
  });
});

test('the process refuses to run as a superuser, as the owner, or with BYPASSRLS', async () => {
  await asSupervisor(async (client) => {
    const { roles } = await rolesOf(client);
    const refused = { code: 'RoleBypassesSecurity', exitCode: 3 };
    await expect(requireHumbleRole(client, roles)).rejects.toMatchObject(refused);
    // A superuser who only put on the application's role could take it off again.
    await client.query(`set role ${roles.app}`);
    await expect(requireHumbleRole(client, roles)).rejects.toMatchObject(refused);
    for (const [quality, extra] of [
      ['bypassrls', ''],
      ['', `grant ${roles.owner} to r_${process.pid}`],
      ['', `alter table acquit.claim owner to r_${process.pid}`],
    ]) {
      await client.query(`reset role; begin; create role r_${process.pid} ${quality}; ${extra};
                          set local session authorization r_${process.pid}`);
      await expect(requireHumbleRole(client, roles)).rejects.toMatchObject(refused);
      await client.query('rollback');
    }
    await client.query(`set session authorization ${roles.app}`);
    await expect(requireHumbleRole(client, roles)).resolves.toBeUndefined();
  });
});

test('values read as decided', async () => {
  const { rows } = await store.pool.query(
    `select 12::int8 as cents, date '2026-11-21' as day, 12.40::numeric as rate,
            timestamptz '2026-11-21 08:00:00.120+01' as at, array[1, null]::int8[] as many, array[date '2026-01-31'] as days`,
  );
  expect(rows).toEqual([
    {
      cents: 12n,
      day: '2026-11-21',
      rate: '12.40',
      at: '2026-11-21T07:00:00.12Z',
      many: [1n, null],
      days: ['2026-01-31'],
    },
  ]);
});
