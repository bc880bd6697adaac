import { type PartnerKind, type PartnerView, partnerKindName } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** A professional as somebody enters him. */
export type PartnerRecord = Omit<PartnerView, 'partnerId' | 'kindName'>;

interface Row {
  partner_id: string;
  kind: PartnerKind;
  name: string;
  person: string | null;
  email: string | null;
  phone: string | null;
  address_lines: string[];
  postcode: string | null;
  city: string | null;
  legal_id: string | null;
}

const viewOf = (row: Row): PartnerView => ({
  partnerId: row.partner_id,
  kind: row.kind,
  kindName: partnerKindName(row.kind),
  name: row.name,
  person: row.person,
  email: row.email,
  phone: row.phone,
  addressLines: row.address_lines,
  postcode: row.postcode,
  city: row.city,
  legalId: row.legal_id,
});

/** Everybody a case may be entrusted to, by name. */
export async function listPartners(tx: Tx): Promise<PartnerView[]> {
  const { rows } = await tx.query<Row>('select * from partner where tenant_id = $1 order by name, partner_id', [
    tx.tenantId,
  ]);
  return rows.map(viewOf);
}

export async function findPartner(tx: Tx, partnerId: string): Promise<PartnerView | null> {
  const { rows } = await tx.query<Row>('select * from partner where tenant_id = $1 and partner_id = $2', [
    tx.tenantId,
    partnerId,
  ]);
  return rows[0] ? viewOf(rows[0]) : null;
}

/** Writes a professional, new or changed; what was told by him keeps the name he then had. */
export async function savePartner(tx: Tx, partnerId: string, record: PartnerRecord, by: string): Promise<void> {
  await tx.query(
    `insert into partner (tenant_id, partner_id, kind, name, person, email, phone, address_lines, postcode, city, legal_id, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (tenant_id, partner_id) do update set kind = excluded.kind, name = excluded.name, person = excluded.person,
       email = excluded.email, phone = excluded.phone, address_lines = excluded.address_lines, postcode = excluded.postcode,
       city = excluded.city, legal_id = excluded.legal_id`,
    [
      tx.tenantId,
      partnerId,
      record.kind,
      record.name,
      record.person,
      record.email,
      record.phone,
      record.addressLines,
      record.postcode,
      record.city,
      record.legalId,
      by,
    ],
  );
}
