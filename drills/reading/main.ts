/**
 * Files of a gigabyte through `acquit read`: each is made, read by the real command, and the memory of the command and
 * of its reading process is looked at while it works. `--megabytes 100` for a shorter run.
 */

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  bookKind,
  isSmall,
  type MostMemory,
  makeFile,
  statementKind,
  tellMemory,
  watchMemory,
} from '../lib/large-files.ts';

const megabytes = Number(process.argv[process.argv.indexOf('--megabytes') + 1]) || 1_000;

interface ReadFile {
  code: number | null;
  memory: MostMemory;
  bytes: number;
  /** Whether it says that the file was read; its doubts may follow, however many. */
  isRead: boolean;
  tail: string;
}

async function readWith(path: string): Promise<ReadFile> {
  const command = spawn(process.execPath, [join(import.meta.dirname, '../../bin/acquit.mjs'), 'read', '--json', path]);
  let bytes = 0;
  let isRead = false;
  let tail = '';
  command.stdout.on('data', (text: Buffer) => {
    bytes += text.length;
    tail += text.toString('latin1');
    isRead ||= tail.includes('"status":"read"');
    tail = tail.slice(-300);
  });
  const most = watchMemory(command.pid ?? 0);
  const code = await new Promise<number | null>((resolve) => command.on('close', resolve));
  return { code, memory: most(), bytes, isRead, tail };
}

const kinds = [statementKind, bookKind];
const folder = mkdtempSync(join(tmpdir(), 'acquit-drill-reading-'));
let failed = 0;
try {
  for (const kind of kinds) {
    const path = join(folder, 'file');
    const entries = makeFile(path, kind, megabytes);
    const start = performance.now();
    const { code, memory, bytes, isRead, tail } = await readWith(path);
    const seconds = (performance.now() - start) / 1_000;
    const read = code === 0 && isRead;
    const small = isSmall(memory);
    if (!read || !small) failed += 1;
    console.log(
      `${read && small ? 'passed' : 'FAILED'}  ${kind.name}: ${megabytes} MB, ${entries} entries, ${Math.round(seconds)} s (${(megabytes / seconds).toFixed(1)} MB/s); ${tellMemory(memory)}; ${Math.round(bytes / 1_000_000)} MB printed`,
    );
    if (!read) console.log(tail);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${kinds.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
