/**
 * Files of a gigabyte through `acquit read`: each is made, read by the real command, and the memory of the command and
 * of its reading process is looked at while it works. `--megabytes 100` for a shorter run.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bookKind, makeFile, residentBytes, startedBy, statementKind } from '../lib/large-files.ts';

/** What one file may take, the command and its reading process together, in megabytes. */
const MEMORY_LIMIT = 300;
const LOOK_MILLISECONDS = 50;

const megabytes = Number(process.argv[process.argv.indexOf('--megabytes') + 1]) || 1_000;

/** Memory of a process and of those it started, in bytes. */
const memoryOf = (pid: number): number => startedBy(pid).reduce((sum, one) => sum + memoryOf(one), residentBytes(pid));

async function readWith(path: string): Promise<{ code: number | null; peak: number; bytes: number; tail: string }> {
  const command = spawn(process.execPath, [join(import.meta.dirname, '../../bin/acquit.mjs'), 'read', '--json', path]);
  let peak = 0;
  let bytes = 0;
  let tail = '';
  command.stdout.on('data', (text: Buffer) => {
    bytes += text.length;
    tail = (tail + text.toString('latin1')).slice(-300);
  });
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(command.pid ?? 0));
  }, LOOK_MILLISECONDS);
  const code = await new Promise<number | null>((resolve) => command.on('close', resolve));
  clearInterval(watch);
  return { code, peak, bytes, tail };
}

const kinds = [statementKind, bookKind];
const folder = mkdtempSync(join(tmpdir(), 'acquit-drill-reading-'));
let failed = 0;
try {
  for (const kind of kinds) {
    const path = join(folder, 'file');
    const entries = makeFile(path, kind, megabytes);
    const start = performance.now();
    const { code, peak, bytes, tail } = await readWith(path);
    const seconds = (performance.now() - start) / 1_000;
    const read = code === 0 && tail.includes('"status":"read"');
    const small = peak <= MEMORY_LIMIT * 1_000_000;
    if (!read || !small) failed += 1;
    console.log(
      `${read && small ? 'passed' : 'FAILED'}  ${kind.name}: ${megabytes} MB, ${entries} entries, ${Math.round(seconds)} s (${(megabytes / seconds).toFixed(1)} MB/s), ${Math.round(peak / 1_000_000)} MB of memory at most for a limit of ${MEMORY_LIMIT}, ${Math.round(bytes / 1_000_000)} MB printed`,
    );
    if (!read) console.log(tail);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${kinds.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
