import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openBlobs } from './blobs.ts';

const home = mkdtempSync(join(tmpdir(), 'acquit-blobs-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const blobs = openBlobs(home);
const bytes = Buffer.from('Facture n° 2026-001\n');
const hex = createHash('sha256').update(bytes).digest('hex');
const path = join(home, 'blobs', hex.slice(0, 2), hex.slice(2));

test('a file is kept under its hash, once, readable by its owner alone', async () => {
  const sha256 = await blobs.put(bytes);
  expect(sha256.toString('hex')).toBe(hex);
  const first = statSync(path);
  expect((await blobs.put(bytes)).equals(sha256)).toBe(true);
  expect(statSync(path).ino).toBe(first.ino);
  expect(first.mode & 0o777).toBe(0o600);
  expect(blobs.get(sha256).equals(bytes)).toBe(true);
  expect(blobs.has(sha256)).toBe(true);
  expect(readdirSync(join(path, '..'))).toEqual([hex.slice(2)]);
});

test('a damaged file is never given out, and is mended when the bytes come again', async () => {
  const sha256 = await blobs.put(bytes);
  writeFileSync(path, 'Facture n° 2026-002\n');
  expect(() => blobs.get(sha256)).toThrow('BlobDamaged');
  await blobs.put(bytes);
  expect(blobs.get(sha256).equals(bytes)).toBe(true);
});

test('one content kept by several at once is one file, and nothing is left aside', async () => {
  const many = Buffer.from('Avoir n° 2026-003\n');
  const hashes = await Promise.all(Array.from({ length: 5 }, () => blobs.put(many)));
  const name = createHash('sha256').update(many).digest('hex');
  expect(new Set(hashes.map((one) => one.toString('hex')))).toEqual(new Set([name]));
  expect(blobs.get(hashes[0]!).equals(many)).toBe(true);
  expect(readdirSync(join(home, 'blobs', name.slice(0, 2)))).toEqual([name.slice(2)]);
});

test('a missing file says so', () => {
  const unknown = createHash('sha256').update('never kept').digest();
  expect(blobs.has(unknown)).toBe(false);
  expect(() => blobs.get(unknown)).toThrow('BlobMissing');
  expect(() => blobs.get(Buffer.from('../../etc/passwd'))).toThrow('32 bytes');
});

test('a file of any size is copied by pieces under its hash, once, and nothing is left aside', async () => {
  const large = Buffer.alloc(2_500_000, 'relevé ');
  const from = join(home, 'large.xml');
  writeFileSync(from, large);
  const kept = await blobs.putFile(from);
  expect(kept.size).toBe(large.length);
  expect(kept.sha256.equals(createHash('sha256').update(large).digest())).toBe(true);
  expect(blobs.get(kept.sha256).equals(large)).toBe(true);
  const first = statSync(kept.path);
  expect(first.mode & 0o777).toBe(0o600);
  expect((await blobs.putFile(from)).path).toBe(kept.path);
  expect(statSync(kept.path).ino).toBe(first.ino);
  writeFileSync(kept.path, 'damaged');
  await blobs.putFile(from);
  expect(blobs.get(kept.sha256).equals(large)).toBe(true);
  expect(readdirSync(join(home, 'blobs')).filter((name) => name.endsWith('.part'))).toEqual([]);
  await expect(blobs.putFile(join(home, 'absent'))).rejects.toThrow();
});
