import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type Planted, plantCompany, plantReminders } from '../../server/src/jobs/outbox/fixture.ts';
import type { Store } from '../../server/src/store/index.ts';
import { killHard, startProcess } from '../lib/processes.ts';
import { randomFrom } from '../lib/random.ts';
import { startSinkProcess } from '../lib/sink.ts';
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
  planted: Planted;
}

const SOONEST_MS = 10;
const LATEST_MS = 260;

/** Answers slow enough that the messages outlast the kills. */
function answerDelay({ kills, messages, connections }: KillDrill): number {
  const sendingMs = (kills * (SOONEST_MS + LATEST_MS)) / 2;
  return Math.ceil((1.2 * sendingMs * connections) / messages);
}

/**
 * Plants reminders of a live company, sends them with a process that is killed hard at random moments and started again,
 * then lets the last one finish, and judges by what a mail server that was never killed has on its disk.
 */
export async function runKillDrill(drill: KillDrill): Promise<KillResult> {
  const random = randomFrom(drill.seed);
  const file = join(drill.folder, `sink-${drill.order}-${drill.seed}.log`);
  const sink = await startSinkProcess(file, answerDelay(drill), drill.seed);
  try {
    const planted = await plantCompany(drill.store, { port: sink.port });
    await plantReminders(drill.store, planted, { count: drill.messages });
    const args = [drill.order, String(drill.leaseMs), String(drill.connections)];
    let killed = 0;
    for (let kill = 0; kill < drill.kills; kill += 1) {
      const sender = startProcess(SENDER, args, drill.env);
      await sender.firstLine;
      const moment = pause(random.between(SOONEST_MS, LATEST_MS)).then(() => 'alive' as const);
      const state = await Promise.race([sender.ended, moment]);
      if (state === 'alive') killed += 1;
      else if (state !== 0) throw new Error(`The sender failed by itself (${state}).`);
      await killHard(sender);
    }
    const last = await startProcess(SENDER, args, drill.env).ended;
    if (last !== 0) throw new Error(`The last sender failed (${last}).`);
    return { verdict: await judge(drill.store, planted, sink.counts()), killed, planted };
  } finally {
    await sink.stop();
  }
}
