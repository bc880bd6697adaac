import { expect, test } from 'vitest';
import { newTenant, testStore } from '../testing/index.ts';
import { plainList } from './plain-list.ts';

const { store } = await testStore();
const tenantId = await newTenant(store);

test('the database reads back the very values', async () => {
  const ids = [tenantId, null, tenantId];
  const cents = [0, -12, Number.MAX_SAFE_INTEGER];
  const days = ['2026-02-28', null, '1999-12-31'];
  const words = ['credit-note', 'open', null];
  const flags = [true, false, true];
  const rows = await store.inTenant(tenantId, (tx) =>
    tx.arrays(
      'select id, cents::text, on_day, word, flag from unnest($1::uuid[], $2::bigint[], $3::date[], $4::text[], $5::bool[]) as u(id, cents, on_day, word, flag)',
      [ids, cents, days, words, flags].map(plainList),
    ),
  );
  expect(rows).toEqual(ids.map((id, n) => [id, String(cents[n]), days[n], words[n], flags[n]]));
  expect(await store.inTenant(tenantId, (tx) => tx.arrays('select $1::int[]', [plainList([])]))).toEqual([[[]]]);
});

test.each(['a,b', '', ' ', '"', '{}', 'null', 'back\\slash', 'é'])('%j is refused', (text) => {
  expect(() => plainList(['open', text])).toThrow('quotes');
});
