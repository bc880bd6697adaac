import { type ChildProcess, spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  fchownSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { EnvironmentRefusal, systemCode } from '../refusal.ts';
import type { Binaries } from './binaries.ts';
import { unsupported } from './binaries.ts';
import { explainFailure } from './diagnosis.ts';
import { dataArgument, type Home, privateFolder, socketFolderOf } from './home.ts';
import { identityOf, processFacts } from './identity.ts';
import { startupArguments } from './settings.ts';

/** The server process of a data folder, as its `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly status: string;
}

/** Crash recovery after a power cut may replay up to a gigabyte of log before the server answers. */
const START_MS = 600_000;
/** A fast shutdown ends open transactions and writes a checkpoint. */
const STOP_MS = 60_000;
/** Processes of a server that was killed outright take a moment to notice and leave. */
const ORPHANS_MS = 20_000;
const LOG_LIMIT_BYTES = 16 * 1024 * 1024;
/** PostgreSQL's name of the socket carries a port even when there is none. */
const PORT = 5432;

const pidFile = (home: Home): string => join(home.data, 'postmaster.pid');

/** The living server of this data folder, started by us or by another hand; undefined when there is none. */
export function livingPostmaster(home: Home): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(pidFile(home), 'utf8').split('\n');
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return undefined;
    throw error;
  }
  const pid = Math.abs(Number(lines[0]));
  if (!isServerOf(home, pid)) return undefined;
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', status: (lines[7] ?? '').trim() };
}

/**
 * Whether process `pid` is the server of this very folder and not another program that was given the same number.
 * The surest witness is its working folder; in a container root may not read that, and then a process called
 * `postgres` under the database's account is taken for it, because a second server on one folder destroys it.
 */
function isServerOf(home: Home, pid: number): boolean {
  const facts = pid > 0 ? processFacts(pid) : undefined;
  if (facts?.command !== 'postgres' || facts.uid !== home.account.uid) return false;
  try {
    const [its, ours] = [statSync(`/proc/${pid}/cwd`), statSync(home.data)];
    return its.dev === ours.dev && its.ino === ours.ino;
  } catch {
    return true;
  }
}

/** Removes the file left by a server that is no more; PostgreSQL itself would stumble over a reused number. */
function clearStaleFile(home: Home): void {
  rmSync(pidFile(home), { force: true });
}

/** The files by which we know, later and in another process, a server that we started ourselves. */
const markOf = (pid: number): string => `started.${identityOf(pid)}`;

/** Whether this server was started by us: only then may we stop it. */
export function startedByUs(home: Home, postmaster: Postmaster): boolean {
  return existsSync(join(home.folder, markOf(postmaster.pid)));
}

/** Starts the server and waits until it answers. Refuses with the reason found in its log. */
export async function startPostmaster(home: Home, binaries: Binaries, settings: Settings = {}): Promise<Postmaster> {
  const giveUpOnOrphans = performance.now() + ORPHANS_MS;
  for (;;) {
    clearStaleFile(home);
    const outcome = await tryToStart(home, binaries, settings);
    if (typeof outcome !== 'string') return outcome;
    // Backends of a server killed outright still hold its shared memory: they leave within moments.
    const orphans = /pre-existing shared memory block|lock file .* already exists/.test(outcome);
    if (!orphans || performance.now() > giveUpOnOrphans) {
      rmSync(socketFolderOf(home), { recursive: true, force: true });
      throw explainFailure(home, outcome);
    }
    await pause(100);
  }
}

export type Settings = Readonly<Record<string, string>>;

async function tryToStart(home: Home, binaries: Binaries, settings: Settings): Promise<Postmaster | string> {
  const socketFolder = socketFolderOf(home);
  privateFolder(socketFolder, home.account);
  turnLog(home.log);
  const from = existsSync(home.log) ? statSync(home.log).size : 0;
  const child = launch(home, binaries, startupArguments(socketFolder, PORT, settings));
  const deadline = performance.now() + START_MS;
  let gone = false;
  let failure: Error | undefined;
  child.once('exit', () => {
    gone = true;
  });
  child.once('error', (error) => {
    failure = error;
  });
  for (;;) {
    if (failure) throw unsupported(failure);
    if (gone) return readFileSync(home.log).subarray(from).toString('utf8');
    const found = livingPostmaster(home);
    if (found && found.pid === child.pid && found.status === 'ready') {
      rememberStart(home, found.pid);
      return found;
    }
    if (performance.now() > deadline) {
      child.kill('SIGINT');
      throw explainFailure(home, 'The server did not become ready in time.');
    }
    await pause(3);
  }
}

/** Detached, so that an interruption typed at the terminal reaches us and not the database under us. */
function launch(home: Home, binaries: Binaries, args: readonly string[]): ChildProcess {
  const log = openSync(home.log, 'a', 0o600);
  const { uid, gid, switched } = home.account;
  try {
    if (switched) fchownSync(log, uid, gid);
    const child = spawn(binaries.postgres, ['-D', dataArgument(home), ...args], {
      cwd: home.data,
      detached: true,
      stdio: ['ignore', log, log],
      env: { LC_ALL: 'C', TZ: 'UTC' },
      ...(switched ? { uid, gid } : {}),
    });
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

function rememberStart(home: Home, pid: number): void {
  for (const name of readdirSync(home.folder)) {
    if (name.startsWith('started.')) rmSync(join(home.folder, name), { force: true });
  }
  writeFileSync(join(home.folder, markOf(pid)), '');
}

function turnLog(log: string): void {
  if (existsSync(log) && statSync(log).size > LOG_LIMIT_BYTES) renameSync(log, `${log}.1`);
}

/** Stops the server with its data safe on disk, and waits until it is gone. */
export async function stopPostmaster(home: Home, postmaster: Postmaster): Promise<void> {
  // Fast shutdown first; a server that does not obey is told to leave at once, which the next start recovers from.
  for (const [signal, patience] of [
    ['SIGINT', STOP_MS],
    ['SIGQUIT', STOP_MS],
  ] as const) {
    send(postmaster.pid, signal);
    if (await left(home, postmaster, patience)) {
      rmSync(postmaster.socketFolder, { recursive: true, force: true });
      return;
    }
  }
  throw new EnvironmentRefusal(
    'DatabaseWillNotStop',
    `La base de données (processus ${postmaster.pid}) ne s’arrête pas. Son journal est dans « ${home.log} ».`,
    { pid: postmaster.pid, log: home.log },
  );
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if (systemCode(error) !== 'ESRCH') throw error;
  }
}

async function left(home: Home, { pid }: Postmaster, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (isServerOf(home, pid)) {
    if (performance.now() > deadline) return false;
    await pause(5);
  }
  return true;
}

/** Waits for a server that is on its way up or down; gives it back once it answers, or undefined once it has left. */
export async function settled(home: Home): Promise<Postmaster | undefined> {
  const deadline = performance.now() + START_MS;
  for (;;) {
    const found = livingPostmaster(home);
    if (found === undefined || found.status === 'ready') return found;
    if (performance.now() > deadline) throw explainFailure(home, 'The running server did not become ready in time.');
    await pause(10);
  }
}
