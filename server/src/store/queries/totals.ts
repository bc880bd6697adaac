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
            (select count(*) from collection_case where tenant_id = $1 and company_id = $2 and open_claims > 0)::int as debtors,
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

/** Folds the rows of `due_total` into one per due date, state and band of amounts; sums stay what they are, reading them becomes cheaper. */
export async function foldTotals(tx: Tx): Promise<void> {
  // Two folders at once would each add the sum of what both took away.
  await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`${tx.tenantId} totals`]);
  await tx.query(
    `with taken as (delete from due_total where tenant_id = $1 returning company_id, due_on, ledger_state, amount_band, amount_cents, open_cents, claims)
     insert into due_total (tenant_id, company_id, due_on, ledger_state, amount_band, amount_cents, open_cents, claims)
     select $1, company_id, due_on, ledger_state, amount_band, sum(amount_cents), sum(open_cents), sum(claims) from taken
      group by company_id, due_on, ledger_state, amount_band
     having sum(claims) <> 0 or sum(open_cents) <> 0 or sum(amount_cents) <> 0`,
    [tx.tenantId],
  );
}
