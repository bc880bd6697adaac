import { readFileSync } from 'node:fs';
import { type Running, startProcess } from './processes.ts';

const SCRIPT = new URL('../../server/src/testing/smtp-sink-process.ts', import.meta.url);

/** A mail server in a process of its own. */
export interface SinkProcess {
  port: number;
  /** How often each Message-ID was taken, as its file says. */
  counts(): Map<string, number>;
  stop(): Promise<void>;
}

/** Starts the sink on `file`; it answers after `meanDelayMs` on average, which widens the moments worth killing in. */
export async function startSinkProcess(file: string, meanDelayMs: number, seed: number): Promise<SinkProcess> {
  const running: Running = startProcess(SCRIPT, [file, String(meanDelayMs), String(seed)]);
  return {
    port: Number(await running.firstLine),
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
