import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { syncFolder } from '../files.ts';
import { EnvironmentRefusal, fileRefusal } from '../refusal.ts';
import { type Binaries, unsupported } from './binaries.ts';
import { createCredentials } from './credentials.ts';
import { explainFailure } from './diagnosis.ts';
import { dataArgument, type Home, privateFolder, requireRoom, socketFolderOf } from './home.ts';

/** A maker whose folder is taken away notices within moments. */
const ORPHANS_MS = 10_000;

/** How the name of a data folder in the making begins. */
const DRAFT = 'data.draft';

/** The superuser of the embedded server: used by the supervisor alone, never by the application. */
export const SUPERVISOR = 'acquit_supervisor';

/** Whether the home already holds a database. Refuses (WrongMajorVersion) one of another PostgreSQL. */
export function hasCluster(home: Home, binaries: Binaries): boolean {
  const file = join(home.data, 'PG_VERSION');
  if (!existsSync(file)) return false;
  const major = readFileSync(file, 'utf8').trim();
  if (major === binaries.major) return true;
  throw new EnvironmentRefusal(
    'WrongMajorVersion',
    `La base de « ${home.path} » a été créée par PostgreSQL ${major}, et cette version d’Acquit contient PostgreSQL ${binaries.major}. Ouvrez-la avec la version d’Acquit qui l’a créée, sauvegardez (acquit backup), puis restaurez ici (acquit restore).`,
    { found: major, needed: binaries.major },
  );
}

/**
 * Creates the data folder. It is made under another name and renamed when whole and on disk, so that a creation cut
 * short by a crash leaves nothing that looks like a database. The name is new each time: what was making the one before
 * may outlive us for a moment, and still write in it.
 */
export async function createCluster(home: Home, binaries: Binaries, roomBytes?: number): Promise<void> {
  requireRoom(home, roomBytes);
  for (const name of readdirSync(home.folder).filter((one) => one.startsWith(DRAFT)))
    await remove(join(home.folder, name));
  const draft = { ...home, data: join(home.folder, `${DRAFT}.${randomBytes(4).toString('hex')}`) };
  try {
    privateFolder(draft.data, home.account);
    await runInitdb(draft, binaries, createCredentials(home).supervisor);
    // An empty folder may wait at the final place; rename takes it over, and refuses a folder with contents.
    renameSync(draft.data, home.data);
    syncFolder(home.folder);
  } catch (error) {
    for (const path of [draft.data, socketFolderOf(home)]) await remove(path);
    throw fileRefusal(error, home.path);
  }
}

/** Removes a folder, again for as long as a process that outlived its maker puts files back in it. */
async function remove(path: string): Promise<void> {
  const giveUp = performance.now() + ORPHANS_MS;
  for (;;) {
    try {
      rmSync(path, { recursive: true, force: true });
    } catch (error) {
      if (performance.now() > giveUp) throw error;
    }
    if (!existsSync(path) || performance.now() > giveUp) return;
    await pause(50);
  }
}

async function runInitdb(draft: Home, binaries: Binaries, password: string): Promise<void> {
  // The password is lent in a file that the database's account can reach, which is nowhere under the home.
  const lent = socketFolderOf(draft);
  privateFolder(lent, draft.account);
  const passwordFile = join(lent, 'password');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (draft.account.switched) chownSync(passwordFile, draft.account.uid, draft.account.gid);
    const { code, words } = await run(draft, binaries.initdb, [
      `--pgdata=${dataArgument(draft)}`,
      `--username=${SUPERVISOR}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--text-search-config=french',
    ]);
    if (code === 0) return;
    appendFileSync(draft.log, words);
    throw explainFailure(draft, words);
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

function run(home: Home, program: string, args: readonly string[]): Promise<{ code: number | null; words: string }> {
  const { uid, gid, switched } = home.account;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd: home.data,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' },
      ...(switched ? { uid, gid } : {}),
    });
    let words = '';
    const hear = (chunk: Buffer): void => {
      words += chunk.toString('utf8');
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', (error) => reject(unsupported(error)));
    child.once('close', (code) => resolve({ code, words }));
  });
}
