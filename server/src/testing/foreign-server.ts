import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openHome } from '../store/embedded/home.ts';

/** A PostgreSQL server that is not ours, as an administrator would run one; reached by its superuser. */
export interface ForeignServer {
  readonly name: string;
  readonly socketFolder: string;
  /** Runs statements as the superuser, in the given database. */
  admin(sql: string, database?: string): Promise<void>;
  stop(): Promise<void>;
}

const INSTALLED = '/usr/lib/postgresql';
const SUPERUSER = 'postgres';

/** The folders of programs of every PostgreSQL installed on this machine that we claim to work with. */
export function installedServers(): readonly string[] {
  if (!existsSync(INSTALLED)) return [];
  return readdirSync(INSTALLED)
    .filter((major) => Number(major) >= 15)
    .map((major) => join(INSTALLED, major, 'bin'))
    .filter((bin) => existsSync(join(bin, 'initdb')) && existsSync(join(bin, 'postgres')));
}

/** Creates and starts a server from a folder of programs, in a folder of its own under /tmp. */
export async function startForeignServer(bin: string): Promise<ForeignServer> {
  const root = mkdtempSync('/tmp/acquit-foreign-');
  const { account } = openHome(join(root, 'home'));
  const data = join(root, 'data');
  mkdirSync(data, { mode: 0o700 });
  const who = account.switched ? { uid: account.uid, gid: account.gid } : {};
  if (account.switched) for (const path of [root, data]) chownSync(path, account.uid, account.gid);
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', SUPERUSER, '--auth=trust', '-E', 'UTF8', '--locale=C', '-N'],
    {
      ...who,
      cwd: root,
      encoding: 'utf8',
    },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`);
  const args = ['-D', data, '-c', 'listen_addresses=', '-c', `unix_socket_directories=${root}`, '-c', 'fsync=off'];
  const child = spawn(join(bin, 'postgres'), args, { ...who, cwd: root, stdio: 'ignore' });
  const left = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!isReady(data)) {
    if (child.exitCode !== null) throw new Error(`${bin}/postgres did not start.`);
    await pause(10);
  }
  const admin = async (sql: string, database: string = 'postgres'): Promise<void> => {
    const client = new pg.Client({ host: root, user: SUPERUSER, database });
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  const stop = async (): Promise<void> => {
    child.kill('SIGINT');
    await left;
    rmSync(root, { recursive: true, force: true });
  };
  return { name: bin, socketFolder: root, admin, stop };
}

function isReady(data: string): boolean {
  const file = join(data, 'postmaster.pid');
  return existsSync(file) && readFileSync(file, 'utf8').split('\n')[7]?.trim() === 'ready';
}
