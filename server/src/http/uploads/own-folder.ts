import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** A folder left by a process that died is thrown away after a day. */
const LEFT_AFTER_MS = 24 * 3600 * 1000;

/**
 * A staging folder for one request, gone when `work` ends: dropped files share one by their content, and two requests
 * with the same content must not take it from each other.
 */
export async function withOwnFolder<T>(root: string, work: (folder: string) => Promise<T>): Promise<T> {
  const parent = join(root, 'pushed');
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await sweep(parent);
  const folder = join(parent, randomUUID());
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function sweep(parent: string): Promise<void> {
  const limit = performance.timeOrigin + performance.now() - LEFT_AFTER_MS;
  for (const name of await readdir(parent)) {
    const found = await stat(join(parent, name)).catch(() => null);
    if (found !== null && found.mtimeMs < limit) await rm(join(parent, name), { recursive: true, force: true });
  }
}
