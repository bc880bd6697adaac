import type { CollectorView } from '@acquit/recovery';
import type { Tx } from '../store.ts';

/** Who collects for others in this organisation; null when nobody does. */
export async function findCollector(tx: Tx): Promise<CollectorView | null> {
  const { rows } = await tx.query<CollectorView>(
    `select name, address_lines as "addressLines", postcode, city, email, phone, legal_id as "legalId", iban, bic, insurance,
            declared_on::text as "declaredOn"
       from collector where tenant_id = $1`,
    [tx.tenantId],
  );
  return rows[0] ?? null;
}

/** Writes who collects for others, whole. */
export async function saveCollector(tx: Tx, collector: CollectorView): Promise<void> {
  const { name, addressLines, postcode, city, email, phone, legalId, iban, bic, insurance, declaredOn } = collector;
  await tx.query(
    `insert into collector (tenant_id, name, address_lines, postcode, city, email, phone, legal_id, iban, bic, insurance, declared_on)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (tenant_id) do update set name = excluded.name, address_lines = excluded.address_lines,
       postcode = excluded.postcode, city = excluded.city, email = excluded.email, phone = excluded.phone,
       legal_id = excluded.legal_id, iban = excluded.iban, bic = excluded.bic, insurance = excluded.insurance,
       declared_on = excluded.declared_on, updated_at = now()`,
    [tx.tenantId, name, addressLines, postcode, city, email, phone, legalId, iban, bic, insurance, declaredOn],
  );
}
