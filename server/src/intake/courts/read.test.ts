import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { placeKey } from './addresses.ts';
import { readCourtFile } from './index.ts';
import { editionOf } from './read.ts';
import { addressesFile, COMMUNES, ministryFile, registryFile, shiftedFile } from './testing/files.ts';

const folder = mkdtempSync(join(tmpdir(), 'acquit-courts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let count = 0;
async function read(content: string | Uint8Array, name = `courts-${++count}.csv`) {
  const path = join(folder, name);
  writeFileSync(path, content);
  return readCourtFile(path);
}
const refusalOf = async (content: string | Uint8Array) => {
  const outcome = await read(content);
  return 'refusal' in outcome ? outcome.refusal : null;
};

describe('the ministry’s layout', () => {
  test('gives each commune its courts, whatever the encoding', async () => {
    for (const bytes of [Buffer.from(ministryFile()), iconv.encode(ministryFile(), 'windows-1252')]) {
      const outcome = await read(bytes, '2026-juillet-competences-territoriales.csv');
      if (!('read' in outcome) || outcome.read.layout !== 'ministry') throw new Error(JSON.stringify(outcome));
      expect(outcome.read).toMatchObject({ edition: 'juillet 2026', entries: COMMUNES.length, doubts: [] });
      const commune = outcome.read.communes.find(({ insee }) => insee === '01187');
      expect(commune).toEqual({
        insee: '01187',
        name: 'Haut-Valromey',
        name_key: 'HAUT VALROMEY',
        department: '01',
        judicial_id: 'TJ-0101',
        local_id: 'TPRX-0151',
        labour_id: 'CPH-90101',
        appeal_id: 'CA-99',
      });
      expect(outcome.read.communes.find(({ insee }) => insee === '33063')?.local_id).toBeNull();
      expect(outcome.read.communes.find(({ insee }) => insee === '42218')?.name_key).toBe('SAINT ETIENNE');
    }
  });

  test('is refused by name when its rows slid', async () => {
    const refusal = await refusalOf(shiftedFile());
    expect(refusal?.code).toBe('CourtFileShifted');
    expect(refusal?.message).toContain('Marseille 1er Arrondissement');
  });

  test('is refused when a court’s number bears two names', async () => {
    const [first] = COMMUNES;
    const wrong = ministryFile([...COMMUNES, { ...first!, insee: '01004', judicial: ['0101', 'TJ Mâcon'] }]);
    expect(await refusalOf(wrong)).toMatchObject({ code: 'CourtFileShifted' });
  });

  test.each([
    [
      'a row of another width',
      (text: string) => text.replace(';CPH TJ Paris', ';CPH TJ Paris;de trop'),
      'CourtFileDamaged',
    ],
    ['a commune without a code', (text: string) => text.replace('33063;', 'Gironde;'), 'CourtFileDamaged'],
    ['a quote never closed', (text: string) => text.replace('Bordeaux;', '"Bordeaux;'), 'UnclosedQuote'],
    ['a NUL byte', (text: string) => text.replace('Tarascon', 'Tara\0scon'), 'NulByte'],
  ])('is refused for %s', async (_name, damage, code) => {
    expect(await refusalOf(damage(ministryFile()))).toMatchObject({ code });
  });

  test('says that it is partial', async () => {
    const outcome = await read(ministryFile(COMMUNES.slice(0, 2)));
    if (!('read' in outcome)) throw new Error('refused');
    expect(outcome.read.doubts.join()).toContain('13201, 33063, 69381, 75056');
  });
});

describe('the registries’ layout', () => {
  test('puts back the zero lost by the first departments', async () => {
    const outcome = await read(registryFile(), 'greffes-index.json');
    if (!('read' in outcome) || outcome.read.layout !== 'registry') throw new Error(JSON.stringify(outcome));
    expect(outcome.read.communes).toContainEqual({ insee: '01053', registry: 'BOURG-EN-BRESSE', department: '01' });
    expect(outcome.read.communes).toContainEqual({ insee: '2A004', registry: 'AJACCIO', department: '2A' });
    expect(outcome.read.postcodes).toContainEqual({ postcode: '13150', registry: 'TARASCON' });
  });

  test.each([
    ['cut', registryFile().slice(0, 200), 'CourtFileDamaged'],
    ['something else', '{"a": 1}', 'NotACourtFile'],
    ['a list', '{"byCodeInsee": [], "byCodePostal": {}}', 'NotACourtFile'],
    ['a registry that is a tree', '{"byCodeInsee": {"1001": {"a": 1}}, "byCodePostal": {}}', 'CourtFileDamaged'],
    [
      'two registries for one commune',
      '{"byCodeInsee": {"1001": "A", "01001": "B"}, "byCodePostal": {}}',
      'CourtFileDamaged',
    ],
    ['empty', '{"byCodeInsee": {}, "byCodePostal": {}}', 'CourtFileDamaged'],
  ])('is refused when it is %s', async (_name, text, code) => {
    expect(await refusalOf(text)).toMatchObject({ code });
  });
});

describe('the layout of addresses', () => {
  test('gives one line of address, and only what looks like an e-mail', async () => {
    const outcome = await read(addressesFile(), 'annuaire.csv');
    if (!('read' in outcome) || outcome.read.layout !== 'addresses') throw new Error(JSON.stringify(outcome));
    const [judicial, local, economic] = outcome.read.addresses;
    expect(judicial).toMatchObject({
      number: '0101',
      address: '32 avenue Alsace-Lorraine, 01000 Bourg-en-Bresse',
      email: 'accueil@tj-bourg.exemple.fr',
    });
    expect(local).toMatchObject({ address: '8, place de l’Hôtel de ville, 01300 Belley', email: null, phone: null });
    expect(economic).toMatchObject({ type: 'TC', place_key: 'LYON', number: null });
  });

  test.each([
    ['Tribunal de commerce du Havre', 'LE HAVRE'],
    ['Tribunal des activités économiques de Saint-Brieuc', 'SAINT-BRIEUC'],
    ['Tribunal mixte de commerce de Fort-de-France', 'FORT-DE-FRANCE'],
    ['TC La Rochelle', 'LA ROCHELLE'],
    ['Tribunal de commerce d’Évry', 'EVRY'],
  ])('%s is the court of the registry %s', (name, registry) => expect(placeKey(name)).toBe(placeKey(registry)));
});

test.each([
  ['', 'NotACourtFile'],
  ['nom;prénom\nDurand;Anne\n', 'NotACourtFile'],
  ['x'.repeat(100_000), 'NotACourtFile'],
  ['%PDF-1.7\n', 'NotACourtFile'],
])('what is no file of courts is refused (%#)', async (content, code) => {
  expect(await refusalOf(content)).toMatchObject({ code });
});

test('a folder and a missing file are refused', async () => {
  expect(await readCourtFile(folder)).toMatchObject({ refusal: { code: 'NotAFile' } });
  expect(await readCourtFile(join(folder, 'absent'))).toMatchObject({ refusal: { code: 'FileNotFound' } });
});

test.each([
  ['2026-juillet-competences.csv', 'juillet 2026'],
  ['greffes-2025-08-11.json', '2025-08'],
  ['liste.csv', null],
])('%s is the edition %s', (name, edition) => expect(editionOf(name)).toBe(edition));
