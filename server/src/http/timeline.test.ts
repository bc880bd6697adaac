import { randomUUID } from 'node:crypto';
import type { MatchedBy, Page, ReceiptView, TimelineItem } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { insertPortalAct } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeAction, makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const book = await makeBook(store, tenantId);

const LABEL = 'VIR SEPA BOULANGERIE PETIT FACTURE FA-2026-001';
const REASONS = [{ code: 'NumberFound', message: 'Le libellé porte le numéro FA-2026-001.' }];

/** A receipt read on a bank line, as matching leaves it, decided by `actor`. */
async function matchedReceipt(rule: string, confidence: number, actor: string): Promise<string> {
  const { body } = await owner.post<ReceiptView>('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 1_000,
    method: 'transfer',
    reference: LABEL,
  });
  await store.inTenant(tenantId, async (tx) => {
    const [importId, accountId, lineId, matchId] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
    await tx.query(
      `insert into blob (tenant_id, sha256, bytes, media_type) values ($1, decode(md5($2), 'hex') || decode(md5($2), 'hex'), 36, 'text/plain')`,
      [tenantId, importId],
    );
    await tx.query(
      `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by)
       values ($1, $2, $3, 'relevé.xml', decode(md5($4), 'hex') || decode(md5($4), 'hex'), 'camt', 'imported', 'cli')`,
      [tenantId, importId, book.companyId, importId],
    );
    await tx.query(
      `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label) values ($1, $2, $3, $4, 'Banque')`,
      [tenantId, accountId, book.companyId, accountId],
    );
    await tx.query(
      `insert into bank_line (tenant_id, line_id, company_id, bank_account_id, import_id, booked_on, amount_cents, fingerprint, state)
       values ($1, $2, $3, $4, $5, '2026-11-20', 1000, decode(md5($6), 'hex'), 'matched')`,
      [tenantId, lineId, book.companyId, accountId, importId, lineId],
    );
    await tx.query(
      `insert into bank_match (tenant_id, match_id, company_id, line_id, state, rule, confidence, reasons, decided_by, decided_at, case_id)
       values ($1, $2, $3, $4, 'applied', $5, $6, $7, $8, now(), $9)`,
      [tenantId, matchId, book.companyId, lineId, rule, confidence, JSON.stringify(REASONS), actor, book.caseId],
    );
    await tx.query(
      `update receipt set origin = 'bank', bank_line_id = $3, match_id = $4 where tenant_id = $1 and receipt_id = $2`,
      [tenantId, body.receiptId, lineId, matchId],
    );
  });
  return body.receiptId;
}

async function moment(receiptId: string): Promise<TimelineItem | undefined> {
  const { body } = await owner.get<Page<TimelineItem>>(`/api/cases/${book.caseId}/timeline`);
  return body.items.find((one) => one.id === `receipt:${receiptId}`);
}

test('money read at the bank says in the case on what ground it was matched, how surely, and who decided', async () => {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ user_id: string }>('select user_id from app_user where tenant_id = $1', [tenantId]),
  );
  const itself: MatchedBy = { rule: 'reference', confidence: 98, by: null };
  expect(await moment(await matchedReceipt('reference', 98, 'acquit'))).toMatchObject({
    title: 'Encaissement lu à la banque',
    side: 'left',
    detail: LABEL,
    reasons: REASONS,
    match: itself,
  });
  expect(await moment(await matchedReceipt('amount', 60, `user:${rows[0]!.user_id}`))).toMatchObject({
    match: { rule: 'amount', confidence: 60, by: 'Claire Martin' },
  });
});

test('money that a person entered says none of it', async () => {
  const { body } = await owner.post<ReceiptView>('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 1_000,
    method: 'cheque',
  });
  expect(await moment(body.receiptId)).toMatchObject({ title: 'Encaissement', reasons: [], match: null });
});

test('what the debtor promised and contested stands on his side, what the post did between us, each once', async () => {
  const other = await makeBook(store, tenantId, {
    companyId: book.companyId,
    prefix: 'FT-2026',
    debtorName: 'Garage Ozanne',
  });
  const send = async <T extends object>(path: string, body: object) => {
    const { body: answer } = await owner.post<T>(path, body);
    if ('refusal' in answer) throw new Error(JSON.stringify(answer.refusal));
    return answer as T;
  };
  await send(`/api/cases/${other.caseId}/promises`, {
    promisedOn: '2026-11-30',
    amountCents: 4_200,
    madeBy: 'Mme Ozanne',
  });
  const { disputeId } = await send<{ disputeId: string }>(`/api/cases/${other.caseId}/disputes`, {
    claims: [{ claimId: other.claimIds.old, contestedCents: 100 }],
    reason: 'price',
    owner: 'Claire Martin',
    deadlineOn: '2026-12-01',
  });
  await send(`/api/disputes/${disputeId}/resolve`, { outcome: 'we-accept' });
  const { plan } = await send<{ plan: { planId: string } }>(`/api/cases/${other.caseId}/plans`, {
    accessories: 'reserved',
    cut: { from: '2026-12-10', count: 3, every: 'month' },
  });
  await send(`/api/plans/${plan.planId}/sign`, { signedOn: '2026-11-21', signedBy: 'M. Ozanne' });
  const actionId = await makeAction(store, tenantId, other, { status: 'done', channel: 'registered', mode: 'live' });
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into dispatch (tenant_id, action_id, company_id, channel, our_ref) values ($1, $2, $3, 'registered', 'ours')`,
      [tenantId, actionId, book.companyId],
    );
    await tx.query(
      `insert into dispatch_event (tenant_id, event_id, action_id, kind, on_day, source, told_by)
       values ($1, gen_random_uuid(), $2, 'first-presentation', '2026-11-18', 'hand', 'user:x')`,
      [tenantId, actionId],
    );
    await insertPortalAct(tx, {
      actId: randomUUID(),
      companyId: book.companyId,
      caseId: other.caseId,
      kind: 'paid',
      on: '2026-11-19',
      claimIds: [],
      said: { details: 'Réglé lundi' },
      file: null,
      effect: null,
      read: false,
    });
  });
  const { items } = (await owner.get<Page<TimelineItem>>(`/api/cases/${other.caseId}/timeline`)).body;
  const told = items.map((item) => [item.side, item.title, item.amountCents]);
  const promised = told.find(([, title]) => String(title).startsWith('Promesse'));
  expect(promised).toEqual(['left', 'Promesse de règlement pour le 30 novembre 2026', 4_200]);
  expect(told.find(([, title]) => String(title).startsWith('Contestation'))).toEqual(['left', expect.any(String), 100]);
  const sides = new Map(items.map((item) => [item.kind, item.side]));
  expect(Object.fromEntries(sides)).toMatchObject({
    promise: 'left',
    dispute: 'left',
    'portal-act': 'left',
    'plan-signed': 'left',
    plan: 'right',
    'dispute-resolved': 'right',
    'dispatch-event': 'center',
  });
  expect(items.find((item) => item.kind === 'portal-act')).toMatchObject({ detail: 'Réglé lundi', exhibits: [] });
  expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
});

test('a broken promise is a line of the story, from the day after its grace and not before', async () => {
  const { caseId } = await makeBook(store, tenantId, { prefix: 'FP-2026' });
  await owner.post(`/api/cases/${caseId}/promises`, { promisedOn: '2026-11-24', channel: 'phone' });
  const titles = async () =>
    (await owner.get<Page<TimelineItem>>(`/api/cases/${caseId}/timeline`)).body.items.map(({ title }) => title);
  expect((await titles()).join()).toContain('Promesse de règlement pour le 24 novembre 2026');
  expect((await titles()).join()).not.toContain('non tenue');
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `update promise set made_on = '2026-11-02', promised_on = '2026-11-10', expected_on = '2026-11-10', until_on = '2026-11-12' where case_id = $1`,
      [caseId],
    ),
  );
  expect(await titles()).toContain('Promesse du 10 novembre 2026 non tenue');
});

test('a message stands on the day it left, not on the one it was decided; one that waits on the day of its decision', async () => {
  const [left, waits] = [
    await makeAction(store, tenantId, book, { status: 'done', decidedOn: '2026-11-17' }),
    await makeAction(store, tenantId, book, {
      status: 'to-confirm',
      decidedOn: '2026-11-18',
      step: 'reminder-2',
      rank: 2,
    }),
  ];
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into outbox (tenant_id, action_id, company_id, channel, state, recipient, settled_at)
       values ($1, $2, $3, 'email', 'sent', 'compta@client.example', '2026-11-19T23:30:00Z')
       on conflict (tenant_id, action_id, channel) do update set state = 'sent', settled_at = excluded.settled_at`,
      [tenantId, left, book.companyId],
    ),
  );
  const { body } = await owner.get<Page<TimelineItem>>(`/api/cases/${book.caseId}/timeline`);
  const dayOf = (actionId: string) => body.items.find((one) => one.actionId === actionId)?.on;
  // Half past eleven at night in Greenwich is the next day in Paris.
  expect([dayOf(left), dayOf(waits)]).toEqual(['2026-11-20', '2026-11-18']);
});
