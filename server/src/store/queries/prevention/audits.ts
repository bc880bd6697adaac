import type { DebtorKind, IssuerSize } from '@acquit/law';
import { auditInvoice, faultCode, type InvoiceSays } from '@acquit/recovery';
import { joinJson, jsonList } from '../../json-list.ts';
import type { Tx } from '../../store.ts';

/** Invoices checked again in one statement. */
const BATCH = 2_000;
const SIZES: readonly (IssuerSize | '')[] = ['', 'small', 'mid', 'large'];

interface Row {
  claimId: string;
  issuedOn: string;
  totalCents: bigint;
  kind: DebtorKind | null;
  says: InvoiceSays;
}

/**
 * Keeps what an invoice that was just read says of payment, with what the law finds in it. Nothing when the book has no
 * such invoice of these very bytes: the document was a duplicate, a credit note or refused.
 */
export async function recordAudit(
  tx: Tx,
  companyId: string,
  invoice: { number: string; sha256: Buffer; says: InvoiceSays },
): Promise<void> {
  const { rows } = await tx.query<Row>(
    `select k.claim_id as "claimId", k.issued_on as "issuedOn", k.total_cents as "totalCents", d.kind
       from claim k
       join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where k.tenant_id = $1 and k.company_id = $2 and k.number = $3 and k.document_sha256 = $4
        and k.kind <> 'credit-note' and k.issued_on is not null`,
    [tx.tenantId, companyId, invoice.number, invoice.sha256],
  );
  await writeAudits(
    tx,
    companyId,
    rows.map((row) => ({ ...row, says: invoice.says })),
    await issuerSizeOf(tx, companyId),
  );
}

async function issuerSizeOf(tx: Tx, companyId: string): Promise<IssuerSize | null> {
  const [row] = await tx.arrays<[IssuerSize | null]>(
    `select settings ->> 'issuerSize' from company where tenant_id = $1 and company_id = $2`,
    [tx.tenantId, companyId],
  );
  return row?.[0] ?? null;
}

async function writeAudits(
  tx: Tx,
  companyId: string,
  rows: readonly Row[],
  issuerSize: IssuerSize | null,
): Promise<void> {
  if (rows.length === 0) return;
  const faults = rows.map(({ issuedOn, totalCents, kind, says }) =>
    auditInvoice({ issuedOn, totalCents: Number(totalCents), kind, issuerSize, says })
      .map(faultCode)
      .join(' '),
  );
  await tx.query(
    `insert into invoice_audit (tenant_id, claim_id, company_id, issued_on, debtor_kind, issuer_size, says, faults)
     select $1, u.claim_id, $2, u.issued_on, u.kind, $3, u.says::jsonb, string_to_array(u.faults, ' ')
       from unnest($4::uuid[], $5::date[], $6::text[], ${jsonList('$7')}, $8::text[]) as u(claim_id, issued_on, kind, says, faults)
     on conflict (tenant_id, claim_id) do update
        set issued_on = excluded.issued_on, debtor_kind = excluded.debtor_kind, issuer_size = excluded.issuer_size,
            says = excluded.says, faults = excluded.faults`,
    [
      tx.tenantId,
      companyId,
      issuerSize ?? '',
      rows.map((row) => row.claimId),
      rows.map((row) => row.issuedOn),
      rows.map((row) => row.kind),
      joinJson(rows.map((row) => JSON.stringify(row.says))),
      faults,
    ],
  );
}

const ROWS = `select a.claim_id as "claimId", a.issued_on as "issuedOn", k.total_cents as "totalCents", d.kind, a.says
  from invoice_audit a
  join claim k on k.tenant_id = a.tenant_id and k.claim_id = a.claim_id
  join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where a.tenant_id = $1 and a.company_id = $2`;

/** Checks the invoices of one customer again, for what he is known to be now. */
export async function auditCustomer(tx: Tx, companyId: string, debtorId: string): Promise<void> {
  const { rows } = await tx.query<Row>(`${ROWS} and c.debtor_id = $3 and a.debtor_kind is distinct from d.kind`, [
    tx.tenantId,
    companyId,
    debtorId,
  ]);
  await writeAudits(tx, companyId, rows, await issuerSizeOf(tx, companyId));
}

/**
 * Checks again, in one batch, invoices that were checked for another size of the issuer than the one it has told since.
 * Gives how many: fewer than a batch means that none is left.
 */
export async function auditForSize(tx: Tx, companyId: string): Promise<{ checked: number; isDone: boolean }> {
  const issuerSize = await issuerSizeOf(tx, companyId);
  const others = SIZES.filter((one) => one !== (issuerSize ?? ''));
  const { rows } = await tx.query<Row>(`${ROWS} and a.issuer_size = any($3::text[]) limit ${BATCH}`, [
    tx.tenantId,
    companyId,
    others,
  ]);
  await writeAudits(tx, companyId, rows, issuerSize);
  return { checked: rows.length, isDone: rows.length < BATCH };
}
