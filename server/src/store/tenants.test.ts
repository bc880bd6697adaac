import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';

const { store } = await testStore();
const [mine, theirs] = [await newTenant(store, 'La nôtre'), await newTenant(store, 'La leur')];

test('without a tenant nothing is visible', async () => {
  const { rows } = await store.pool.query('select count(*)::int as n from tenant');
  expect(rows).toEqual([{ n: 0 }]);
});

test('a tenant sees itself and nobody else', async () => {
  const { rows } = await store.inTenant(mine, (tx) => tx.query('select name from tenant'));
  expect(rows).toEqual([{ name: 'La nôtre' }]);
  const found = await store.inTenant(mine, (tx) => tx.query('select name from tenant where tenant_id = $1', [theirs]));
  expect(found.rows).toEqual([]);
  const stranger = await store.inTenant(randomUUID(), (tx) => tx.query('select name from tenant'));
  expect(stranger.rows).toEqual([]);
});
