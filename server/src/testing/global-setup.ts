import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { asAdmin, embeddedAccess } from '../store/access.ts';
import { type Embedded, holdEmbedded } from '../store/embedded/index.ts';
import { present } from '../store/embedded/presence.ts';
import { migrate } from '../store/migrate.ts';
import { TEMPLATE, type TestServer } from './server.ts';

/** The tests' databases are thrown away: they give up the wait for the disk and a costly password, and nothing else. */
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  scram_iterations: '1',
};
const PREFIX = 'acquit-test-';

interface Shared {
  users: number;
  readonly ready: Promise<{ server: TestServer; stop: () => Promise<void> }>;
}

/** Two projects of one run load this file apart from each other; the process is what they share. */
const slot = globalThis as { acquitTestServer?: Shared | undefined };

/**
 * Starts one PostgreSQL for the whole run, in a home of its own under the system's temporary folder, with a
 * migrated template that `testStore` copies for each test file. The last project to finish stops it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  slot.acquitTestServer ??= { users: 0, ready: start() };
  const shared = slot.acquitTestServer;
  shared.users += 1;
  const { server, stop } = await shared.ready;
  project.provide('acquitTestServer', server);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    slot.acquitTestServer = undefined;
    await stop();
  };
}

async function start(): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  await sweepKilledRuns();
  const home = mkdtempSync(join(tmpdir(), PREFIX));
  const erase = (): void => rmSync(home, { recursive: true, force: true });
  try {
    const embedded = await holdEmbedded({ home, settings: SETTINGS });
    const stop = (): Promise<void> => embedded.release().finally(erase);
    return { server: await makeTemplate(embedded), stop };
  } catch (error) {
    erase();
    throw error;
  }
}

async function makeTemplate(embedded: Embedded): Promise<TestServer> {
  const { socketFolder, port, supervisor, appPassword } = embedded;
  const visitor = { user: 'acquit_visitor', password: randomBytes(12).toString('hex') };
  const postgres = embeddedAccess(embedded, 'postgres');
  await asAdmin(postgres, (client) => client.query(`create database ${TEMPLATE}`));
  await asAdmin(embeddedAccess(embedded, TEMPLATE), async (client) => {
    const { roles } = await migrate(client, { appPassword });
    // What an administrator would make for DATABASE_URL, so that child processes can enter a test's database.
    await client.query(`create role ${visitor.user} login noinherit password '${visitor.password}'`);
    await client.query(`grant ${roles.owner}, ${roles.app} to ${visitor.user}`);
  });
  // No session may be open on a template while it is copied, not even the server's own housekeeping.
  await asAdmin(postgres, (client) =>
    client.query(`alter database ${TEMPLATE} is_template true allow_connections false`),
  );
  return { socketFolder, port, supervisor, appPassword, visitor };
}

/** A run that was killed leaves its server behind; the next run puts it away. */
async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const home = join(tmpdir(), name);
    const folder = join(home, 'postgres');
    try {
      if (!existsSync(join(folder, 'data', 'postmaster.pid')) || present(folder, 'holder').length > 0) continue;
      const orphan = await holdEmbedded({ home, settings: SETTINGS });
      await orphan.release();
      rmSync(home, { recursive: true, force: true });
    } catch {
      // Another user's leftovers are his to clear; another run may be clearing these at the same moment.
    }
  }
}
