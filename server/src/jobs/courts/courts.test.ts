import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { day } from '@acquit/law';
import type { CourtQuery } from '@acquit/recovery';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addressesFile, COMMUNES, ministryFile, registryFile, shiftedFile } from '../../intake/courts/testing/files.ts';
import { describeWith, newTenant, testStore } from '../../testing/index.ts';
import { courtFor, courtsStatus, importCourts } from './index.ts';

const { store } = await testStore();
const tenantId = await newTenant(store);
const today = '2026-11-22';
const folder = mkdtempSync(join(tmpdir(), 'acquit-courts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function load(name: string, content: string, more: { today?: string; evenIfShorter?: boolean } = {}) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return importCourts(store, { tenantId, path, by: 'cli', today, ...more });
}
const find = (query: Omit<CourtQuery, 'on'>) =>
  store.inTenant(tenantId, (tx) => courtFor(tx, { on: day(today), ...query }));
const status = () => store.inTenant(tenantId, (tx) => courtsStatus(tx, day(today)));

test('nothing loaded: nothing is guessed, and one is told where to go', async () => {
  expect(await status()).toMatchObject({
    files: [],
    missing: [{ layout: 'ministry' }, { layout: 'registry' }, { layout: 'addresses' }],
  });
  for (const courtKind of ['commercial', 'judicial', 'protection', 'administrative', 'european'] as const)
    expect(await find({ courtKind, postcode: '69001', city: 'Lyon' })).toMatchObject({
      status: 'unknown',
      courts: [],
      help: 'https://www.justice.fr',
    });
});

describe('with the three files', () => {
  beforeAll(async () => {
    expect(await load('2026-juillet-competences.csv', ministryFile(), { today: '2026-11-12' })).toMatchObject({
      layout: 'ministry',
      status: 'imported',
    });
    expect(await load('greffes.json', registryFile())).toMatchObject({ layout: 'registry', status: 'imported' });
    expect(await load('adresses.csv', addressesFile())).toMatchObject({ layout: 'addresses', status: 'imported' });
  });

  test('the civil court comes with its address, its reason and the age of its file', async () => {
    const answer = await find({
      courtKind: 'judicial-or-local',
      postcode: '01260',
      city: 'HAUT VALROMEY',
      amountCents: 900_000,
    });
    expect(answer.courts).toEqual([
      {
        courtId: 'TPRX-0151',
        kind: 'judicial-or-local',
        name: 'Tribunal de proximité de Belley',
        town: 'Belley',
        address: '8, place de l’Hôtel de ville, 01300 Belley',
        phone: null,
        email: null,
      },
    ]);
    expect(answer.sources.map(({ layout, ageDays }) => [layout, ageDays])).toEqual([
      ['ministry', 10],
      ['addresses', 0],
    ]);
    expect((await find({ courtKind: 'judicial', insee: '1187' })).courts[0]).toMatchObject({
      courtId: 'TJ-0101',
      phone: '04 74 14 01 23',
    });
  });

  test.each([
    ['69001', 'Lyon', 'Tribunal des activités économiques de Lyon', '44 rue de Bonnel, 69003 Lyon'],
    ['69001', 'LYON CEDEX 01', 'Tribunal des activités économiques de Lyon', '44 rue de Bonnel, 69003 Lyon'],
    [
      '01000',
      'Bourg en Bresse',
      'Tribunal de commerce de Bourg-en-Bresse',
      '32 avenue Alsace-Lorraine, 01000 Bourg-en-Bresse',
    ],
    ['13150', 'Boulbon', 'Tribunal de commerce de Tarascon', null],
    ['13002', 'Marseille 02', 'Tribunal des activités économiques de Marseille', null],
    ['67000', 'Strasbourg', 'Chambre commerciale du tribunal judiciaire de Strasbourg', null],
  ])('%s %s is heard by the %s', async (postcode, city, name, address) => {
    const answer = await find({ courtKind: 'commercial', postcode, city });
    expect(answer).toMatchObject({ status: 'found', courts: [{ name, address }] });
  });

  test('a postcode without its commune is chosen by hand where the department has several registries', async () => {
    const answer = await find({ courtKind: 'commercial', postcode: '13150' });
    expect(answer.status).toBe('choose');
    expect(answer.courts.map(({ town }) => town)).toEqual(['Tarascon', 'Marseille']);
    const unknown = await find({ courtKind: 'judicial', postcode: '13150', city: 'Inconnue' });
    expect(unknown.courts.map(({ name }) => name)).toEqual([
      'Tribunal judiciaire de Marseille',
      'Tribunal judiciaire de Tarascon',
    ]);
  });

  test('the same file again changes nothing, and says so', async () => {
    expect(await load('copie.csv', ministryFile())).toMatchObject({ status: 'unchanged' });
    expect((await status()).files.find(({ layout }) => layout === 'ministry')).toMatchObject({
      fileName: '2026-juillet-competences.csv',
      edition: 'juillet 2026',
      ageDays: 10,
    });
  });

  test('a wrong edition, a cut one and a failure in the middle leave what is there', async () => {
    expect(await load('faux.csv', shiftedFile())).toMatchObject({ refusal: { code: 'CourtFileShifted' } });
    expect(await load('court.csv', ministryFile(COMMUNES.slice(0, 3)))).toMatchObject({
      refusal: { code: 'CourtFileShorter' },
    });
    const interrupted = store.inTenant(tenantId, async (tx) => {
      await tx.query(
        `select replace_courts('{"layout": "ministry", "fileName": "x", "sha256": "", "entries": 0}', '{"seats": [], "communes": []}')`,
      );
    });
    await expect(interrupted).rejects.toThrow();
    expect((await find({ courtKind: 'judicial', postcode: '33000', city: 'Bordeaux' })).status).toBe('found');
  });

  test('a shorter edition is taken when its owner says so, and is told in the journal', async () => {
    const outcome = await load('court.csv', ministryFile(COMMUNES.slice(0, 9)), { evenIfShorter: true });
    expect(outcome).toMatchObject({ status: 'imported', entries: 9 });
    const { rows } = await store.inTenant(tenantId, (tx) =>
      tx.query(`select count(*)::int as n from journal_entry where action = 'courts.imported'`),
    );
    expect(rows).toEqual([{ n: 4 }]);
    expect((await find({ courtKind: 'judicial', insee: '75056' })).status).not.toBe('found');
  });
});

const real = join(import.meta.dirname, '../../../../../shared/data/courts/greffes-index.json');
const isThere = existsSync(real);

describeWith('the registries’ file of ../shared/data', isThere, 'the registries’ file itself', () => {
  beforeAll(async () => {
    const outcome = await importCourts(store, { tenantId, path: real, by: 'cli', today, evenIfShorter: true });
    expect(outcome).toMatchObject({ layout: 'registry', status: 'imported' });
  });

  test.each([
    [{ insee: '1053' }, 'Tribunal de commerce de Bourg-en-Bresse'],
    [{ insee: '06088' }, 'Tribunal de commerce de Nice'],
    [{ insee: '69381' }, 'Tribunal des activités économiques de Lyon'],
    [{ insee: '76351' }, 'Tribunal des activités économiques du Havre'],
    [{ insee: '57463' }, 'Chambre commerciale du tribunal judiciaire de Metz'],
    [{ insee: '68224' }, 'Chambre commerciale du tribunal judiciaire de Mulhouse'],
    [{ insee: '97411' }, 'Tribunal mixte de commerce de Saint-Denis de La Réunion'],
    [{ postcode: '75008', city: 'Paris 8e' }, 'Tribunal des activités économiques de Paris'],
    [{ postcode: '75379', city: 'PARIS CEDEX 08' }, 'Tribunal des activités économiques de Paris'],
    [{ postcode: '97200', city: 'Fort-de-France' }, 'Tribunal mixte de commerce de Fort-de-France'],
  ])('%o is heard by the %s', async (place, name) => {
    const answer = await find({ courtKind: 'commercial-or-economic', ...place });
    expect(answer).toMatchObject({ status: 'found', courts: [{ name }] });
  });

  test.each([
    ['13150', 'Graveson'],
    ['64270', 'Salies-de-Béarn'],
    ['62100', ''],
  ])('%s %s is chosen, never guessed', async (postcode, city) => {
    const answer = await find({ courtKind: 'commercial', postcode, city });
    expect(answer.status).toBe('choose');
    expect(answer.courts.length).toBeGreaterThan(1);
  });

  test('Monaco has no French registry', async () => {
    expect(await find({ courtKind: 'commercial', postcode: '98000', city: 'Monaco' })).toMatchObject({
      status: 'unknown',
      courts: [],
    });
  });
});
