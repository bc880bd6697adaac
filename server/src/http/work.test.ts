import type {
  CaseRow,
  CaseView,
  ClaimStatementView,
  ClaimView,
  MessageFacts,
  MessageRow,
  Page,
  PlanView,
  TimelineItem,
  TodayView,
} from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
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

const theCase = async () => (await owner.get<CaseView>(`/api/cases/${book.caseId}`)).body;
const journalled = async () =>
  (
    await asSupervisor((client) =>
      client.query<{ action: string }>('select action from journal_entry where tenant_id = $1 order by seq', [
        tenantId,
      ]),
    )
  ).rows.map((row) => row.action);
const rowOf = async <R extends object>(sql: string, values: unknown[]): Promise<R> =>
  (await asSupervisor((client) => client.query<R>(sql, values))).rows[0]!;

test('confirming lets an e-mail go in live, and only shows it in test', async () => {
  const live = await makeAction(store, tenantId, book, { mode: 'live', decidedOn: '2026-11-19' });
  const captured = await makeAction(store, tenantId, book, { mode: 'test', decidedOn: '2026-11-20' });
  const letter = await makeAction(store, tenantId, book, {
    mode: 'live',
    channel: 'letter',
    decidedOn: '2026-11-19',
  });
  for (const actionId of [live, captured, letter]) {
    expect((await owner.post(`/api/actions/${actionId}/confirm`)).body).toEqual({ ok: true });
    expect((await owner.post(`/api/actions/${actionId}/confirm`)).body.refusal?.code).toBe('ActionNotOpen');
  }
  const { rows } = await asSupervisor((client) =>
    client.query(
      'select o.action_id, o.state, o.recipient, a.status from outbox o join action a using (tenant_id, action_id) where tenant_id = $1',
      [tenantId],
    ),
  );
  expect(rows).toEqual(
    expect.arrayContaining([
      { action_id: live, state: 'due', recipient: 'compta@client.example', status: 'queued' },
      { action_id: captured, state: 'captured', recipient: 'compta@client.example', status: 'done' },
      { action_id: letter, state: 'to-print', recipient: null, status: 'queued' },
    ]),
  );
});

test('a message that waited is not agreed to on top of another contact of the day, nor an older one on top of it', async () => {
  const [first, second, third] = [
    await makeAction(store, tenantId, book, { mode: 'live', step: 'reminder-1', rank: 1, decidedOn: '2026-11-10' }),
    await makeAction(store, tenantId, book, { mode: 'live', step: 'reminder-2', rank: 3, decidedOn: '2026-11-18' }),
    await makeAction(store, tenantId, book, {
      mode: 'live',
      channel: 'phone',
      step: 'call',
      status: 'to-do',
      rank: 2,
      decidedOn: '2026-11-14',
    }),
  ];
  expect((await owner.post(`/api/actions/${first}/confirm`)).status).toBe(200);
  const refused = await owner.post(`/api/actions/${second}/confirm`);
  expect([refused.status, refused.body.refusal?.code]).toEqual([409, 'ContactedToday']);
  expect(await rowOf('select status from action where action_id = $1', [second])).toEqual({ status: 'to-confirm' });
  const contact =
    'select last_contact_on::text as on, last_contact_live as live from collection_case where case_id = $1';
  expect(await rowOf(contact, [book.caseId])).toEqual({ on: TODAY, live: true });
  // Taken back before it left, it was no contact: either may be agreed to again.
  expect((await owner.post(`/api/actions/${first}/undo`)).status).toBe(200);
  expect(await rowOf(contact, [book.caseId])).toEqual({ on: '2026-11-18', live: true });
  expect((await owner.post(`/api/actions/${first}/confirm`)).status).toBe(200);
  expect(await rowOf(contact, [book.caseId])).toEqual({ on: TODAY, live: true });
  // A call that was made was made: it is recorded, and counts on its own day.
  expect((await owner.post(`/api/actions/${third}/done`, { result: 'Fait' })).status).toBe(200);
});

test('skip and done close an act and keep its result in the case', async () => {
  const [call, mail] = [
    await makeAction(store, tenantId, book, { channel: 'phone', status: 'to-do', step: 'call', rank: 2 }),
    await makeAction(store, tenantId, book, {}),
  ];
  expect(
    (await owner.get<TodayView>(`/api/companies/${book.companyId}/today`)).body.groups.map((group) => [
      group.kind,
      group.count,
    ]),
  ).toEqual([
    ['to-confirm', 1],
    ['call', 1],
  ]);
  expect((await owner.post(`/api/actions/${mail}/done`, { result: 'Fait' })).body.refusal?.code).toBe('ActionNotOpen');
  expect(
    (await owner.post(`/api/actions/${call}/done`, { result: 'Promesse', note: 'virement vendredi' })).status,
  ).toBe(200);
  expect((await owner.post(`/api/actions/${mail}/skip`)).status).toBe(200);
  await makeAction(store, tenantId, book, {
    status: 'done',
    outbox: 'captured',
    step: 'notice',
    rank: 0,
    decidedOn: '2026-11-02',
  });
  await owner.send('PATCH', `/api/claims/${book.claimIds.old}`, { indemnity: 'waived' });
  const timeline = await owner.get<Page<TimelineItem>>(`/api/cases/${book.caseId}/timeline`);
  expect(timeline.body.items.map((one) => one.detail)).toEqual(
    expect.arrayContaining(['Retenu en mode test\u00a0: rien n’est parti', 'Passé par choix', 'FA-2026-001']),
  );
  expect(timeline.body.items.find((one) => one.actionId === call)).toMatchObject({
    detail: 'Promesse — virement vendredi',
    side: 'right',
  });
  expect((await owner.get<TodayView>(`/api/companies/${book.companyId}/today`)).body.groups).toEqual([]);
  expect(await journalled()).toEqual(['action.done', 'action.skipped', 'claim.changed']);
});

test('a pause stops what was prepared; resuming puts the case before the next pass', async () => {
  const prepared = await makeAction(store, tenantId, book, { status: 'queued', outbox: 'due', mode: 'live' });
  const paused = await owner.post<CaseView>(`/api/cases/${book.caseId}/pause`, {
    until: '2026-12-10',
    reason: 'Litige sur la livraison',
  });
  expect(paused.body).toMatchObject({
    status: 'paused',
    pausedUntil: '2026-12-10',
    statusReason: 'Litige sur la livraison',
  });
  expect(await rowOf('select state from outbox where action_id = $1', [prepared])).toEqual({ state: 'cancelled' });
  expect(
    (await owner.get<Page<CaseRow>>(`/api/companies/${book.companyId}/cases?filter=paused`)).body.items,
  ).toHaveLength(1);
  const resumed = await owner.post<CaseView>(`/api/cases/${book.caseId}/resume`);
  expect(resumed.body).toMatchObject({
    status: 'open',
    pausedUntil: null,
    statusReason: null,
    nextActionOn: '2026-11-21',
  });
  expect((await owner.post(`/api/cases/${book.caseId}/resume`)).body.refusal?.code).toBe('CaseNotPaused');
  expect(await journalled()).toEqual(['case.paused', 'action.cancelled', 'case.resumed']);
});

test('the debtor’s kind decides his profile, and an address sets a waiting case on its way', async () => {
  await asSupervisor((client) =>
    client.query(`update collection_case set status = 'parked', status_reason = 'Sans adresse' where case_id = $1`, [
      book.caseId,
    ]),
  );
  const task = await makeAction(store, tenantId, book, { channel: 'task', status: 'to-do', step: 'missing-address' });
  const { status } = await owner.send('PATCH', `/api/debtors/${book.debtorId}`, {
    kind: 'consumer',
    addressLines: ['3 rue Neuve'],
    postcode: '69001',
    city: 'Lyon',
  });
  expect(status).toBe(200);
  const changed = await owner.get<CaseView>(`/api/cases/${book.caseId}`);
  expect(changed.body).toMatchObject({
    profile: 'consumer',
    status: 'open',
    statusReason: null,
    debtor: { kind: 'consumer', kindName: 'Particulier', city: 'Lyon' },
  });
  expect(changed.body.owed.indemnityCents).toBe(0);
  expect(changed.body.owed.notes.length).toBeGreaterThan(0);
  expect(await rowOf('select status from action where action_id = $1', [task])).toEqual({ status: 'done' });
  expect(
    (await owner.send('PATCH', `/api/debtors/${book.debtorId}`, { insolvencyOpenedOn: '2026-12-01' })).body.refusal
      ?.code,
  ).toBe('DateInTheFuture');
});

test('accessories, due date and cancellation of a claim are choices that show at once', async () => {
  const { old, future } = book.claimIds;
  const statement = async () =>
    (await owner.get<ClaimStatementView>(`/api/claims/${old}/statement?on=2026-11-21`)).body;
  const reserved = await statement();
  expect(reserved).toMatchObject({ principalLeftCents: 120_000, indemnityCents: 4000, totalDueCents: 120_000 });
  expect(reserved.penaltyCents).toBeGreaterThan(0);
  for (const accessory of ['penalties', 'indemnity'])
    await owner.send('PATCH', `/api/claims/${old}`, { [accessory]: 'claimed' });
  const claimed = await statement();
  expect(claimed.totalDueCents).toBe(120_000 + reserved.penaltyCents + 4000);
  expect(JSON.stringify(claimed.explanation)).toContain('L441-10');

  const moved = await owner.send<ClaimView>('PATCH', `/api/claims/${old}`, { dueOn: '2026-11-20' });
  expect(moved.body).toMatchObject({ dueOn: '2026-11-20', dueOnSource: 'user', daysLate: 1 });
  expect((await theCase()).oldestDueOn).toBe('2026-11-01');
  expect((await owner.send<ClaimView>('PATCH', `/api/claims/${future}`, { status: 'cancelled' })).body.status).toBe(
    'cancelled',
  );
  expect((await theCase()).owed.principalCents).toBe(200_000);
  expect((await owner.send('PATCH', `/api/claims/${future}`, { dueOn: '2026-12-01' })).body.refusal?.code).toBe(
    'ClaimNotOpen',
  );
  expect((await owner.send('PATCH', `/api/claims/${old}`, { status: 'open' })).body.refusal?.code).toBe(
    'InvalidRequest',
  );
});

test('letters marked as printed leave the queue once', async () => {
  const letter = await makeAction(store, tenantId, book, {
    status: 'queued',
    outbox: 'to-print',
    channel: 'letter',
    mode: 'live',
  });
  const mark = () =>
    owner.post<{ printed: number }>(`/api/companies/${book.companyId}/print-queue/printed`, { actionIds: [letter] });
  expect((await mark()).body).toEqual({ printed: 1 });
  expect((await mark()).body).toEqual({ printed: 0 });
  expect(app.heard.kept).toEqual([letter]);
  const { body } = await owner.get<Page<MessageRow>>(`/api/companies/${book.companyId}/messages?state=printed`);
  expect(body.items).toMatchObject([{ actionId: letter, state: 'printed', settledAt: expect.any(String) }]);
});

test('the plan says what will go out and to whom, and today’s page counts what leaves tonight', async () => {
  const plan = await owner.get<PlanView>(`/api/companies/${book.companyId}/plan?from=2026-11-21&days=30`);
  expect(plan.body.items[0]).toMatchObject({
    on: '2026-11-21',
    caseId: book.caseId,
    debtorName: 'Boulangerie Éléonore',
  });
  expect(plan.body.items.map((one) => one.on)).toEqual(plan.body.items.map((one) => one.on).sort());
  const { body } = await owner.get<TodayView>(`/api/companies/${book.companyId}/today`);
  expect(body.totals).toEqual({
    openCents: 250_000,
    overdueCents: 200_000,
    openClaims: 3,
    overdueClaims: 2,
    debtors: 1,
    receivedThisMonthCents: 0,
  });
  expect(body.tonight.messages + body.tonight.letters).toBe(
    plan.body.items.filter((one) => one.on === '2026-11-21' && one.release === 'automatic').length,
  );
});

test('once the day’s pass has run, what leaves tonight is what the next one sends', async () => {
  const { companyId } = book;
  const counted = async () => {
    const { tonight } = (await owner.get<TodayView>(`/api/companies/${companyId}/today?on=2026-11-22`)).body;
    return tonight.messages + tonight.letters;
  };
  // A Sunday: its own pass sends nothing, that of the Monday does.
  const plan = await owner.get<PlanView>(`/api/companies/${companyId}/plan?from=2026-11-22&days=2`);
  const monday = plan.body.items.filter((one) => one.on === '2026-11-23' && one.release === 'automatic').length;
  expect(monday).toBeGreaterThan(0);
  expect(await counted()).toBe(0);
  await asSupervisor((client) =>
    client.query(
      `insert into pass (tenant_id, pass_id, company_id, on_day, finished_at) values ($1, gen_random_uuid(), $2, '2026-11-22', now())`,
      [tenantId, companyId],
    ),
  );
  expect(await counted()).toBe(monday);
});

test('the source file comes back byte for byte, under its own name, framed by nobody else', async () => {
  const answer = await owner.get(`/api/claims/${book.claimIds.old}/document`);
  expect(answer.text).toBe(`%PDF-1.7 ${book.importId}`);
  expect(answer.headers.get('content-disposition')).toBe(
    `inline; filename="facture _t_.pdf"; filename*=UTF-8''facture%20%C3%A9t%C3%A9.pdf`,
  );
  expect(answer.headers.get('content-security-policy')).toContain("frame-ancestors 'self'");
  await asSupervisor((client) =>
    client.query(`update blob set media_type = 'text/html' where tenant_id = $1`, [tenantId]),
  );
  const html = await owner.get(`/api/claims/${book.claimIds.old}/document`);
  expect(html.headers.get('content-type')).toBe('application/octet-stream');
  expect(html.headers.get('content-disposition')).toMatch(/^attachment/);
});

test('the e-mail that recalls a call bears the figures of the day it is written, not of the day the call was decided', async () => {
  await owner.post('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-19',
    amountCents: 20_000,
    method: 'transfer',
    claimIds: [book.claimIds.old],
  });
  const call = await makeAction(store, tenantId, book, {
    channel: 'phone',
    status: 'to-do',
    step: 'call',
    rank: 2,
    decidedOn: '2026-11-10',
  });
  const next = { kind: 'promise', promisedOn: '2026-11-27', amountCents: null };
  const answer = await owner.post<{ confirmationId: string }>(`/api/actions/${call}/call`, {
    outcome: 'reached',
    spokeWith: 'Mme Petit',
    note: null,
    next,
    confirm: true,
  });
  expect([answer.status, answer.body.refusal]).toEqual([200, undefined]);
  const sent = await rowOf<{ facts: MessageFacts; total: string }>(
    'select facts, total_cents::text as total from action where action_id = $1',
    [answer.body.confirmationId],
  );
  const { facts } = sent;
  expect(facts.claims.map((claim) => [claim.number, claim.group, claim.openCents, claim.daysLate])).toEqual([
    ['FA-2026-001', 'main', 100_000, 51],
    ['FA-2026-002', 'also', 80_000, 20],
  ]);
  expect([facts.on, facts.totalCents, sent.total]).toEqual([TODAY, 180_000, '180000']);
  expect(facts.about).toMatchObject({ kind: 'call-confirmed', promisedCents: 100_000, promisedOn: '2026-11-27' });
});

test('a call about what is settled since is recorded, but not confirmed in writing', async () => {
  const call = await makeAction(store, tenantId, book, { channel: 'phone', status: 'to-do', step: 'call', rank: 2 });
  await asSupervisor((client) =>
    client.query(`update claim set status = 'settled' where claim_id = $1`, [book.claimIds.old]),
  );
  const result = { outcome: 'reached', spokeWith: null, note: null, next: { kind: 'go-on' } };
  const refused = await owner.post(`/api/actions/${call}/call`, { ...result, confirm: true });
  expect([refused.status, refused.body.refusal?.code]).toEqual([409, 'NothingLate']);
  expect((await owner.post(`/api/actions/${call}/call`, { ...result, confirm: false })).status).toBe(200);
});
