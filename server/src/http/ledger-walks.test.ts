import type { LedgerView } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { TODAY, testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

/** A book large enough for the ledger to walk its indexes: small ones are gathered and put in order. */
const CLAIMS = 8_000;

const { store, home } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const { companyId } = await makeBook(store, tenantId);

await store.inTenant(tenantId, async (tx) => {
  const id = (kind: string, n: string) => `md5('${kind}' || ${n})::uuid`;
  await tx.query(
    `insert into debtor (tenant_id, debtor_id, company_id, name) select $1, ${id('d', 'n')}, $2, 'Client ' || n % 50 from generate_series(0, 99) n`,
    [tenantId, companyId],
  );
  await tx.query(
    `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile)
     select $1, ${id('c', 'n')}, $2, ${id('d', 'n')}, 'business' from generate_series(0, 99) n`,
    [tenantId, companyId],
  );
  // Terms of 0 to 60 days; one in a hundred is due before it was issued, some were issued on no day or are due on none.
  await tx.query(
    `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, status, issued_on, due_on, total_cents, amount_cents)
     select $1, ${id('k', 'n')}, $2, ${id('c', 'n % 100')}, 'W-' || n, 'invoice', case when n % 6 = 0 then 'settled' else 'open' end,
            case when n % 97 <> 0 then date '2026-11-30' - n % 400 end,
            case when n % 101 <> 0 then date '2026-11-30' - n % 400 + case when n % 100 = 3 then -(n % 77) - 1 else n % 61 end end, n, n
       from generate_series(1, ${CLAIMS}) n`,
    [tenantId, companyId],
  );
  await tx.query(
    `insert into claim_hold (tenant_id, hold_id, claim_id, case_id, kind, reason, since_on)
     select $1, gen_random_uuid(), claim_id, case_id, 'payment-announced', 'Annoncé.', '2026-11-01' from claim
      where number like 'W-%' and status = 'open' and total_cents % 9 = 0`,
    [tenantId],
  );
});

/** The numbers of the first pages, as the ledger answers them. */
async function walk(query: string, pages: number): Promise<string[]> {
  const numbers: string[] = [];
  for (let [page, cursor] = [0, '']; page < pages; page += 1) {
    const { status, body } = await owner.get<LedgerView>(`/api/companies/${companyId}/ledger?${query}${cursor}`);
    expect(status).toBe(200);
    numbers.push(...body.items.map((row) => row.number));
    if (body.nextCursor === null) break;
    cursor = `&cursor=${body.nextCursor}`;
  }
  return numbers;
}

/** The same asked of the table itself. */
async function asked(where: string, order: string, pages: number): Promise<string[]> {
  const rows = await store.inTenant(tenantId, (tx) =>
    tx.arrays<[string]>(
      `select k.number from claim k join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
         join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
        where k.company_id = $1 and ${where} order by ${order} limit ${pages * 50}`,
      [companyId],
    ),
  );
  return rows.map(([number]) => number);
}

const LATEST = 'k.issued_key desc, k.claim_id desc';

test.each([
  ['sort=recent', 'true'],
  ['sort=recent&dueTo=2026-11-15', `k.due_key <= '2026-11-15'`],
  ['sort=recent&state=open&dueTo=2026-11-20', `k.ledger_state = 'open' and k.due_key <= '2026-11-20'`],
  ['sort=recent&state=late', `k.ledger_state = 'open' and k.due_key < '${TODAY}'`],
  ['sort=recent&dueFrom=2025-11-01&dueTo=2026-12-01', `k.due_key between '2025-11-01' and '2026-12-01'`],
])('« %s » walks by issue and misses no line due before it was issued', async (query, where) => {
  const total = (await owner.get<LedgerView>(`/api/companies/${companyId}/ledger?${query}`)).body.totals.rows;
  const [{ length }] = [await asked(where, LATEST, CLAIMS)];
  expect(total).toBe(length);
  const found = await walk(query, 8);
  expect(found).toEqual(await asked(where, LATEST, 8));
});

test('what is held is read by the first names, page after page to the last', async () => {
  const held = `k.ledger_state = 'open' and exists (select from claim_hold h where h.claim_id = k.claim_id)`;
  const byName = 'd.name_key, d.debtor_id, k.due_key, k.claim_id';
  const found = await walk('state=held&sort=debtor', 100);
  expect(found.length).toBeGreaterThan(400);
  expect(found).toEqual(await asked(held, byName, 100));
});
