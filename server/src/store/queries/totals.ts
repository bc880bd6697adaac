import type { TodayView } from '@acquit/recovery';
import type { Tx } from '../store.ts';

/** What the company is owed on a day, by its open claims (credit notes and factored invoices are not among them). */
export async function companyTotals(tx: Tx, companyId: string, on: string): Promise<TodayView['totals']> {
  const { rows } = await tx.query<{ open: bigint; overdue: bigint; claims: number; overdue_claims: number }>(
    `select coalesce(sum(open_cents), 0)::int8 as open, coalesce(sum(open_cents) filter (where due_on < $3), 0)::int8 as overdue,
            count(*)::int as claims, (count(*) filter (where due_on < $3))::int as overdue_claims
       from claim where tenant_id = $1 and company_id = $2 and status = 'open' and kind <> 'credit-note'`,
    [tx.tenantId, companyId, on],
  );
  const { rows: others } = await tx.query<{ debtors: number; received: bigint }>(
    `select (select count(*) from collection_case where tenant_id = $1 and company_id = $2 and open_claims > 0)::int as debtors,
            (select coalesce(sum(amount_cents), 0) from receipt
              where tenant_id = $1 and company_id = $2 and cancelled_at is null
                and received_on >= date_trunc('month', $3::date)::date and received_on <= $3)::int8 as received`,
    [tx.tenantId, companyId, on],
  );
  const [claims, rest] = [rows[0]!, others[0]!];
  return {
    openCents: Number(claims.open),
    overdueCents: Number(claims.overdue),
    openClaims: claims.claims,
    overdueClaims: claims.overdue_claims,
    debtors: rest.debtors,
    receivedThisMonthCents: Number(rest.received),
  };
}
