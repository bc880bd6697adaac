import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { TODAY } from '../../http/testing/app.ts';
import { makeBook } from '../../http/testing/book.ts';
import { readFile } from '../../intake/index.ts';
import { listImports } from '../../store/index.ts';
import { newTenant, testStore } from '../../testing/index.ts';
import { practiceStatement } from './index.ts';

const { store, asSupervisor } = await testStore();

test('a statement to practise with is read whole, and pays what is late in the ways that banks say it', async () => {
  const tenantId = await newTenant(store);
  const { companyId: own } = await makeBook(store, tenantId, { debtorName: 'Brûlerie & Fils' });
  for (const n of [1, 2, 3])
    await makeBook(store, tenantId, { companyId: own, prefix: `P${n}`, debtorName: `Client ${n}` });
  const statementOf = (id: string) => store.inTenant(tenantId, (tx) => practiceStatement(tx, id, TODAY));
  const read = await readFile(Buffer.from((await statementOf(own))!), { name: 'releve.xml' });
  expect([read.status, read.statements?.length]).toEqual(['read', 1]);
  const { entries } = read.statements![0]!;
  expect(entries.map((entry) => entry.amountCents)).toEqual([120_000, 200_000, 120_000, 60_000, 18_240, -9_612]);
  expect(JSON.stringify(entries)).toContain('BRULERIE & FILS');
  expect(await statementOf(randomUUID())).toBeNull();
  await asSupervisor((client) => client.query(`update company set mode = 'live' where company_id = $1`, [own]));
  expect(await statementOf(own)).toBeNull();
});

test('what the demonstration brought is said to come from it, in words', async () => {
  const tenantId = await newTenant(store);
  const { companyId } = await makeBook(store, tenantId);
  await asSupervisor((client) =>
    client.query(`update import_job set imported_by = 'demo' where company_id = $1`, [companyId]),
  );
  const { items } = await store.inTenant(tenantId, (tx) => listImports(tx, companyId, undefined));
  expect(items.map((one) => one.importedBy)).toEqual(['la démonstration']);
});
