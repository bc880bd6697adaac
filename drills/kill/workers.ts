/**
 * Several workers on one outbox, killed hard and put to sleep for longer than their leases, so that they wake to find
 * their work taken over.
 *
 *     node drills/kill/workers.ts [--workers 4] [--messages 2000] [--kills 30] [--pauses 20] [--seed n]
 *
 * Ends with 0 when nothing was lost in silence or sent twice, and every doubt is listed.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { plantCompany, plantReminders } from '../../server/src/jobs/outbox/fixture.ts';
import { openStore } from '../../server/src/store/index.ts';
import { killHard, type Running, startProcess } from '../lib/processes.ts';
import { randomFrom } from '../lib/random.ts';
import { startSinkProcess } from '../lib/sink.ts';
import { SENDER } from './drill.ts';
import { describe, failuresOf, judge } from './verdict.ts';

const { values } = parseArgs({
  options: {
    workers: { type: 'string', default: '4' },
    messages: { type: 'string', default: '2000' },
    kills: { type: 'string', default: '30' },
    pauses: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
const seed = Number(values.seed);
const workers = Number(values.workers);
const messages = Number(values.messages);
const LEASE_MS = 1_500;
const CONNECTIONS = 3;
const ANSWER_MS = 15;

const random = randomFrom(seed);
const home = mkdtempSync(join(tmpdir(), 'kill-drill-'));
const store = await openStore({ home, connections: 20 });
const sink = await startSinkProcess(join(home, 'sink.log'), { meanDelayMs: ANSWER_MS, seed });

const start = (): Running =>
  startProcess(SENDER, ['held', String(LEASE_MS), String(CONNECTIONS)], { ACQUIT_HOME: home });

/** Puts a worker to sleep past its lease; the others take over what it held, and it wakes up to that. */
async function sleepAndWake({ child, ended }: Running, ms: number): Promise<void> {
  child.kill('SIGSTOP');
  await Promise.race([pause(ms), ended]);
  child.kill('SIGCONT');
}

try {
  const planted = await plantCompany(store, { port: sink.port });
  await plantReminders(store, planted, { count: messages });
  const running = Array.from({ length: workers }, start);
  const acts = [
    ...Array<'kill'>(Number(values.kills)).fill('kill'),
    ...Array<'pause'>(Number(values.pauses)).fill('pause'),
  ];
  const done = { kill: 0, pause: 0 };
  const sleeping: Promise<void>[] = [];
  const share = messages / acts.length;
  while (acts.length > 0) {
    const [act] = acts.splice(random.between(0, acts.length - 1), 1);
    const enough = messages - share * (acts.length + 1) * random.next();
    while (sink.taken() < Math.min(enough, messages * 0.95) && random.next() > 0.02) await pause(5);
    await pause(random.between(50, 300));
    const index = random.between(0, running.length - 1);
    const chosen = running[index]!;
    if (act === 'pause') sleeping.push(sleepAndWake(chosen, random.between(500, 3_500)));
    else {
      await killHard(chosen);
      running[index] = start();
    }
    done[act!] += 1;
  }
  await Promise.all(sleeping);
  for (const worker of running) {
    const how = await worker.ended;
    if (how !== 0) throw new Error(`A worker failed by itself (${how}).`);
  }
  const verdict = await judge(store, planted, sink.counts());
  console.log(`${workers} workers, lease ${LEASE_MS} ms, seed ${seed}: ${done.kill} kills, ${done.pause} pauses`);
  console.log(describe(verdict));
  const failures = failuresOf(verdict, (done.kill + done.pause) * CONNECTIONS);
  for (const failure of failures) console.log(`NOT KEPT: ${failure}`);
  process.exitCode = failures.length > 0 ? 1 : 0;
} finally {
  await sink.stop();
  await store.close();
  rmSync(home, { recursive: true, force: true });
}
