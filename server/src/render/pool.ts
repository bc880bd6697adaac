import type { PressAnswer, PressJob } from './protocol.ts';
import { RenderRefusal } from './refusal.ts';
import { startWorker, type Worker, WorkerLost } from './worker.ts';

export interface PoolSettings {
  /** Press processes at the same time. */
  size: number;
  /**
   * A process is replaced after so many documents, or above so much memory: the typesetter has been seen to keep some
   * 50 KB a document. With the memory settings of worker.ts it stays flat, and this bound costs next to nothing.
   */
  documentsPerProcess: number;
  bytesPerProcess: number;
  /** Time one document may take. */
  limitMs: number;
}

export interface Pool {
  /** Queues a job; refuses `RenderTimeLimit`, `PressLost`, `RendererClosed`. `extraMs` lengthens its time limit. */
  run(job: PressJob, extraMs?: number): Promise<PressAnswer>;
  /** Processes alive now, for the health page and the tests. */
  pids(): number[];
  /** Refuses what waits, ends every process, resolves when all are gone. */
  close(): Promise<void>;
}

interface Waiting {
  job: PressJob;
  limitMs: number;
  resolve(answer: PressAnswer): void;
  reject(refusal: RenderRefusal): void;
}

/** A few warm press processes behind one queue, started when first needed and replaced as they wear out. */
export function openPool(settings: PoolSettings): Pool {
  const idle: Worker[] = [];
  const busy = new Set<Worker>();
  const ending = new Set<Promise<void>>();
  const waiting: Waiting[] = [];
  let closed = false;

  const retire = (worker: Worker) => {
    const gone = worker.stop().finally(() => ending.delete(gone));
    ending.add(gone);
  };

  const worn = (worker: Worker) =>
    worker.jobs >= settings.documentsPerProcess || worker.residentBytes >= settings.bytesPerProcess;

  const pickWorker = (): Worker | null => {
    for (let worker = idle.pop(); worker !== undefined; worker = idle.pop()) {
      if (worker.alive) return worker;
      retire(worker);
    }
    return busy.size < settings.size ? startWorker() : null;
  };

  const next = () => {
    while (!closed && waiting.length > 0) {
      const worker = pickWorker();
      if (worker === null) return;
      void serve(worker, waiting.shift()!);
    }
  };

  const serve = async (worker: Worker, task: Waiting) => {
    busy.add(worker);
    try {
      task.resolve(await worker.run(task.job, task.limitMs));
    } catch (error) {
      task.reject(closed ? closedRefusal() : refusalFor(error, task.limitMs));
    }
    busy.delete(worker);
    if (closed || !worker.alive || worn(worker)) retire(worker);
    else idle.push(worker);
    next();
  };

  return {
    run(job, extraMs = 0) {
      if (closed) return Promise.reject(closedRefusal());
      const { promise, resolve, reject } = Promise.withResolvers<PressAnswer>();
      waiting.push({ job, limitMs: settings.limitMs + extraMs, resolve, reject });
      next();
      return promise;
    },
    pids: () => [...idle, ...busy].filter((it) => it.alive).map((it) => it.pid!),
    async close() {
      closed = true;
      for (const task of waiting.splice(0)) task.reject(closedRefusal());
      for (const worker of [...idle.splice(0), ...busy]) retire(worker);
      while (ending.size > 0) await Promise.all(ending);
    },
  };
}

function refusalFor(error: unknown, limitMs: number): RenderRefusal {
  if (error instanceof WorkerLost && error.reason === 'time-limit') {
    const seconds = Math.round(limitMs / 1000);
    return new RenderRefusal(
      'RenderTimeLimit',
      `La mise en page de ce document a été arrêtée après ${seconds}\u00a0secondes. Rien n’est parti. Réduisez le nombre de factures ou la longueur du texte, puis recommencez.`,
      { limitMs },
      error,
    );
  }
  return new RenderRefusal(
    'PressLost',
    'La mise en page a été interrompue avant la fin. Rien n’est parti\u202f; recommencez.',
    {},
    error,
  );
}

/** The refusal for a document that could not be laid out; the cause stays for the log, never for the screen. */
export function renderFailed(cause: unknown): RenderRefusal {
  return new RenderRefusal(
    'RenderFailed',
    'La mise en page de ce document a échoué. Rien n’est parti. Recommencez\u202f; si l’échec se répète, signalez-le avec le journal technique.',
    {},
    cause,
  );
}

function closedRefusal(): RenderRefusal {
  return new RenderRefusal(
    'RendererClosed',
    'Le programme s’arrête\u00a0: ce document sera mis en page au prochain démarrage.',
  );
}
