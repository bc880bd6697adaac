import { readFileSync } from 'node:fs';
import { type Running, startProcess } from './processes.ts';

const SCRIPT = new URL('../../server/src/testing/smtp-sink-process.ts', import.meta.url);

/** A mail server in a process of its own. */
export interface SinkProcess {
  port: number;
  /** How many messages it has taken so far. */
  taken(): number;
  /** How often each Message-ID was taken, as its file says. */
  counts(): Map<string, number>;
  stop(): Promise<void>;
}

export interface SinkProcessOptions {
  /** The answers come after this long on average, which widens the moments worth killing in. */
  meanDelayMs?: number;
  seed?: number;
  /** `fast` does not force its file to the disk, for measuring speed. */
  care?: 'safe' | 'fast';
}

/** Starts the sink on `file`. */
export async function startSinkProcess(file: string, options: SinkProcessOptions = {}): Promise<SinkProcess> {
  const { meanDelayMs = 0, seed = 1, care = 'safe' } = options;
  const running: Running = startProcess(SCRIPT, [file, String(meanDelayMs), String(seed), care]);
  return {
    port: Number(await running.firstLine),
    taken: () => readFileSync(file, 'utf8').split('\n').length - 1,
    counts() {
      const counts = new Map<string, number>();
      for (const id of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
      }
      return counts;
    },
    async stop() {
      running.child.kill('SIGTERM');
      await running.ended;
    },
  };
}
