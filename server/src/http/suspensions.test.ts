import type { SuspensionView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner, book] = ['', undefined as unknown as Client, undefined as unknown as Book];

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
});

const order = {
  supply: 'goods',
  effectiveOn: '2026-12-07',
  sameContract: true,
  contract: 'Commande 8841',
  reason: 'Impayés',
  owner: 'Claire',
};

const made = async <T extends object>(path: string, body: object): Promise<T> => {
  const answer = await owner.post<T>(path, body);
  expect([path, answer.status, answer.body.refusal?.code]).toEqual([path, 200, undefined]);
  return answer.body;
};
const sql = <R extends object>(text: string, values: unknown[] = []) =>
  asSupervisor((client) => client.query<R>(text, values)).then(({ rows }) => rows);
const refusalOf = async (path: string, body: object) => (await owner.post(path, body)).body.refusal?.code;

test('a suspension is refused with its article where the law forbids it, else decided, announced and lifted', async () => {
  const asked = async (change: object) =>
    (await owner.post(`/api/cases/${book.caseId}/suspensions`, { ...order, ...change })).body.refusal;
  expect(await asked({ supply: 'water', mainHome: true })).toMatchObject({ code: 'WaterNeverCut' });
  expect((await asked({ supply: 'gas', mainHome: true }))?.message).toContain('L115-3 CASF');
  expect(await asked({ sameContract: false })).toMatchObject({ code: 'NotSameContract' });
  expect(await asked({ effectiveOn: '2026-11-20' })).toMatchObject({ code: 'DateInThePast' });
  const { suspensionId } = await made<{ suspensionId: string }>(
    `/api/cases/${(await makeBook(store, tenantId, { prefix: 'FS-2026' })).caseId}/suspensions`,
    order,
  );
  const letter = await owner.get<Uint8Array>(`/api/suspensions/${suspensionId}/letter`);
  expect(letter.status).toBe(200);
  // Its announcement is a message of the case, once, as the contact of the day.
  const announced = await made<SuspensionView>(`/api/suspensions/${suspensionId}/send`, {});
  const { caseId } = announced;
  expect(announced.letterActionId).not.toBeNull();
  expect(await refusalOf(`/api/suspensions/${suspensionId}/send`, {})).toBe('AlreadyAnnounced');
  const sent = await sql<{ channel: string; state: string; kind: string; last: string }>(
    `select a.channel, o.state, a.facts -> 'about' ->> 'kind' as kind, c.last_contact_on::text as last
       from action a join outbox o using (tenant_id, action_id) join collection_case c using (tenant_id, case_id)
      where a.case_id = $1 and a.step = 'suspension' order by 1`,
    [caseId],
  );
  expect(sent).toEqual([
    expect.objectContaining({ channel: 'email', state: 'captured', kind: 'suspension', last: TODAY }),
  ]);
  expect(await made(`/api/suspensions/${suspensionId}/lift`, {})).toMatchObject({ state: 'lifted', liftedOn: TODAY });
  expect(await refusalOf(`/api/suspensions/${suspensionId}/send`, {})).toBe('SuspensionOver');
  expect(await refusalOf(`/api/suspensions/${suspensionId}/lift`, {})).toBe('SuspensionOver');
});

test('a suspension is refused by name while nothing is asked of the customer, and decided once something is', async () => {
  const path = `/api/cases/${book.caseId}/suspensions`;
  const { disputeId } = await made<{ disputeId: string }>(`/api/cases/${book.caseId}/disputes`, {
    claims: [book.claimIds.old, book.claimIds.recent].map((claimId) => ({ claimId, contestedCents: null })),
    reason: 'goods-faulty',
    owner: 'Claire',
    deadlineOn: '2026-12-01',
  });
  for (const announce of [true, false]) {
    const { refusal } = (await owner.post(path, { ...order, announce })).body;
    expect(refusal).toMatchObject({ code: 'NothingLate' });
    expect(refusal?.message).toContain('Réglez d’abord la contestation');
  }
  const { body: commitments } = await owner.get<{ suspensions: unknown[] }>(`/api/cases/${book.caseId}/commitments`);
  expect(commitments.suspensions).toEqual([]);
  await made(`/api/disputes/${disputeId}/resolve`, { outcome: 'withdrawn' });
  const { suspensionId } = await made<SuspensionView>(path, { ...order, announce: false });
  expect((await owner.get(`/api/suspensions/${suspensionId}/letter`)).status).toBe(200);
});
