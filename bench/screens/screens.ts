import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { formatDay } from '@acquit/law';
import { bodaccNet, stripeNet } from '../../server/src/channels/index.ts';
import { systemClock } from '../../server/src/clock.ts';
import { createApp } from '../../server/src/http/index.ts';
import { hashToken, newToken, SESSION_COOKIE } from '../../server/src/http/session/tokens.ts';
import { openReaders } from '../../server/src/intake/index.ts';
import { runPass } from '../../server/src/jobs/index.ts';
import { wireServices } from '../../server/src/serve/services.ts';
import { insertSession } from '../../server/src/store/index.ts';
import { type BenchDatabase, settleDatabase } from '../lib/database.ts';
import { quantile } from '../lib/figures.ts';
import type { Run } from '../lib/run.ts';
import type { Book } from '../night/book.ts';
import { askedOf } from './asked.ts';
import { addLife } from './life.ts';

/** Every screen of the app over a large book, asked of the whole server as the browser does, each many times. */
export async function screens(run: Run, database: BenchDatabase, book: Book): Promise<void> {
  const { store } = database;
  const { tenantId, companyId } = book;
  run.say('nights, paid claims and bank lines, so that the screens have something to show');
  for (const on of book.nights) await runPass(store, { tenantId, companyId, on, dryRun: false });
  await addLife(database, book);
  await settleDatabase(database);
  const asked = run.quick ? 20 : 60;
  const { ask, close } = await openApp(database, book);
  try {
    const bare = await timesOf(asked, () => store.inTenant(tenantId, (tx) => tx.query('select 1')));
    for (const { what, paths } of await store.inTenant(tenantId, (tx) => askedOf(tx, book, asked))) {
      const times = await timesOf(asked, (n) => ask(paths[n % paths.length]!));
      run.add({
        section: 'Screens',
        what: `${what}, p95 at ${book.claims.toLocaleString('en-US')} claims`,
        unit: 'ms',
        values: [quantile(times, 0.95)],
        kind: 'cost',
        budget: 150,
        limit: { what: 'a transaction that asks nothing, p95', value: quantile(bare, 0.95) },
      });
    }
  } finally {
    await close();
  }
}

/** The server's own app with a person signed in; `ask` reads a path under /api to the end, and throws unless it answers. */
export async function openApp(
  { store, home }: BenchDatabase,
  book: Book,
): Promise<{ ask: (path: string) => Promise<string>; close: () => Promise<void> }> {
  const clock = systemClock(formatDay(book.nights.at(-1)!));
  const readers = openReaders({ processes: 1 });
  const log = { info() {}, warn: console.warn, error: console.error };
  const app = createApp({
    ...wireServices(store, readers, clock, () => {}),
    store,
    clock,
    log,
    version: 'bench',
    config: {
      publicUrl: null,
      portalUrl: null,
      stripe: stripeNet({}),
      bodacc: bodaccNet(),
      proxyHops: 0,
      webRoot: join(home, 'web'),
      stagingFolder: join(home, 'dropped'),
      checkAnswers: false,
    },
  });
  const token = newToken();
  await store.inTenant(book.tenantId, async (tx) => {
    const userId = randomUUID();
    await tx.query(
      `insert into app_user (tenant_id, user_id, email, name, password_hash) values ($1, $2::uuid, $2::text || '@durand.example', 'Claire', '')`,
      [tx.tenantId, userId],
    );
    await insertSession(tx, { userId, tokenHash: hashToken(token), csrfToken: newToken() });
  });
  return {
    async ask(path) {
      const headers = { host: '127.0.0.1', cookie: `${SESSION_COOKIE}=${token}` };
      const response = await app.fetch(new Request(`http://127.0.0.1/api${path}`, { headers }));
      const text = await response.text();
      if (!response.ok) throw new Error(`GET ${path} answers ${response.status}: ${text}`);
      return text;
    },
    close: () => readers.close(),
  };
}

async function timesOf(count: number, ask: (n: number) => Promise<unknown>): Promise<number[]> {
  await ask(0);
  const times: number[] = [];
  for (let n = 0; n < count; n += 1) {
    const start = performance.now();
    await ask(n);
    times.push(performance.now() - start);
  }
  return times;
}
