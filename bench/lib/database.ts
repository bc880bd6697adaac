import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { asAdmin, embeddedAccess } from '../../server/src/store/access.ts';
import { holdEmbedded } from '../../server/src/store/embedded/index.ts';
import { openStore, type Store } from '../../server/src/store/index.ts';

/** A database of the bench's own, as the product would make it, in a home that is thrown away. */
export interface BenchDatabase {
  home: string;
  store: Store;
  postmaster: number;
  /** One connection past row security and without foreign key checks, to fill tables and to tidy them. */
  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'acquit-bench-'));
  const store = await openStore({ home });
  const embedded = await holdEmbedded({ home });
  const access = embeddedAccess(embedded, 'acquit');
  return {
    home,
    store,
    postmaster: embedded.postmasterPid,
    asOwner: (work) =>
      asAdmin(access, async (client) => {
        // Rows made by one statement are consistent by construction: checking a million keys one by one only takes time.
        await client.query(`set session_replication_role = replica; set statement_timeout = 0`);
        return work(client);
      }),
    async close() {
      await store.close();
      await embedded.release();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Statistics and visibility as an installation has them after a while, and nothing left to write by itself. */
export async function settleDatabase(database: BenchDatabase): Promise<void> {
  await database.asOwner(async (client) => {
    await client.query('vacuum analyze');
    await client.query('checkpoint');
  });
}
