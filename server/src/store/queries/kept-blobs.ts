import type { Blobs } from '../blobs.ts';
import type { Tx } from '../store.ts';

/** Keeps bytes on disk and their hash for this tenant, and gives the hash. The same bytes are kept once. */
export async function keepBlob(tx: Tx, blobs: Blobs, file: { bytes: Uint8Array; mediaType: string }): Promise<Buffer> {
  const sha256 = await blobs.put(file.bytes);
  await tx.query(
    'insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, $3, $4) on conflict do nothing',
    [tx.tenantId, sha256, file.bytes.byteLength, file.mediaType],
  );
  return sha256;
}
