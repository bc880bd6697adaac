/** How a reading process is started: with as few rights as it needs. */

import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Limits } from '../limits.ts';

const here = dirname(fileURLToPath(import.meta.url));
const reading = dirname(here);
export const childScript = join(here, 'child.ts');

/** The libraries the readers load, directly or through one another. */
const LIBRARIES = ['saxes', 'papaparse', 'pdf-lib', 'pdfjs-dist', 'iconv-lite', 'ibantools', '@e965/xlsx'];

/**
 * A new reading process. Node's permission model takes away files, network, children, workers, addons and WASI; the
 * environment is empty, so no secret of the server can be read from it.
 */
export function launch(script: string, limits: Limits): ChildProcess {
  const readable = [reading, dirname(script), ...packageFiles(), ...libraryFolders()];
  return fork(script, [], {
    // Windows cannot start a process without knowing where its own libraries are.
    env: process.env.SystemRoot === undefined ? {} : { SystemRoot: process.env.SystemRoot },
    execArgv: [
      '--permission',
      ...[...new Set(readable)].map((path) => `--allow-fs-read=${path}`),
      `--max-old-space-size=${limits.heapMegabytes}`,
      // The usual nursery costs twice the time of reading a table, a larger one memory that no file needs.
      '--max-semi-space-size=16',
    ],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
}

/** The `package.json` above the code, which tells Node that its files are modules. */
function packageFiles(): string[] {
  for (let folder = reading; folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) return [file];
  }
  return [];
}

function libraryFolders(): string[] {
  const { resolve } = createRequire(import.meta.url);
  const marker = `${sep}node_modules${sep}`;
  return LIBRARIES.map((name) => {
    const path = resolve(name);
    return path.slice(0, path.lastIndexOf(marker) + marker.length - 1);
  });
}

export interface ProcessUse {
  /** Bytes of memory the process holds. */
  residentBytes: number;
  /** Seconds of processor it has used since it started, all threads together. */
  cpuSeconds: number;
}

/**
 * What a process uses; undefined where the system does not show it as a file (it does on Linux, where servers run).
 * Elsewhere the ceiling of the heap and the clock remain.
 */
export function processUse(pid: number): ProcessUse | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name of the program, in parentheses, may hold spaces: fields are counted after it, from the third on.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [userTicks = 0, systemTicks = 0] = [fields[11], fields[12]];
    return { residentBytes: (fields[21] ?? 0) * PAGE_BYTES, cpuSeconds: (userTicks + systemTicks) / TICKS_PER_SECOND };
  } catch {
    return undefined;
  }
}

const PAGE_BYTES = 4_096;
const TICKS_PER_SECOND = 100;
