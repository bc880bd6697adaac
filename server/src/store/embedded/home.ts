import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { EnvironmentRefusal, fileRefusal, systemCode } from '../refusal.ts';

/**
 * The database's part of ACQUIT_HOME, and the account PostgreSQL runs under.
 *
 * PostgreSQL refuses to run as root. As root we lend it the account `nobody`, which owns the data folder and nothing
 * else. That account cannot walk down to `/root/…/.acquit`, and we must not open the user's folders for it. It need
 * not: a child changes to its working folder while still root, and only then gives up root. From there the data
 * folder is `/proc/self/cwd`, whatever lies above it.
 */
export interface Home {
  /** ACQUIT_HOME, absolute. */
  readonly path: string;
  /** `postgres/` inside it: state files, log, credentials. */
  readonly folder: string;
  /** The data folder proper, owned by `account`. */
  readonly data: string;
  readonly log: string;
  readonly account: Account;
}

/** The account PostgreSQL runs under; `switched` when it is not ours (we are root). */
export interface Account {
  readonly uid: number;
  readonly gid: number;
  readonly switched: boolean;
}

/** Room that a new database needs, with its first write-ahead log, before we begin to make one. */
const ROOM_BYTES = 256 * 1024 * 1024;

/** The folder's name for the server process: see the note on `Home`. */
export function dataArgument(home: Home): string {
  return process.platform === 'linux' ? '/proc/self/cwd' : home.data;
}

/**
 * The folder of the server's socket, which only its account may enter and which it can reach. It cannot lie under the
 * home: that may be closed to the account, and a socket's whole path must hold in 103 bytes on the strictest system.
 */
export function socketFolderOf(home: Home): string {
  return `/tmp/acquit-${createHash('sha256').update(home.folder).digest('hex').slice(0, 12)}`;
}

/** Creates what is missing of the home and says who shall run PostgreSQL. Refuses what cannot be written. */
export function openHome(path: string): Home {
  const home = resolve(path);
  const folder = join(home, 'postgres');
  const data = join(folder, 'data');
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const account = chooseAccount(data);
    return { path: home, folder, data, log: join(folder, 'server.log'), account };
  } catch (error) {
    throw fileRefusal(error, home);
  }
}

function chooseAccount(data: string): Account {
  const mine = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const owner = existsSync(data) ? statSync(data) : undefined;
  if (mine.uid !== 0) {
    if (owner && owner.uid !== mine.uid) throw notOurs(data);
    return { ...mine, switched: false };
  }
  // A folder made by an ordinary user stays his, even when root runs a command in it.
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid, switched: true };
  return { ...unprivileged(), switched: true };
}

function unprivileged(): { uid: number; gid: number } {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((row) => row.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  if (uid === undefined || gid === undefined) {
    throw new EnvironmentRefusal(
      'NoUnprivilegedUser',
      'PostgreSQL refuse de tourner en tant que root et le compte « nobody » n’existe pas ici. Lancez Acquit sous un compte ordinaire, ou indiquez un serveur avec DATABASE_URL.',
    );
  }
  return { uid: Number(uid), gid: Number(gid) };
}

function notOurs(data: string): EnvironmentRefusal {
  return new EnvironmentRefusal(
    'HomeOwnedByAnother',
    `La base de données « ${data} » appartient à un autre compte. Lancez Acquit sous le compte qui l’a créée, ou choisissez un autre dossier avec ACQUIT_HOME ou --home.`,
    { path: data },
  );
}

/** Refuses (TooLittleSpace) to begin a database that the disk could not hold. */
export function requireRoom(home: Home, bytes: number = ROOM_BYTES): void {
  const { bavail, bsize } = statfsSync(home.folder);
  if (bavail * bsize >= bytes) return;
  const [have, need] = [bavail * bsize, bytes].map((size) => Math.floor(size / 1024 / 1024)) as [number, number];
  throw new EnvironmentRefusal(
    'TooLittleSpace',
    `Il reste ${have} Mo sur le disque qui porte « ${home.path} » ; il en faut ${need} pour créer la base de données. Libérez de la place, ou choisissez un autre dossier avec ACQUIT_HOME ou --home.`,
    { path: home.path, freeMegabytes: have, neededMegabytes: need },
  );
}

/** Makes a folder that only the database's account may enter, or checks that an existing one is such. */
export function privateFolder(path: string, account: Account): void {
  try {
    mkdirSync(path, { mode: 0o700 });
    // Said again because the process's umask may have taken bits away or left some.
    chmodSync(path, 0o700);
    if (account.switched) chownSync(path, account.uid, account.gid);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw fileRefusal(error, path);
    const { uid, mode } = statSync(path);
    if (uid === account.uid && (mode & 0o077) === 0) return;
    throw new EnvironmentRefusal(
      'FolderNotPrivate',
      `Le dossier « ${path} » existe déjà et n’est pas réservé à la base de données d’Acquit. Supprimez-le ou renommez-le, puis relancez.`,
      { path },
    );
  }
}
