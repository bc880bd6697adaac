/** The first command installs once, and again only when what is installed would differ. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { installHash } from './pinned.mjs';

const ROOT = {
  name: 'house',
  version: '1.0.0',
  workspaces: ['room'],
  scripts: { test: 'a' },
  engines: { node: '>=20' },
};
const ROOM = { name: 'room', version: '1.0.0', dependencies: { chair: '1.0.0' } };

let checkout: string;

function write(file: string, content: unknown): void {
  writeFileSync(join(checkout, file), JSON.stringify(content));
}

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'acquit-install-'));
  mkdirSync(join(checkout, 'room'));
  write('package-lock.json', { lockfileVersion: 3 });
  write('package.json', ROOT);
  write('room/package.json', ROOM);
});

afterEach(() => rmSync(checkout, { recursive: true, force: true }));

describe('the mark of an install', () => {
  test('stays when a script or a description changes', () => {
    const before = installHash(checkout);
    write('package.json', { ...ROOT, scripts: { test: 'b', start: 'c' }, description: 'a house' });
    write('room/package.json', { ...ROOM, exports: './door.ts' });
    expect(installHash(checkout)).toBe(before);
  });

  test.each([
    ['the lock', 'package-lock.json', { lockfileVersion: 4 }],
    ['the Node asked for', 'package.json', { ...ROOT, engines: { node: '>=22' } }],
    ['a dependency of the root', 'package.json', { ...ROOT, devDependencies: { lamp: '1.0.0' } }],
    ['an optional dependency', 'package.json', { ...ROOT, optionalDependencies: { lamp: '1.0.0' } }],
    ['a dependency of a workspace', 'room/package.json', { ...ROOM, dependencies: { chair: '2.0.0' } }],
    ['the list of workspaces', 'package.json', { ...ROOT, workspaces: [] }],
  ])('changes with %s', (_, file, content) => {
    const before = installHash(checkout);
    write(file, content);
    expect(installHash(checkout)).not.toBe(before);
  });
});
