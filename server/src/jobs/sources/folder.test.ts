import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { testStore } from '../../testing/index.ts';
import { matches, watchFolder } from './folder.ts';
import type { Desk, FoundFile } from './model.ts';
import { checker, claimsOf, filesOf, ledgerOf, plantSource, viewOf } from './testing/fixture.ts';

const { store, home } = await testStore();
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
const watch = (change: object = {}) =>
  plantSource(store, { kind: 'folder', path: folder, subfolders: false, pattern: null, ...change });

test('a new file is imported once, stays where it is, and is not read again', async () => {
  const watched = await watch();
  put('balance.csv', ledgerOf('F-1', 'F-2'));
  expect(await check(watched)).toMatchObject({ state: 'done', files: 1, imported: 1 });
  expect(await check(watched)).toMatchObject({ state: 'done', files: 0 });
  expect(await claimsOf(store, watched)).toEqual(['F-1', 'F-2']);
  expect(readdirSync(folder)).toEqual(['balance.csv']);
  expect(await filesOf(store, watched)).toMatchObject([{ fileName: 'balance.csv', outcome: 'imported' }]);
  expect(await viewOf(store, watched)).toMatchObject({ state: 'well', trouble: null, recent: { imported: 1 } });
});

test('a file touched without a change is known by its content, a changed one is taken again', async () => {
  const watched = await watch();
  put('balance.csv', ledgerOf('F-1'));
  await check(watched);
  utimesSync(join(folder, 'balance.csv'), 1_700_000_000, 1_700_000_000);
  expect(await check(watched)).toMatchObject({ files: 0 });
  put('balance.csv', ledgerOf('F-1', 'F-2'));
  expect(await check(watched)).toMatchObject({ files: 1 });
  expect(await claimsOf(store, watched)).toEqual(['F-1', 'F-2']);
});

test('the same content under another name is a duplicate, and says so', async () => {
  const watched = await watch();
  put('a.csv', ledgerOf('F-1'));
  await check(watched);
  put('copie.csv', ledgerOf('F-1'));
  await check(watched);
  expect((await filesOf(store, watched)).map((file) => file.outcome).sort()).toEqual(['duplicate', 'imported']);
});

test('hidden and temporary files, empty ones and other names are left out', async () => {
  const watched = await watch({ pattern: '*.csv;relevé*' });
  for (const name of [
    '.caché.csv',
    '~$balance.csv',
    'balance.csv.part',
    'balance.csv.crdownload',
    'desktop.ini',
    'notes.txt',
  ])
    put(name, ledgerOf('F-9'));
  put('vide.csv', '');
  put('Balance.CSV', ledgerOf('F-1'));
  expect(await check(watched)).toMatchObject({ files: 1 });
  expect(await claimsOf(store, watched)).toEqual(['F-1']);
});

test('a file still being written waits for the next look', async () => {
  const watched = await watch();
  put('balance.csv', `${ledgerOf('F-1')}\r\nF-2;Boulan`);
  const looking = check(watched, { settleMs: 300 });
  const growing = setInterval(() => put('balance.csv', `${readFileSync(join(folder, 'balance.csv'), 'utf8')}g`), 40);
  expect(await looking).toMatchObject({ state: 'done', files: 0 });
  clearInterval(growing);
  expect(await claimsOf(store, watched)).toEqual([]);
  put('balance.csv', ledgerOf('F-1', 'F-2'));
  expect(await check(watched)).toMatchObject({ files: 1 });
  expect(await claimsOf(store, watched)).toEqual(['F-1', 'F-2']);
});

test('subfolders are read when asked', async () => {
  mkdirSync(join(folder, '2026', 'octobre'), { recursive: true });
  writeFileSync(join(folder, '2026', 'octobre', 'a.csv'), ledgerOf('F-1'));
  const flat = await watch();
  expect(await check(flat)).toMatchObject({ files: 0 });
  const deep = await watch({ subfolders: true });
  expect(await check(deep)).toMatchObject({ files: 1, imported: 1 });
});

test('a link that leads out of the folder is refused by name and never followed', async () => {
  const secret = mkdtempSync(join(tmpdir(), 'acquit-elsewhere-'));
  places.push(secret);
  writeFileSync(join(secret, 'ailleurs.csv'), ledgerOf('F-SECRET'));
  symlinkSync(join(secret, 'ailleurs.csv'), join(folder, 'lien.csv'));
  symlinkSync(secret, join(folder, 'dossier'));
  const watched = await watch({ subfolders: true });
  await check(watched);
  await check(watched);
  expect(await claimsOf(store, watched)).toEqual([]);
  const files = await filesOf(store, watched);
  expect(files.map((file) => [file.fileName, file.outcome]).sort()).toEqual([
    ['dossier', 'refused'],
    ['lien.csv', 'refused'],
  ]);
  expect(files[0]!.message).toContain('hors du dossier');
});

test('a missing folder, a file in its place and our own data are refused with what to do', async () => {
  const watched = await watch();
  renameSync(folder, `${folder}-ailleurs`);
  places.push(`${folder}-ailleurs`);
  expect(await check(watched)).toMatchObject({ state: 'failed', trouble: { code: 'FolderMissing' } });
  expect(await viewOf(store, watched)).toMatchObject({ state: 'failing', trouble: { code: 'FolderMissing' } });
  writeFileSync(folder, 'un fichier');
  expect(await check(watched)).toMatchObject({ trouble: { code: 'NotAFolder' } });
  rmSync(folder);
  renameSync(`${folder}-ailleurs`, folder);
  put('a.csv', ledgerOf('F-1'));
  expect(await check(watched)).toMatchObject({ state: 'done', imported: 1 });
  expect(await viewOf(store, watched)).toMatchObject({ state: 'well', trouble: null });

  const ours = await watch({ path: home });
  expect(await check(ours)).toMatchObject({ trouble: { code: 'FolderNotAllowed' } });
  const above = await watch({ path: '/' });
  expect(await check(above)).toMatchObject({ trouble: { code: 'FolderNotAllowed' } });
  const relative = await watch({ path: 'factures' });
  expect(await check(relative)).toMatchObject({ trouble: { code: 'FolderNotAbsolute' } });
});

test('on a published server only the folders that the administrator named are watched', async () => {
  put('a.csv', ledgerOf('F-1'));
  const watched = await watch();
  const elsewhere = { permissions: { folders: ['/srv/factures'], hosts: [] } };
  expect(await check(watched, elsewhere)).toMatchObject({ trouble: { code: 'FolderNotAllowed' } });
  expect(await check(watched, { permissions: { folders: [folder], hosts: [] } })).toMatchObject({
    state: 'done',
    imported: 1,
  });
});

test('a file that may not be read is named, and the others are taken', async () => {
  put('a.csv', ledgerOf('F-1'));
  put('interdit.csv', ledgerOf('F-2'));
  const taken: string[] = [];
  // The superuser, who may run this test, reads everything: the refusal of the system is put in by hand.
  const desk = {
    source: { settings: { kind: 'folder', path: folder, subfolders: false, pattern: null } },
    signal: new AbortController().signal,
    unknown: async (files: readonly FoundFile[]) => [...files],
    async take(file: FoundFile) {
      if (file.fileName === 'interdit.csv') throw Object.assign(new Error('denied'), { code: 'EACCES' });
      taken.push(file.fileName);
    },
  } as unknown as Desk;
  const trouble = await watchFolder({ settleMs: 10 }).look(desk);
  expect(trouble).toMatchObject({ code: 'FileForbidden' });
  expect(trouble?.message).toContain('interdit.csv');
  expect(taken).toEqual(['a.csv']);
});

test('patterns match whole names, and a hostile one takes no time', () => {
  expect(['a.csv', 'A.CSV', 'b.txt'].filter((name) => matches(name, '*.csv'))).toEqual(['a.csv', 'A.CSV']);
  expect(matches('relevé-1.txt', 'relevé-?.txt;*.xml')).toBe(true);
  expect(matches('x*y', 'x*y')).toBe(true);
  expect(matches('n’importe quoi', null)).toBe(true);
  expect(matches('a'.repeat(200), `${'*a'.repeat(60)}*b`)).toBe(false);
});
