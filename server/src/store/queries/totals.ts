import type { TodayView } from '@acquit/recovery';
import type { Tx } from '../store.ts';

/** What the company is owed on a day, by its open claims (credit notes and factored invoices are not among them). */
export async function companyTotals(tx: Tx, companyId: string, on: string): Promise<TodayView['totals']> {
  const { rows } = await tx.query<{
    open: bigint;
    overdue: bigint;
    claims: number;
    overdue_claims: number;
    debtors: number;
    received: bigint;
  }>(
    `select t.*,
            (select coalesce(sum(owing), 0) from case_total where tenant_id = $1 and company_id = $2)::int as debtors,
            (select coalesce(sum(amount_cents), 0) from receipt
              where tenant_id = $1 and company_id = $2 and cancelled_at is null
                and received_on >= date_trunc('month', $3::date)::date and received_on <= $3)::int8 as received
       from (select coalesce(sum(open_cents), 0)::int8 as open, coalesce(sum(open_cents) filter (where due_on < $3::date), 0)::int8 as overdue,
                    coalesce(sum(claims), 0)::int as claims, coalesce(sum(claims) filter (where due_on < $3::date), 0)::int as overdue_claims
               from due_total where tenant_id = $1 and company_id = $2 and ledger_state = 'open') t`,
    [tx.tenantId, companyId, on],
  );
  const [row] = rows;
  if (!row) throw new Error('Sums always give a row.');
  return {
    openCents: Number(row.open),
    overdueCents: Number(row.overdue),
    openClaims: row.claims,
    overdueClaims: row.overdue_claims,
    debtors: row.debtors,
    receivedThisMonthCents: Number(row.received),
  };
}

/** What is kept as sums: by what, and of what; sums stay what they are, reading them becomes cheaper. */
const KEPT_SUMS = [
  ['due_total', 'due_on, ledger_state, amount_band', ['amount_cents', 'open_cents', 'claims']],
  ['case_total', 'acts_on, scenario, next_step', ['cases', 'owing', 'owed_cents']],
] as const;

/** Folds the rows of each table of sums into one per company and key. */
export async function foldTotals(tx: Tx): Promise<void> {
  // Two folders at once would each add the sum of what both took away.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${tx.tenantId} totals`]);
  for (const [table, keys, sums] of KEPT_SUMS)
    await tx.query(
      `with taken as (delete from ${table} where tenant_id = $1 returning company_id, ${keys}, ${sums.join(', ')})
       insert into ${table} (tenant_id, company_id, ${keys}, ${sums.join(', ')})
       select $1, company_id, ${keys}, ${sums.map((one) => `sum(${one})`).join(', ')} from taken
        group by company_id, ${keys}
       having ${sums.map((one) => `sum(${one}) <> 0`).join(' or ')}`,
      [tx.tenantId],
    );
}
