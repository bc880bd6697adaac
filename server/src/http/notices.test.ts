import type { NoticeListView, NoticesImportView, NoticeView, NoticeWatchView } from '@acquit/recovery';
import { afterAll, expect, test } from 'vitest';
import { startFakeBodacc } from '../channels/bodacc/testing/fake-bodacc.ts';
import { madeRecord } from '../intake/notices/testing/records.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import { droppedFile } from './testing/calls.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const fake = await startFakeBodacc();
afterAll(() => fake.close());
const app = await testApp(store, home, { bodacc: fake.net });

const SIREN = '552100554';
const record = madeRecord({ id: 'A202602000001', siren: SIREN, on: '2026-11-12', judgedOn: '2026-11-05' });

async function organisation(): Promise<{ client: Client; book: Book }> {
  const tenantId = await newTenant(store);
  const client = await signedIn(app, store, tenantId);
  const book = await makeBook(store, tenantId);
  await store.inTenant(tenantId, (tx) => tx.query('update debtor set legal_id = $1', [SIREN]));
  return { client, book };
}
const mine = await organisation();
const theirs = await organisation();

const list = async ({ client, book }: typeof mine) =>
  (await client.get<NoticeListView>(`/api/companies/${book.companyId}/notices`)).body;

test('an import stays with its organisation, and a notice is answered by its own people only', async () => {
  const dropped = () => droppedFile('annonces.json', JSON.stringify([record]));
  const { body } = await mine.client.post<NoticesImportView>('/api/notices/import', dropped());
  expect(body).toEqual({ records: 1, unreadable: 0, matched: 1, proposed: 0, known: 0, opened: 1 });
  const [notice] = (await list(mine)).items;
  expect(notice).toMatchObject({ state: 'applied', declareBefore: '2027-01-12', seen: false });
  expect((await list(theirs)).items).toEqual([]);
  const decision = `/api/notices/${notice!.matchId}/decision`;
  expect((await theirs.client.post(decision, { decision: 'undo' })).status).toBe(404);
  expect((await theirs.client.get(`/api/cases/${mine.book.caseId}/notices`)).status).toBe(404);
  expect((await theirs.client.get(`/api/companies/${mine.book.companyId}/notices`)).status).toBe(404);
  const undone = await mine.client.post<NoticeView>(decision, { decision: 'undo' });
  expect(undone.body).toMatchObject({ state: 'undone', procedureId: null, declareBefore: null, seen: true });
  const again = await mine.client.post(decision, { decision: 'undo' });
  expect([again.status, again.body.refusal?.code]).toEqual([409, 'NoticeDecided']);
  await mine.client.post(decision, { decision: 'confirm' });
  const [seen] = (await mine.client.get<NoticeView[]>(`/api/cases/${mine.book.caseId}/notices`)).body;
  expect(seen).toMatchObject({ state: 'applied', decidedBy: expect.stringContaining('user:') });
});

test('what is no export is refused with what to do', async () => {
  const answer = await mine.client.post('/api/notices/import', droppedFile('x.csv', 'nom;prenom\nDurand;Anne\n'));
  expect([answer.status, answer.body.refusal?.code]).toEqual([409, 'NotNotices']);
});

test('the watch is switched on, asks at once, and tells how it is', async () => {
  const path = `/api/companies/${theirs.book.companyId}/notices`;
  fake.records.push(record);
  const off = await theirs.client.post<NoticeWatchView>(`${path}/check`);
  expect(off.body).toMatchObject({ active: false, state: 'off' });
  expect(fake.questions).toEqual([]);
  expect((await mine.client.send('PUT', `${path}/watch`, { active: true })).status).toBe(404);
  const on = await theirs.client.send<NoticeWatchView>('PUT', `${path}/watch`, { active: true });
  expect(on.body).toMatchObject({ active: true, state: 'waiting', watched: 1, asked: 0 });
  fake.moods = ['error'];
  expect((await theirs.client.post<NoticeWatchView>(`${path}/check`)).body).toMatchObject({
    state: 'failing',
    trouble: { code: 'BodaccAnswerUnknown' },
  });
  expect((await theirs.client.post<NoticeWatchView>(`${path}/check`)).body).toMatchObject({ state: 'well', asked: 1 });
  expect(await list(theirs)).toMatchObject({ waiting: 1, items: [{ noticeId: record.id, state: 'applied' }] });
});
