import type { BankMapping, LedgerField, LedgerMapping, ReadOptions, ReadResult } from '../../intake/index.ts';
import type { Tx } from '../../store/index.ts';

/** Meanings that only a statement gives its columns: no list of invoices has them all, every statement has one of its sums. */
const BANK_ONLY = ['on', 'amount'] as const;

const isOfBank = (columns: object): boolean => BANK_ONLY.some((field) => field in columns);

/** The column mappings a person has corrected, for one company or, when it is not known yet, for all. */
export async function rememberedMappings(
  tx: Tx,
  companyId: string | null,
): Promise<Required<Pick<ReadOptions, 'remembered' | 'rememberedBank'>>> {
  const { rows } = await tx.query<{ mapping: LedgerMapping | BankMapping }>(
    `select mapping from column_mapping where tenant_id = $1 and ($2::uuid is null or company_id = $2) order by updated_at desc limit 200`,
    [tx.tenantId, companyId],
  );
  const all = rows.map((row) => row.mapping);
  return {
    remembered: all.filter((one): one is LedgerMapping => !isOfBank(one.columns)),
    rememberedBank: all.filter((one): one is BankMapping => isOfBank(one.columns)),
  };
}

/**
 * Keeps how a table was read under the print of its header, so that the next file with that header is read the same way.
 * A table without a header has no print: nothing would tell it from another.
 */
export async function rememberMapping(tx: Tx, companyId: string, read: ReadResult): Promise<void> {
  const { ledger, bankTable } = read;
  const mapping = ledger ? { ...ledger.mapping, headerFingerprint: ledger.headerFingerprint } : bankTable?.mapping;
  if (!mapping?.headerFingerprint || mapping.headerRow === 0) return;
  await tx.query(
    `insert into column_mapping (tenant_id, company_id, fingerprint, mapping) values ($1, $2, $3, $4)
     on conflict (tenant_id, company_id, fingerprint) do update set mapping = excluded.mapping, updated_at = now()`,
    [tx.tenantId, companyId, mapping.headerFingerprint, JSON.stringify(mapping)],
  );
}

/** Columns as a person gives them on screen, a meaning and its place: those of a statement or of a list of invoices. */
export function mappingOf(columns: Record<string, number> | null): Pick<ReadOptions, 'mapping' | 'bankMapping'> {
  if (columns === null) return {};
  if (!isOfBank(columns)) return { mapping: { columns: columns as Partial<Record<LedgerField, number>> } };
  const { words, ...single } = columns;
  return { bankMapping: { columns: { ...single, ...(words === undefined ? {} : { words: [words] }) } } };
}
