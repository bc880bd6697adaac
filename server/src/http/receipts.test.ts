import type { CaseView, ReceiptView } from '@acquit/recovery';
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

const theCase = async () => (await owner.get<CaseView>(`/api/cases/${book.caseId}`)).body;
const claimOf = async (claimId: string) => (await theCase()).claims.find((one) => one.claimId === claimId)!;
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

test('a receipt clears the oldest due first, settles to the cent, and its cancelling restores everything', async () => {
  const before = await theCase();
  const receipt = await owner.post<ReceiptView>('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: 150_000,
    method: 'transfer',
    reference: 'VIR',
  });
  expect(receipt.body).toMatchObject({
    allocations: [
      { claimId: book.claimIds.old, amountCents: 120_000 },
      { claimId: book.claimIds.recent, amountCents: 30_000 },
    ],
    unallocatedCents: 0,
    decidedBy: 'due-first',
  });
  expect(await claimOf(book.claimIds.old)).toMatchObject({
    status: 'settled',
    openCents: 0,
    receivedCents: 120_000,
    daysLate: 0,
  });
  expect(await claimOf(book.claimIds.recent)).toMatchObject({ status: 'open', openCents: 50_000 });
  const after = await theCase();
  expect(after.oldestDueOn).toBe('2026-11-01');
  expect(after.owed.principalCents).toBe(100_000);
  expect(
    await rowOf(
      `select open_cents::int, open_claims, next_action_on <= '2026-11-21' as looked_at_next from collection_case where case_id = $1`,
      [book.caseId],
    ),
  ).toEqual({ open_cents: 100_000, open_claims: 2, looked_at_next: true });

  const cancelled = await owner.post<ReceiptView>(`/api/receipts/${receipt.body.receiptId}/cancel`);
  expect(cancelled.body).toMatchObject({ allocations: [], unallocatedCents: 0 });
  expect(cancelled.body.cancelledAt).not.toBeNull();
  const restored = await theCase();
  expect({ ...restored, receipts: [] }).toEqual({ ...before, receipts: [] });
  expect((await owner.post(`/api/receipts/${receipt.body.receiptId}/cancel`)).body.refusal?.code).toBe(
    'ReceiptCancelled',
  );
  expect(await journalled()).toEqual(['receipt.entered', 'receipt.cancelled']);
});

test('the debtor’s choice comes first; what nothing can take stays his, and no message is prepared for nothing', async () => {
  const { caseId, claimIds } = book;
  const chosen = await owner.post<ReceiptView>('/api/receipts', {
    caseId,
    receivedOn: '2026-11-20',
    amountCents: 60_000,
    method: 'cheque',
    claimIds: [claimIds.future],
  });
  expect(chosen.body).toMatchObject({
    decidedBy: 'debtor',
    allocations: [
      { claimId: claimIds.future, amountCents: 50_000 },
      { claimId: claimIds.old, amountCents: 10_000 },
    ].reverse(),
  });
  const rest = await owner.post<ReceiptView>('/api/receipts', {
    caseId,
    receivedOn: '2026-11-20',
    amountCents: 200_000,
    method: 'transfer',
  });
  expect(rest.body.unallocatedCents).toBe(10_000);
  expect(
    await rowOf('select open_cents::int, open_claims, next_action_on from collection_case where case_id = $1', [
      caseId,
    ]),
  ).toEqual({ open_cents: 0, open_claims: 0, next_action_on: null });
  const codeOf = async (body: object) =>
    (
      await owner.post('/api/receipts', {
        caseId,
        receivedOn: '2026-11-20',
        amountCents: 1,
        method: 'transfer',
        ...body,
      })
    ).body.refusal?.code;
  expect(await codeOf({ claimIds: [claimIds.old] })).toBe('ClaimNotInCase');
  expect(await codeOf({ receivedOn: '2026-11-22' })).toBe('DateInTheFuture');
  expect(await codeOf({ amountCents: 0 })).toBe('InvalidRequest');
  expect(await codeOf({ amountCents: 1.5 })).toBe('InvalidRequest');
  expect(await codeOf({ amountCents: '100' })).toBe('InvalidRequest');
});

test('two receipts at the same moment never clear more than is owed', async () => {
  const send = () =>
    owner.post<ReceiptView>('/api/receipts', {
      caseId: book.caseId,
      receivedOn: '2026-11-20',
      amountCents: 100_000,
      method: 'transfer',
    });
  const answers = await Promise.all(Array.from({ length: 6 }, send));
  expect(answers.map((one) => one.status)).toEqual(Array(6).fill(200));
  const { rows } = await asSupervisor((client) =>
    client.query(
      'select received_cents::int as got, amount_cents::int as due, open_cents::int as open from claim where tenant_id = $1',
      [tenantId],
    ),
  );
  expect(rows.every((row) => row.got === row.due && row.open === 0)).toBe(true);
  expect(answers.reduce((sum, one) => sum + one.body.unallocatedCents, 0)).toBe(600_000 - 250_000);
});

test('money received takes back what was prepared and has not left, and the claim falls back to its level', async () => {
  const stale = await makeAction(store, tenantId, book, { status: 'to-confirm' });
  const letter = await makeAction(store, tenantId, book, {
    status: 'queued',
    outbox: 'to-print',
    channel: 'letter',
    mode: 'live',
    step: 'formal-notice',
    rank: 4,
    decidedOn: '2026-11-19',
  });
  const leaving = await makeAction(store, tenantId, book, {
    status: 'queued',
    outbox: 'reserved',
    mode: 'live',
    step: 'reminder-2',
    rank: 3,
    decidedOn: '2026-11-18',
    claims: [book.claimIds.old],
  });
  await owner.post('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-21',
    amountCents: 1000,
    method: 'transfer',
  });
  const { rows } = await asSupervisor((client) =>
    client.query('select action_id, status from action where tenant_id = $1', [tenantId]),
  );
  expect(Object.fromEntries(rows.map((row) => [row.action_id, row.status]))).toEqual({
    [stale]: 'cancelled',
    [letter]: 'cancelled',
    [leaving]: 'queued',
  });
  expect(await rowOf('select state from outbox where action_id = $1', [letter])).toEqual({ state: 'cancelled' });
  expect(await rowOf('select level, level_step from claim where claim_id = $1', [book.claimIds.old])).toEqual({
    level: 3,
    level_step: 'reminder-2',
  });
  expect(
    await rowOf('select count(*)::int as n from action_claim where action_id = any($1)', [[stale, letter]]),
  ).toEqual({ n: 0 });
  expect((await owner.post(`/api/actions/${stale}/confirm`)).body.refusal?.code).toBe('ActionNotOpen');
  expect((await journalled()).sort()).toEqual(['action.cancelled', 'action.cancelled', 'receipt.entered']);
});
