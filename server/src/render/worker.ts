import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { PressAnswer, PressJob } from './protocol.ts';

const PROGRAM = fileURLToPath(new URL('./press-process.ts', import.meta.url));

/** How much of what a dying process printed is kept for the log. */
const KEPT_OUTPUT = 2_000;

/** Why a worker gave no answer. */
export class WorkerLost extends Error {
  readonly reason: 'time-limit' | 'died';

  constructor(reason: 'time-limit' | 'died', detail: string) {
    super(detail);
    this.reason = reason;
  }
}

/** One press process: at most one job at a time. */
export interface Worker {
  readonly pid: number | undefined;
  /** Documents made so far and memory after the last one, from which the pool decides to replace it. */
  readonly jobs: number;
  readonly residentBytes: number;
  readonly alive: boolean;
  /** Rejects with `WorkerLost` when the process dies or the limit passes; the worker is then dead. */
  run(job: PressJob, limitMs: number): Promise<PressAnswer>;
  /** Ends the process; resolves when it is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a press process. It inherits nothing of our environment, so no secret reaches the code that handles other
 * people's texts; the settings it gets keep the typesetter's threads and memory from costing more than the work.
 */
export function startWorker(): Worker {
  const child = fork(PROGRAM, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    env: {
      // One document is too small to be shared between threads: they only spin.
      RAYON_NUM_THREADS: '1',
      // glibc gives memory back after each document and asks for it again at the next one, cleared page by page.
      MALLOC_ARENA_MAX: '1',
      MALLOC_TRIM_THRESHOLD_: '536870912',
      MALLOC_MMAP_THRESHOLD_: '536870912',
      MALLOC_TOP_PAD_: '16777216',
      ...(process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot }),
    },
  });
  let output = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    output = (output + text).slice(-KEPT_OUTPUT);
  });
  let [jobs, residentBytes, alive] = [0, 0, true];
  const gone = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  }).then(() => {
    alive = false;
  });
  keepLoopAlive(child, false);

  return {
    get pid() {
      return child.pid;
    },
    get jobs() {
      return jobs;
    },
    get residentBytes() {
      return residentBytes;
    },
    get alive() {
      return alive;
    },
    async run(job, limitMs) {
      jobs++;
      keepLoopAlive(child, true);
      try {
        const answer = await exchange(child, job, limitMs, () => output);
        residentBytes = answer.residentBytes;
        return answer;
      } catch (error) {
        alive = false;
        child.kill('SIGKILL');
        throw error;
      } finally {
        keepLoopAlive(child, false);
      }
    },
    async stop() {
      alive = false;
      child.ref();
      child.kill('SIGKILL');
      await gone;
    },
  };
}

function exchange(child: ChildProcess, job: PressJob, limitMs: number, output: () => string): Promise<PressAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<PressAnswer>();
  const died = () => reject(new WorkerLost('died', output() || 'the process ended without an answer'));
  const timer = setTimeout(() => reject(new WorkerLost('time-limit', `no answer in ${limitMs} ms`)), limitMs);
  child.once('message', resolve as (message: unknown) => void);
  child.once('exit', died);
  child.once('error', died);
  child.send(job, (error) => {
    if (error !== null) died();
  });
  return promise.finally(() => {
    clearTimeout(timer);
    child.off('message', resolve as (message: unknown) => void);
    child.off('exit', died);
    child.off('error', died);
  });
}

/** An idle press must not keep a command of the terminal from ending. */
function keepLoopAlive(child: ChildProcess, busy: boolean): void {
  const stderr = child.stderr as unknown as { ref(): void; unref(): void } | null;
  for (const handle of [child, child.channel, stderr]) {
    if (busy) handle?.ref();
    else handle?.unref();
  }
}
