import type { Page, ReplyRow, ReplyView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { loadCases } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeNamed } from './testing/named.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);

async function planted() {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const named = await makeNamed(store, tenantId, owner);
  const view = async (replyId: string) => (await owner.get<ReplyView>(`/api/replies/${replyId}`)).body;
  const facts = () => store.inTenant(tenantId, async (tx) => (await loadCases(tx, [named.caseId]))[0]!.facts);
  return { tenantId, owner, named, view, facts };
}

test('what waits is listed oldest first, with what it proposes, and the case sends nothing until all is read', async () => {
  const { owner, named, facts } = await planted();
  const { body } = await owner.get<Page<ReplyRow>>(`/api/companies/${named.companyId}/replies`);
  expect(body.items.map(({ state, excerpt, proposed }) => [state, excerpt.replaceAll(/\s/g, ' '), proposed])).toEqual([
    ['to-read', 'Je vous règle le 20 décembre.', ['Promesse de règlement']],
    ['to-read', 'Nous contestons cette facture.', ['Contestation']],
    ['to-read', 'Merci de votre message.', []],
    ['to-sort', 'Voir la pièce jointe.', []],
    ['to-read', 'achats@client.example ne reçoit plus de courrier (5.1.1) : il faut une autre adresse.', []],
  ]);
  expect((await facts()).unreadReplyOn).toBeDefined();
  for (const id of [named.replyToAccept, named.replyToRefuse, named.replyToRead])
    await owner.post(`/api/replies/${id}/read`);
  // What was said on the debtor's page waits as well.
  expect((await facts()).unreadReplyOn).toBeDefined();
  await owner.post(`/api/portal-acts/${named.portalActId}/read`);
  expect((await facts()).unreadReplyOn).toBeUndefined();
});

test('one click records the promise by the same door as by hand, with its sentence and what brought it', async () => {
  const { owner, named, view, tenantId } = await planted();
  const accept = (body: object) =>
    owner.post<{ message: string; reply: ReplyView }>(`/api/replies/${named.replyToAccept}/proposals/0/accept`, body);
  const { body } = await accept({ amountCents: 25_000 });
  expect(body.message).toContain('250,00');
  expect(body.reply).toMatchObject({ state: 'read', proposals: [{ state: 'accepted' }] });
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query(
      `select amount_cents::int, promised_on, made_on, channel, note, made_by from promise where tenant_id = $1 and cause_id = $2`,
      [tenantId, named.replyToAccept],
    ),
  );
  expect(rows).toEqual([
    {
      amount_cents: 25_000,
      promised_on: '2026-12-20',
      made_on: '2026-11-20',
      channel: 'email',
      note: 'Je vous règle le 20 décembre.',
      made_by: 'Paul',
    },
  ]);
  expect((await accept({})).body).toMatchObject({ refusal: { code: 'ProposalDecided' } });
  expect((await view(named.replyToAccept)).readBy).toBe('Claire Martin');
});

test('a contestation becomes a dispute, and a refused reading records nothing and still waits', async () => {
  const { owner, named, tenantId } = await planted();
  const path = `/api/replies/${named.replyToRefuse}/proposals/0`;
  const refused = await owner.post<ReplyView>(`${path}/refuse`);
  expect(refused.body).toMatchObject({ state: 'to-read', proposals: [{ state: 'refused' }] });
  expect((await owner.post(`${path}/accept`, {})).body.refusal?.code).toBe('ProposalDecided');
  const other = await planted();
  const done = await other.owner.post<{ reply: ReplyView }>(
    `/api/replies/${other.named.replyToRefuse}/proposals/0/accept`,
    {
      claimIds: [other.named.claimIds.recent],
      amountCents: 100,
      reason: 'price',
      deadlineOn: '2026-12-01',
    },
  );
  expect(done.body.reply.state).toBe('read');
  const count = (tenant: string) =>
    store.inTenant(
      tenant,
      async (tx) =>
        (
          await tx.arrays<[number]>(`select count(*)::int from dispute where tenant_id = $1 and origin = 'reply'`, [
            tenant,
          ])
        )[0]![0],
    );
  expect([await count(tenantId), await count(other.tenantId)]).toEqual([0, 1]);
});

test('a reply put into a case by a person stops its sends, and its files are only ever saved', async () => {
  const { owner, named, view } = await planted();
  expect((await view(named.replyToSort)).files).toMatchObject([{ n: 0, name: 'page.html' }]);
  for (const path of ['files/0', 'message']) {
    const file = await owner.send('GET', `/api/replies/${named.replyToSort}/${path}`);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment;/);
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
  }
  const attached = await owner.post<ReplyView>(`/api/replies/${named.replyToSort}/attach`, { caseId: named.caseId });
  expect(attached.body).toMatchObject({
    state: 'to-read',
    caseId: named.caseId,
    joined: { by: 'person' },
    candidates: [],
  });
});

test('an address that bounced is used again when a person says it is good', async () => {
  const { owner, named, view, tenantId, facts } = await planted();
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into refused_address (tenant_id, email_key, reply_id, refused_on)
       select tenant_id, email_key, $3, '2026-11-20' from debtor where tenant_id = $1 and debtor_id = $2`,
      [tenantId, named.debtorId, named.replyOfBounce],
    ),
  );
  const before = await facts();
  expect([before.debtor.email, before.debtor.refusedEmail !== undefined]).toEqual([null, true]);
  expect((await view(named.replyOfBounce)).refusedAddresses).toHaveLength(1);
  await owner.post(`/api/replies/${named.replyOfBounce}/trust`);
  expect((await facts()).debtor.email).not.toBe(null);
});
