import { createHash } from 'node:crypto';
import { ZipWriter } from './sheet/zip.ts';

/** A file to be put in an archive, under a name that is safe on every disk. */
export interface ArchivedFile {
  name: string;
  bytes: Uint8Array;
}

/** The list of hashes that goes in every archive; `sha256sum -c` reads it. */
export const MANIFEST = 'SHA256SUMS';

/** An archive of files, with the list of their hashes first. Equal input gives equal bytes. */
export async function archiveOf(files: readonly ArchivedFile[]): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const zip = new ZipWriter(async (bytes) => void chunks.push(bytes));
  const lines = files.map(({ name, bytes }) => `${createHash('sha256').update(bytes).digest('hex')}  ${name}\n`);
  for (const { name, bytes } of [{ name: MANIFEST, bytes: Buffer.from(lines.join(''), 'utf8') }, ...files]) {
    const entry = await zip.entry(name);
    await entry.write(bytes);
    await entry.close();
  }
  await zip.end();
  return Buffer.concat(chunks);
}
