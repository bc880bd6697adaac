import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that after a crash or a power cut is either absent or whole: bytes go to a neighbour of another
 * name, are forced to the disk, and the neighbour takes the name; then the folder's own entry is forced too.
 */
export function writeWhole(path: string, bytes: Uint8Array, mode: number): void {
  const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = openSync(aside, 'wx', mode);
    try {
      writeFileSync(file, bytes);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(aside, path);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
  syncFolder(dirname(path));
}

/** Forces a folder's list of names to the disk, so that a name just given survives a power cut. */
export function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
