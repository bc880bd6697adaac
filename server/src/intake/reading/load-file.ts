/** Opening of a file on the side of the server: by its path, and never anything but a file. */

import { constants, type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import { defaultLimits, type Limits } from './limits.ts';
import { Refused } from './refused.ts';

export interface OpenFile {
  size: number;
  handle: FileHandle;
}

/** A file ready to be read by pieces; close its handle. Refuses `FileNotFound`, `NotAFile` and `UnreadableFile`. */
export async function openFile(path: string): Promise<OpenFile> {
  let handle: FileHandle | undefined;
  try {
    // Without blocking, so that a named pipe cannot hold us at the opening.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const facts = await handle.stat();
    if (!facts.isFile()) throw new Refused('NotAFile');
    return { size: facts.size, handle };
  } catch (error) {
    await handle?.close();
    throw named(error, path);
  }
}

/** The bytes of a file. Refuses what `openFile` does, and `FileTooLarge` from its size alone, before a byte is read. */
export async function loadFile(path: string, limits: Pick<Limits, 'fileBytes'> = defaultLimits): Promise<Buffer> {
  const { size, handle } = await openFile(path);
  try {
    if (size > limits.fileBytes) throw new Refused('FileTooLarge', { limit: limits.fileBytes, found: size });
    return await handle.readFile();
  } catch (error) {
    throw named(error, path);
  } finally {
    await handle.close();
  }
}

/** An error of the system as a refusal of the file. */
export function named(error: unknown, path: string): Refused {
  if (error instanceof Refused) return error;
  const code = (error as NodeJS.ErrnoException).code;
  return new Refused(code === 'ENOENT' || code === 'ENOTDIR' ? 'FileNotFound' : 'UnreadableFile', {
    name: basename(path),
  });
}
