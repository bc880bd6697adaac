import type { CompanyView } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeAction, makeBook } from './testing/book.ts';
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

const rowOf = async <R extends object>(sql: string, values: unknown[]): Promise<R> =>
  (await asSupervisor((client) => client.query<R>(sql, values))).rows[0]!;

test('going live forgets what was only captured, and nothing captured ever leaves', async () => {
  const captured = await makeAction(store, tenantId, book, {
    status: 'done',
    outbox: 'captured',
    mode: 'test',
    step: 'formal-notice',
    rank: 4,
    decidedOn: '2026-11-20',
  });
  await makeAction(store, tenantId, book, {
    status: 'done',
    outbox: 'sent',
    mode: 'live',
    step: 'reminder-1',
    rank: 1,
    decidedOn: '2026-11-02',
  });
  const open = await makeAction(store, tenantId, book, {
    status: 'to-confirm',
    mode: 'test',
    decidedOn: '2026-11-21',
    step: 'reminder-2',
    rank: 3,
  });
  const path = `/api/companies/${book.companyId}`;
  const switchTo = (mode: string, confirm = 'Atelier Fontaine') =>
    owner.post<CompanyView>(`${path}/mode`, { mode, confirm });
  expect((await switchTo('live', 'atelier fontaine')).body.refusal?.code).toBe('ConfirmationMismatch');
  const unready = await switchTo('live');
  expect(unready.body.refusal).toMatchObject({
    code: 'NotReadyForLive',
    facts: { missing: expect.arrayContaining(['les réglages du courrier électronique']) },
  });

  await owner.send('PATCH', path, {
    legalId: '123456789',
    addressLines: ['1 rue du Port'],
    postcode: '44000',
    city: 'Nantes',
    phone: '02 40 00 00 00',
    iban: 'FR7630006000011234567890189',
  });
  const mail = {
    host: 'smtp.example.fr',
    port: 465,
    security: 'tls',
    username: null,
    fromName: 'Atelier',
    fromAddress: 'a@example.fr',
    replyTo: null,
    copyTo: null,
    dkimDomain: null,
    dkimSelector: null,
  };
  await owner.send('PUT', `${path}/mail`, { ...mail, password: 'très secret' });
  expect((await switchTo('live')).body).toMatchObject({ mode: 'live', missingForLive: [] });
  expect(
    await rowOf('select level, level_step, level_on::text from claim where claim_id = $1', [book.claimIds.old]),
  ).toEqual({ level: 1, level_step: 'reminder-1', level_on: '2026-11-02' });
  expect(
    await rowOf(
      `select last_contact_on::text, last_contact_live, next_action_on <= '2026-11-21' as looked_at_next from collection_case where case_id = $1`,
      [book.caseId],
    ),
  ).toEqual({
    last_contact_on: '2026-11-02',
    last_contact_live: true,
    looked_at_next: true,
  });
  expect(await rowOf('select state from outbox where action_id = $1', [captured])).toEqual({ state: 'captured' });
  expect((await owner.post(`/api/actions/${open}/confirm`)).body.refusal?.code).toBe('ActionNotOpen');
  expect((await owner.post(`/api/messages/${captured}/email/send-again`)).body.refusal?.code).toBe('MessageNotInDoubt');

  const waiting = await makeAction(store, tenantId, book, {
    status: 'queued',
    outbox: 'due',
    mode: 'live',
    step: 'reminder-2',
    rank: 3,
    decidedOn: '2026-11-21',
  });
  expect((await switchTo('test')).body.mode).toBe('test');
  expect(await rowOf('select state from outbox where action_id = $1', [waiting])).toEqual({ state: 'cancelled' });
  expect(
    (await rowOf<{ level: number }>('select level from claim where claim_id = $1', [book.claimIds.old])).level,
  ).toBe(4);
});

test('a mail secret goes in and never comes out', async () => {
  const path = `/api/companies/${book.companyId}/mail`;
  expect((await owner.get(path)).body.refusal?.code).toBe('MailNotSet');
  expect((await owner.post(`${path}/test`, { to: 'x@example.fr' })).body.refusal?.code).toBe('MailNotSet');
  const mail = {
    host: 'smtp.example.fr',
    port: 465,
    security: 'tls',
    username: 'u',
    fromName: 'Atelier',
    fromAddress: 'a@example.fr',
    replyTo: null,
    copyTo: null,
    dkimDomain: null,
    dkimSelector: null,
  };
  const saved = await owner.send('PUT', path, { ...mail, password: 'très secret' });
  expect(saved.body).toEqual({ ...mail, hasPassword: true, hasDkimKey: false });
  expect((await owner.send('PUT', path, { ...mail, port: 587 })).body).toMatchObject({ port: 587, hasPassword: true });
  const dump = await asSupervisor((client) =>
    client.query<{ t: string }>(
      `select m::text || coalesce((select string_agg(p.payload::text, ' ') from journal_payload p), '') as t from mail_account m`,
    ),
  );
  expect(dump.rows[0]!.t).not.toContain('secret');
  expect((await owner.send('PUT', path, { ...mail, password: null })).body).toMatchObject({ hasPassword: false });
  const refused = await owner.post(`${path}/test`, { to: 'refus@example.fr' });
  expect([refused.status, refused.body.refusal]).toEqual([
    422,
    { code: 'MailRefused', message: 'Le serveur refuse : 535 authentication failed.', facts: { answer: '535' } },
  ]);
});

test('a settings change is merged, and two companies cannot share an identifier', async () => {
  const path = `/api/companies/${book.companyId}`;
  const changed = await owner.send<CompanyView>('PATCH', path, {
    legalId: '552100554',
    settings: { thresholdCents: 1000, stipulatedRate: { ecbPlus: '12' } },
  });
  expect(changed.body.settings).toMatchObject({
    thresholdCents: 1000,
    stipulatedRate: { ecbPlus: '12' },
    allocation: 'legal',
  });
  expect(
    (await owner.send<CompanyView>('PATCH', path, { settings: { signatory: 'Claire' } })).body.settings,
  ).toMatchObject({ thresholdCents: 1000, signatory: 'Claire' });
  expect((await owner.send('PATCH', path, { settings: { minimumGapDays: 0 } })).body.refusal?.code).toBe(
    'InvalidRequest',
  );
  expect((await owner.post('/api/companies', { name: 'Double', legalId: '552100554' })).body.refusal?.code).toBe(
    'CompanyExists',
  );
  expect(await rowOf('select count(*)::int as n from company where tenant_id = $1', [tenantId])).toEqual({ n: 1 });
});
