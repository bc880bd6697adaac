import type { MatchableClaim } from '@acquit/recovery';
import { expect, test } from 'vitest';
import { plantLine } from '../jobs/matching/fixture.ts';
import { newTenant, testStore } from '../testing/index.ts';
import { testApp } from './testing/app.ts';
import { makeBook } from './testing/book.ts';
import { signedIn } from './testing/people.ts';

const { store, home } = await testStore();
const app = await testApp(store, home);
const tenantId = await newTenant(store);
const owner = await signedIn(app, store, tenantId);
const book = await makeBook(store, tenantId, { debtorName: 'Éts Brun & Fils' });
await makeBook(store, tenantId, { companyId: book.companyId, debtorName: 'Brunot Gaz', prefix: 'GZ' });
await makeBook(store, tenantId, { companyName: 'Autre société', debtorName: 'Brun', prefix: 'AU' });

const lineId = await store.inTenant(tenantId, async (tx) => {
  const accountId = crypto.randomUUID();
  await tx.query(
    `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label) values ($1, $2, $3, 'k', 'Compte')`,
    [tenantId, accountId, book.companyId],
  );
  // 1 200 € in four ways: whole, left of a larger one, paid to the end, and in another company.
  await tx.query(
    `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, status, due_on, total_cents, amount_cents, received_cents)
     values ($1, gen_random_uuid(), $2, $3, 'RESTE', 'invoice', 'open', '2026-10-05', 150000, 150000, 30000),
            ($1, gen_random_uuid(), $2, $3, 'ENTAMEE', 'invoice', 'open', '2026-10-05', 120000, 120000, 30000),
            ($1, gen_random_uuid(), $2, $3, 'SOLDEE', 'invoice', 'settled', '2026-10-05', 120000, 120000, 120000)`,
    [tenantId, book.companyId, book.caseId],
  );
  const account = { tenantId, companyId: book.companyId, accountId, importId: book.importId };
  return plantLine(tx, account, { cents: 120_000, label: 'VIR' });
});

const offered = async (q: string) =>
  (
    await owner.get<{ items: MatchableClaim[] }>(`/api/bank-lines/${lineId}/claims?q=${encodeURIComponent(q)}`)
  ).body.items.map(({ number, fits }) => `${number}${fits ? ' !' : ''}`);

test('without a search, the open claims of the company that owe just what came in are offered', async () => {
  expect(await offered('')).toEqual(['FA-2026-001 !', 'GZ-001 !', 'RESTE !']);
});

test('a number is found by its beginning, a debtor by the beginnings of all the words typed, in any accent', async () => {
  expect(await offered('GZ-00')).toEqual(['GZ-001 !', 'GZ-002', 'GZ-003']);
  expect(await offered('brun')).toHaveLength(8);
  expect(await offered('fils BRUN')).toEqual(['FA-2026-001 !', 'RESTE !', 'ENTAMEE', 'FA-2026-002', 'FA-2026-003']);
  expect(await offered('ets gaz')).toEqual([]);
});

test('marks that are no word find nothing, and a foreign company’s claims are never offered', async () => {
  expect(await offered('&')).toEqual([]);
  expect(await offered('AU-001')).toEqual([]);
});
