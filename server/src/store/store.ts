import { resolve } from 'node:path';
import pg, { type Pool } from 'pg';
import { type Access, asAdmin, embeddedAccess, isMissingDatabase, urlAccess } from './access.ts';
import { type Blobs, openBlobs } from './blobs.ts';
import { requireTenantGuard } from './catalogue-guard.ts';
import { type Embedded, holdEmbedded } from './embedded/index.ts';
import { type Lookup, openLookup } from './lookup.ts';
import { migrate } from './migrate.ts';
import { systemCode } from './refusal.ts';
import { type Roles, requireHumbleRole, requireHumbleUrl } from './roles.ts';
import { openSecrets, type Secrets } from './secrets.ts';
import { inTenant, type TenantOptions, type Tx } from './transaction.ts';

export type { TenantOptions, Tx } from './transaction.ts';

/** Everything that lasts: the database, the files it names by their hash, and the secrets it keeps sealed. */
export interface Store {
  /** ACQUIT_HOME, absolute. */
  readonly home: string;
  /** Connections of the application's role. Outside `inTenant` they see no row of any tenant. */
  readonly pool: Pool;
  readonly lookup: Lookup;
  readonly blobs: Blobs;
  readonly secrets: Secrets;
  /** What this command found of the embedded database; absent with DATABASE_URL. */
  readonly embedded?: Pick<Embedded, 'found' | 'postmasterPid'>;
  /** Migrations that this opening applied, by file name. */
  readonly migrated: readonly string[];
  /** Runs `work` in one transaction of the tenant; commits when it returns, rolls back when it throws. */
  inTenant<T>(tenantId: string, work: (tx: Tx) => Promise<T>, options?: TenantOptions): Promise<T>;
  /** Ends the connections, and the embedded server if nobody else uses it. May be called again without effect. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly home: string;
  /** A PostgreSQL server of the user's, instead of the embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Most connections held at once. */
  readonly connections?: number;
}

const DATABASE = 'acquit';
const CONNECTIONS = 10;
/** How long closing waits for transactions under way before it cuts them. */
const GRACE_MS = 10_000;

/**
 * Opens the store of a home: starts or joins the embedded PostgreSQL (or connects to `databaseUrl`), migrates, and
 * checks that the process cannot see past row security. Refuses with an `EnvironmentRefusal`; then nothing is left
 * running.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const home = resolve(options.home);
  const { databaseUrl, connections = CONNECTIONS } = options;
  if (databaseUrl !== undefined && databaseUrl !== '') {
    const access = urlAccess(databaseUrl);
    await asAdmin(access, requireHumbleUrl);
    return openOn(access, home, connections);
  }
  const embedded = await holdEmbedded({ home });
  try {
    const access = embeddedAccess(embedded, DATABASE);
    const open = (): Promise<Store> => openOn(access, home, connections);
    const store = await open().catch(async (error: unknown) => {
      if (!isMissingDatabase(error)) throw error;
      await createDatabase(embedded);
      return open();
    });
    const close = async (): Promise<void> => {
      await store.close();
      await embedded.release();
    };
    return { ...store, embedded: { found: embedded.found, postmasterPid: embedded.postmasterPid }, close };
  } catch (error) {
    await embedded.release();
    throw error;
  }
}

/** Gives a new embedded server its database; two commands at once may both try, and one finds it made. */
async function createDatabase(embedded: Embedded): Promise<void> {
  await asAdmin(embeddedAccess(embedded, 'postgres'), async (client) => {
    await client.query(`create database ${DATABASE}`).catch((failure: unknown) => {
      const made = ['42P04', '23505'].includes(systemCode(failure) ?? '');
      if (!made) throw failure;
    });
  });
}

/** Migrates the database behind `access` and opens the application's connections to it. */
export async function openOn(access: Access, home: string, connections: number = CONNECTIONS): Promise<Store> {
  const { appPassword } = access;
  const { roles, applied } = await asAdmin(access, async (client) => {
    const result = await migrate(client, appPassword === undefined ? {} : { appPassword });
    await requireTenantGuard(client, result.roles);
    return result;
  });
  const pool = await openPool(access, roles, connections);
  return {
    home,
    pool,
    lookup: openLookup(pool),
    blobs: openBlobs(home),
    secrets: openSecrets(home),
    migrated: applied,
    inTenant: (tenantId, work, options) => inTenant(pool, tenantId, work, options),
    close: closer(pool),
  };
}

async function openPool(access: Access, roles: Roles, connections: number): Promise<Pool> {
  const pool = new pg.Pool({ ...access.app(roles), max: connections });
  // A connection that breaks while idle is replaced at the next query; unheard, the event would end the process.
  pool.on('error', () => undefined);
  try {
    const client = await pool.connect();
    try {
      await requireHumbleRole(client, roles);
    } finally {
      client.release();
    }
  } catch (error) {
    await pool.end();
    throw error;
  }
  return pool;
}

function closer(pool: Pool): () => Promise<void> {
  const clients = new Set<pg.PoolClient>();
  pool.on('acquire', (client) => clients.add(client));
  pool.on('release', (_error, client) => clients.delete(client));
  let closed: Promise<void> | undefined;
  return () => {
    closed ??= endWithin(pool, clients);
    return closed;
  };
}

/** The driver waits for ever for a connection that somebody forgot to give back; we do not. */
async function endWithin(pool: Pool, inUse: Set<pg.PoolClient>): Promise<void> {
  const timer = setTimeout(() => {
    for (const client of inUse) client.release(new Error('The store is closing.'));
  }, GRACE_MS);
  try {
    await pool.end();
  } finally {
    clearTimeout(timer);
  }
}
