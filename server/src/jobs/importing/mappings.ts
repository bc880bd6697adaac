import type { LedgerField, LedgerMapping, ReadResult } from '../../intake/index.ts';
import type { Tx } from '../../store/index.ts';

/** The column mappings a person has corrected, for one company or, when it is not known yet, for all. */
export async function rememberedMappings(tx: Tx, companyId: string | null): Promise<LedgerMapping[]> {
  const { rows } = await tx.query<{ mapping: LedgerMapping }>(
    `select mapping from column_mapping where tenant_id = $1 and ($2::uuid is null or company_id = $2) order by updated_at desc limit 200`,
    [tx.tenantId, companyId],
  );
  return rows.map((row) => row.mapping);
}

/** Keeps how a ledger was read under the print of its header, so that the next file with that header is read the same way. */
export async function rememberMapping(tx: Tx, companyId: string, read: ReadResult): Promise<void> {
  const fingerprint = read.ledger?.headerFingerprint;
  if (!read.ledger || !fingerprint) return;
  await tx.query(
    `insert into column_mapping (tenant_id, company_id, fingerprint, mapping) values ($1, $2, $3, $4)
     on conflict (tenant_id, company_id, fingerprint) do update set mapping = excluded.mapping, updated_at = now()`,
    [tx.tenantId, companyId, fingerprint, JSON.stringify({ ...read.ledger.mapping, headerFingerprint: fingerprint })],
  );
}

/** Columns as a person gives them on screen: a meaning and its place. */
export function mappingOf(columns: Record<string, number>): LedgerMapping {
  return { columns: columns as Partial<Record<LedgerField, number>> };
}
