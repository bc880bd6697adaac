import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { copyWhole, settleFolder } from './files.ts';
import { fileRefusal, systemCode } from './refusal.ts';

/**
 * Received and produced files, named by the SHA-256 of their bytes: the same file is kept once, and a name proves
 * its content. The database keeps the hash and the tenant; a caller reaches a file only through a row that he sees.
 */
export interface Blobs {
  /**
   * Keeps the bytes and gives their 32-byte hash once they are on disk: to be waited for before the row that names them is
   * committed, and not before other work. Keeping twice does nothing more.
   */
  put(bytes: Uint8Array): Promise<Buffer>;
  /** Keeps a file of any size, copied by pieces and never held; a file that is kept already is not copied for good. */
  putFile(path: string): Promise<KeptFile>;
  /** The bytes of a hash. Throws `BlobMissing` or `BlobDamaged`: the database promised what the disk does not hold. */
  get(sha256: Uint8Array): Buffer;
  has(sha256: Uint8Array): boolean;
}

/** A file that is kept: its hash, its size in bytes, and where it is. */
export interface KeptFile {
  sha256: Buffer;
  size: number;
  path: string;
}

/** A file that the database names is gone or is not what it was: a matter for the last backup, not for the user. */
export class BlobFault extends Error {
  readonly code: 'BlobMissing' | 'BlobDamaged';

  constructor(code: 'BlobMissing' | 'BlobDamaged', path: string) {
    super(`${code}: ${path}`);
    this.name = 'BlobFault';
    this.code = code;
  }
}

const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** The hash and size of a file, read by pieces. */
export async function hashOfFile(path: string): Promise<KeptFile> {
  const hash = createHash('sha256');
  let size = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer);
    size += (piece as Buffer).length;
  }
  return { sha256: hash.digest(), size, path };
}

/** Bytes copied at a time. */
const PIECE_BYTES = 1_000_000;
/** Copies under way have no name yet: theirs ends so. */
const ASIDE = '.part';
/** One older than this was left by a process that died. */
const ASIDE_LEFT_MS = 24 * 3600 * 1000;

/** Opens the blob folder of a home; nothing is created before the first file. */
export function openBlobs(home: string): Blobs {
  const pathOf = (sha256: Uint8Array): string => {
    const hex = Buffer.from(sha256).toString('hex');
    if (hex.length !== 64) throw new Error('A blob is named by 32 bytes.');
    return join(home, 'blobs', hex.slice(0, 2), hex.slice(2));
  };
  return {
    async put(bytes) {
      const sha256 = hashOf(bytes);
      const path = pathOf(sha256);
      try {
        // A damaged file is written again: the right bytes are in hand.
        if (existsSync(path) && hashOf(readFileSync(path)).equals(sha256)) return sha256;
        await makeFolder(dirname(path));
        await copyWhole([bytes], path + draw() + ASIDE, 0o600, async () => path);
      } catch (error) {
        throw fileRefusal(error, join(home, 'blobs'));
      }
      return sha256;
    },
    async putFile(from) {
      const root = join(home, 'blobs');
      try {
        await makeFolder(root);
        sweepAside(root);
        const hash = createHash('sha256');
        let size = 0;
        let kept: KeptFile | undefined;
        const pieces = async function* () {
          for await (const piece of createReadStream(from, { highWaterMark: PIECE_BYTES })) {
            hash.update(piece as Buffer);
            size += (piece as Buffer).length;
            yield piece as Buffer;
          }
        };
        await copyWhole(pieces(), join(root, draw() + ASIDE), 0o600, async () => {
          const sha256 = hash.digest();
          const path = pathOf(sha256);
          kept = { sha256, size, path };
          if (existsSync(path) && (await hashOfFile(path)).sha256.equals(sha256)) return null;
          await makeFolder(dirname(path));
          return path;
        });
        if (kept === undefined) throw new Error('A file that was copied has a hash.');
        return kept;
      } catch (error) {
        // What cannot be read is a matter of that file, not of ours.
        throw (error as NodeJS.ErrnoException).path === from ? error : fileRefusal(error, root);
      }
    },
    get(sha256) {
      const path = pathOf(sha256);
      let bytes: Buffer;
      try {
        bytes = readFileSync(path);
      } catch (error) {
        if (systemCode(error) === 'ENOENT') throw new BlobFault('BlobMissing', path);
        throw error;
      }
      if (!hashOf(bytes).equals(sha256)) throw new BlobFault('BlobDamaged', path);
      return bytes;
    },
    has: (sha256) => existsSync(pathOf(sha256)),
  };
}

/** Two at work on one file never write to one place. */
const draw = (): string => randomBytes(12).toString('hex');

async function makeFolder(path: string): Promise<void> {
  const made = await mkdir(path, { recursive: true, mode: 0o700 });
  if (made !== undefined) await settleFolder(dirname(made));
}

function sweepAside(root: string): void {
  const limit = performance.timeOrigin + performance.now() - ASIDE_LEFT_MS;
  for (const name of readdirSync(root)) {
    if (!name.endsWith(ASIDE)) continue;
    const path = join(root, name);
    const found = statSync(path, { throwIfNoEntry: false });
    if (found !== undefined && found.mtimeMs < limit) rmSync(path, { force: true });
  }
}
