import pg from 'pg';
import { expect, inject, test } from 'vitest';
import { embeddedAccess } from '../store/access.ts';
import { newTenant, testStore } from './index.ts';
import { openConnections } from './test-store.ts';

const { store, databaseUrl } = await testStore();
const main = embeddedAccess(inject('acquitTestServer'), 'postgres');

test('each file has a database of its own, which child processes can open', async () => {
  const tenant = await newTenant(store);
  const client = new pg.Client(databaseUrl);
  await client.connect();
  const { rows } = await client.query('select current_database() as name');
  expect(rows[0].name).toMatch(/^test_[0-9a-f]{12}$/);
  expect(await store.lookup.listTenants()).toMatchObject([{ tenantId: tenant }]);
  const left = await openConnections(main, rows[0].name, 0);
  // The guard against forgotten connections sees this one, and the pool's.
  expect(left.length).toBeGreaterThanOrEqual(2);
  await client.end();
});
