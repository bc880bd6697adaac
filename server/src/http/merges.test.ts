import { randomUUID } from 'node:crypto';
import type { CaseRow, CaseView, CustomerView, MergeDone, MergePreview, Page, TimelineItem } from '@acquit/recovery';
import { beforeEach, expect, test } from 'vitest';
import { CARRIED } from '../store/queries/customers/moves.ts';
import { keptWrongly, newTenant, type TestStore, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { type Book, makeAction, makeBook, makeContact, makeDebtor } from './testing/book.ts';
import type { Client } from './testing/client.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor }: TestStore = await testStore();
const app = await testApp(store, home);
let [tenantId, owner] = ['', undefined as unknown as Client];
/** Two customers of one company: `into` is kept, `from` goes away. */
let [into, from] = [undefined as unknown as Book, undefined as unknown as Book];

beforeEach(async () => {
  tenantId = await newTenant(store);
  owner = await signedIn(app, store, tenantId);
  into = await makeBook(store, tenantId);
  from = await makeBook(store, tenantId, {
    companyId: into.companyId,
    prefix: 'FB-2026',
    debtorName: 'Boul. Eleonore',
  });
});

const sql = <R extends object>(text: string, values: unknown[] = []) =>
  asSupervisor((client) => client.query<R>(text, values)).then(({ rows }) => rows);
const merge = (kept = into, gone = from) =>
  owner.post<MergeDone>(`/api/debtors/${kept.debtorId}/merge`, { from: gone.debtorId });
const unmerge = (mergeId: string) => owner.post<MergeDone>(`/api/debtors/${into.debtorId}/unmerge`, { mergeId });
const preview = async () =>
  (await owner.get<MergePreview>(`/api/debtors/${into.debtorId}/merge?from=${from.debtorId}`)).body;
const pay = (book: Book, cents: number) =>
  owner.post('/api/receipts', {
    caseId: book.caseId,
    receivedOn: '2026-11-20',
    amountCents: cents,
    method: 'transfer',
  });

/** Every row of the tenant but the journal, the memory of merges and the running totals, which only ever grow. */
async function book(): Promise<string[]> {
  const tables = await sql<{ table_name: string }>(
    `select c.table_name from information_schema.columns c join pg_class p on p.relname = c.table_name and p.relkind = 'r'
      where c.column_name = 'tenant_id' and c.table_name !~ '^(journal|debtor_merge|due_total|case_total|debtor_to_compare|debtor_sign_shared|idempotency|session|login)' order by 1`,
  );
  const parts: string[] = [];
  for (const { table_name: table } of tables) {
    const rows = await sql<{ row: string }>(
      `select (to_jsonb(t) - array['seen_at', 'said_at', 'created_at'])::text as row from ${table} t where tenant_id = $1 order by 1`,
      [tenantId],
    );
    parts.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return parts;
}

/** Both customers with a bit of everything that a case can hold. */
async function furnish(): Promise<void> {
  await sql(
    `update debtor set legal_id = '552100554', account = 'C2', email = 'autre@client.example', contact_name = 'M. Bis' where debtor_id = $1`,
    [from.debtorId],
  );
  await makeContact(store, tenantId, from.debtorId);
  await pay(from, 30_000);
  await pay(into, 10_000);
  for (const book of [into, from]) {
    await makeAction(store, tenantId, book, { status: 'done', outbox: 'captured', decidedOn: '2026-11-10' });
    await sql(
      `insert into payer (tenant_id, company_id, payer_key, debtor_id, times) values ($1, $2, 'name:eleonore', $3, 2)`,
      [tenantId, book.companyId, book.debtorId],
    );
    await sql(
      `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, reason, since_on) values ($1, $2, $3, $4, 'receipt-to-check', 'un virement à vérifier', '2026-11-20')`,
      [tenantId, randomUUID(), book.claimIds.recent, book.caseId],
    );
  }
  await makeAction(store, tenantId, from, {
    status: 'done',
    outbox: 'captured',
    step: 'reminder-2',
    rank: 3,
    decidedOn: '2026-11-15',
  });
  const third = await makeDebtor(store, tenantId, into.companyId, 'Boulangerie de la Gare');
  await owner.post(`/api/debtors/${from.debtorId}/distinct`, { other: third });
  for (const { caseId } of [into, from]) {
    await owner.post(`/api/cases/${caseId}/pause`, { until: '2026-12-10', reason: 'Promesse' });
    await owner.post(`/api/cases/${caseId}/resume`);
  }
}

test('a merge moves everything, says so before and after, and leaves no row behind', async () => {
  await furnish();
  const before = await preview();
  expect(before).toMatchObject({ claims: 3, receipts: 1, acts: 2, contacts: 1, sameClaims: [], refusal: null });
  expect(before.fills).toEqual(['SIREN', 'compte client']);
  const merged = await merge();
  expect(merged.body).toMatchObject({ debtorId: into.debtorId, caseId: into.caseId });
  const view = (await owner.get<CaseView>(`/api/cases/${into.caseId}`)).body;
  expect(view.claims).toHaveLength(6);
  expect(view.receipts).toHaveLength(2);
  expect(view.owed.principalCents).toBe(2 * 250_000 - 40_000);
  expect(view.debtor.legalId).toBe('552100554');
  const customer = (await owner.get<CustomerView>(`/api/debtors/${into.debtorId}`)).body;
  expect(customer.contacts.map((one) => one.email)).toEqual([
    'compta@client.example',
    'juridique@client.example',
    'autre@client.example',
  ]);
  expect(customer.aliases).toEqual([{ kind: 'name', value: 'Boul. Eleonore' }]);
  expect(customer.payers).toEqual([{ key: 'name:eleonore', times: 4 }]);
  expect(customer.merges).toMatchObject([{ name: 'Boul. Eleonore', blocked: null }]);
  expect(await sql('select last_contact_on, status from collection_case where case_id = $1', [into.caseId])).toEqual([
    { last_contact_on: '2026-11-15', status: 'open' },
  ]);
  // Each claim keeps the level it had: the next message repeats nothing.
  expect(await sql('select level from claim where claim_id = $1', [from.claimIds.old])).toEqual([{ level: 3 }]);
  const found = await owner.get<Page<CaseRow>>(`/api/companies/${into.companyId}/cases?q=boul%20eleonore`);
  expect(found.body.items.map((one) => one.caseId)).toEqual([into.caseId]);
  const gone = await owner.get(`/api/cases/${from.caseId}`);
  expect([gone.status, gone.body.refusal?.facts]).toEqual([404, { mergedInto: into.caseId }]);
  const told = await owner.get<Page<TimelineItem>>(`/api/cases/${into.caseId}/timeline`);
  expect(told.body.items.map((one) => one.detail)).toContain('Boul. Eleonore');
  expect(told.body.items.filter((one) => one.kind === 'case.paused')).toHaveLength(2);
});

test('an undone merge gives back every row as it was', async () => {
  await furnish();
  const before = await book();
  const { body } = await merge();
  expect(await keptWrongly(store, tenantId)).toEqual([]);
  expect((await unmerge(body.mergeId)).status).toBe(200);
  expect(await book()).toEqual(before);
  expect(await keptWrongly(store, tenantId)).toEqual([]);
  expect((await unmerge(body.mergeId)).body.refusal?.code).toBe('NotFound');
});

test('a merge is not undone once money, an invoice or a message came for the two', async () => {
  const { body } = await merge();
  const receipt = await pay(into, 1000);
  const refused = await unmerge(body.mergeId);
  expect(refused.body.refusal).toMatchObject({ code: 'MergeNotUndoable', facts: { receipts: 1 } });
  await owner.post(`/api/receipts/${(receipt.body as unknown as { receiptId: string }).receiptId}/cancel`);
  const actionId = await makeAction(store, tenantId, into, {
    status: 'done',
    outbox: 'captured',
    decidedOn: '2026-11-21',
  });
  expect((await unmerge(body.mergeId)).body.refusal?.facts).toMatchObject({ acts: 1 });
  await sql('update action set status = $2 where action_id = $1', [actionId, 'cancelled']);
  await sql(
    `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, total_cents, amount_cents) values ($1, $2, $3, $4, 'FC-1', 'invoice', 1, 1)`,
    [tenantId, randomUUID(), into.companyId, into.caseId],
  );
  expect((await unmerge(body.mergeId)).body.refusal?.facts).toMatchObject({ claims: ['FC-1'] });
});

test('merges in a chain are undone from the last one', async () => {
  const last = await makeDebtor(store, tenantId, into.companyId, 'Boulangerie Eleonore et Cie');
  const first = await merge();
  const second = await owner.post<MergeDone>(`/api/debtors/${into.debtorId}/merge`, { from: last });
  expect((await unmerge(first.body.mergeId)).body.refusal?.message).toContain('Boulangerie Eleonore et Cie');
  expect((await unmerge(second.body.mergeId)).status).toBe(200);
  expect((await unmerge(first.body.mergeId)).status).toBe(200);
});

test('the same invoice on both sides is kept once, with what happened to it; another under its number is refused', async () => {
  const twin = (claimId: string, number: string) =>
    sql('update claim set number = $2 where claim_id = $1', [claimId, number]);
  await twin(from.claimIds.old, 'FA-2026-001');
  await twin(from.claimIds.recent, 'FA-2026-002');
  await makeAction(store, tenantId, from, { status: 'done', outbox: 'captured' });
  const before = await book();
  expect((await preview()).sameClaims).toEqual(['FA-2026-001', 'FA-2026-002']);
  const { body } = await merge();
  const kept = await sql<{ claim_id: string; level: number }>(
    `select claim_id, level from claim where tenant_id = $1 and number in ('FA-2026-001', 'FA-2026-002') order by number`,
    [tenantId],
  );
  // The one that was chased, then the kept customer's own.
  expect(kept).toEqual([
    { claim_id: from.claimIds.old, level: 1 },
    { claim_id: into.claimIds.recent, level: -1 },
  ]);
  expect((await owner.get<CaseView>(`/api/cases/${into.caseId}`)).body.owed.principalCents).toBe(300_000);
  await unmerge(body.mergeId);
  const contact = (row: string) =>
    row.replace(/"(next_action_on|next_step|open_cents|open_claims|oldest_due_on)": [^,}]+/g, '');
  expect((await book()).map(contact)).toEqual(before.map(contact));

  await sql('update claim set amount_cents = 1, total_cents = 1 where claim_id = $1', [from.claimIds.recent]);
  expect((await preview()).refusal?.code).toBe('SameNumberDifferentClaims');
  expect((await merge()).body.refusal?.facts).toMatchObject({ numbers: ['FA-2026-002'] });
  await sql('update claim set amount_cents = 80000, total_cents = 80000 where claim_id = $1', [from.claimIds.recent]);
  await makeAction(store, tenantId, into, { status: 'done', outbox: 'captured' });
  expect((await merge()).body.refusal).toMatchObject({
    code: 'SameClaimTwiceHandled',
    facts: { numbers: ['FA-2026-001'] },
  });
});

test('what may not be merged is refused with its name, and what was stopped stays stopped', async () => {
  await sql(`update debtor set legal_id = '552100554' where debtor_id = $1`, [into.debtorId]);
  await sql(`update debtor set legal_id = '732829320' where debtor_id = $1`, [from.debtorId]);
  expect((await merge()).body.refusal?.code).toBe('DifferentLegalPersons');
  await sql(`update debtor set legal_id = null, kind = 'consumer' where debtor_id = $1`, [from.debtorId]);
  expect((await merge()).body.refusal?.code).toBe('DifferentKinds');
  expect((await merge(into, into)).body.refusal?.code).toBe('SameCustomer');
  await sql(`update debtor set kind = 'company' where debtor_id = $1`, [from.debtorId]);
  await owner.post(`/api/cases/${from.caseId}/pause`, { until: '2026-12-31', reason: 'Litige' });
  await makeAction(store, tenantId, into, { status: 'to-confirm' });
  await merge();
  const view = (await owner.get<CaseView>(`/api/cases/${into.caseId}`)).body;
  expect(view).toMatchObject({ status: 'paused', pausedUntil: '2026-12-31', statusReason: 'Litige' });
  expect(await sql('select status from action where tenant_id = $1', [tenantId])).toEqual([{ status: 'cancelled' }]);
});

test('an import under way keeps its customers', async () => {
  const client = await store.pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [
      `${tenantId} customers ${into.companyId}`,
    ]);
    expect((await merge()).body.refusal?.code).toBe('ImportUnderWay');
  } finally {
    await client.query('rollback');
    client.release();
  }
  expect((await merge()).status).toBe(200);
});

test('every table that names a case or a debtor is carried by a merge', async () => {
  const naming = async (column: string) =>
    (
      await sql<{ table_name: string }>(
        `select c.table_name from information_schema.columns c join pg_class p on p.relname = c.table_name and p.relkind = 'r'
          where c.column_name = $1 order by 1`,
        [column],
      )
    ).map((row) => row.table_name);
  expect(await naming('case_id')).toEqual([...CARRIED.case, 'collection_case'].sort());
  // The words of a debtor follow him by themselves, through the triggers of his row and of his aliases, and so does what
  // is to be compared of him; his score goes with him and is made again for whoever has his claims.
  const made = ['debtor_to_compare', 'debtor_word', 'payer_score', 'payer_stale'];
  expect(await naming('debtor_id')).toEqual([...CARRIED.debtor, 'collection_case', 'debtor', ...made].sort());
});
