import { randomUUID } from 'node:crypto';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { appendJournal, bankFreshness, releaseSending } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { startSink } from '../../testing/smtp-sink.ts';
import { composeReminder, type Planted, plantCompany, plantReminders, readOutbox } from './fixture.ts';
import { sendDueOnce } from './worker.ts';

const { store } = await testStore();
const sink = await startSink();
afterAll(() => sink.close());

const send = (on: Day) => sendDueOnce({ store, journal: appendJournal, compose: composeReminder, today: () => on });

/** Says what the bank has told about: the account's last day. */
async function tellBank({ tenantId, companyId }: Planted, coveredUntil: Day): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label, covered_until)
       values ($1, $2, $3, 'FR76', 'Banque', $4)
         on conflict (tenant_id, company_id, account_key) do update
        set covered_until = greatest(bank_account.covered_until, excluded.covered_until)`,
      [tenantId, randomUUID(), companyId, formatDay(coveredUntil)],
    ),
  );
}

const statesOf = async (planted: Planted) => (await readOutbox(store, planted)).map((row) => row.state);

test('nothing leaves while the bank is old; everything leaves, once, when it has spoken', async () => {
  const planted = await plantCompany(store, { port: sink.port });
  await plantReminders(store, planted, { count: 5 });
  await tellBank(planted, day('2026-11-10'));
  expect(await send(day('2026-11-21'))).toMatchObject({ sent: 0, troubles: [] });
  expect(await statesOf(planted)).toEqual(Array(5).fill('due'));
  await tellBank(planted, day('2026-11-20'));
  expect(await send(day('2026-11-21'))).toMatchObject({ sent: 5 });
  expect(await send(day('2026-11-21'))).toMatchObject({ sent: 0 });
  expect(await statesOf(planted)).toEqual(Array(5).fill('sent'));
});

test('a release is for its day alone', async () => {
  const planted = await plantCompany(store, { port: sink.port });
  await plantReminders(store, planted, { count: 2 });
  await tellBank(planted, day('2026-11-10'));
  await store.inTenant(planted.tenantId, (tx) => releaseSending(tx, planted.companyId, '2026-11-21', 'user:claire'));
  expect(await send(day('2026-11-22'))).toMatchObject({ sent: 0 });
  expect(await send(day('2026-11-21'))).toMatchObject({ sent: 2 });
});

test('another company of the same organisation goes on', async () => {
  const planted = await plantCompany(store, { port: sink.port });
  const other = { ...planted, companyId: randomUUID() };
  await store.inTenant(planted.tenantId, async (tx) => {
    await tx.query(`insert into company (tenant_id, company_id, name, mode) values ($1, $2, 'Atelier B', 'live')`, [
      planted.tenantId,
      other.companyId,
    ]);
    await tx.query(
      `insert into mail_account (tenant_id, company_id, host, port, security, from_name, from_address)
       values ($1, $2, '127.0.0.1', $3, 'none', 'Atelier B', 'b@atelier-durand.example')`,
      [planted.tenantId, other.companyId, sink.port],
    );
  });
  await plantReminders(store, planted, { count: 3 });
  await plantReminders(store, other, { count: 3 });
  await tellBank(planted, day('2026-11-10'));
  expect(await send(day('2026-11-21'))).toMatchObject({ sent: 3 });
  expect((await statesOf(planted)).sort()).toEqual([...Array(3).fill('due'), ...Array(3).fill('sent')]);
});

test('a source that failed before sending holds the messages, and lets them go once it is well again', async () => {
  const planted = await plantCompany(store, { port: sink.port });
  await plantReminders(store, planted, { count: 1 });
  await tellBank(planted, day('2026-11-19'));
  const sourceId = randomUUID();
  const trouble = (value: object | null) =>
    store.inTenant(planted.tenantId, (tx) =>
      tx.query(
        `insert into source (tenant_id, source_id, company_id, kind, name, settings, trouble) values ($1, $2, $3, 'folder', 'Relevés', '{}', $4)
           on conflict (tenant_id, source_id) do update set trouble = excluded.trouble`,
        [planted.tenantId, sourceId, planted.companyId, value && JSON.stringify(value)],
      ),
    );
  await trouble({ code: 'FolderMissing', message: 'absent' });
  expect(await send(day('2026-11-21'))).toMatchObject({ sent: 0 });
  await trouble(null);
  expect(await send(day('2026-11-21'))).toMatchObject({ sent: 1 });
});

test('over random days of sending and of statements, what leaves leaves under fresh data, and never twice', async () => {
  const event = fc.oneof(
    fc.record({ kind: fc.constant('send' as const), days: fc.integer({ min: 0, max: 6 }) }),
    fc.record({ kind: fc.constant('statement' as const), days: fc.integer({ min: 0, max: 9 }) }),
    fc.record({ kind: fc.constant('remind' as const), days: fc.integer({ min: 0, max: 2 }) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 4, maxLength: 12 }), async (events) => {
      const planted = await plantCompany(store, { port: sink.port });
      let on = day('2026-10-01');
      await tellBank(planted, on);
      for (const { kind, days } of events) {
        on = addDays(on, days);
        if (kind === 'statement') await tellBank(planted, addDays(on, -days));
        if (kind === 'remind') await plantReminders(store, planted, { count: 1 });
        if (kind !== 'send') continue;
        const before = await statesOf(planted);
        const { held } = await store.inTenant(planted.tenantId, (tx) => bankFreshness(tx, planted.companyId, on));
        // One round serves every company, those of earlier examples too: what counts is what became of these messages.
        await send(on);
        const due = before.filter((state) => state === 'due').length;
        const after = await statesOf(planted);
        expect(after.filter((state) => state === 'due').length).toBe(held ? due : 0);
        expect(after.filter((state) => state === 'sent').length).toBe(before.length - (held ? due : 0));
      }
      for (const row of await readOutbox(store, planted)) expect(row.attempts).toBe(row.state === 'sent' ? 1 : 0);
    }),
    { numRuns: 15 },
  );
}, 60_000);
