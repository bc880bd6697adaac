import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { ciiInvoice } from '../testing/invoices.ts';
import { closeSharedReaders, openReaders, type Readers, type ReadersOptions, readInChild } from './readers.ts';

const folder = mkdtempSync(join(tmpdir(), 'readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const open: Readers[] = [];
afterEach(async () => {
  for (const readers of open.splice(0)) await readers.close();
});
const start = (options: ReadersOptions): Readers => {
  const readers = openReaders(options);
  open.push(readers);
  return readers;
};

/**
 * A reader that does what the first byte of a file asks: the ways a process can end cannot be had from the real one
 * without a bug, and these are what the server must survive.
 */
const script = join(folder, 'odd-reader.mjs');
writeFileSync(
  script,
  `import { readFileSync } from 'node:fs';
const kept = [];
const deeds = {
  ok: (bytes, options) => ({ file: options.name, format: 'cii', status: 'read', doubts: [], pid: process.pid }),
  crash: () => process.abort(),
  exit: () => process.exit(3),
  throw: () => { throw new Error('broken'); },
  spin: () => { for (;;); },
  hoard: () => { for (;;) kept.push(Buffer.alloc(8_000_000, 1)); },
  heap: () => { for (;;) kept.push(Array.from({ length: 100_000 }, (_, i) => ({ i }))); },
  swell: () => { kept.push(Buffer.alloc(60_000_000, 1)); return deeds.ok(null, { name: 'swell' }); },
  peek: () => ({ env: Object.keys(process.env), file: attempt(() => readFileSync('/etc/hostname')), spawn: attempt(() => process.binding('spawn_sync')), permission: process.permission.has('net'), write: process.permission.has('fs.write') }),
};
const attempt = (action) => { try { action(); return 'allowed'; } catch (error) { return error.code; } };
process.on('message', ({ bytes, options }) => {
  const deed = Buffer.from(bytes).toString();
  try { process.send({ kind: 'result', result: deeds[deed](bytes, options), rss: process.memoryUsage.rss() }); }
  catch (error) { process.send({ kind: 'failed', detail: error.message }); }
});
process.on('disconnect', () => process.exit(0));
process.send({ kind: 'ready', rss: process.memoryUsage.rss() });`,
);

const limits = { seconds: 20, heapMegabytes: 64, memoryMegabytes: 100 };
const pidOf = (result: object): number => (result as { pid: number }).pid;

describe('a file that harms its reading process', () => {
  it.each([
    ['crash', 'ReaderCrashed'],
    ['exit', 'ReaderCrashed'],
    ['throw', 'ReaderCrashed'],
    ['spin', 'TimeLimit'],
    ['hoard', 'MemoryLimit'],
    ['heap', 'MemoryLimit'],
  ])('(%s) is refused by name, and the next one is read', async (deed, code) => {
    const readers = start({ processes: 1, script, limits: deed === 'spin' ? { ...limits, seconds: 0.5 } : limits });
    const [first, next] = await Promise.all([
      readers.read(Buffer.from(deed), { name: 'harmful' }),
      readers.read(Buffer.from('ok'), { name: 'honest' }),
    ]);
    expect(first).toMatchObject({ file: 'harmful', status: 'refused', refusal: { code } });
    expect(next).toMatchObject({ file: 'honest', status: 'read' });
  });
});

describe('a reading process', () => {
  it('stays warm for many files, and is replaced after its number of them', async () => {
    const readers = start({ processes: 1, filesPerProcess: 3, script });
    const pids: number[] = [];
    for (let index = 0; index < 7; index += 1) pids.push(pidOf(await readers.read(Buffer.from('ok'))));
    expect(new Set(pids.slice(0, 3)).size).toBe(1);
    expect(new Set(pids.slice(3, 6)).size).toBe(1);
    expect(new Set(pids).size).toBe(3);
  });

  it('is started ahead of its file, once', async () => {
    const readers = start({ processes: 2, script });
    readers.prepare();
    readers.prepare();
    const first = pidOf(await readers.read(Buffer.from('ok')));
    readers.prepare();
    expect(pidOf(await readers.read(Buffer.from('ok')))).toBe(first);
  });

  it('that ends while it waits for a file is replaced by another for the next one', async () => {
    const readers = start({ processes: 1, script });
    const first = pidOf(await readers.read(Buffer.from('ok')));
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(() => process.kill(first, 0)).toThrow());
    expect(await readers.read(Buffer.from('ok'))).toMatchObject({ status: 'read' });
  });

  it('is replaced when it keeps too much between two files', async () => {
    const readers = start({ processes: 1, script, limits });
    const first = pidOf(await readers.read(Buffer.from('ok')));
    expect(pidOf(await readers.read(Buffer.from('swell')))).toBe(first);
    expect(pidOf(await readers.read(Buffer.from('ok')))).not.toBe(first);
  });

  it('works beside others, each with one file at a time', async () => {
    const readers = start({ processes: 2, script });
    const results = await Promise.all(Array.from({ length: 20 }, () => readers.read(Buffer.from('ok'))));
    expect(new Set(results.map(pidOf)).size).toBe(2);
  });

  it('sees no environment, no file, no network, and starts nothing', async () => {
    const readers = start({ processes: 1, script });
    expect(await readers.read(Buffer.from('peek'))).toEqual({
      env: [],
      file: 'ERR_ACCESS_DENIED',
      spawn: expect.any(String),
      permission: false,
      write: false,
    });
  });

  it('is the real reader when nothing else is asked', async () => {
    const readers = start({ processes: 1 });
    const path = join(folder, 'invoice.xml');
    writeFileSync(path, ciiInvoice());
    expect(await readers.read(path)).toMatchObject({ file: path, format: 'cii', document: { number: 'F-2026-001' } });
    expect((await readers.read(Buffer.from(ciiInvoice()), { name: 'b', limits: { xmlDepth: 3 } })).refusal?.code).toBe(
      'XmlTooDeep',
    );
  });

  it('is shared by those who do not want their own, and starts again after its end', async () => {
    for (let round = 0; round < 2; round += 1) {
      expect((await readInChild(Buffer.from(ciiInvoice()))).document?.number).toBe('F-2026-001');
      await closeSharedReaders();
    }
  });

  it('that cannot start gives a refusal, not a wait', async () => {
    const broken = join(folder, 'broken.mjs');
    writeFileSync(broken, 'throw new Error("no");');
    const readers = start({ processes: 1, script: broken });
    expect((await readers.read(Buffer.from('ok'))).refusal?.code).toBe('ReaderCrashed');
  });

  it('is not started any more once the readers are closed', async () => {
    const readers = start({ processes: 1, script });
    await readers.read(Buffer.from('ok'));
    await readers.close();
    await expect(readers.read(Buffer.from('ok'))).rejects.toThrow('closed');
  });
});
