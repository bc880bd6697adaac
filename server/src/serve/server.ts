import { join } from 'node:path';
import pino from 'pino';
import { bodaccNet, stripeNet } from '../channels/index.ts';
import { systemClock } from '../clock.ts';
import { createApp, serve } from '../http/index.ts';
import { openReaders } from '../intake/index.ts';
import { composer, startOutboxWorker } from '../jobs/index.ts';
import { publicNames } from '../public-names.ts';
import { closeRender } from '../render/index.ts';
import { appendJournal, EnvironmentRefusal, openStore, type Store } from '../store/index.ts';
import { version } from '../version.ts';
import { startSchedule } from './schedule.ts';
import { wireServices } from './services.ts';

export interface RunningServer {
  readonly url: string;
  /** Ends what is under way, then the workers and the database. May be called again without effect. */
  close(): Promise<void>;
}

const webRoot = join(import.meta.dirname, '..', '..', '..', 'web', 'dist');

/**
 * Starts the whole server on this machine: database, workers, schedule and app. Refuses with an `EnvironmentRefusal`
 * (a port already taken, a database that cannot start); nothing is left running then.
 */
export async function startServer(options: { home: string; port: number }): Promise<RunningServer> {
  const store = await openStore({ home: options.home, databaseUrl: process.env.DATABASE_URL });
  try {
    return await startOn(store, options.port);
  } catch (error) {
    await store.close();
    throw portRefusal(error, options.port);
  }
}

async function startOn(store: Store, port: number): Promise<RunningServer> {
  const clock = systemClock();
  const log = pino({ level: process.env.ACQUIT_LOG ?? 'warn', base: null }, pino.destination(2));
  const readers = openReaders();
  const outbox = startOutboxWorker({
    store,
    compose: composer(store),
    journal: appendJournal,
    onTrouble: ({ companyId, refusal }) => log.warn({ companyId, code: refusal.code }, refusal.message),
    today: clock.today,
    onError: (error) => log.error({ error: String(error) }, 'The outbox met an error; it tries again.'),
  });
  const stripe = stripeNet();
  const bodacc = bodaccNet();
  const { publicUrl, portalUrl } = publicNames();
  const schedule = startSchedule({ store, readers, clock, log, stripe, bodacc, publicUrl, wake: outbox.wake });
  const app = createApp({
    ...wireServices(store, readers, clock, outbox.wake),
    store,
    clock,
    log,
    version,
    config: {
      publicUrl,
      portalUrl,
      stripe,
      bodacc,
      proxyHops: Number(process.env.ACQUIT_PROXY_HOPS ?? 0),
      webRoot,
      stagingFolder: join(store.home, 'dropped'),
      checkAnswers: false,
    },
  });
  const closeWorkers = async () => {
    await schedule.stop();
    await outbox.stop();
    await Promise.all([readers.close(), closeRender()]);
  };
  let closing: Promise<void> | undefined;
  try {
    const served = await serve(app, { port });
    return {
      url: served.url,
      close() {
        closing ??= served
          .close()
          .then(closeWorkers)
          .then(() => store.close());
        return closing;
      },
    };
  } catch (error) {
    await closeWorkers();
    throw error;
  }
}

function portRefusal(error: unknown, port: number): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE')
    return new EnvironmentRefusal(
      'PortTaken',
      `Le port ${port} est déjà pris, peut-être par un autre Acquit. Ouvrez http://127.0.0.1:${port} ou choisissez un autre port : « npm start -- --port ${port + 1} ».`,
      { port },
    );
  if (code === 'EACCES')
    return new EnvironmentRefusal(
      'PortForbidden',
      `Ce compte n’a pas le droit d’ouvrir le port ${port}. Choisissez un port au-dessus de 1024 : « npm start -- --port 4680 ».`,
      { port },
    );
  return error;
}
