import { randomUUID } from 'node:crypto';
import type { TodayView, WorkKind } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { insertPortalAct } from '../store/index.ts';
import { newTenant, type TestStore, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeAction, makeBook } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner, book] = ['', undefined as unknown as Client, undefined as unknown as Book];

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  book = await makeBook(store, tenantId);
});

const dayOf = async (on: string) =>
  (await owner.get<TodayView>(`/api/companies/${book.companyId}/today?on=${on}`)).body;
const group = (today: TodayView, kind: WorkKind) => today.groups.find((one) => one.kind === kind);
const lines = (today: TodayView, kind: WorkKind) =>
  group(today, kind)?.items.map(({ stepName, on, standing, totalCents }) => [stepName, on, standing, totalCents]) ?? [];
const ok = async <T extends object>(path: string, body: object): Promise<T> => {
  const { body: answer } = await owner.post<T>(path, body);
  if ('refusal' in answer) throw new Error(JSON.stringify(answer.refusal));
  return answer as T;
};

test('a promise is announced, asked for on its day, told as broken, and gone once something was done', async () => {
  await ok(`/api/cases/${book.caseId}/promises`, { promisedOn: '2026-11-26', amountCents: 12_345 });
  const before = await dayOf('2026-11-21');
  expect(lines(before, 'coming')).toEqual([['Règlement promis', '2026-11-26', 'coming', 12_345]]);
  expect(lines(before, 'promise')).toEqual([]);
  expect(before.counters.coming).toEqual({ count: 1, cents: 12_345 });
  expect(lines(await dayOf('2026-11-26'), 'promise')).toEqual([['Règlement promis', '2026-11-26', 'today', 12_345]]);
  const broken = await dayOf('2026-12-10');
  expect(lines(broken, 'promise')).toEqual([['Promesse non tenue', '2026-11-26', 'late', 12_345]]);
  expect(broken.counters.late).toEqual({ count: 1, cents: 12_345 });
  await makeAction(store, tenantId, book, { status: 'done', decidedOn: '2026-12-09' });
  expect(lines(await dayOf('2026-12-10'), 'promise')).toEqual([]);
});

test('a dispute is a line of its owner first, late after its deadline, with what it freezes', async () => {
  const dispute = (claimId: string, contestedCents: number, who: string, deadlineOn: string) =>
    ok(`/api/cases/${book.caseId}/disputes`, {
      claims: [{ claimId, contestedCents }],
      reason: 'price',
      owner: who,
      deadlineOn,
    });
  await dispute(book.claimIds.old, 700, 'Une autre personne', '2026-11-24');
  await dispute(book.claimIds.recent, 900, 'Claire Martin', '2026-11-25');
  expect(lines(await dayOf('2026-11-20'), 'coming').map(([name, on]) => [name, on])).toEqual([
    ['Réponse à un litige', '2026-11-24'],
    ['Réponse à un litige', '2026-11-25'],
  ]);
  const late = await dayOf('2026-11-25');
  expect(group(late, 'dispute')!.items.map((item) => [item.owner, item.mine, item.standing, item.totalCents])).toEqual([
    ['Claire Martin', true, 'today', 900],
    ['Une autre personne', false, 'late', 700],
  ]);
  expect(group(late, 'dispute')!.late).toBe(1);
});

test('a missed instalment says since when and how much, and money makes it go', async () => {
  const { plan } = await ok<{ plan: { planId: string; instalments: { dueOn: string; cents: number }[] } }>(
    `/api/cases/${book.caseId}/plans`,
    { accessories: 'reserved', cut: { from: '2026-12-10', count: 3, every: 'month' } },
  );
  await ok(`/api/plans/${plan.planId}/sign`, { signedOn: '2026-11-21', signedBy: 'M. Ozanne' });
  const [first] = plan.instalments;
  expect(lines(await dayOf('2026-12-08'), 'coming')).toEqual([
    ['Échéance d’un plan', first!.dueOn, 'coming', first!.cents],
  ]);
  expect(lines(await dayOf('2026-12-30'), 'plan')).toEqual([
    ['Échéance non réglée', first!.dueOn, 'late', first!.cents],
  ]);
  await ok('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-21',
    amountCents: first!.cents,
    method: 'transfer',
  });
  expect(lines(await dayOf('2026-12-30'), 'plan')).toEqual([]);
});

test('what a debtor says on his page waits until it is answered, and a look at it does not', async () => {
  const act = (kind: 'paid' | 'opened', on: string) => ({
    actId: randomUUID(),
    companyId: book.companyId,
    caseId: book.caseId,
    kind,
    on,
    claimIds: [],
    said: { details: 'Réglé par virement lundi' },
    file: null,
    effect: null,
    read: false,
  });
  const said = act('paid', '2026-11-19');
  await store.inTenant(tenantId, async (tx) => {
    await insertPortalAct(tx, said);
    await insertPortalAct(tx, act('opened', '2026-11-18'));
  });
  const today = await dayOf('2026-11-21');
  expect(group(today, 'portal-act')!.items.map((item) => [item.objectId, item.stepName, item.what])).toEqual([
    [said.actId, 'Dit avoir payé', 'paid'],
  ]);
  expect(group(today, 'portal-act')!.items[0]!.reasons[0]!.message).toBe('Réglé par virement lundi');
  await ok(`/api/portal-acts/${said.actId}/read`, {});
  expect(group(await dayOf('2026-11-21'), 'portal-act')).toBeUndefined();
});

test('a registered letter posted by hand waits for its number, then for its first presentation', async () => {
  const actionId = await makeAction(store, tenantId, book, {
    status: 'done',
    channel: 'registered',
    mode: 'live',
    decidedOn: '2026-11-16',
  });
  const run = (sql: string) => store.inTenant(tenantId, (tx) => tx.query(sql, [tenantId, actionId]));
  await run(
    `insert into dispatch (tenant_id, action_id, company_id, channel, our_ref)
     select tenant_id, action_id, company_id, 'registered', 'ours' from action where tenant_id = $1 and action_id = $2`,
  );
  const names = async () => lines(await dayOf('2026-11-21'), 'registered').map(([name]) => name);
  expect(await names()).toEqual([expect.stringMatching(/ — Numéro à saisir$/)]);
  await run(`update dispatch set number = '1A00000000000' where tenant_id = $1 and action_id = $2`);
  expect(await names()).toEqual([expect.stringMatching(/ — Première présentation à saisir$/)]);
  await run(
    `insert into dispatch_event (tenant_id, event_id, action_id, kind, on_day, source, told_by)
     values ($1, gen_random_uuid(), $2, 'first-presentation', '2026-11-18', 'hand', 'user:x')`,
  );
  expect(await names()).toEqual([]);
});

test('with more lines than are shown, counts and sums are of all of them', async () => {
  for (let n = 0; n < 55; n += 1) {
    const other = await makeBook(store, tenantId, {
      companyId: book.companyId,
      prefix: `F${n}-2026`,
      debtorName: `Client ${n}`,
    });
    await makeAction(store, tenantId, other, { decidedOn: n < 5 ? '2026-11-21' : '2026-11-20' });
  }
  const today = await dayOf('2026-11-21');
  const found = group(today, 'to-confirm')!;
  const each = found.items[0]!.totalCents;
  expect([found.items.length, found.count, found.late]).toEqual([50, 55, 50]);
  expect(today.counters.late).toEqual({ count: 50, cents: 50 * each });
  expect(today.counters.today).toEqual({ count: 5, cents: 5 * each });
});

test('what was confirmed, skipped or done may be taken back until it begins to leave', async () => {
  const state = async (actionId: string) =>
    store.inTenant(tenantId, async (tx) => {
      const { rows } = await tx.query<{ status: string; state: string | null }>(
        'select a.status, o.state from action a left join outbox o using (tenant_id, action_id) where a.tenant_id = $1 and a.action_id = $2',
        [tenantId, actionId],
      );
      return [rows[0]!.status, rows[0]!.state];
    });
  const undo = async (actionId: string) => (await owner.post(`/api/actions/${actionId}/undo`, {})).body;
  const live = await makeAction(store, tenantId, book, { mode: 'live', decidedOn: '2026-11-19' });
  const tested = await makeAction(store, tenantId, book, { mode: 'test', decidedOn: '2026-11-20' });
  for (const actionId of [live, tested]) {
    expect((await undo(actionId)).refusal?.code).toBe('TooLateToUndo');
    await ok(`/api/actions/${actionId}/confirm`, {});
    expect(await undo(actionId)).toEqual({ ok: true });
    expect(await state(actionId)).toEqual(['to-confirm', null]);
  }
  await ok(`/api/actions/${live}/skip`, {});
  expect(await undo(live)).toEqual({ ok: true });
  expect(await state(live)).toEqual(['to-confirm', null]);

  await ok(`/api/actions/${live}/confirm`, {});
  await store.inTenant(tenantId, (tx) =>
    tx.query(`update outbox set state = 'reserved' where tenant_id = $1 and action_id = $2`, [tenantId, live]),
  );
  expect((await undo(live)).refusal?.code).toBe('TooLateToUndo');
  expect(await state(live)).toEqual(['queued', 'reserved']);
});

test('a task answered may be taken back, but not once the next act was decided', async () => {
  const task = await makeAction(store, tenantId, book, { channel: 'task', status: 'to-do', step: 'decide', rank: 3 });
  await ok(`/api/actions/${task}/done`, { result: 'decided', note: 'On attend.' });
  expect((await owner.post(`/api/actions/${task}/undo`, {})).body).toEqual({ ok: true });
  expect(group(await dayOf('2026-11-21'), 'decide')!.items.map((item) => item.actionId)).toEqual([task]);
  await ok(`/api/actions/${task}/done`, { result: 'decided', note: 'On continue.' });
  await makeAction(store, tenantId, book, { decidedOn: '2026-11-21' });
  expect((await owner.post(`/api/actions/${task}/undo`, {})).body.refusal?.code).toBe('TooLateToUndo');
});
