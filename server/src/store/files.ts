import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
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

/**
 * Writes a file by pieces, under the same promise, while the program goes on: `aside` is filled and forced to the disk,
 * then takes the name that `nameOf` gives once every piece has been seen; null when the copy turns out to be of no use,
 * and it is thrown away.
 */
export async function copyWhole(
  pieces: AsyncIterable<Buffer> | Iterable<Uint8Array>,
  aside: string,
  mode: number,
  nameOf: () => Promise<string | null>,
): Promise<void> {
  let copy: FileHandle | undefined;
  try {
    copy = await open(aside, 'wx', mode);
    for await (const piece of pieces) await copy.writeFile(piece);
    const path = await nameOf();
    if (path !== null) {
      await copy.sync();
      await rename(aside, path);
      await settleFolder(dirname(path));
    }
  } finally {
    await copy?.close();
    await rm(aside, { force: true });
  }
}

/** The same as `syncFolder`, while the program goes on. */
export async function settleFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
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
