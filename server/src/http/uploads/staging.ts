import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StagedFile } from '../services.ts';

/** A dropped file waits this long for its import. */
const KEPT_MS = 24 * 3600 * 1000;

/**
 * Where dropped files wait between their preview and their import: a folder per tenant, whose name the client never
 * chooses, and in it a file named by its content and name. The same file dropped twice is one.
 */
function folderOf(root: string, tenantId: string): string {
  return join(root, tenantId);
}

/** Names a file by what it is: preview and import of the same drop agree without keeping a list. */
export function uploadIdOf(fileName: string, sha256: Buffer): string {
  return createHash('sha256').update(sha256).update(fileName).digest('hex');
}

export async function openStaging(root: string, tenantId: string): Promise<string> {
  const folder = folderOf(root, tenantId);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await sweep(folder);
  return folder;
}

/** Gives a received file its final name; what describes it is written first, so a name never stands alone. */
export async function stage(
  folder: string,
  draft: string,
  about: Omit<StagedFile, 'path' | 'uploadId'>,
  sha256: Buffer,
): Promise<StagedFile> {
  const uploadId = uploadIdOf(about.fileName, sha256);
  const path = join(folder, uploadId);
  await writeFile(`${path}.json`, JSON.stringify(about), { mode: 0o600 });
  await rename(draft, path);
  return { uploadId, path, ...about };
}

export async function findStaged(root: string, tenantId: string, uploadId: string): Promise<StagedFile | null> {
  const path = join(folderOf(root, tenantId), uploadId);
  try {
    const about = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Omit<StagedFile, 'path' | 'uploadId'>;
    const { size } = await stat(path);
    return { ...about, uploadId, path, bytes: size };
  } catch {
    return null;
  }
}

/** Throws away what nobody came back for, and drafts of drops that were cut. */
async function sweep(folder: string): Promise<void> {
  const limit = performance.timeOrigin + performance.now() - KEPT_MS;
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => null);
    if (found !== null && found.mtimeMs < limit) await rm(path, { recursive: true, force: true });
  }
}
