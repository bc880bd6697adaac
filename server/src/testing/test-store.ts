import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg, { type Client } from 'pg';
import { afterAll, inject } from 'vitest';
import { type Access, asAdmin, embeddedAccess } from '../store/access.ts';
import { openOn, type Store } from '../store/store.ts';
import { TEMPLATE, type TestServer } from './server.ts';

/** A test file's own database and home, gone when the file is done. */
export interface TestStore {
  readonly store: Store;
  /** ACQUIT_HOME of this file: blobs and the key of its secrets. */
  readonly home: string;
  /** For child processes: opens the same database, with an ordinary login. */
  readonly databaseUrl: string;
  /**
   * A connection as the server's superuser, past row security: for planting and for looking behind the scenes. It is as
   * new at each call.
   */
  asSupervisor<T>(work: (client: Client) => Promise<T>): Promise<T>;
}

/** Connections that were closed take a moment to disappear from the server's list. */
const FAREWELL_MS = 3_000;

/**
 * Makes a database for this test file by copying the migrated template, and opens the store on it. Call it at the top
 * level of the file (`const { store } = await testStore();`). After the last test the database is dropped; a
 * connection that was not given back, or that some child left open, fails the file.
 */
export async function testStore(): Promise<TestStore> {
  const server = inject('acquitTestServer');
  const database = `test_${randomBytes(6).toString('hex')}`;
  const main = accessOf(server, 'postgres');
  await asAdmin(main, (client) => client.query(`create database ${database} template ${TEMPLATE} strategy file_copy`));
  const home = mkdtempSync(join(tmpdir(), 'acquit-home-'));
  const access = accessOf(server, database);
  const store = await openOn(access, home);
  const supervisors = reused(access);
  afterAll(async () => {
    await supervisors.close();
    const forgotten = store.pool.totalCount - store.pool.idleCount;
    // Closing would wait for the forgotten ones: they are cut by the drop below instead.
    if (forgotten === 0) await store.close();
    const left = forgotten > 0 ? [`${forgotten} pooled`] : await openConnections(main, database);
    await asAdmin(main, (client) => client.query(`drop database ${database} with (force)`));
    rmSync(home, { recursive: true, force: true });
    if (left.length > 0) throw new Error(`Connections were left open: ${left.join('; ')}.`);
  });
  return {
    store,
    home,
    databaseUrl: urlOf(server, database),
    asSupervisor: supervisors.run,
  };
}

/** Connections that are used again: a matrix of routes would open a thousand, each for one question. */
function reused({ admin }: Access): { run: TestStore['asSupervisor']; close: () => Promise<void> } {
  const idle: Client[] = [];
  const opened = async (): Promise<Client> => {
    const client = new pg.Client(admin);
    // One that breaks while idle must not end the process; the next question reports it.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  };
  return {
    async run(work) {
      const client = idle.pop() ?? (await opened());
      let isWhole = false;
      try {
        const answer = await work(client);
        // Not taken inside a transaction that the work has left open: such a connection ends, and the transaction with it.
        isWhole = await client.query('discard all').then(
          () => true,
          () => false,
        );
        return answer;
      } finally {
        if (isWhole) idle.push(client);
        else await client.end();
      }
    },
    close: async () => void (await Promise.all(idle.splice(0).map((client) => client.end()))),
  };
}

/** Adds an organisation and gives its identifier. */
export async function newTenant(store: Store, name: string = 'Organisation d’essai'): Promise<string> {
  const tenantId = randomUUID();
  await store.inTenant(tenantId, (tx) =>
    tx.query('insert into tenant (tenant_id, name) values ($1, $2)', [tenantId, name]),
  );
  return tenantId;
}

function accessOf(server: TestServer, database: string): Access {
  return embeddedAccess(server, database);
}

function urlOf({ socketFolder, port, visitor }: TestServer, database: string): string {
  const host = encodeURIComponent(socketFolder);
  return `postgresql://${visitor.user}:${visitor.password}@/${database}?host=${host}&port=${port}`;
}

/** Who is still connected to a database, after a moment's patience for those just leaving. */
export async function openConnections(
  main: Access,
  database: string,
  patience: number = FAREWELL_MS,
): Promise<string[]> {
  const deadline = performance.now() + patience;
  for (;;) {
    const { rows } = await asAdmin(main, (client) =>
      client.query<{ who: string }>(
        `select application_name || ' (' || coalesce(state, '') || '): ' || left(query, 80) as who
           from pg_stat_activity where datname = $1`,
        [database],
      ),
    );
    if (rows.length === 0 || performance.now() > deadline) return rows.map(({ who }) => who);
    await pause(20);
  }
}
