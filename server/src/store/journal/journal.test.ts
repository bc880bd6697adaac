import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newTenant, testStore } from '../../testing/index.ts';
import { canonicalJson, storable } from './canonical.ts';
import { appendJournal, erasePayloads, headOf, type JournalEvent, recordAnchor, verifyJournal } from './index.ts';

const { store, asSupervisor } = await testStore();

const event = (n: number): JournalEvent => ({
  actor: 'night',
  action: 'reminder.queued',
  objectKind: 'case',
  objectId: `case-${n}`,
  payload: { step: 'reminder-1', totalCents: BigInt(n) * 100n, note: 'Relance n° 1' },
});
const events = (count: number): JournalEvent[] => Array.from({ length: count }, (_, n) => event(n));

test('entries follow one another from the first, and verify', async () => {
  const tenant = await newTenant(store);
  await store.inTenant(tenant, (tx) => appendJournal(tx, events(3)));
  const head = await store.inTenant(tenant, (tx) => appendJournal(tx, events(2)));
  expect(head.seq).toBe(5);
  const seen = await verifyJournal(store, tenant);
  expect(seen).toMatchObject({ valid: true, entries: 5, erased: 0, head });
});

test('an empty journal verifies, and adding nothing changes nothing', async () => {
  const tenant = await newTenant(store);
  expect(await verifyJournal(store, tenant)).toMatchObject({ valid: true, entries: 0 });
  const head = await store.inTenant(tenant, (tx) => appendJournal(tx, []));
  expect(head.seq).toBe(0);
  expect(await verifyJournal(store, tenant)).toMatchObject({ valid: true, entries: 0 });
});

test('writers at once leave neither a fork nor a gap', async () => {
  const tenant = await newTenant(store);
  const writers = Array.from({ length: 12 }, () => store.inTenant(tenant, (tx) => appendJournal(tx, events(5))));
  const heads = await Promise.all(writers);
  expect(heads.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual([5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60]);
  expect(await verifyJournal(store, tenant)).toMatchObject({ valid: true, entries: 60 });
});

test('a transaction that fails leaves nothing in the journal', async () => {
  const tenant = await newTenant(store);
  const failing = store.inTenant(tenant, async (tx) => {
    await appendJournal(tx, events(4));
    throw new Error('as if the work had failed');
  });
  await expect(failing).rejects.toThrow('as if the work had failed');
  expect(await verifyJournal(store, tenant)).toMatchObject({ valid: true, entries: 0 });
});

test('erased particulars are gone, the erasure is recorded, and the chain still verifies', async () => {
  const tenant = await newTenant(store);
  await store.inTenant(tenant, (tx) => appendJournal(tx, events(6)));
  const erased = await store.inTenant(tenant, (tx) => erasePayloads(tx, [2, 5], 'user:1'));
  expect(erased).toBe(2);
  expect(await verifyJournal(store, tenant)).toMatchObject({ valid: true, entries: 7, erased: 2 });
  const { rows } = await store.inTenant(tenant, (tx) =>
    tx.query('select count(*)::int as left from journal_payload where seq in (2, 5)'),
  );
  expect(rows).toEqual([{ left: 0 }]);
});

test('the application can neither change nor take away an entry', async () => {
  const tenant = await newTenant(store);
  await store.inTenant(tenant, (tx) => appendJournal(tx, events(2)));
  for (const attempt of [
    "update journal_entry set actor = 'nobody'",
    'delete from journal_entry',
    'truncate journal_entry cascade',
    "update journal_payload set payload = '{}'",
    'delete from journal_head',
  ]) {
    await expect(store.inTenant(tenant, (tx) => tx.query(attempt))).rejects.toThrow(/permission denied/);
  }
});

test('an anchor noted in the database is held against the chain', async () => {
  const tenant = await newTenant(store);
  await store.inTenant(tenant, (tx) => appendJournal(tx, events(3)));
  const anchor = await store.inTenant(tenant, (tx) => recordAnchor(tx, 'mail'));
  await store.inTenant(tenant, (tx) => appendJournal(tx, events(3)));
  expect(await verifyJournal(store, tenant)).toMatchObject({ valid: true, entries: 6, anchors: 1 });
  expect(anchor.seq).toBe(3);
  const wrong = { seq: 2, hash: '00'.repeat(32) };
  const seen = await verifyJournal(store, tenant, { anchors: [wrong] });
  expect(seen).toMatchObject({ valid: false, problem: { kind: 'rewritten', seq: 1, until: 2 } });
});

test('one tenant’s chain cannot be passed off as another’s', async () => {
  const [from, to] = [await newTenant(store), await newTenant(store)];
  await store.inTenant(from, (tx) => appendJournal(tx, events(2)));
  await asSupervisor(async (client) => {
    for (const table of ['journal_head', 'journal_entry', 'journal_payload']) {
      await client.query(`update ${table} set tenant_id = $2 where tenant_id = $1`, [from, to]).catch(async () => {
        await client.query('set session_replication_role = replica');
        await client.query(`update ${table} set tenant_id = $2 where tenant_id = $1`, [from, to]);
      });
    }
  });
  expect(await store.inTenant(to, headOf)).toMatchObject({ seq: 2 });
  expect(await verifyJournal(store, to)).toMatchObject({ valid: false, problem: { seq: 1 } });
});

test('the payload’s text is what the database writes', async () => {
  const json = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, true, false, 0, -0),
      fc.maxSafeInteger(),
      fc.string({ unit: 'binary' }),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.string({ unit: 'binary', maxLength: 6 }), tie('value'), { maxKeys: 5 }),
    ),
  })).value;
  const samples = fc.sample(json, { numRuns: 500, seed: 20261121 }).map(canonicalJson);
  const { rows } = await store.pool.query<{ texts: string[] }>(
    'select array_agg(t::jsonb::text order by rank) as texts from unnest($1::text[]) with ordinality as s (t, rank)',
    [samples],
  );
  expect(rows[0]?.texts).toEqual(samples);
});

test('a text the database cannot hold is made one it can', () => {
  expect(storable('a\0b\ud800')).toBe('a\uFFFDb\uFFFD');
  expect(canonicalJson({ b: 1n, a: undefined, day: Temporal.PlainDate.from('2026-11-21') })).toBe(
    '{"b": 1, "day": "2026-11-21"}',
  );
  expect(() => canonicalJson({ rate: 12.4 })).toThrow('safe integers');
});

test('an entry wants the head of its chain, a payload its entry, and neither is left without the other', async () => {
  const [tenant, other] = [await newTenant(store), await newTenant(store)];
  await store.inTenant(tenant, (tx) => appendJournal(tx, events(2)));
  const entry = `insert into journal_entry (tenant_id, seq, at, actor, action, object_kind, object_id, commitment, previous, hash)
                 select $1, seq, now(), 'x', 'x', 'x', 'x', '', '', '' from unnest($2::bigint[]) seq`;
  const payload = `insert into journal_payload (tenant_id, seq, salt, payload) select $1, seq, '', '{}' from unnest($2::bigint[]) seq`;
  const refused = (text: string, values: unknown[]) =>
    expect(asSupervisor((client) => client.query(text, values))).rejects.toMatchObject({ code: '23503' });
  await refused(entry, [other, [1, 2]]);
  await refused(payload, [tenant, [3]]);
  await asSupervisor((client) => client.query('delete from journal_payload where tenant_id = $1', [tenant]));
  await refused(payload, [tenant, [1, 3]]);
  await refused(payload, [other, [1]]);
  await asSupervisor((client) => client.query(payload, [tenant, [1, 2]]));
  await refused('update journal_payload set seq = 9 where tenant_id = $1 and seq = 2', [tenant]);
  await refused('update journal_payload set tenant_id = $2 where tenant_id = $1', [tenant, other]);
  await refused('update journal_entry set tenant_id = $2 where tenant_id = $1 and seq = 2', [tenant, other]);
  await refused('update journal_entry set seq = 9 where tenant_id = $1 and seq = 2', [tenant]);
  await refused('delete from journal_entry where tenant_id = $1', [tenant]);
  await refused('update journal_head set tenant_id = $2 where tenant_id = $1', [tenant, other]);
  await refused('delete from journal_head where tenant_id = $1', [tenant]);
  await refused('delete from tenant where tenant_id = $1', [tenant]);
});
