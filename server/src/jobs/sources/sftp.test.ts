import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceSettings } from '@acquit/recovery';
import ssh2 from 'ssh2';
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { testStore } from '../../testing/index.ts';
import { changeSource } from './save.ts';
import { checker, claimsOf, filesOf, ledgerOf, plantSource, viewOf } from './testing/fixture.ts';
import { type SftpServer, startSftpServer } from './testing/sftp-server.ts';
import { trySource } from './try.ts';

const { store } = await testStore();
const { check, readers } = checker(store);
const SECRET = 'mot de passe du dépôt';
const permissions = { folders: null, hosts: null };
let folder = '';
let server: SftpServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'acquit-sftp-'));
  mkdirSync(join(folder, 'depot'));
  server = await startSftpServer(folder, { username: 'claire', password: SECRET });
});
afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => readers.close());

const put = (name: string, content: string) => writeFileSync(join(folder, 'depot', name), content);
const settings = (change: object = {}): SourceSettings => ({
  kind: 'sftp',
  host: '127.0.0.1',
  port: server.port,
  username: 'claire',
  path: '/depot',
  hostKey: server.hostKey,
  ...change,
});

test('new files are downloaded and imported once, and the server is never asked to change anything', async () => {
  const watched = await plantSource(store, settings(), SECRET);
  put('balance.csv', ledgerOf('F-1', 'F-2'));
  put('.caché.csv', ledgerOf('F-8'));
  put('balance.csv.filepart', ledgerOf('F-9'));
  symlinkSync('/etc/passwd', join(folder, 'depot', 'lien.csv'));
  expect(await check(watched)).toMatchObject({ state: 'done', files: 1, imported: 1 });
  expect(await check(watched)).toMatchObject({ state: 'done', files: 0 });
  put('autre.csv', ledgerOf('F-3'));
  expect(await check(watched)).toMatchObject({ files: 1 });
  expect(await claimsOf(store, watched)).toEqual(['F-1', 'F-2', 'F-3']);
  expect(server.writes).toEqual([]);
  expect(readFileSync(join(folder, 'depot', 'balance.csv'), 'utf8')).toBe(ledgerOf('F-1', 'F-2'));
});

test('no key accepted yet: it is shown for a person to accept, and no password is said before', async () => {
  const watched = await plantSource(store, settings({ hostKey: null }), SECRET);
  put('balance.csv', ledgerOf('F-1'));
  const tried = await trySource(store, { ...watched, settings: settings({ hostKey: null }) }, { permissions });
  expect(tried).toMatchObject({ ok: false, code: 'HostKeyToAccept', hostKey: server.hostKey });
  expect(await check(watched)).toMatchObject({ state: 'failed', trouble: { code: 'HostKeyToAccept' } });
  expect(server.heard).toEqual([]);
  const accepted = { settings: settings({ hostKey: tried.hostKey }) };
  await store.inTenant(watched.tenantId, (tx) =>
    changeSource(tx, store.secrets, 'user:claire', watched.sourceId, accepted),
  );
  expect(await check(watched)).toMatchObject({ state: 'done', imported: 1 });
});

test('another key than the accepted one is refused by name, and nothing secret is said', async () => {
  const watched = await plantSource(store, settings({ hostKey: 'SHA256:uneAutreCle' }), SECRET);
  const result = await check(watched);
  expect(result).toMatchObject({ state: 'failed', trouble: { code: 'HostKeyChanged' } });
  expect(JSON.stringify(result)).toContain(server.hostKey);
  expect(server.heard).toEqual([]);
  expect(await viewOf(store, watched)).toMatchObject({ state: 'failing', hasSecret: true });
});

test('a private key opens it too', async () => {
  const keys = ssh2.utils.generateKeyPairSync('ed25519');
  const other = await startSftpServer(folder, { username: 'claire', publicKey: keys.public });
  put('balance.csv', ledgerOf('F-1'));
  const watched = await plantSource(store, settings({ port: other.port, hostKey: other.hostKey }), keys.private);
  expect(await check(watched)).toMatchObject({ state: 'done', imported: 1 });
  await other.close();
});

test('a wrong password, a missing folder, a closed port are said by name', async () => {
  const wrong = await plantSource(store, settings(), 'faux');
  expect(await check(wrong)).toMatchObject({ trouble: { code: 'SftpLoginRefused' } });
  const missing = await plantSource(store, settings({ path: '/absent' }), SECRET);
  expect(await check(missing)).toMatchObject({ trouble: { code: 'SftpFolderMissing' } });
  const closed = await plantSource(store, settings({ port: 1 }), SECRET);
  expect(await check(closed)).toMatchObject({ trouble: { code: 'SftpUnreachable' } });
});

test('one file that may not be read is named, the others are taken', async () => {
  put('interdit.csv', ledgerOf('F-1'));
  put('permis.csv', ledgerOf('F-2'));
  const watched = await plantSource(store, settings(), SECRET);
  const result = await check(watched);
  expect(result).toMatchObject({ state: 'failed', imported: 1, trouble: { code: 'FileForbidden' } });
  expect(JSON.stringify(result)).toContain('interdit.csv');
});

test('a line cut in the middle of a file takes nothing, and the next look takes it whole', async () => {
  put('balance.csv', `${ledgerOf('F-1')}${'\r\n'.repeat(150_000)}`);
  const watched = await plantSource(store, settings(), SECRET);
  server.cutAfterReads(2);
  expect(await check(watched)).toMatchObject({ state: 'failed', trouble: { code: 'SftpLineBroken' } });
  expect(await filesOf(store, watched)).toEqual([]);
  expect(await check(watched)).toMatchObject({ state: 'done', imported: 1 });
  expect(await claimsOf(store, watched)).toEqual(['F-1']);
});

test('on a published server a private address must be named by the administrator', async () => {
  put('balance.csv', ledgerOf('F-1'));
  const watched = await plantSource(store, settings(), SECRET);
  const refused = await check(watched, { permissions: { folders: [], hosts: [] } });
  expect(refused).toMatchObject({ trouble: { code: 'HostNotAllowed' } });
  expect(server.heard).toEqual([]);
  expect(await check(watched, { permissions: { folders: [], hosts: ['127.0.0.1'] } })).toMatchObject({ state: 'done' });
});

test('with another host or user the kept secret is forgotten', async () => {
  const watched = await plantSource(store, settings(), SECRET);
  const change = (settingsNow: SourceSettings) =>
    store.inTenant(watched.tenantId, (tx) =>
      changeSource(tx, store.secrets, 'user:claire', watched.sourceId, { settings: settingsNow }),
    );
  await change(settings({ path: '/' }));
  expect(await viewOf(store, watched)).toMatchObject({ hasSecret: true });
  const elsewhere = await trySource(store, { ...watched, settings: settings({ username: 'eve' }) }, { permissions });
  expect([elsewhere.ok, server.heard.includes(SECRET)]).toEqual([false, false]);
  await change(settings({ username: 'eve' }));
  expect(await viewOf(store, watched)).toMatchObject({ hasSecret: false });
});
