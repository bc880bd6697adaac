import { randomUUID } from 'node:crypto';
import { defaultSettings } from '@acquit/recovery';
import { insertDefaultScenarios, type Tx } from '../../store/index.ts';
import type { KnownCompany, ProposedCompany } from './ownership.ts';

export async function listCompanies(tx: Tx, tenantId: string): Promise<KnownCompany[]> {
  const { rows } = await tx.query<{ company_id: string; name: string; legal_id: string | null; vat: string | null }>(
    'select company_id, name, legal_id, vat from company where tenant_id = $1 order by created_at, company_id',
    [tenantId],
  );
  return rows.map((row) => ({ companyId: row.company_id, name: row.name, legalId: row.legal_id, vat: row.vat }));
}

/** Creates a company in test mode with the default settings and the default scenarios. */
export async function createCompany(
  tx: Tx,
  tenantId: string,
  company: ProposedCompany,
  options: { isDemo?: boolean } = {},
): Promise<KnownCompany> {
  const companyId = randomUUID();
  await tx.query(
    `insert into company (tenant_id, company_id, name, legal_form, legal_id, vat, address_lines, postcode, city, country, email, phone, iban, bic, is_demo, settings)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      tenantId,
      companyId,
      company.name,
      company.legalForm,
      company.legalId,
      company.vat,
      company.addressLines,
      company.postcode,
      company.city,
      company.country,
      company.email,
      company.phone,
      company.iban,
      company.bic,
      options.isDemo ?? false,
      JSON.stringify(defaultSettings),
    ],
  );
  await insertDefaultScenarios(tx, companyId);
  return { companyId, name: company.name, legalId: company.legalId, vat: company.vat };
}
