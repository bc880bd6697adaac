import type { CaseRow, JournalRow, Page, ReceiptView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { appendJournal } from '../store/index.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const { companyId } = await makeBook(store, tenantId, { debtorName: 'Étoile du Nord SARL', prefix: 'ET-1' });
for (const [n, debtorName] of [
  'Garage Œuvrard',
  'École Saint-Michel',
  "L'Atelier d'Éloïse",
  '株式会社',
  'zèbre & fils',
].entries())
  await makeBook(store, tenantId, { companyId, debtorName, prefix: `FA-2026-${n}` });

/** 240 cases made in SQL, with many equal sums and dates, some paused, some parked, some without anything open. */
await store.inTenant(tenantId, async (tx) => {
  await tx.query(
    `with made as (
       insert into debtor (tenant_id, debtor_id, company_id, name, kind) select $1, gen_random_uuid(), $2, 'Client ' || lpad((n % 70)::text, 3, '0'), 'company' from generate_series(1, 240) n
       returning debtor_id, name)
     insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile, status, open_cents, open_claims, oldest_due_on)
     select $1, gen_random_uuid(), $2, debtor_id, 'business', case n % 5 when 0 then 'paused' when 1 then 'parked' else 'open' end,
            (n % 7) * 1000, case when n % 7 = 0 then 0 else 1 end, case when n % 3 = 0 then null else date '2026-11-15' + (n % 12)::int end
       from (select debtor_id, row_number() over (order by debtor_id) as n from made) m`,
    [tenantId, companyId],
  );
});

async function walk<T>(path: string): Promise<T[]> {
  const all: T[] = [];
  for (let cursor = ''; ; ) {
    const answer = await owner.get<Page<T>>(`${path}${cursor}`);
    expect(answer.status).toBe(200);
    expect(answer.body.items.length).toBeLessThanOrEqual(50);
    all.push(...answer.body.items);
    if (answer.body.nextCursor === null) return all;
    cursor = `&cursor=${answer.body.nextCursor}`;
  }
}

const cases = (query: string) => walk<CaseRow>(`/api/companies/${companyId}/cases?${query}`);

test.each(['amount', 'age', 'name'])('by %s, the pages give every case once and in order', async (sort) => {
  const all = await cases(`sort=${sort}`);
  expect(new Set(all.map((row) => row.caseId)).size).toBe(246);
  expect(all).toHaveLength(246);
  const fold = (name: string) =>
    name.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[Œœ]/g, 'oe').toLowerCase();
  const key = (row: CaseRow): string | number =>
    sort === 'amount' ? -row.openCents : sort === 'age' ? (row.oldestDueOn ?? '9999') : fold(row.debtorName);
  const keys = all.map(key);
  expect(keys).toEqual([...keys].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
});

test.each(['paused', 'parked', 'overdue'])('the filter %s keeps what it says and nothing else', async (filter) => {
  const all = await cases('sort=name');
  const wanted = all.filter((row) =>
    filter === 'overdue'
      ? row.openClaims > 0 && row.oldestDueOn !== null && row.oldestDueOn < '2026-11-21'
      : row.status === filter,
  );
  expect(wanted.length).toBeGreaterThan(20);
  for (const sort of ['amount', 'age', 'name'])
    expect(new Set((await cases(`filter=${filter}&sort=${sort}`)).map((row) => row.caseId))).toEqual(
      new Set(wanted.map((row) => row.caseId)),
    );
});

test.each([
  ['etoile', ['Étoile du Nord SARL']],
  ['NORD éto', ['Étoile du Nord SARL']],
  ['oeuv', ['Garage Œuvrard']],
  ['saint', ['École Saint-Michel']],
  ['st-michel', []],
  ['eloise', ["L'Atelier d'Éloïse"]],
  ['zebre fils', ['zèbre & fils']],
  ['ET-1-00', ['Étoile du Nord SARL']],
  ['FA-2026-2-001', ["L'Atelier d'Éloïse"]],
  ['!!', []],
])('searching « %s »', async (q, names) => {
  for (const sort of ['amount', 'age', 'name'])
    expect((await cases(`sort=${sort}&q=${encodeURIComponent(q)}`)).map((row) => row.debtorName)).toEqual(names);
});

test('a search by word and number together finds the debtor', async () => {
  expect((await cases('q=client%20001&sort=name')).map((row) => row.debtorName)).toEqual(Array(4).fill('Client 001'));
});

test('a new name is found at once, the old one no more', async () => {
  await asSupervisor((client) => client.query(`update debtor set name = 'Boréal' where name = 'Garage Œuvrard'`));
  expect(await cases('q=garage')).toEqual([]);
  expect(await cases('q=boreal')).toHaveLength(1);
});

test('receipts and the journal page to their end, latest first', async () => {
  const { caseId } = (await cases('q=etoile'))[0]!;
  for (let n = 0; n < 60; n += 1)
    await owner.post<ReceiptView>('/api/receipts', {
      caseId,
      receivedOn: `2026-11-${String(1 + (n % 20)).padStart(2, '0')}`,
      amountCents: 1 + n,
      method: 'cash',
    });
  const receipts = await walk<ReceiptView>(`/api/companies/${companyId}/receipts?`);
  expect(new Set(receipts.map((row) => row.receiptId)).size).toBe(60);
  expect(receipts.map((row) => row.receivedOn)).toEqual(
    receipts
      .map((row) => row.receivedOn)
      .sort()
      .reverse(),
  );
  const journal = await walk<JournalRow>(`/api/companies/${companyId}/journal?`);
  expect(journal.map((row) => row.seq)).toEqual(Array.from({ length: journal.length }, (_, n) => journal.length - n));
  expect(journal[0]).toMatchObject({
    action: 'receipt.entered',
    actor: 'Claire Martin',
    actionName: 'Encaissement\u00a0: saisie',
  });
  const timeline = await walk<{ id: string; at: string }>(`/api/cases/${caseId}/timeline?`);
  expect(new Set(timeline.map((row) => row.id)).size).toBe(61);
  expect(timeline.map((row) => row.at)).toEqual(
    timeline
      .map((row) => row.at)
      .sort()
      .reverse(),
  );
});

test('what did something without a person is named as a reader calls it, wherever an actor is shown', async () => {
  const { companyId, caseId } = await makeBook(store, tenantId);
  const imports = await walk<{ importedBy: string }>(`/api/companies/${companyId}/imports?`);
  expect(imports.map((row) => row.importedBy)).toEqual(['la ligne de commande']);
  const actors = ['cli', 'acquit', 'pass', 'outbox', 'demo', 'debtor', `source:${companyId}`, `user:${companyId}`];
  await store.inTenant(tenantId, (tx) =>
    appendJournal(
      tx,
      actors.map((actor) => ({ actor, action: 'case.touched', objectKind: 'case', objectId: caseId, payload: {} })),
    ),
  );
  const journal = await walk<JournalRow>(`/api/companies/${companyId}/journal?`);
  expect(journal.slice(0, actors.length).map((row) => row.actor)).toEqual(
    [
      'la ligne de commande',
      'Acquit',
      'la passe de la nuit',
      'l’envoi des messages',
      'la démonstration',
      'le débiteur',
      'une source surveillée',
      'un utilisateur',
    ].reverse(),
  );
});
