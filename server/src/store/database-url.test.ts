import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ForeignServer, installedServers, startForeignServer } from '../testing/foreign-server.ts';
import { newTenant } from '../testing/index.ts';
import { urlAccess } from './access.ts';
import { findBinaries } from './embedded/binaries.ts';
import { openHome } from './embedded/home.ts';
import { appendJournal, verifyJournal } from './journal/index.ts';
import { openStore, type Store } from './store.ts';

const home = mkdtempSync(join(tmpdir(), 'acquit-url-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** Our own programs run as somebody's server, and whatever PostgreSQL the machine has besides. */
const servers = [dirname(findBinaries(openHome(join(home, 'home'))).postgres), ...installedServers()];

describe.each(servers)('DATABASE_URL on %s', (bin) => {
  let server: ForeignServer;
  beforeAll(async () => {
    server = await startForeignServer(bin);
    await server.admin(`create role acquit login createrole password 'motdepasse-secret'`);
    await server.admin('create database acquit owner acquit');
  });
  afterAll(() => server.stop());

  const url = (user: string, database: string): string =>
    `postgresql://${user}:motdepasse-secret@/${database}?host=${encodeURIComponent(server.socketFolder)}`;
  const using = async <T>(databaseUrl: string, work: (store: Store) => Promise<T>): Promise<T> => {
    const store = await openStore({ home, databaseUrl });
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  };
  const refusal = (databaseUrl: string): Promise<Error & { code: string }> =>
    using(databaseUrl, () => Promise.reject(new Error('It was not refused.'))).catch((error) => error);

  test('the role of the documentation works, at the first start and later', async () => {
    const tenant = await using(url('acquit', 'acquit'), async (store) => {
      const { rows } = await store.pool.query('select session_user as session, current_user as now');
      expect(rows[0].session).toBe('acquit');
      expect(rows[0].now).toMatch(/^acquit_app_/);
      const made = await newTenant(store);
      const event = { actor: 'a', action: 'b', objectKind: 'c', objectId: 'd', payload: { n: 1 } };
      await store.inTenant(made, (tx) => appendJournal(tx, [event]));
      return made;
    });
    await using(url('acquit', 'acquit'), async (store) => {
      expect(store.migrated).toEqual([]);
      expect((await store.pool.query('select count(*)::int as n from tenant')).rows).toEqual([{ n: 0 }]);
      expect(await store.lookup.listTenants()).toMatchObject([{ tenantId: tenant }]);
      expect(await store.lookup.findLogin('nobody@example.org')).toEqual([]);
      expect(await verifyJournal(store, tenant)).toMatchObject({ valid: true, entries: 1 });
    });
  });

  test('several processes may start at once on an empty database', async () => {
    await server.admin('create database together owner acquit');
    const stores = await Promise.all(
      [1, 2, 3, 4].map(() => openStore({ home, databaseUrl: url('acquit', 'together') })),
    );
    expect(stores.flatMap(({ migrated }) => migrated).filter((name) => name.startsWith('0001'))).toHaveLength(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('two installations on one server do not meet', async () => {
    await server.admin(`create role other login createrole password 'motdepasse-secret'`);
    await server.admin('create database other owner other');
    await using(url('other', 'other'), async (store) => {
      expect(await store.lookup.listTenants()).toEqual([]);
      const { rows } = await store.pool.query(`select pg_has_role('other', rolname, 'member') as member
        from pg_roles where rolname like 'acquit_app_%' order by 1`);
      expect(rows.map(({ member }) => member)).toContain(false);
    });
  });

  test('a superuser is refused, and the refusal tells the SQL that helps', async () => {
    await server.admin(`create role chief superuser login password 'motdepasse-secret'`);
    const error = await refusal(url('chief', 'acquit'));
    expect(error).toMatchObject({ code: 'PrivilegedRole', exitCode: 3 });
    expect(error.message).toContain('create role acquit login createrole');
    expect(error.message).toContain('create database acquit owner acquit;');
  });

  test('a role with BYPASSRLS is refused', async () => {
    await server.admin(`create role passer login bypassrls createrole password 'motdepasse-secret'`);
    expect(await refusal(url('passer', 'acquit'))).toMatchObject({ code: 'PrivilegedRole', exitCode: 3 });
  });

  test('a role that may not create roles is refused, and either remedy of the refusal works', async () => {
    await server.admin(`create role modest login password 'motdepasse-secret'`);
    for (const [database, wanted] of [
      ['modest1', /create role .*;\s+grant .*;/],
      ['modest2', /alter role "modest" createrole;/],
    ] as const) {
      await server.admin(`create database ${database} owner modest`);
      const error = await refusal(url('modest', database));
      expect(error).toMatchObject({ code: 'CannotCreateRoles', exitCode: 3 });
      const [remedy] = wanted.exec(error.message) ?? [];
      await server.admin(remedy ?? 'the remedy is missing');
      await using(url('modest', database), (store) => newTenant(store));
    }
  });

  test('a database of somebody else is refused, and the remedy works', async () => {
    await server.admin('create database theirs');
    const error = await refusal(url('acquit', 'theirs'));
    expect(error).toMatchObject({ code: 'CannotCreateSchema', exitCode: 3 });
    await server.admin(/alter database .*;/.exec(error.message)?.[0] ?? 'the remedy is missing');
    await using(url('acquit', 'theirs'), (store) => newTenant(store));
  });

  test('a missing database is refused with its name', async () => {
    const error = await refusal(url('acquit', 'absent'));
    expect(error).toMatchObject({ code: 'DatabaseUnreachable', exitCode: 3 });
    expect(error.message).toContain('absent');
  });

  test('a connection cut by the server is replaced', async () => {
    await using(url('acquit', 'acquit'), async (store) => {
      await store.pool.query('select 1');
      await server.admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = 'acquit'`);
      await expect
        .poll(() =>
          store.pool.query('select 1 as one').then(
            ({ rows }) => rows,
            () => 'cut',
          ),
        )
        .toEqual([{ one: 1 }]);
    });
  });
});

test.each([
  ['postgresql://acquit:motdepasse-secret@127.0.0.1:1/acquit', 'DatabaseUnreachable'],
  ['postgresql://acquit:motdepasse-secret@/acquit?host=/nowhere', 'DatabaseUnreachable'],
  ['postgresql://acquit:motdepasse-secret@127.0.0.1:1', 'BadDatabaseUrl'],
  ['mysql://acquit:motdepasse-secret@127.0.0.1/acquit', 'BadDatabaseUrl'],
  ['acquit motdepasse-secret', 'BadDatabaseUrl'],
])('what cannot be reached is refused without its password (%#)', async (databaseUrl, code) => {
  const error = await openStore({ home, databaseUrl }).catch((thrown) => thrown);
  expect(error).toMatchObject({ code, exitCode: 3 });
  expect(inspect(error, { depth: 9, showHidden: true })).not.toContain('motdepasse-secret');
});

test('the options of an address are kept beside ours', () => {
  const { admin } = urlAccess('postgresql://a:b@h/d?options=-c%20work_mem%3D1MB');
  expect(admin.options).toContain('work_mem=1MB');
  expect(admin.options).toContain('search_path=acquit');
});
