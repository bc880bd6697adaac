import { randomUUID } from 'node:crypto';
import { day, formatDay } from '@acquit/law';
import type {
  CommitmentsView,
  DisputeView,
  InstalmentPlanView,
  MergeDone,
  PauseView,
  PromiseView,
  ReceiptView,
} from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { runPass } from '../jobs/index.ts';
import {
  applyCommitments,
  applyStandings,
  feedDates,
  loadCases,
  markPrinted,
  recordDispatchEvents,
  touchCases,
  withdrawDispatchEvent,
} from '../store/index.ts';
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

const made = async <T extends object>(path: string, body: object): Promise<T> => {
  const answer = await owner.post<T>(path, body);
  expect([path, answer.status, answer.body.refusal?.code]).toEqual([path, 200, undefined]);
  return answer.body;
};
const refusalOf = async (path: string, body: object) => (await owner.post(path, body)).body.refusal?.code;
const commitments = async (caseId = book.caseId) =>
  (await owner.get<CommitmentsView>(`/api/cases/${caseId}/commitments`)).body;
const facts = async (caseId = book.caseId) =>
  (await store.inTenant(tenantId, (tx) => loadCases(tx, [caseId])))[0]!.facts;
const claimFacts = async (claimId: string) => (await facts()).claims.find((one) => one.claimId === claimId);
const holds = async (claimId: string) => ((await claimFacts(claimId))?.holds ?? []).map((hold) => hold.kind);
const pay = (amountCents: number, receivedOn = '2026-11-20', claimIds?: string[]) =>
  made<ReceiptView>('/api/receipts', {
    caseId: book.caseId,
    receivedOn,
    amountCents,
    method: 'transfer',
    ...(claimIds && { claimIds }),
  });
const sql = <R extends object>(text: string, values: unknown[] = []) =>
  asSupervisor((client) => client.query<R>(text, values)).then(({ rows }) => rows);
const journalled = async () =>
  (await sql<{ action: string }>('select action from journal_entry where tenant_id = $1 order by seq', [tenantId])).map(
    (row) => row.action,
  );
const night = (on: string) => runPass(store, { tenantId, companyId: book.companyId, on: day(on), dryRun: false });
const acts = () =>
  sql<{ step: string; channel: string; on: string; total: string; status: string }>(
    `select step, channel, decided_on::text as on, total_cents::text as total, status from action
      where tenant_id = $1 order by decided_on, channel`,
    [tenantId],
  );

const promise = (change: object = {}) =>
  made<{ promise: PromiseView }>(`/api/cases/${book.caseId}/promises`, {
    promisedOn: '2026-11-30',
    claimIds: [book.claimIds.old],
    channel: 'phone',
    madeBy: 'Mme Roux',
    ...change,
  });

test('a promise holds its claims alone until its grace, and receipts alone say what became of it', async () => {
  const pending = await makeAction(store, tenantId, book, { status: 'to-confirm', decidedOn: TODAY });
  const { promise: given } = await promise();
  expect(given).toMatchObject({
    state: 'running',
    amountCents: 120_000,
    expectedOn: '2026-11-30',
    untilOn: '2026-12-02',
  });
  expect([await holds(book.claimIds.old), await holds(book.claimIds.recent)]).toEqual([['promise'], []]);
  expect(await sql('select status from action where action_id = $1', [pending])).toEqual([{ status: 'cancelled' }]);

  const state = async () => (await commitments()).promises.find((one) => one.promiseId === given.promiseId);
  const part = await pay(70_000, TODAY, [book.claimIds.old]);
  expect(await state()).toMatchObject({ state: 'running', receivedCents: 70_000 });
  const rest = await pay(50_000, TODAY, [book.claimIds.old]);
  expect(await state()).toMatchObject({ state: 'kept', receivedCents: 120_000, keptOn: TODAY });
  expect((await commitments()).promiseRate).toEqual({ kept: 1, judged: 1 });
  await made(`/api/receipts/${rest.receiptId}/cancel`, {});
  expect(await state()).toMatchObject({ state: 'running', receivedCents: 70_000, keptOn: null });
  expect(await holds(book.claimIds.old)).toEqual(['promise']);
  await made(`/api/receipts/${part.receiptId}/cancel`, {});
  await made(`/api/promises/${given.promiseId}/withdraw`, {});
  expect(await state()).toMatchObject({ state: 'withdrawn' });
  expect(await holds(book.claimIds.old)).toEqual([]);
  expect((await journalled()).filter((action) => action.startsWith('promise'))).toEqual([
    'promise.entered',
    'promise.withdrawn',
  ]);
});

test('money from before a promise does not keep it, and a second one may take its place', async () => {
  await pay(10_000, '2026-11-19', [book.claimIds.old]);
  const { promise: first } = await promise();
  expect(first).toMatchObject({ amountCents: 110_000, receivedCents: 0 });
  const { promise: second } = await promise({ promisedOn: '2026-12-10', replaces: first.promiseId });
  const { promises } = await commitments();
  expect(promises.map((one) => [one.promiseId === second.promiseId, one.state])).toEqual([
    [true, 'running'],
    [false, 'replaced'],
  ]);
  expect(
    await refusalOf(`/api/cases/${book.caseId}/promises`, { promisedOn: '2026-12-12', replaces: first.promiseId }),
  ).toBe('PromiseOver');
  expect(await refusalOf(`/api/cases/${book.caseId}/promises`, { promisedOn: '2026-11-20' })).toBe('PromiseInThePast');
});

test('a promise of the whole account holds every claim, and is broken when its grace is over', async () => {
  await promise({ claimIds: [], promisedOn: '2026-11-23' });
  for (const claimId of Object.values(book.claimIds)) expect(await holds(claimId)).toEqual(['promise']);
  await night('2026-11-25');
  expect(await acts()).toEqual([]);
  await night('2026-11-26');
  const sent = await acts();
  expect(sent.length).toBeGreaterThan(0);
  expect((await claimFacts(book.claimIds.old))?.promiseOn).toBe(day('2026-11-26'));
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query('select kept_on, ended from promise where tenant_id = $1', [tenantId]),
  );
  expect(rows).toEqual([{ kept_on: null, ended: null }]);
});

const dispute = (claims: { claimId: string; contestedCents: number | null }[], change: object = {}) =>
  made<DisputeView>(`/api/cases/${book.caseId}/disputes`, {
    claims,
    reason: 'price',
    owner: 'Claire',
    deadlineOn: '2026-12-05',
    ...change,
  });

test('a part contested lowers what is asked, the whole holds, and each answer gives back what it should', async () => {
  const { disputeId } = await dispute([
    { claimId: book.claimIds.old, contestedCents: 30_000 },
    { claimId: book.claimIds.recent, contestedCents: null },
  ]);
  expect(await claimFacts(book.claimIds.old)).toMatchObject({ contestedCents: 30_000, openCents: 120_000 });
  expect(await holds(book.claimIds.recent)).toEqual(['disputed']);
  expect((await commitments()).disputes[0]).toMatchObject({ frozenCents: 110_000, isLate: false });
  expect(
    await refusalOf(`/api/cases/${book.caseId}/disputes`, {
      claims: [{ claimId: book.claimIds.recent, contestedCents: 100 }],
      reason: 'price',
      owner: 'Claire',
      deadlineOn: '2026-12-05',
    }),
  ).toBe('AlreadyDisputed');
  expect(await refusalOf(`/api/disputes/${disputeId}/resolve`, { outcome: 'credit-note' })).toBe('NotACreditNote');

  await made(`/api/disputes/${disputeId}/resolve`, { outcome: 'withdrawn' });
  expect(await holds(book.claimIds.recent)).toEqual([]);
  expect((await claimFacts(book.claimIds.old))?.contestedCents).toBeUndefined();
  await made(`/api/disputes/${disputeId}/reopen`, {});
  expect(await holds(book.claimIds.recent)).toEqual(['disputed']);
  await made(`/api/disputes/${disputeId}/resolve`, { outcome: 'we-accept', note: 'avoir à faire' });
  expect([await holds(book.claimIds.recent), (await claimFacts(book.claimIds.old))?.contestedCents]).toEqual([
    ['disputed'],
    30_000,
  ]);
  await credit(book.claimIds.old, 20_000);
  expect(await claimFacts(book.claimIds.old)).toMatchObject({ contestedCents: 10_000, openCents: 100_000 });
  await credit(book.claimIds.old, 10_000);
  expect(await claimFacts(book.claimIds.old)).toMatchObject({ openCents: 90_000 });
  expect((await claimFacts(book.claimIds.old))?.contestedCents).toBeUndefined();
});

/** A credit note of the case, allocated to a claim as an import does. */
async function credit(claimId: string, cents: number): Promise<void> {
  const creditId = randomUUID();
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, total_cents, amount_cents)
       values ($1, $2, $3, $4, $7, 'credit-note', $5, $6, $6)`,
      [tenantId, creditId, book.companyId, book.caseId, TODAY, cents, `A-${creditId.slice(0, 4)}`],
    );
    await tx.query(
      `insert into credit_allocation (tenant_id, credit_claim_id, claim_id, effective_on, effect, amount_cents)
       values ($1, $2, $3, $4, 'correction', $5)`,
      [tenantId, creditId, claimId, TODAY, cents],
    );
    await tx.query(
      'update claim set credited_cents = credited_cents + $3 where tenant_id = $1 and claim_id = any($2::uuid[])',
      [tenantId, [claimId, creditId], cents],
    );
    await touchCases(tx, [book.caseId], TODAY);
  });
}

test('what a platform says to be contested is one dispute on screen, and taking it up freezes it once', async () => {
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into einvoice_status (tenant_id, status_id, company_id, import_id, message_id, invoice_number, code, label, at, issuer_role, claim_id)
       values ($1, $2, $3, $4, 'M-1', 'FA-2026-001', '207', 'En litige', '2026-11-10T09:00:00', 'BY', $5)`,
      [tenantId, randomUUID(), book.companyId, book.importId, book.claimIds.old],
    );
    await applyStandings(tx, [book.claimIds.old]);
  });
  expect(await holds(book.claimIds.old)).toEqual(['e-invoice-disputed']);
  expect((await commitments()).disputes).toMatchObject([{ source: 'e-invoice', frozenCents: 120_000, owner: null }]);
  await dispute([{ claimId: book.claimIds.old, contestedCents: null }]);
  expect(await holds(book.claimIds.old)).toEqual(['disputed']);
  const { disputes } = await commitments();
  expect(disputes).toMatchObject([{ source: 'dispute', frozenCents: 120_000, owner: 'Claire' }]);
});

const plan = async (change: object = {}) =>
  (
    await made<{ plan: InstalmentPlanView }>(`/api/cases/${book.caseId}/plans`, {
      claimIds: [book.claimIds.old, book.claimIds.recent],
      accessories: 'reserved',
      clauseDays: 8,
      cut: { from: '2026-11-27', count: 2, every: 'month' },
      ...change,
    })
  ).plan;

test('a plan is followed from its signature: missed, given notice of, then broken by itself', async () => {
  const draft = await plan();
  expect(draft).toMatchObject({ status: 'draft', state: null, totalCents: 200_000 });
  expect(await holds(book.claimIds.old)).toEqual([]);
  await made(`/api/plans/${draft.planId}/sign`, { signedOn: TODAY, signedBy: 'M. Roux' });
  const other = await plan({ claimIds: [book.claimIds.future] });
  expect(await refusalOf(`/api/plans/${other.planId}/sign`, { signedOn: TODAY, signedBy: 'M. Roux' })).toBe(
    'PlanAlreadyRunning',
  );
  await night('2026-12-02');
  expect((await acts()).filter((act) => act.step !== 'notice')).toEqual([]);
  await night('2026-12-03');
  expect(await acts()).toContainEqual(
    expect.objectContaining({ step: 'plan-missed', on: '2026-12-03', total: '100000' }),
  );
  const [notice] = await sql<{ up_to: number; expires: string }>(
    'select up_to, expires_on::text as expires from plan_notice where tenant_id = $1',
    [tenantId],
  );
  expect(notice).toMatchObject({ up_to: 1 });
  await night(formatDay(day(notice!.expires)));
  expect((await sql('select broken_on from payment_plan where plan_id = $1', [draft.planId]))[0]).toEqual({
    broken_on: null,
  });
  const next = formatDay((day(notice!.expires) + 1) as ReturnType<typeof day>);
  // In test mode a message is done as soon as it is captured, and its letter counts as sent.
  await night(next);
  const [broken] = await sql<{ broken: string | null }>(
    'select broken_on::text as broken from payment_plan where plan_id = $1',
    [draft.planId],
  );
  expect(broken!.broken).toBe(next);
  // Another invoice was reminded of on the 18th: what was in the plan is asked for once contacts are apart again.
  await night('2026-12-22');
  expect((await acts()).filter((act) => act.on >= next)).toContainEqual(
    expect.objectContaining({ step: 'mise-en-demeure', on: '2026-12-22' }),
  );
});

test('the post says from which day the notice of a missed instalment runs, and that it does not when it came back', async () => {
  await sql(`update company set mode = 'live' where tenant_id = $1`, [tenantId]);
  await sql(
    `update debtor set address_lines = '{3 quai}', postcode = '38000', city = 'Grenoble' where tenant_id = $1`,
    [tenantId],
  );
  const draft = await plan();
  await made(`/api/plans/${draft.planId}/sign`, { signedOn: TODAY, signedBy: 'M. Roux' });
  await night('2026-12-03');
  const [letter] = await sql<{ action_id: string }>(
    `select action_id from action where tenant_id = $1 and step = 'plan-missed' and channel = 'registered'`,
    [tenantId],
  );
  const { action_id: actionId } = letter!;
  const expiresOn = async () => {
    const [notice] = (await facts()).plans?.[0]?.notices ?? [];
    return notice!.expiresOn === null ? null : formatDay(notice!.expiresOn);
  };
  const inTx = <T>(work: Parameters<typeof store.inTenant<T>>[1]) => store.inTenant(tenantId, work);
  const tell = (kind: 'first-presentation' | 'returned' | 'deposited', on: string) =>
    inTx((tx) =>
      recordDispatchEvents(tx, {
        actionId,
        today: on,
        events: [{ kind, on, source: 'hand', label: null, proofSha256: null, toldBy: 'user:claire' }],
      }),
    );
  // Its e-mail may have left: the letter waits to be printed, so nothing runs, and no night loses sight of it.
  await sql(`update action set status = 'done' where tenant_id = $1 and step = 'plan-missed' and channel = 'email'`, [
    tenantId,
  ]);
  expect(await expiresOn()).toBeNull();
  await night('2026-12-21');
  expect(await sql('select broken_on from payment_plan where plan_id = $1', [draft.planId])).toEqual([
    { broken_on: null },
  ]);
  await inTx((tx) => markPrinted(tx, book.companyId, [actionId], 'user:claire'));
  await sql(`update action set done_at = '2026-12-21 10:00+01' where action_id = $1`, [actionId]);
  // Five working days of post from Monday the 21st, then eight days.
  expect(await expiresOn()).toBe('2027-01-06');
  await tell('deposited', '2026-12-21');
  expect(await expiresOn()).toBe('2027-01-06');
  await tell('first-presentation', '2026-12-23');
  expect(await expiresOn()).toBe('2026-12-31');
  const [shown] = (await commitments()).plans[0]?.notices ?? [];
  expect(shown).toMatchObject({ presentedOn: '2026-12-23', expiresOn: '2026-12-31' });
  const feed = await inTx((tx) => feedDates(tx, book.companyId, day('2026-12-24')));
  expect(feed.find(({ kind }) => kind === 'plan-notice')?.on).toBe('2026-12-31');
  const [wrong] = await sql<{ event_id: string }>(
    `select event_id from dispatch_event where action_id = $1 and kind = 'first-presentation'`,
    [actionId],
  );
  await inTx((tx) => withdrawDispatchEvent(tx, { eventId: wrong!.event_id, today: '2026-12-24', by: 'user:claire' }));
  expect(await expiresOn()).toBe('2027-01-06');
  await tell('returned', '2026-12-28');
  expect(await expiresOn()).toBeNull();
  expect((await commitments()).plans[0]?.notices).toMatchObject([{ expiresOn: null }]);
  await night('2027-01-15');
  expect(await sql('select broken_on from payment_plan where plan_id = $1', [draft.planId])).toEqual([
    { broken_on: null },
  ]);
  expect((await journalled()).filter((action) => action === 'plan.notice-presented')).toHaveLength(3);
});

test('a plan is kept by receipts, in their order, and a receipt undone opens it again', async () => {
  const draft = await plan({
    cut: {
      instalments: [
        { dueOn: TODAY, cents: 50_000 },
        { dueOn: '2026-12-10', cents: 150_000 },
      ],
    },
  });
  await made(`/api/plans/${draft.planId}/sign`, { signedOn: TODAY, signedBy: 'M. Roux' });
  const claims = [book.claimIds.old, book.claimIds.recent];
  await pay(50_000, TODAY, claims);
  const last = await pay(150_000, TODAY, claims);
  const state = async () => (await commitments()).plans[0]!;
  expect(await state()).toMatchObject({ state: 'kept', since: TODAY, receivedCents: 200_000 });
  await made(`/api/receipts/${last.receiptId}/cancel`, {});
  expect(await state()).toMatchObject({ state: 'on-track', instalments: [{ state: 'paid' }, { state: 'coming' }] });
  expect((await facts()).plans).toMatchObject([{ planId: draft.planId }]);
  await made(`/api/plans/${draft.planId}/cancel`, { reason: 'refait' });
  expect((await facts()).plans).toBeUndefined();
});

test('a plan is refused when what is owed has changed, and its sums must total exactly', async () => {
  const draft = await plan();
  await pay(10_000, TODAY, [book.claimIds.old]);
  expect(await refusalOf(`/api/plans/${draft.planId}/sign`, { signedOn: TODAY, signedBy: 'M. Roux' })).toBe(
    'PlanOutOfDate',
  );
  expect(
    await refusalOf(`/api/cases/${book.caseId}/plans`, {
      accessories: 'reserved',
      cut: { instalments: [{ dueOn: '2026-12-10', cents: 1 }] },
    }),
  ).toBe('PlanTotal');
});

test('a pause may be back-dated: what was sent meanwhile is said, and nothing more leaves until its end', async () => {
  await makeAction(store, tenantId, book, { status: 'done', outbox: 'captured', decidedOn: '2026-11-12' });
  const { pauses } = await made<{ pauses: PauseView[] }>(`/api/cases/${book.caseId}/pauses`, {
    from: '2026-11-10',
    until: '2026-11-30',
    reason: 'Attend la livraison',
  });
  expect(pauses[0]).toMatchObject({ isBackDated: true, state: 'running', sentMeanwhile: [{ on: '2026-11-12' }] });
  await night('2026-11-30');
  expect(await acts()).toHaveLength(1);
  await made(`/api/pauses/${pauses[0]!.pauseId}/end`, {});
  await night('2026-11-30');
  expect((await acts()).length).toBeGreaterThan(1);
  expect(await refusalOf(`/api/pauses/${pauses[0]!.pauseId}/end`, {})).toBe('PauseOver');
  expect(await refusalOf(`/api/cases/${book.caseId}/pauses`, { until: '2026-11-20', reason: 'x' })).toBe(
    'DateInThePast',
  );
});

test('nothing leaves on the closing days of a company, and one claim may wait alone', async () => {
  await made(`/api/companies/${book.companyId}/closings`, {
    from: '2026-11-23',
    until: '2026-11-27',
    reason: 'Inventaire',
  });
  await made(`/api/cases/${book.caseId}/pauses`, {
    claimIds: [book.claimIds.recent],
    until: '2026-12-31',
    reason: 'Attend le bon de livraison',
  });
  expect(await holds(book.claimIds.recent)).toEqual(['not-before']);
  await night('2026-11-25');
  expect(await acts()).toEqual([]);
  await night('2026-11-28');
  expect((await acts()).length).toBeGreaterThan(0);
  const named = await sql<{ claim_id: string }>(
    `select distinct c ->> 'claimId' as claim_id from action a, jsonb_array_elements(a.facts -> 'claims') c where a.tenant_id = $1`,
    [tenantId],
  );
  expect(named.map((row) => row.claim_id)).not.toContain(book.claimIds.recent);
});

test('a merge carries it all, and cannot be undone once something was agreed for both', async () => {
  const from = await makeBook(store, tenantId, {
    companyId: book.companyId,
    prefix: 'FB-2026',
    debtorName: 'Boul. Eleonore',
  });
  await made(`/api/cases/${from.caseId}/promises`, { promisedOn: '2026-12-04', claimIds: [from.claimIds.old] });
  const merged = await made<MergeDone>(`/api/debtors/${book.debtorId}/merge`, { from: from.debtorId });
  expect((await commitments()).promises).toHaveLength(1);
  await made<MergeDone>(`/api/debtors/${book.debtorId}/unmerge`, { mergeId: merged.mergeId });
  expect((await commitments()).promises).toHaveLength(0);
  expect((await commitments(from.caseId)).promises).toHaveLength(1);
  const again = await made<MergeDone>(`/api/debtors/${book.debtorId}/merge`, { from: from.debtorId });
  await promise({ claimIds: [] });
  expect(await refusalOf(`/api/debtors/${book.debtorId}/unmerge`, { mergeId: again.mergeId })).toBe('MergeNotUndoable');
});

test('making it all again from receipts changes nothing that was kept', async () => {
  const { promise: given } = await promise({ claimIds: [] });
  await dispute([{ claimId: book.claimIds.recent, contestedCents: 20_000 }]);
  const draft = await plan({ claimIds: [book.claimIds.future] });
  await made(`/api/plans/${draft.planId}/sign`, { signedOn: TODAY, signedBy: 'M. Roux' });
  const kept = await pay(30_000, TODAY);
  await pay(20_000, TODAY, [book.claimIds.future]);
  await made(`/api/receipts/${kept.receiptId}/cancel`, {});
  const rows = () =>
    sql(
      `select to_jsonb(t) - 'created_at' as row from (
         select 'p' as k, promise_id as id, received_cents as a, kept_on::text as b, moot::text as c from promise where tenant_id = $1
         union all select 'q', plan_id, received_cents, kept_on::text, broken_on::text from payment_plan where tenant_id = $1
         union all select 'h', hold_id, 0, until_on::text, kind from claim_hold where tenant_id = $1 and ended_at is null
         union all select 'c', claim_id, contested_cents, null, null from claim where tenant_id = $1) t order by 1`,
      [tenantId],
    );
  const before = await rows();
  await store.inTenant(tenantId, (tx) => applyCommitments(tx, [book.caseId], TODAY));
  expect(await rows()).toEqual(before);
  expect(before).toContainEqual({ row: expect.objectContaining({ id: given.promiseId, a: 20_000 }) });
});
