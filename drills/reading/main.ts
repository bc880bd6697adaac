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
  /** What is printed first says whether the file was read; its lines and doubts follow. */
  head: string;
}

async function readWith(path: string): Promise<ReadFile> {
  const command = spawn(process.execPath, [join(import.meta.dirname, '../../bin/acquit.mjs'), 'read', '--json', path]);
  let bytes = 0;
  let head = '';
  command.stdout.on('data', (text: Buffer) => {
    bytes += text.length;
    if (head.length < 300) head += text.toString('utf8', 0, 300);
  });
  const most = watchMemory(command.pid ?? 0);
  const code = await new Promise<number | null>((resolve) => command.on('close', resolve));
  return { code, memory: most(), bytes, head };
}

const kinds = [statementKind, bookKind];
const folder = mkdtempSync(join(tmpdir(), 'acquit-drill-reading-'));
let failed = 0;
try {
  for (const kind of kinds) {
    const path = join(folder, 'file');
    const entries = makeFile(path, kind, megabytes);
    const start = performance.now();
    const { code, memory, bytes, head } = await readWith(path);
    const seconds = (performance.now() - start) / 1_000;
    const read = code === 0 && head.includes('"status":"read"');
    const small = isSmall(memory);
    if (!read || !small) failed += 1;
    console.log(
      `${read && small ? 'passed' : 'FAILED'}  ${kind.name}: ${megabytes} MB, ${entries} entries, ${Math.round(seconds)} s (${(megabytes / seconds).toFixed(1)} MB/s); ${tellMemory(memory)}; ${Math.round(bytes / 1_000_000)} MB printed`,
    );
    if (!read) console.log(head);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
console.log(`${kinds.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
