import type { Provider, ProviderAccountView, Service } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

export interface ProviderAccountRow {
  service: Service;
  provider: Provider;
  settings: Record<string, string>;
  secretsSealed: Buffer;
  unitPriceCents: number | null;
  monthlyLimit: number | null;
}

const COLUMNS = `service, provider, settings, secrets_sealed as "secretsSealed", unit_price_cents as "unitPriceCents", monthly_limit as "monthlyLimit"`;

/** A company's account for one service, with its secrets sealed; null when there is none. */
export async function findProviderAccount(
  tx: Tx,
  companyId: string,
  service: Service,
): Promise<ProviderAccountRow | null> {
  const { rows } = await tx.query<ProviderAccountRow>(
    `select ${COLUMNS} from provider_account where tenant_id = $1 and company_id = $2 and service = $3`,
    [tx.tenantId, companyId, service],
  );
  return rows[0] ?? null;
}

export async function saveProviderAccount(tx: Tx, companyId: string, row: ProviderAccountRow): Promise<void> {
  await tx.query(
    `insert into provider_account (tenant_id, company_id, service, provider, settings, secrets_sealed, unit_price_cents, monthly_limit)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (tenant_id, company_id, service) do update
        set provider = excluded.provider, settings = excluded.settings, secrets_sealed = excluded.secrets_sealed,
            unit_price_cents = excluded.unit_price_cents, monthly_limit = excluded.monthly_limit, updated_at = now()`,
    [
      tx.tenantId,
      companyId,
      row.service,
      row.provider,
      row.settings,
      row.secretsSealed,
      row.unitPriceCents,
      row.monthlyLimit,
    ],
  );
}

/** Takes an account away; false when there was none. What it carried stays on record and is asked of nobody. */
export async function removeProviderAccount(tx: Tx, companyId: string, service: Service): Promise<boolean> {
  const { rows } = await tx.query(
    'delete from provider_account where tenant_id = $1 and company_id = $2 and service = $3 returning service',
    [tx.tenantId, companyId, service],
  );
  return rows.length > 0;
}

/** Sendings of a service that were bought, or may have been, since a day; those that left on its first included. */
export async function boughtSince(tx: Tx, companyId: string, service: Service, since: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from dispatch
      where tenant_id = $1 and company_id = $2 and via is not null and channel = $3 and electronic = $4
        and handed_at >= ($5::date)::timestamp at time zone 'Europe/Paris'`,
    [tx.tenantId, companyId, service === 'electronic' ? 'registered' : service, service === 'electronic', since],
  );
  return rows[0]?.count ?? 0;
}

/** A company's accounts as its settings show them: no secret, and how much of the month is used. */
export async function listProviderAccounts(
  tx: Tx,
  companyId: string,
  monthStart: string,
): Promise<ProviderAccountView[]> {
  const { rows } = await tx.query<ProviderAccountRow>(
    `select ${COLUMNS} from provider_account where tenant_id = $1 and company_id = $2 order by service`,
    [tx.tenantId, companyId],
  );
  return Promise.all(
    rows.map(async ({ secretsSealed: _, ...row }) => ({
      ...row,
      usedThisMonth: await boughtSince(tx, companyId, row.service, monthStart),
    })),
  );
}
