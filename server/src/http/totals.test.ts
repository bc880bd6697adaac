import { randomUUID } from 'node:crypto';
import type { ReceiptView, TodayView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { tidyTenant } from '../store/index.ts';
import { keptWrongly, newTenant, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { type Book, makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home, asSupervisor } = await testStore();
const app = await testApp(store, home);

/** The same totals counted from the claims themselves, which is what the summary must never differ from. */
async function counted(companyId: string) {
  const { rows } = await asSupervisor((client) =>
    client.query(
      `select coalesce(sum(open_cents), 0)::float8 as "openCents", coalesce(sum(open_cents) filter (where due_on < $2), 0)::float8 as "overdueCents",
              count(*)::int as "openClaims", (count(*) filter (where due_on < $2))::int as "overdueClaims", count(distinct case_id)::int as debtors
         from claim where company_id = $1 and status = 'open' and kind <> 'credit-note'`,
      [companyId, TODAY],
    ),
  );
  return rows[0];
}

test('the totals follow every change to the cent, at once or one by one, and folding changes nothing', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const first = await makeBook(store, tenantId);
  const { companyId } = first;
  const books: Book[] = [first];
  for (let n = 1; n < 6; n += 1) books.push(await makeBook(store, tenantId, { companyId, debtorName: `Client ${n}` }));
  const totals = async () => (await owner.get<TodayView>(`/api/companies/${companyId}/today`)).body.totals;
  const agree = async () => expect(await totals()).toMatchObject(await counted(companyId));
  await agree();

  const receipts: string[] = [];
  await Promise.all(
    books.flatMap(({ caseId }, n) =>
      [7, 130_000, 1000].map(async (cents) => {
        const sent = { caseId, receivedOn: '2026-11-03', amountCents: cents * (n + 1), method: 'transfer' };
        const { status, body } = await owner.post<ReceiptView>('/api/receipts', sent);
        expect(status).toBe(200);
        receipts.push(body.receiptId);
      }),
    ),
  );
  await agree();
  expect((await totals()).receivedThisMonthCents).toBe(21 * 131_007);
  await Promise.all(receipts.filter((_, n) => n % 2 === 0).map((id) => owner.post(`/api/receipts/${id}/cancel`)));
  await agree();
  for (const { claimIds } of books.slice(2))
    await owner.send('PATCH', `/api/claims/${claimIds.future}`, { dueOn: '2026-11-20' });
  await owner.send('PATCH', `/api/claims/${books[3]!.claimIds.future}`, { status: 'cancelled' });
  await agree();

  const before = await totals();
  await Promise.all([1, 2, 3].map(() => store.inTenant(tenantId, tidyTenant)));
  expect(await totals()).toEqual(before);
  expect(await keptWrongly(store, tenantId)).toEqual([]);
  for (const [table, keys] of [
    ['due_total', 'due_on, ledger_state, amount_band'],
    ['case_total', 'acts_on, scenario, next_step'],
  ]) {
    const { rows } = await asSupervisor((client) =>
      client.query(
        `select count(*)::int as rows, count(distinct (${keys}))::int as sums from ${table} where tenant_id = $1`,
        [tenantId],
      ),
    );
    expect(rows[0].rows).toBe(rows[0].sums);
  }
});

test('a night that only moves levels, a claim without a due date and a credit note leave the totals right', async () => {
  const tenantId = await newTenant(store);
  const owner = await signedIn(app, store, tenantId);
  const { companyId, caseId } = await makeBook(store, tenantId);
  const entries = async () =>
    (
      await asSupervisor((client) =>
        client.query('select count(*)::int as n from due_total where tenant_id = $1', [tenantId]),
      )
    ).rows[0].n;
  const start = await entries();
  await store.inTenant(tenantId, (tx) =>
    tx.query(`update claim set level = 2, level_step = 'call', level_on = '2026-11-20' where tenant_id = $1`, [
      tenantId,
    ]),
  );
  expect(await entries()).toBe(start);
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, due_on, total_cents, amount_cents)
       values ($1, $2, $4, $5, 'SANS', 'invoice', null, 700, 700), ($1, $3, $4, $5, 'AVOIR', 'credit-note', null, 300, 300)`,
      [tenantId, randomUUID(), randomUUID(), companyId, caseId],
    ),
  );
  const { totals } = (await owner.get<TodayView>(`/api/companies/${companyId}/today`)).body;
  expect(totals).toMatchObject({ openCents: 250_700, overdueCents: 200_000, openClaims: 4, overdueClaims: 2 });
  await store.inTenant(tenantId, (tx) =>
    tx.query(`delete from claim where tenant_id = $1 and number in ('SANS', 'AVOIR')`, [tenantId]),
  );
  expect((await owner.get<TodayView>(`/api/companies/${companyId}/today`)).body.totals).toMatchObject(
    await counted(companyId),
  );
});
