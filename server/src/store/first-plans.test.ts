import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';

const { store, asSupervisor } = await testStore();

test('a database without statistics looks for a case by its key, not among all those of the company', async () => {
  const tenantId = await newTenant(store);
  const plan = await asSupervisor(async (client) => {
    await client.query('begin');
    // As the first file of an installation leaves it: many cases, which nothing has looked at yet.
    await client.query('set local session_replication_role = replica');
    const companyId = randomUUID();
    await client.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile)
       select $1, gen_random_uuid(), $2, gen_random_uuid(), 'business' from generate_series(1, 1000)`,
      [tenantId, companyId],
    );
    // The question that the key of each claim and receipt asks.
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain select 1 from only collection_case x
        where tenant_id = '${tenantId}' and company_id = '${companyId}' and case_id = '${randomUUID()}' for key share of x`,
    );
    await client.query('rollback');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
  expect(plan).toMatch(/Index Cond: .*case_id = /);
});
