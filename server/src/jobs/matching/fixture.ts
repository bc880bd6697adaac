import { createHash, randomUUID } from 'node:crypto';
import { type Store, type Tx, touchCases } from '../../store/index.ts';

/** A company with customers, invoices and a bank account, planted straight in the tables, for tests. */
export interface Planted {
  tenantId: string;
  companyId: string;
  accountId: string;
  importId: string;
}

export const TODAY = '2026-11-20';

export async function plantCompany(store: Store, tenantId: string): Promise<Planted> {
  const planted = { tenantId, companyId: randomUUID(), accountId: randomUUID(), importId: randomUUID() };
  const sha256 = await store.blobs.put(Buffer.from(planted.importId));
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into company (tenant_id, company_id, name, mode) values ($1, $2, 'Atelier Fontaine', 'live')`,
      [tenantId, planted.companyId],
    );
    await tx.query(
      `insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, 36, 'text/plain') on conflict do nothing`,
      [tenantId, sha256],
    );
    await tx.query(
      `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by)
       values ($1, $2, $3, 'relevé.xml', $4, 'camt', 'imported', 'cli')`,
      [tenantId, planted.importId, planted.companyId, sha256],
    );
    await tx.query(
      `insert into bank_account (tenant_id, bank_account_id, company_id, account_key, label) values ($1, $2, $3, 'FR76', 'Banque')`,
      [tenantId, planted.accountId, planted.companyId],
    );
  });
  return planted;
}

export interface PlantedClaim {
  number: string;
  cents: number;
  dueOn?: string;
  kind?: 'invoice' | 'credit-note';
}

/** A customer with his open claims; gives the case and the claims by number. */
export async function plantDebtor(
  store: Store,
  { tenantId, companyId }: Planted,
  name: string,
  claims: readonly PlantedClaim[],
): Promise<{ caseId: string; claimIds: Record<string, string> }> {
  const [debtorId, caseId] = [randomUUID(), randomUUID()];
  const claimIds: Record<string, string> = {};
  await store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into debtor (tenant_id, debtor_id, company_id, name, kind, email, address_lines, postcode, city)
       values ($1, $2, $3, $4, 'company', 'compta@client.example', '{1 rue du Port}', '44000', 'Nantes')`,
      [tenantId, debtorId, companyId, name],
    );
    await tx.query(
      `insert into collection_case (tenant_id, case_id, company_id, debtor_id, profile) values ($1, $2, $3, $4, 'business')`,
      [tenantId, caseId, companyId, debtorId],
    );
    for (const { number, cents, dueOn = '2026-10-01', kind = 'invoice' } of claims) {
      claimIds[number] = randomUUID();
      await tx.query(
        `insert into claim (tenant_id, claim_id, company_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents)
         values ($1, $2, $3, $4, $5, $6, $7::date - 30, $7, $8, $8)`,
        [tenantId, claimIds[number], companyId, caseId, number, kind, dueOn, cents],
      );
    }
    await touchCases(tx, [caseId], TODAY);
  });
  return { caseId, claimIds };
}

export interface PlantedLine {
  cents: number;
  on?: string;
  label?: string;
  counterparty?: string | null;
  iban?: string | null;
  endToEnd?: string | null;
  remittance?: string[];
  reversal?: boolean;
  reason?: string | null;
}

/** Inserts a bank line as an import does; gives its identifier. */
export async function plantLine(
  tx: Tx,
  { companyId, accountId, importId }: Planted,
  line: PlantedLine,
): Promise<string> {
  const lineId = randomUUID();
  await tx.query(
    `insert into bank_line (tenant_id, line_id, company_id, bank_account_id, import_id, booked_on, amount_cents, label, counterparty,
                            counterparty_iban, end_to_end_id, remittance, is_reversal, reject_reason, fingerprint)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      tx.tenantId,
      lineId,
      companyId,
      accountId,
      importId,
      line.on ?? '2026-11-18',
      line.cents,
      line.label ?? 'VIR SEPA RECU',
      line.counterparty ?? null,
      line.iban ?? null,
      line.endToEnd ?? null,
      line.remittance ?? [],
      line.reversal ?? false,
      line.reason ?? null,
      createHash('sha256').update(lineId).digest(),
    ],
  );
  return lineId;
}

/** Every row that matching may change, as text: two equal readings mean that nothing is different. */
export async function bookState(store: Store, { tenantId }: Planted): Promise<string> {
  return store.inTenant(tenantId, async (tx) => {
    const { rows } = await tx.query<{ state: string }>(
      `select jsonb_build_object(
         'claims', (select jsonb_agg(jsonb_build_array(claim_id, received_cents, credited_cents, open_cents, status, settled_on) order by claim_id) from claim),
         'cases', (select jsonb_agg(jsonb_build_array(case_id, open_cents, open_claims, oldest_due_on, status) order by case_id) from collection_case),
         'receipts', (select jsonb_agg(jsonb_build_array(receipt_id, amount_cents, bank_line_id, match_id) order by receipt_id) from receipt where cancelled_at is null),
         'allocations', (select jsonb_agg(to_jsonb(a) order by receipt_id, claim_id) from receipt_allocation a),
         'credits', (select jsonb_agg(to_jsonb(c) order by credit_claim_id, claim_id) from credit_allocation c),
         'differences', (select jsonb_agg(to_jsonb(d) order by receipt_id, claim_id) from settlement_difference d),
         'payers', (select jsonb_agg(jsonb_build_array(payer_key, debtor_id, times) order by payer_key, debtor_id) from payer),
         'holds', (select jsonb_agg(jsonb_build_array(claim_id, kind) order by claim_id, kind) from claim_hold where ended_at is null),
         'totals', (select jsonb_agg(t order by t) from (select jsonb_build_array(due_on, sum(open_cents)) as t from due_total group by due_on having sum(open_cents) <> 0) s)
       )::text as state`,
    );
    return rows[0]!.state;
  });
}
