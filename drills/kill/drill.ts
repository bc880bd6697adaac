import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Planted, plantCompany, plantReminders } from '../../server/src/jobs/outbox/fixture.ts';
import type { Store } from '../../server/src/store/index.ts';
import { killHard, type Running, startProcess } from '../lib/processes.ts';
import { type Random, randomFrom } from '../lib/random.ts';
import { type SinkProcess, startSinkProcess } from '../lib/sink.ts';
import { judge, type Verdict } from './verdict.ts';

export const SENDER = new URL('./sender.ts', import.meta.url);

export interface KillDrill {
  store: Store;
  /** How a sending process finds the same store. */
  env: Record<string, string>;
  /** A folder for the sink's file. */
  folder: string;
  messages: number;
  kills: number;
  seed: number;
  order: 'held' | 'naive';
  connections: number;
  leaseMs: number;
}

export interface KillResult {
  verdict: Verdict;
  /** Kills that met a sender with work left; fewer than asked means that the drill proves less than it says. */
  killed: number;
  /** Messages that were taken while senders were being killed, before the last one was left to finish. */
  sentUnderKills: number;
  planted: Planted;
}

/** The server's mean answer time: long enough that a good part of the kills fall between a dot and its record. */
const ANSWER_MS = 15;
const LOOK_MS = 5;
/** A sender whose first messages are all reserved by a dead one has to wait for a lease; it is killed waiting, then. */
const PATIENCE_MS = 5_000;

/**
 * Waits for a random moment of the pass: until up to `share` more messages were taken, so that the kills spread over the
 * whole pass on any machine, then a few milliseconds more. Resolves at once when the sender ends.
 */
async function randomMoment(share: number, sink: SinkProcess, sender: Running, random: Random): Promise<void> {
  let ended = false;
  void sender.ended.then(() => {
    ended = true;
  });
  // From the first message on; a sender that finds nothing to do says nothing and ends.
  await Promise.race([sender.firstLine.catch(() => null), sender.ended]);
  const enough = sink.taken() + random.between(0, Math.floor(share));
  const deadline = performance.now() + PATIENCE_MS;
  while (!ended && sink.taken() < enough && performance.now() < deadline) await pause(LOOK_MS);
  if (!ended) await pause(random.between(0, 40));
}

/**
 * Plants reminders of a live company, sends them with a process that is killed hard at random moments and started again,
 * then lets the last one finish, and judges by what a mail server that was never killed has on its disk.
 */
export async function runKillDrill(drill: KillDrill): Promise<KillResult> {
  const random = randomFrom(drill.seed);
  const file = join(drill.folder, `sink-${drill.order}-${drill.seed}.log`);
  const sink = await startSinkProcess(file, { meanDelayMs: ANSWER_MS, seed: drill.seed });
  let sender: Running | null = null;
  try {
    const planted = await plantCompany(drill.store, { port: sink.port });
    await plantReminders(drill.store, planted, { count: drill.messages });
    const args = [drill.order, String(drill.leaseMs), String(drill.connections)];
    let killed = 0;
    let sentUnderKills = 0;
    for (let kill = 0; kill < drill.kills; kill += 1) {
      sender = startProcess(SENDER, args, drill.env);
      // A share of what is left, so that the last kill meets work as well as the first.
      const share = (0.7 * (drill.messages - sink.taken())) / (drill.kills - kill);
      await randomMoment(share, sink, sender, random);
      const state = await Promise.race([sender.ended, Promise.resolve('alive')]);
      if (state === 'alive') killed += 1;
      else if (state !== 0) throw new Error(`The sender failed by itself (${state}).`);
      await killHard(sender);
    }
    for (const times of sink.counts().values()) sentUnderKills += times;
    sender = startProcess(SENDER, args, drill.env);
    const last = await sender.ended;
    if (last !== 0) throw new Error(`The last sender failed (${last}).`);
    return { verdict: await judge(drill.store, planted, sink.counts()), killed, sentUnderKills, planted };
  } finally {
    // When the drill itself fails, no sender may go on behind it.
    if (sender) await killHard(sender);
    await sink.stop();
  }
}
