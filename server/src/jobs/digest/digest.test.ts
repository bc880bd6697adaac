import { randomUUID } from 'node:crypto';
import { addDays, type Day, day, formatDay } from '@acquit/law';
import { afterEach, expect, test } from 'vitest';
import { verifyJournal, wishDigest } from '../../store/index.ts';
import { testStore } from '../../testing/index.ts';
import { type Sink, type SinkOptions, startSink } from '../../testing/smtp-sink.ts';
import { runPass } from '../night/index.ts';
import { type Planted, plantCompany } from '../outbox/fixture.ts';
import { digestRound } from './index.ts';

const { store } = await testStore();
/** A Monday. */
const MONDAY = day('2026-11-23');
const APP = new URL('https://acquit.example/');

const sinks: Sink[] = [];
afterEach(async () => {
  for (const sink of sinks.splice(0)) await sink.close();
  // What one test leaves is not the next one's.
  for (const { tenantId } of await store.lookup.listTenants())
    await store.inTenant(tenantId, async (tx) => {
      await tx.query('delete from digest');
      await tx.query('delete from digest_wish');
    });
});

interface Reader extends Planted {
  userId: string;
  sink: Sink;
}

/** A company whose user asked on `since` to be told every Monday. */
async function reader(since: Day, options: SinkOptions & { mode?: 'live' | 'test' } = {}): Promise<Reader> {
  const sink = await startSink(options);
  sinks.push(sink);
  const planted = await plantCompany(store, { port: sink.port, mode: options.mode ?? 'live' });
  const userId = randomUUID();
  await store.inTenant(planted.tenantId, async (tx) => {
    await tx.query(
      `insert into app_user (tenant_id, user_id, email, name, password_hash) values ($1, $2, 'claire@atelier-durand.example', 'Claire', 'x')`,
      [planted.tenantId, userId],
    );
    await wishDigest(tx, { companyId: planted.companyId, userId }, 1, formatDay(since));
  });
  return { ...planted, userId, sink };
}

const pass = ({ tenantId, companyId }: Planted, on: Day) => runPass(store, { tenantId, companyId, on, dryRun: false });

const round = (today: Day) => digestRound({ store, today, appUrl: APP });

async function rows({ tenantId }: Planted) {
  const { rows: found } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ state: string; for_day: string; server_answer: string | null; attempts: number }>(
      'select state, for_day, server_answer, attempts from digest order by for_day',
    ),
  );
  return found;
}

async function acts({ tenantId }: Planted): Promise<string[]> {
  const { rows: found } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ action: string }>(`select action from journal_entry where action like 'digest.%' order by seq`),
  );
  return found.map(({ action }) => action);
}

const hurry = ({ tenantId }: Planted) =>
  store.inTenant(tenantId, (tx) =>
    tx.query(
      `update digest set try_after = clock_timestamp(), lease_until = clock_timestamp() - interval '1 second' where state <> 'sent'`,
    ),
  );

test('it follows the pass of the chosen day, says the week, and leaves once however often the round comes', async () => {
  const who = await reader(addDays(MONDAY, -3));
  expect(await round(MONDAY)).toMatchObject({ written: 0, sent: 0 });
  await store.inTenant(who.tenantId, async (tx) => {
    const [debtorId, caseId] = [randomUUID(), randomUUID()];
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind) values ($1, $2, $3, 'Café des Arts', 'company')`,
      [who.tenantId, debtorId, who.companyId],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) values ($1, $2, $3, $4, 'business')`,
      [who.tenantId, caseId, who.companyId, debtorId],
    );
    await tx.query(
      `insert into promise (tenant_id, promise_id, company_id, case_id, amount_cents, made_on, promised_on, expected_on, until_on, channel, entered_by)
       values ($1, $2, $3, $4, 90000, '2026-11-18', '2026-11-25', '2026-11-25', '2026-11-30', 'phone', 'user:x'),
              ($1, $5, $3, $4, 40000, '2026-11-02', '2026-11-10', '2026-11-10', '2026-11-16', 'phone', 'user:x')`,
      [who.tenantId, randomUUID(), who.companyId, caseId, randomUUID()],
    );
  });
  await pass(who, MONDAY);
  const rounds = await Promise.all([round(MONDAY), round(MONDAY), round(MONDAY)]);
  expect(rounds.reduce((sum, { written, sent }) => sum + written * 10 + sent, 0)).toBe(11);
  expect(await round(addDays(MONDAY, 1))).toMatchObject({ written: 0, sent: 0 });
  expect(who.sink.messages).toHaveLength(1);
  const [message] = who.sink.messages;
  expect(message!.to).toEqual(['claire@atelier-durand.example']);
  const [{ content } = { content: { text: '' } }] = await store.inTenant(who.tenantId, async (tx) => {
    const found = await tx.query<{ content: { text: string } }>('select content from digest');
    return found.rows;
  });
  expect(content.text).toContain(
    'Règlements promis cette semaine\n  - 25 novembre 2026\u00a0: Café des Arts, 900,00\u00a0€',
  );
  expect(content.text).toContain('Promesses non tenues\n  - 10 novembre 2026\u00a0: Café des Arts, 400,00\u00a0€');
  expect(content.text).toContain('https://acquit.example/');
  expect(await acts(who)).toEqual(['digest.queued', 'digest.sent']);
  expect(await verifyJournal(store, who.tenantId)).toMatchObject({ valid: true });
});

test('a machine that was off tells the week on the next two days, then leaves it; a wish is for the days after it', async () => {
  const late = await reader(addDays(MONDAY, -3));
  await pass(late, addDays(MONDAY, 2));
  expect(await round(addDays(MONDAY, 2))).toMatchObject({ written: 1, sent: 1 });
  expect(await rows(late)).toMatchObject([{ for_day: '2026-11-23', state: 'sent' }]);
  await pass(late, addDays(MONDAY, 10));
  expect(await round(addDays(MONDAY, 10))).toMatchObject({ written: 0 });

  const fresh = await reader(addDays(MONDAY, 1));
  await pass(fresh, addDays(MONDAY, 1));
  expect(await round(addDays(MONDAY, 1))).toMatchObject({ written: 0 });
});

test('in test mode it is captured, and never leaves even once the company is live', async () => {
  const who = await reader(MONDAY, { mode: 'test' });
  await pass(who, MONDAY);
  expect(await round(MONDAY)).toMatchObject({ written: 1, sent: 0 });
  await store.inTenant(who.tenantId, (tx) => tx.query(`update company set mode = 'live'`));
  expect(await round(MONDAY)).toMatchObject({ written: 0, sent: 0 });
  expect(who.sink.messages).toEqual([]);
  expect(await rows(who)).toMatchObject([{ state: 'captured' }]);
  expect(await acts(who)).toEqual(['digest.captured']);
});

test('no answer to the end of the message is a doubt, and is not sent again by itself', async () => {
  const who = await reader(MONDAY, { onMessage: () => ({ keep: true, answer: 'drop' }) });
  await pass(who, MONDAY);
  expect(await round(MONDAY)).toMatchObject({ sent: 0, inDoubt: 1 });
  await hurry(who);
  await round(MONDAY);
  expect([...who.sink.counts.values()]).toEqual([1]);
  expect(await rows(who)).toMatchObject([{ state: 'in-doubt' }]);
  expect(await acts(who)).toEqual(['digest.queued', 'digest.in-doubt']);
});

test('a process that died before the end frees it, one that died after leaves a doubt', async () => {
  for (const [state, sent] of [
    ['reserved', 1],
    ['ending', 0],
  ] as const) {
    const who = await reader(MONDAY, { onRecipient: () => ({ code: 451, text: 'later' }) });
    await pass(who, MONDAY);
    await round(MONDAY);
    expect(await rows(who)).toMatchObject([{ state: 'due', attempts: 1 }]);
    who.sink.options.onRecipient = () => null;
    await store.inTenant(who.tenantId, (tx) => tx.query('update digest set state = $1', [state]));
    await hurry(who);
    expect([state, (await round(MONDAY)).sent]).toEqual([state, sent]);
    expect(who.sink.messages).toHaveLength(sent);
  }
});

test('without a mail account it waits and says why; ended, what waits is withdrawn', async () => {
  const who = await reader(MONDAY);
  await store.inTenant(who.tenantId, (tx) => tx.query('delete from mail_account'));
  await pass(who, MONDAY);
  const { troubles } = await round(MONDAY);
  expect(troubles.map(({ message }) => message)).toEqual([expect.stringContaining('Aucun compte de messagerie')]);
  expect(await rows(who)).toMatchObject([{ state: 'due', attempts: 0 }]);
  await store.inTenant(who.tenantId, (tx) => wishDigest(tx, who, null, formatDay(MONDAY)));
  expect(await rows(who)).toMatchObject([{ state: 'cancelled' }]);
});
