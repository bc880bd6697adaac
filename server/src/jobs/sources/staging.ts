import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { LARGEST_FILE_BYTES, SourceFault } from './model.ts';

/**
 * A place of ours for one file on its way in. Its name is ours too: what a stranger called his file never touches the
 * disk. Gone when `work` ends, whatever happens.
 */
export async function withStaged<T>(home: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = join(home, 'incoming');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, randomUUID());
  try {
    return await work(path);
  } finally {
    rmSync(path, { force: true });
  }
}

/** Writes a stream to `path`, and refuses (FileTooLarge) to go on past `limit` bytes. */
export async function copyTo(
  path: string,
  from: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit = LARGEST_FILE_BYTES,
): Promise<void> {
  let bytes = 0;
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > limit ? tooLarge(limit) : null, chunk);
    },
  });
  await pipeline(from, counted, createWriteStream(path, { flags: 'w', mode: 0o600 }));
}

/** SHA-256 of a file's content, read by pieces. */
export async function contentHash(path: string): Promise<Buffer> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest();
}

export function tooLarge(limit: number): SourceFault {
  const megabytes = Math.floor(limit / 1_000_000);
  return new SourceFault(
    'FileTooLarge',
    `Ce fichier dépasse ${megabytes} Mo : il n’a pas été pris. Découpez-le, par exemple par année, puis déposez les morceaux.`,
  );
}
