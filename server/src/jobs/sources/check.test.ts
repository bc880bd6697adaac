import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@acquit/law';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { bankFreshness, leaseSource, removeSource } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { importDropped } from '../importing/index.ts';
import { runNight } from '../night/index.ts';
import { checkDueSources, refreshBeforeSending } from './due.ts';
import { isPrivateAddress, permissionsOf } from './permissions.ts';
import { checker, claimsOf, filesOf, ledgerOf, plantSource, TODAY, viewOf, type Watched } from './testing/fixture.ts';

const { store, asSupervisor } = await testStore();
const { check, readers } = checker(store);
const places: string[] = [];
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'acquit-watched-'));
  places.push(folder);
});
afterAll(async () => {
  await readers.close();
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

const put = (name: string, content: string) => writeFileSync(join(folder, name), content);
const watch = () => plantSource(store, { kind: 'folder', path: folder, subfolders: false, pattern: null });
const options = { store, readers, today: TODAY, settleMs: 20, permissions: { folders: null, hosts: null } };

const later = ({ sourceId }: Watched, sql: string) =>
  asSupervisor((client) => client.query(`update acquit.source set ${sql} where source_id = $1`, [sourceId]));

test('eight looks at once take each file once', async () => {
  const watched = await watch();
  for (const number of ['F-1', 'F-2', 'F-3']) put(`${number}.csv`, ledgerOf(number));
  const results = await Promise.all(Array.from({ length: 8 }, () => check(watched)));
  const taken = results.reduce((sum, result) => sum + ('files' in result ? result.files : 0), 0);
  expect(taken).toBe(3);
  expect(await claimsOf(store, watched)).toEqual(['F-1', 'F-2', 'F-3']);
  expect((await filesOf(store, watched)).map((file) => file.outcome)).toEqual(['imported', 'imported', 'imported']);
});

test('a source held by a dead process is free once its lease has run out', async () => {
  const watched = await watch();
  put('a.csv', ledgerOf('F-1'));
  await store.inTenant(watched.tenantId, (tx) => leaseSource(tx, watched.sourceId, 'mort', 60_000));
  expect(await check(watched)).toEqual({ state: 'busy' });
  await later(watched, `lease_until = now() - interval '1 second'`);
  expect(await check(watched)).toMatchObject({ state: 'done', imported: 1 });
});

test('a process that died between the import and its line loses nothing and takes nothing twice', async () => {
  const watched = await watch();
  put('a.csv', ledgerOf('F-1'));
  const { tenantId, companyId, sourceId } = watched;
  const order = { tenantId, companyId, actor: `source:${sourceId}`, mapping: null, today: TODAY };
  await importDropped(store, readers, order, { uploadId: 'mort', fileName: 'a.csv', path: join(folder, 'a.csv') });
  await check(watched);
  expect(await claimsOf(store, watched)).toEqual(['F-1']);
  expect(await filesOf(store, watched)).toMatchObject([{ fileName: 'a.csv', outcome: 'imported' }]);
});

test('failures are said, and each makes the next look wait longer, up to six hours', async () => {
  const watched = await watch();
  rmSync(folder, { recursive: true });
  const waits: number[] = [];
  for (let n = 0; n < 8; n += 1) {
    await check(watched);
    const { rows } = await asSupervisor((client) =>
      client.query<{ minutes: number }>(
        `select round(extract(epoch from next_check_at - checked_at) / 60)::int as minutes from acquit.source where source_id = $1`,
        [watched.sourceId],
      ),
    );
    waits.push(rows[0]!.minutes);
  }
  expect(waits).toEqual([15, 30, 60, 120, 240, 360, 360, 360]);
  expect(await viewOf(store, watched)).toMatchObject({ state: 'failing', trouble: { code: 'FolderMissing' } });
});

test('the schedule looks at what is due, and at nothing that is paused, removed or early', async () => {
  const due = await watch();
  const [early, paused, removed] = [await watch(), await watch(), await watch()];
  put('a.csv', ledgerOf('F-1'));
  await later(early, `next_check_at = now() + interval '1 hour'`);
  await later(paused, 'active = false');
  await store.inTenant(removed.tenantId, (tx) => removeSource(tx, removed.sourceId));
  const seen: string[] = [];
  await checkDueSources(options, ({ sourceId }) => seen.push(sourceId));
  expect(seen).toContain(due.sourceId);
  for (const other of [early, paused, removed]) expect(seen).not.toContain(other.sourceId);
  await later(due, `checked_at = now() - interval '3 hours'`);
  expect(await viewOf(store, due)).toMatchObject({ state: 'late' });
});

test('just before sending, sources are looked at; one that fails makes the bank’s data not refreshed', async () => {
  const watched = await watch();
  const { tenantId, companyId } = watched;
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label, covered_until)
       values ($1, $2, $3, 'FR76', 'Banque', '2026-11-19')`,
      [tenantId, randomUUID(), companyId],
    ),
  );
  const heldOn = async () =>
    (await store.inTenant(tenantId, (tx) => bankFreshness(tx, companyId, day('2026-11-21')))).held;
  put('a.csv', ledgerOf('F-1'));
  expect(await refreshBeforeSending(options, { tenantId, companyId })).toEqual({ sources: 1, failed: 0 });
  expect([await claimsOf(store, watched), await heldOn()]).toEqual([['F-1'], false]);

  // Another process has it, and does not end in time.
  await store.inTenant(tenantId, (tx) => leaseSource(tx, watched.sourceId, 'ailleurs', 60_000));
  expect(await refreshBeforeSending(options, { tenantId, companyId, boundMs: 300 })).toEqual({ sources: 1, failed: 1 });
  expect(await heldOn()).toBe(true);
  await later(watched, 'leased_by = null, lease_until = null');
  await refreshBeforeSending(options, { tenantId, companyId });
  expect(await heldOn()).toBe(false);

  const { sending } = await runNight(
    store,
    { tenantId, companyId, on: day('2027-01-15'), dryRun: false },
    undefined,
    readers,
  );
  expect(sending).toMatchObject({ held: true });
  expect(sending.bank).toContain('19 novembre 2026');
});

test('private addresses are known however they are written, and only a published server minds them', () => {
  for (const address of [
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    'fd00::1',
    'fe80::1',
    '64:ff9b::a00:1',
  ])
    expect([address, isPrivateAddress(address)]).toEqual([address, true]);
  for (const address of ['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])
    expect([address, isPrivateAddress(address)]).toEqual([address, false]);
  expect(permissionsOf({})).toEqual({ folders: null, hosts: null });
  const published = {
    ACQUIT_PUBLIC_URL: 'https://acquit.example',
    ACQUIT_SOURCE_FOLDERS: '/srv/a;/srv/b',
    ACQUIT_SOURCE_HOSTS: 'NAS.local, 10.0.0.2',
  };
  expect(permissionsOf(published)).toEqual({ folders: ['/srv/a', '/srv/b'], hosts: ['nas.local', '10.0.0.2'] });
  expect(permissionsOf({ ACQUIT_PUBLIC_URL: 'https://acquit.example' })).toEqual({ folders: [], hosts: [] });
});
