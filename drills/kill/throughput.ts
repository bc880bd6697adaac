/**
 * How fast the outbox sends, beside what the same lines do without it, in the same run on the same machine.
 *
 *     node drills/kill/throughput.ts [--messages 2000] [--connections 5]
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildMessage, openSmtp } from '../../server/src/channels/index.ts';
import {
  composeReminder,
  expectedId,
  plantCompany,
  plantReminders,
  SENDER,
} from '../../server/src/jobs/outbox/fixture.ts';
import { sendDueOnce } from '../../server/src/jobs/outbox/index.ts';
import { openStore } from '../../server/src/store/index.ts';
import { appendJournal } from '../../server/src/store/journal/index.ts';
import { startSinkProcess } from '../lib/sink.ts';

const { values } = parseArgs({
  options: { messages: { type: 'string', default: '2000' }, connections: { type: 'string', default: '5' } },
});
const count = Number(values.messages);
const connections = Number(values.connections);

const home = mkdtempSync(join(tmpdir(), 'throughput-'));
const store = await openStore({ home });
const sink = await startSinkProcess(join(home, 'sink.log'), { care: 'fast' });

/** Runs `work`, which handles `count` messages, and prints its speed and this process's own CPU time. */
async function measure(what: string, work: () => Promise<void>): Promise<void> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  await work();
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const perThousand = ((user + system) / 1e6 / count) * 1000;
  console.log(
    `${what.padEnd(34)} ${(count / seconds).toFixed(0)} messages/s, ${perThousand.toFixed(2)} CPU s per 1,000`,
  );
}

async function plainLine(from: number, step: number): Promise<void> {
  const { line, refusal } = await openSmtp({
    host: '127.0.0.1',
    port: sink.port,
    security: 'none',
    username: null,
    password: null,
  });
  if (refusal) throw new Error(refusal.message);
  for (let index = from; index < count; index += step) {
    const outcome = await buildMessage({
      to: { name: 'Client', address: `debiteur${index}@client.example` },
      ...(await composePlain()),
      from: { name: 'Atelier Durand', address: SENDER },
      replyTo: null,
      copyTo: null,
      dkim: null,
      key: { tenantId: 'plain', actionId: String(index), channel: 'email' },
      messageId: null,
      caseId: null,
      date: '2026-11-21T08:00:00Z',
    });
    if ('refusal' in outcome) throw new Error(outcome.refusal.message);
    const { raw, envelope } = outcome.message;
    await line.send(raw, envelope, { beforeDot: async () => true });
  }
  line.close();
}

async function composePlain() {
  const composed = await composeReminder({ recipient: 'x@y.example', decidedOn: '2026-11-21' } as never);
  if ('refusal' in composed) throw new Error(composed.refusal.message);
  const { subject, text, html, attachments } = composed;
  return { subject, text, html, attachments };
}

try {
  const planted = await plantCompany(store, { port: sink.port });
  await plantReminders(store, planted, { count: 300 });
  const options = { store, journal: appendJournal, compose: composeReminder, connections };
  // Once for warmth, so that neither way pays for compiling the other's code.
  await sendDueOnce(options);
  await measure('lines alone (limit)', async () => {
    await Promise.all(Array.from({ length: connections }, (_, lane) => plainLine(lane, connections)));
  });
  const actions = await plantReminders(store, planted, { count });
  await measure('outbox, exactly once', async () => {
    const result = await sendDueOnce(options);
    if (result.sent !== count) throw new Error(`Sent ${result.sent} of ${count}.`);
  });
  const taken = sink.counts();
  const once = actions.filter((action) => taken.get(expectedId(planted, action)) === 1).length;
  console.log(`taken exactly once by the server   ${once} of ${count}`);
} finally {
  await sink.stop();
  await store.close();
  rmSync(home, { recursive: true, force: true });
}
