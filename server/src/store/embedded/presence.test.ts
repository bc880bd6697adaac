import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { identityOf, pidIn, processFacts, vitality } from './identity.ts';
import { holdEmbedded } from './index.ts';
import { atTheDoor, hold, present } from './presence.ts';

const base = mkdtempSync(join(tmpdir(), 'acquit-presence-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));
let folders = 0;
const newFolder = (): string => {
  folders += 1;
  const folder = join(base, String(folders), 'postgres');
  mkdirSync(folder, { recursive: true });
  return folder;
};
const me = identityOf(process.pid) ?? '';
/** The same number, start and boot in another container. */
const twin = `${me.split('-').slice(0, 3).join('-')}-1`;

test('a process is known by more than its number', () => {
  expect(pidIn(me)).toBe(process.pid);
  expect(vitality(me)).toBe('alive');
  expect(vitality(me.replace(/^(\d+)-\d+/, '$1-1'))).toBe('dead');
  expect(vitality(me.replace(/-[0-9a-f]{8}-/, '-00000000-'))).toBe('dead');
  expect(vitality(twin)).toBe('elsewhere');
  expect(processFacts(2 ** 22 + 1)).toBeUndefined();
});

test('only one is ever inside the door, and everybody gets in', async () => {
  const folder = newFolder();
  let [inside, most, entries] = [0, 0, 0];
  const visit = (): Promise<void> =>
    atTheDoor(folder, async () => {
      inside += 1;
      most = Math.max(most, inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      entries += 1;
      inside -= 1;
    });
  await Promise.all(Array.from({ length: 12 }, visit));
  expect([most, entries]).toEqual([1, 12]);
  await expect(atTheDoor(folder, () => Promise.reject(new Error('inside')))).rejects.toThrow('inside');
  expect(present(folder, 'door')).toEqual([]);
});

test('a holder is seen until it leaves', () => {
  const folder = newFolder();
  const leave = hold(folder);
  expect(present(folder, 'holder')).toHaveLength(1);
  leave();
  expect(present(folder, 'holder')).toEqual([]);
});

test('a holder in another container is judged by its last sign of life', async () => {
  const folder = newFolder();
  const file = join(folder, `holder.${twin}.abcd`);
  writeFileSync(file, '');
  expect(present(folder, 'holder')).toHaveLength(1);
  await expect(holdEmbedded({ home: join(folder, '..') })).rejects.toMatchObject({
    code: 'HomeHeldElsewhere',
    exitCode: 3,
  });
  const longAgo = new Date(Date.now() - 60_000);
  utimesSync(file, longAgo, longAgo);
  expect(present(folder, 'holder')).toEqual([]);
  expect(existsSync(file)).toBe(false);
});
