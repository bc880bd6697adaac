import { generateKeyPairSync } from 'node:crypto';
import { day } from '@acquit/law';
import { afterEach, describe, expect, test } from 'vitest';
import { appendJournal } from '../../store/journal/index.ts';
import { testStore } from '../../testing/index.ts';
import { type Sink, type SinkOptions, startSink } from '../../testing/smtp-sink.ts';
import { makeCertificate } from '../../testing/smtp-sink-certificate.ts';
import { mailSecretPurpose } from './account.ts';
import { confirmArrived, sendAgain } from './doubts.ts';
import {
  composeReminder,
  expectedId,
  expireLeases,
  type OutboxRow,
  type Planted,
  plantCompany,
  plantReminders,
  readOutbox,
} from './fixture.ts';
import type { Compose } from './model.ts';
import { recoverExpired } from './recover.ts';
import { retryDelay } from './retry.ts';
import { advance } from './settle.ts';
import { takeDue } from './take.ts';
import { type OutboxOptions, type RoundResult, sendDueOnce, startOutboxWorker } from './worker.ts';

const { store } = await testStore();

const sinks: Sink[] = [];
afterEach(async () => {
  for (const sink of sinks.splice(0)) await sink.close();
  // Rows of one test must not be sent by the worker of the next.
  for (const { tenantId } of await store.lookup.listTenants()) {
    await store.inTenant(tenantId, (tx) => tx.query(`update company set mode = 'test'`));
  }
});

async function live(options: SinkOptions = {}): Promise<{ sink: Sink; planted: Planted }> {
  const sink = await startSink(options);
  sinks.push(sink);
  return { sink, planted: await plantCompany(store, { port: sink.port }) };
}

const send = (more: Partial<OutboxOptions> = {}): Promise<RoundResult> =>
  sendDueOnce({ store, journal: appendJournal, compose: composeReminder, ...more });

async function only(planted: Planted): Promise<OutboxRow> {
  const rows = await readOutbox(store, planted);
  expect(rows).toHaveLength(1);
  return rows[0]!;
}

async function journalOf({
  tenantId,
}: Planted): Promise<{ action: string; actor: string; payload: Record<string, unknown> }[]> {
  const { rows } = await store.inTenant(tenantId, (tx) =>
    tx.query<{ action: string; actor: string; payload: Record<string, unknown> }>(
      'select e.action, e.actor, p.payload from journal_entry e join journal_payload p using (tenant_id, seq) order by seq',
    ),
  );
  return rows;
}

/** Makes what waits for its next attempt due now. */
async function hurry({ tenantId }: Planted): Promise<void> {
  await store.inTenant(tenantId, (tx) => tx.query('update outbox set try_after = clock_timestamp()'));
}

describe('sending', () => {
  test('each reminder once, over several connections, each in the journal', async () => {
    const { sink, planted } = await live();
    const actions = await plantReminders(store, planted, { count: 120 });
    expect(await send({ batch: 7 })).toMatchObject({ sent: 120, refused: 0, inDoubt: 0, troubles: [] });
    expect(sink.counts).toEqual(new Map(actions.map((action) => [expectedId(planted, action), 1])));
    expect(sink.seen.connections).toBe(5);
    for (const row of await readOutbox(store, planted)) {
      expect(row).toMatchObject({ state: 'sent', attempts: 1, settledBy: 'outbox', actionStatus: 'done' });
      expect(row.messageId).toBe(expectedId(planted, row.actionId));
      expect(row.answer).toBe('250 2.0.0 kept');
    }
    const entries = await journalOf(planted);
    expect(entries.map((entry) => entry.action)).toEqual(Array(120).fill('message-sent'));
    expect(new Set(entries.map((entry) => entry.payload.actionId)).size).toBe(120);
    expect(await send()).toMatchObject({ sent: 0 });
    expect(sink.seen.ended).toBe(120);
  });

  test('what was prepared the day before is the contact of the day it leaves', async () => {
    const { planted } = await live();
    await plantReminders(store, planted, { count: 1 });
    expect(await send({ today: () => day('2026-11-22') })).toMatchObject({ sent: 1 });
    const { rows } = await store.inTenant(planted.tenantId, (tx) =>
      tx.query('select last_contact_on, last_contact_live from collection_case'),
    );
    expect(rows).toEqual([{ last_contact_on: '2026-11-22', last_contact_live: true }]);
  });

  test('the mark is committed before the server sees the end of the message', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 1 });
    const seen: (string | undefined)[] = [];
    sink.options.onMessage = async () => {
      seen.push((await only(planted)).state);
      return { keep: true, answer: 'ok' };
    };
    await send();
    expect(seen).toEqual(['ending']);
  });

  test('an account with login, encryption and a signing key is opened from its sealed secrets', async () => {
    const certificate = makeCertificate('127.0.0.1');
    const sink = await startSink({
      security: 'starttls',
      certificate,
      login: { username: 'nous', password: 'très secret' },
    });
    sinks.push(sink);
    const planted = await plantCompany(store, { port: sink.port, security: 'starttls', username: 'nous' });
    const { companyId, tenantId } = planted;
    const pem = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' });
    await store.inTenant(tenantId, (tx) =>
      tx.query(
        `update mail_account set password_sealed = $1, dkim_key_sealed = $2, dkim_domain = 'atelier-durand.example', dkim_selector = 's1'`,
        [
          store.secrets.seal('très secret', mailSecretPurpose.password(companyId)),
          store.secrets.seal(pem as string, mailSecretPurpose.dkimKey(companyId)),
        ],
      ),
    );
    await plantReminders(store, planted, { count: 1 });
    expect(await send({ smtp: { ca: certificate.certificate } })).toMatchObject({ sent: 1 });
    expect(sink.messages[0]?.raw.toString('latin1')).toMatch(/^DKIM-Signature: .*d=atelier-durand\.example/);
  });

  test('two workers at once, each message once', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 150 });
    const rounds = await Promise.all([send({ batch: 10 }), send({ batch: 10 }), send({ batch: 10 })]);
    expect(rounds.reduce((sum, round) => sum + round.sent, 0)).toBe(150);
    expect([...sink.counts.values()]).toEqual(Array(150).fill(1));
    expect(rounds.filter((round) => round.sent > 0).length).toBeGreaterThan(1);
  });

  test('a server that allows one connection gets everything through it', async () => {
    let open = 0;
    const { sink, planted } = await live({ onSender: () => null });
    await plantReminders(store, planted, { count: 30 });
    sink.options.onMessage = () => {
      open = Math.max(open, sink.seen.connections);
      return { keep: true, answer: 'ok' };
    };
    expect(await send({ connections: 1, messagesPerLine: 10 })).toMatchObject({ sent: 30 });
    expect(sink.seen.connections).toBe(3);
    expect(open).toBe(3);
  });
});

describe('test mode', () => {
  test('what was captured never leaves, even when the company goes live', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 3, mode: 'test', state: 'captured' });
    await send();
    expect(sink.seen.connections).toBe(0);
    expect((await readOutbox(store, planted)).map((row) => row.state)).toEqual(Array(3).fill('captured'));
  });

  test('a row that is due by mistake does not leave: not for a test action, not for a company in test mode', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 2, mode: 'test' });
    const inTest = await plantCompany(store, { port: sink.port, mode: 'test' });
    await plantReminders(store, inTest, { count: 2 });
    await send();
    expect(sink.seen.connections).toBe(0);
    expect((await readOutbox(store, planted)).map((row) => row.state)).toEqual(['due', 'due']);
  });

  test.each([
    ['the company goes back to test mode', `update company set mode = 'test'`],
    ['the action is cancelled', `update action set status = 'cancelled'`],
    ['the lease has run out', `update outbox set lease_until = clock_timestamp() - interval '1 second'`],
    ['somebody else took the row', `update outbox set fence = fence + 1, leased_by = 'another'`],
  ])('%s while the message is being made: the dot does not leave', async (_what, change) => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 1 });
    const compose: Compose = async (mail) => {
      await store.inTenant(planted.tenantId, (tx) => tx.query(change));
      return composeReminder(mail);
    };
    expect(await send({ compose })).toMatchObject({ sent: 0, inDoubt: 0 });
    await expect.poll(() => sink.seen.cut).toBe(1);
    expect(sink.seen).toMatchObject({ begun: 1, ended: 0 });
  });
});

describe('what a server answers', () => {
  test('4xx: again later, each time later, until 48 hours have gone by; then a person is told', async () => {
    const { sink, planted } = await live({ onRecipient: () => ({ code: 451, text: '4.7.1 greylisted' }) });
    await plantReminders(store, planted, { count: 1 });
    const delays: number[] = [];
    for (let attempt = 1; attempt <= 12; attempt += 1) {
      await send();
      const row = await only(planted);
      expect(row).toMatchObject({
        state: 'due',
        attempts: attempt,
        answer: '451 4.7.1 greylisted',
        actionStatus: 'queued',
      });
      expect(Math.abs(row.dueInMs - retryDelay(attempt)!)).toBeLessThan(30_000);
      delays.push(retryDelay(attempt)!);
      expect(await send()).toMatchObject({ sent: 0, postponed: 0 });
      await hurry(planted);
    }
    expect(delays.toSorted((left, right) => left - right)).toEqual(delays);
    expect(delays.reduce((sum, delay) => sum + delay, 0) / 3_600_000).toBeCloseTo(48, 0);
    await send();
    const row = await only(planted);
    expect(row).toMatchObject({ state: 'refused', attempts: 13, actionStatus: 'done' });
    expect(row.answer).toContain('48 heures');
    expect(row.answer).toContain('greylisted');
    expect((await journalOf(planted)).map((entry) => entry.action)).toEqual(['message-refused']);
    expect(sink.seen.ended).toBe(0);
  });

  test('5xx for one debtor: refused at once, the others go', async () => {
    const { sink, planted } = await live({
      onRecipient: (to) => (to.startsWith('debiteur1@') ? { code: 550, text: '5.1.1 unknown' } : null),
    });
    await plantReminders(store, planted, { count: 4 });
    expect(await send()).toMatchObject({ sent: 3, refused: 1 });
    const rows = await readOutbox(store, planted);
    expect(rows.filter((row) => row.state === 'refused')).toMatchObject([{ answer: '550 5.1.1 unknown', attempts: 1 }]);
    expect(sink.counts.size).toBe(3);
    expect((await journalOf(planted)).filter((entry) => entry.action === 'message-refused')).toHaveLength(1);
  });

  test('hung up before the dot: certainly not delivered, even once marked; sent at the next attempt', async () => {
    const { sink, planted } = await live({ dropAfterBytes: () => 1 });
    await plantReminders(store, planted, { count: 1 });
    // A slow database: the server is gone before the leave to send the dot comes back.
    const slow: typeof store = {
      ...store,
      inTenant: async (...args) => {
        await new Promise((resolve) => setTimeout(resolve, 150));
        return store.inTenant(...args);
      },
    };
    expect(await send({ store: slow })).toMatchObject({ postponed: 1, inDoubt: 0 });
    expect(await only(planted)).toMatchObject({ state: 'due', attempts: 1, actionStatus: 'queued' });
    expect(sink.seen).toMatchObject({ begun: 1, ended: 0 });
    sink.options = {};
    await hurry(planted);
    expect(await send()).toMatchObject({ sent: 1 });
    expect([...sink.counts.values()]).toEqual([1]);
  });

  test.each([true, false])(
    'hung up after the dot (kept: %s): in doubt, and never sent again by itself',
    async (keep) => {
      const { sink, planted } = await live({ onMessage: () => ({ keep, answer: 'drop' }) });
      await plantReminders(store, planted, { count: 1 });
      expect(await send()).toMatchObject({ inDoubt: 1 });
      sink.options = {};
      await hurry(planted);
      await expireLeases(store, planted);
      expect(await send()).toMatchObject({ sent: 0 });
      expect(await only(planted)).toMatchObject({
        state: 'in-doubt',
        actionStatus: 'queued',
        messageId: expect.any(String),
      });
      expect((await journalOf(planted)).map((entry) => entry.action)).toEqual(['message-in-doubt']);
      expect(sink.seen.ended).toBe(1);
    },
  );

  test('a refused sender or a wrong password stops the account, and gives up no message', async () => {
    const { sink, planted } = await live({ onSender: () => ({ code: 553, text: '5.7.1 not yours' }) });
    await plantReminders(store, planted, { count: 20 });
    const round = await send();
    expect(round.troubles).toMatchObject([{ companyId: planted.companyId, refusal: { code: 'MailSenderRefused' } }]);
    expect(round.troubles[0]?.refusal.message).toContain('5.7.1 not yours');
    const rows = await readOutbox(store, planted);
    expect(rows.map((row) => row.state)).toEqual(Array(20).fill('due'));
    expect(rows.map((row) => row.attempts)).toEqual(Array(20).fill(0));
    sink.options = {};
    expect(await send()).toMatchObject({ sent: 20 });
  });

  test('a server that is not there: everything stays due, the reason is said', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 8 });
    await sink.close();
    sinks.length = 0;
    expect((await send()).troubles).toMatchObject([{ refusal: { code: 'MailServerUnreachable' } }]);
    expect((await readOutbox(store, planted)).every((row) => row.state === 'due' && row.attempts === 0)).toBe(true);
  });

  test('a company without an account is told so', async () => {
    const { planted } = await live();
    await plantReminders(store, planted, { count: 1 });
    await store.inTenant(planted.tenantId, (tx) => tx.query('delete from mail_account'));
    expect((await send()).troubles).toMatchObject([{ refusal: { code: 'MailAccountMissing' } }]);
  });
});

describe('messages that cannot be made', () => {
  test('no address, a wrong one, a hostile name: refused with the sentence, the others go', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, {
      count: 4,
      recipient: (index) => [null, 'pas une adresse', 'a@b.example', 'c@d.example'][index] ?? null,
    });
    const compose: Compose = async (mail) => {
      const composed = await composeReminder(mail);
      const hostile = mail.recipient === 'a@b.example' ? { subject: 'Rappel\r\nBcc: tous@x.example' } : {};
      return { ...composed, ...hostile };
    };
    expect(await send({ compose })).toMatchObject({ sent: 1, refused: 3 });
    expect([...sink.messages.map((message) => message.to)]).toEqual([['c@d.example']]);
    const answers = (await readOutbox(store, planted))
      .filter((row) => row.state === 'refused')
      .map((row) => row.answer);
    expect(answers.some((answer) => answer?.includes('Aucune adresse'))).toBe(true);
    expect(answers.some((answer) => answer?.includes('n’est pas une adresse électronique'))).toBe(true);
    expect(answers.some((answer) => answer?.includes('retour à la ligne'))).toBe(true);
  });

  test('a composer that fails stops its message and no other; it is tried again', async () => {
    const { planted } = await live();
    const [broken] = await plantReminders(store, planted, { count: 5 });
    const compose: Compose = async (mail) => {
      if (mail.actionId === broken) throw new Error('attachment out of reach');
      return composeReminder(mail);
    };
    expect(await send({ compose })).toMatchObject({ sent: 4, postponed: 1 });
    const row = (await readOutbox(store, planted)).find(({ actionId }) => actionId === broken);
    expect(row).toMatchObject({ state: 'due', answer: expect.stringContaining('attachment out of reach') });
    await hurry(planted);
    expect(await send()).toMatchObject({ sent: 1 });
  });
});

describe('leases', () => {
  test('a composer slower than the lease keeps it', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 1 });
    const compose: Compose = async (mail) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return composeReminder(mail);
    };
    expect(await send({ compose, leaseMs: 600 })).toMatchObject({ sent: 1 });
    expect(sink.counts.size).toBe(1);
  });

  test('what a dead worker left: reserved is due again, ending in doubt with its evidence, answered is sent', async () => {
    const { planted } = await live();
    await plantReminders(store, planted, { count: 3 });
    const { tenantId, companyId } = planted;
    await store.inTenant(tenantId, async (tx) => {
      const [first, second] = await takeDue(tx, {
        companyId,
        worker: 'dead',
        leaseMs: 60_000,
        limit: 3,
        today: day('2026-11-21'),
      });
      await tx.query(`update outbox set state = 'ending' where action_id = $1`, [first?.actionId]);
      const yes = { mail: second!, answer: '250 ok', delayMs: 0, uncounted: false, messageId: '<m@x.example>' };
      await advance(tx, 'dead', 60_000, [{ mail: second!, messageId: '<m@x.example>' }], []);
      expect((await advance(tx, 'dead', 60_000, [], [{ ...yes, state: 'sent' }])).size).toBe(1);
    });
    const recover = () => store.inTenant(tenantId, (tx) => recoverExpired(tx, appendJournal));
    expect(await recover()).toEqual({ freed: 0, doubted: 0, closed: 0 });
    await expireLeases(store, planted);
    expect(await recover()).toEqual({ freed: 1, doubted: 1, closed: 1 });
    expect((await readOutbox(store, planted)).map((row) => row.state).toSorted()).toEqual(['due', 'in-doubt', 'sent']);
    const entries = (await journalOf(planted)).toSorted((left, right) => left.action.localeCompare(right.action));
    expect(entries).toMatchObject([
      { action: 'message-in-doubt', payload: { worker: 'dead' } },
      { action: 'message-sent', payload: { answer: '250 ok' } },
    ]);
    expect(await recover()).toEqual({ freed: 0, doubted: 0, closed: 0 });
  });

  test('a worker that slept past its lease comes back with certain knowledge: the doubt is settled', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, { count: 1 });
    sink.options.onMessage = async () => {
      await expireLeases(store, planted);
      await store.inTenant(planted.tenantId, (tx) => recoverExpired(tx, appendJournal));
      expect((await only(planted)).state).toBe('in-doubt');
      return { keep: true, answer: 'ok' };
    };
    expect(await send()).toMatchObject({ sent: 1 });
    expect(await only(planted)).toMatchObject({ state: 'sent' });
    expect((await journalOf(planted)).map((entry) => entry.action)).toEqual(['message-in-doubt', 'message-sent']);
  });
});

describe('a person settles a doubt', () => {
  async function doubtful(): Promise<{ sink: Sink; planted: Planted; actionId: string }> {
    const { sink, planted } = await live({ onMessage: () => ({ keep: true, answer: 'drop' }) });
    const [actionId] = await plantReminders(store, planted, { count: 1 });
    await send();
    sink.options = {};
    return { sink, planted, actionId: actionId! };
  }
  const acts = (actionId: string) => ({ actionId, by: 'user:marie', journal: appendJournal });

  test('it arrived', async () => {
    const { planted, actionId } = await doubtful();
    const arrived = () => store.inTenant(planted.tenantId, (tx) => confirmArrived(tx, acts(actionId)));
    expect(await arrived()).toEqual({});
    expect(await only(planted)).toMatchObject({ state: 'sent', settledBy: 'user:marie', actionStatus: 'done' });
    expect((await arrived()).refusal?.code).toBe('MessageNotInDoubt');
    expect((await journalOf(planted)).at(-1)).toMatchObject({ action: 'message-arrived', actor: 'user:marie' });
  });

  test('send again: once more, under the same Message-ID, to the address of today', async () => {
    const { sink, planted, actionId } = await doubtful();
    await store.inTenant(planted.tenantId, (tx) => tx.query(`update debtor set email = 'nouvelle@client.example'`));
    const again = () => store.inTenant(planted.tenantId, (tx) => sendAgain(tx, acts(actionId)));
    const [first, second] = await Promise.all([again(), again()]);
    expect([first, second].filter((outcome) => outcome.refusal)).toMatchObject([
      { refusal: { code: 'MessageNotToSendAgain' } },
    ]);
    expect(await send()).toMatchObject({ sent: 1 });
    expect(sink.counts).toEqual(new Map([[expectedId(planted, actionId), 2]]));
    expect(sink.messages.at(-1)?.to).toEqual(['nouvelle@client.example']);
    expect((await journalOf(planted)).map((entry) => entry.action)).toEqual([
      'message-in-doubt',
      'message-send-again',
      'message-sent',
    ]);
  });

  test('a refused message can be sent again too, a sent one cannot', async () => {
    const { sink, planted } = await live({ onRecipient: () => ({ code: 550, text: 'no' }) });
    const [actionId] = await plantReminders(store, planted, { count: 1 });
    await send();
    sink.options = {};
    const again = () => store.inTenant(planted.tenantId, (tx) => sendAgain(tx, acts(actionId!)));
    expect(await again()).toEqual({});
    expect(await send()).toMatchObject({ sent: 1 });
    expect((await again()).refusal?.code).toBe('MessageNotToSendAgain');
  });
});

describe('the worker', () => {
  test('sends what is announced, and leaves nothing behind when stopped', async () => {
    const { sink, planted } = await live();
    const worker = startOutboxWorker({ store, journal: appendJournal, compose: composeReminder, pollMs: 60_000 });
    try {
      await plantReminders(store, planted, { count: 10 });
      worker.wake();
      await expect.poll(async () => (await readOutbox(store, planted)).every((row) => row.state === 'sent')).toBe(true);
    } finally {
      await worker.stop();
    }
    expect([...sink.counts.values()]).toEqual(Array(10).fill(1));
  });

  test('stopped in the middle: what was not begun is due again at once, nothing is lost or twice', async () => {
    const { sink, planted } = await live({ onMessage: () => ({ keep: true, answer: 'ok', delayMs: 20 }) });
    await plantReminders(store, planted, { count: 60 });
    const worker = startOutboxWorker({ store, journal: appendJournal, compose: composeReminder });
    await expect.poll(() => sink.counts.size).toBeGreaterThan(5);
    await worker.stop();
    const rows = await readOutbox(store, planted);
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(['sent', 'due']));
    expect(rows.filter((row) => row.state === 'sent')).toHaveLength(sink.counts.size);
    await send();
    expect([...sink.counts.values()]).toEqual(Array(60).fill(1));
  });

  test('spaces out a receiving domain', async () => {
    const { sink, planted } = await live();
    await plantReminders(store, planted, {
      count: 6,
      recipient: (index) => `a${index}@${index < 3 ? 'x' : 'y'}.example`,
    });
    expect(await send({ perDomainPerMinute: 6 })).toMatchObject({ sent: 2, postponed: 4 });
    const waiting = (await readOutbox(store, planted)).filter((row) => row.state === 'due');
    expect(waiting.every((row) => row.attempts === 0 && row.dueInMs > 0 && row.dueInMs <= 10_000)).toBe(true);
    expect(sink.counts.size).toBe(2);
  });
});
