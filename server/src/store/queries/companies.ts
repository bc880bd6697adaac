import { type CompanyFacts, type CompanySettings, type CompanyView, defaultSettings } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { findCollector } from './collector.ts';

interface CompanyRecord {
  company_id: string;
  name: string;
  legal_form: string | null;
  legal_id: string | null;
  vat: string | null;
  address_lines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
  email: string | null;
  phone: string | null;
  iban: string | null;
  bic: string | null;
  creditor_kind: 'business' | 'individual';
  mode: 'test' | 'live';
  is_demo: boolean;
  settings: Partial<CompanySettings>;
  rcs_city: string | null;
  in_national_register: boolean;
  capital_cents: bigint | null;
  in_liquidation: boolean;
  mandate_signed_on: string | null;
  has_mail: boolean;
  collector_ready: boolean;
}

const SELECT = `select c.*, exists (select from mail_account m where m.tenant_id = c.tenant_id and m.company_id = c.company_id) as has_mail,
  coalesce((select l.insurance is not null and l.declared_on is not null from collector l where l.tenant_id = c.tenant_id), false) as collector_ready
  from company c where c.tenant_id = $1`;

/** The companies of the tenant, oldest first. */
export async function listCompanyViews(tx: Tx): Promise<CompanyView[]> {
  const { rows } = await tx.query<CompanyRecord>(`${SELECT} order by c.created_at, c.company_id`, [tx.tenantId]);
  return rows.map(companyView);
}

export async function findCompanyView(tx: Tx, companyId: string): Promise<CompanyView | null> {
  const { rows } = await tx.query<CompanyRecord>(`${SELECT} and c.company_id = $2`, [tx.tenantId, companyId]);
  return rows[0] ? companyView(rows[0]) : null;
}

/** A company as the planner wants it. Null when unknown. */
export async function loadCompany(tx: Tx, companyId: string): Promise<CompanyFacts | null> {
  const { rows } = await tx.query<CompanyRecord>(`${SELECT} and c.company_id = $2`, [tx.tenantId, companyId]);
  const [row] = rows;
  if (!row) return null;
  return {
    companyId: row.company_id,
    name: row.name,
    legalForm: row.legal_form,
    legalId: row.legal_id,
    vat: row.vat,
    address: { lines: row.address_lines, postcode: row.postcode, city: row.city, country: row.country },
    email: row.email,
    phone: row.phone,
    iban: row.iban,
    bic: row.bic,
    creditorKind: row.creditor_kind,
    mode: row.mode,
    settings: { ...defaultSettings, ...row.settings },
    registration: {
      rcsCity: row.rcs_city,
      inNationalRegister: row.in_national_register,
      capitalCents: row.capital_cents === null ? null : Number(row.capital_cents),
      inLiquidation: row.in_liquidation,
    },
    collector: row.mandate_signed_on === null ? null : await findCollector(tx),
  };
}

/** Columns that a person may change, by their name in the view. */
const COLUMNS = {
  name: 'name',
  legalForm: 'legal_form',
  legalId: 'legal_id',
  vat: 'vat',
  addressLines: 'address_lines',
  postcode: 'postcode',
  city: 'city',
  country: 'country',
  email: 'email',
  phone: 'phone',
  iban: 'iban',
  bic: 'bic',
  rcsCity: 'rcs_city',
  inNationalRegister: 'in_national_register',
  capitalCents: 'capital_cents',
  inLiquidation: 'in_liquidation',
  mandateSignedOn: 'mandate_signed_on',
} as const;

type Loose<T> = { [K in keyof T]?: T[K] | undefined };
export type CompanyChange = Loose<Pick<CompanyView, keyof typeof COLUMNS>> & {
  settings?: Loose<CompanySettings> | undefined;
};

/** Writes the given fields and leaves the others. False when the company is unknown. */
export async function updateCompany(tx: Tx, companyId: string, change: CompanyChange): Promise<boolean> {
  const { settings, ...fields } = change;
  const names = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).filter((name) => fields[name] !== undefined);
  const sets = names.map((name, n) => `${COLUMNS[name]} = $${n + 4}`);
  const { rowCount } = await tx.query(
    `update company set ${[...sets, 'settings = settings || $3::jsonb'].join(', ')} where tenant_id = $1 and company_id = $2`,
    [tx.tenantId, companyId, JSON.stringify(settings ?? {}), ...names.map((name) => fields[name])],
  );
  return rowCount === 1;
}

export async function insertCompany(tx: Tx, companyId: string, name: string): Promise<void> {
  await tx.query('insert into company (tenant_id, company_id, name) values ($1, $2, $3)', [
    tx.tenantId,
    companyId,
    name,
  ]);
}

function companyView(row: CompanyRecord): CompanyView {
  return {
    companyId: row.company_id,
    name: row.name,
    legalForm: row.legal_form,
    legalId: row.legal_id,
    vat: row.vat,
    addressLines: row.address_lines,
    postcode: row.postcode,
    city: row.city,
    country: row.country,
    email: row.email,
    phone: row.phone,
    iban: row.iban,
    bic: row.bic,
    rcsCity: row.rcs_city,
    inNationalRegister: row.in_national_register,
    capitalCents: row.capital_cents === null ? null : Number(row.capital_cents),
    inLiquidation: row.in_liquidation,
    mandateSignedOn: row.mandate_signed_on,
    mode: row.mode,
    isDemo: row.is_demo,
    settings: { ...defaultSettings, ...row.settings },
    missingForLive: missingForLive(row),
  };
}

/**
 * What the law on business letters (R123-237 C. com.) or the sending itself would miss, in the words of the settings
 * page. An account to pay on is not asked: a creditor may be paid by cheque, and each invoice bears its own.
 */
function missingForLive(row: CompanyRecord): string[] {
  const missing: string[] = [];
  if (row.is_demo) missing.push('une vraie société : celle-ci est une démonstration');
  if (row.legal_id === null) missing.push('le numéro SIREN');
  if (row.address_lines.length === 0 || row.postcode === null || row.city === null) missing.push('l’adresse postale');
  if (!row.has_mail) missing.push('les réglages du courrier électronique');
  // Without them nothing may be collected for others (art. R124-2 CPCE).
  if (row.mandate_signed_on !== null && !row.collector_ready)
    missing.push('l’assurance du mandataire et sa déclaration au procureur');
  return missing;
}
