import type { CourtAnswerView, CourtImportView, CourtsView, ProcedureView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { ministryFile, registryFile, shiftedFile } from '../intake/courts/testing/files.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const owner = await signedIn(app, store, await newTenant(store, 'Première'));
const other = await signedIn(app, store, await newTenant(store, 'Seconde'));

const dropped = (...files: [name: string, content: string][]) => {
  const form = new FormData();
  for (const [name, content] of files) form.append('files', new Blob([content]), name);
  return form;
};

test('the organisation that opened the installation loads the files, and every one reads them', async () => {
  expect((await owner.get<CourtsView>('/api/courts')).body).toMatchObject({ files: [], mayImport: true });
  const greffes = dropped(['greffes.json', registryFile()]);
  expect((await owner.post<CourtImportView>('/api/courts/import', greffes)).body).toMatchObject({
    layout: 'registry',
    status: 'imported',
  });
  const again = await owner.post<CourtImportView>('/api/courts/import', dropped(['x.json', registryFile()]));
  expect(again.body.status).toBe('unchanged');
  expect((await owner.post('/api/courts/import', dropped(['communes.csv', ministryFile()]))).status).toBe(200);
  expect((await other.get<CourtsView>('/api/courts')).body).toMatchObject({
    mayImport: false,
    files: [
      { layout: 'ministry', entries: 11 },
      { layout: 'registry', fileName: 'greffes.json' },
    ],
    missing: [{ layout: 'addresses' }],
  });
  const found = await other.get<CourtAnswerView>('/api/courts/find?court=commercial&postcode=13150&city=Boulbon');
  expect(found.body).toMatchObject({ status: 'found', courts: [{ name: 'Tribunal de commerce de Tarascon' }] });
  const chosen = await other.get<CourtAnswerView>('/api/courts/find?court=judicial&postcode=13150');
  expect(chosen.body).toMatchObject({ status: 'choose', help: 'https://www.justice.fr' });
});

test('a court that the files do not name is kept with its doubt', async () => {
  const tenantId = await newTenant(store);
  const client = await signedIn(app, store, tenantId);
  const { caseId, claimIds } = await makeBook(store, tenantId);
  await store.inTenant(tenantId, (tx) => tx.query(`update debtor set postcode = '13150', city = 'Boulbon'`));
  const open = async (court: { courtId: string | null; courtName: string }, claimId: string) => {
    const order = { kind: 'injonction-de-payer', courtKind: 'commercial', claimIds: [claimId], ...court };
    const { body } = await client.post<ProcedureView>(`/api/cases/${caseId}/procedures`, order);
    return body.doubts.filter(({ code }) => code === 'CourtToVerify').map(({ message }) => message);
  };
  expect(await open({ courtId: 'RCS-TARASCON', courtName: 'Tribunal de commerce de Tarascon' }, claimIds.old)).toEqual(
    [],
  );
  const [doubt] = await open({ courtId: null, courtName: 'Tribunal de commerce de Nice' }, claimIds.recent);
  expect(doubt).toContain('Les fichiers désignent Tribunal de commerce de Tarascon');
});

test('another organisation, a wrong edition and two files at once are refused', async () => {
  const refused = await other.post('/api/courts/import', dropped(['greffes.json', registryFile()]));
  expect([refused.status, refused.body.refusal?.code]).toEqual([403, 'InstallationOwnerOnly']);
  const shifted = await owner.post('/api/courts/import', dropped(['faux.csv', shiftedFile()]));
  expect([shifted.status, shifted.body.refusal?.code]).toEqual([409, 'CourtFileShifted']);
  const two = await owner.post('/api/courts/import', dropped(['a.json', registryFile()], ['b.csv', ministryFile()]));
  expect([two.status, two.body.refusal?.code]).toEqual([409, 'OneFileOnly']);
  expect((await owner.get('/api/courts/find?court=nonsense&postcode=13150')).status).toBe(400);
});
