import type { IsoDate } from '@acquit/law';
import { retell, type Tx } from '../../store/index.ts';
import type { NewClaim } from './claims.ts';

/**
 * Sets credit notes against the invoices they name, when that invoice is the same debtor's and large enough; one that came
 * before its invoice does so when the invoice comes. A document does not say whether it corrects the price or makes a
 * later gesture: it is taken as a correction, which lowers the penalties and so claims the less. What names no known
 * invoice stays a credit of the debtor, netted in his messages. Gives how many invoices and credit notes it moved.
 */
export async function settleCredits(
  tx: Tx,
  stored: readonly NewClaim[],
  { importId, today }: { importId: string; today: IsoDate },
): Promise<number> {
  if (stored.length === 0) return 0;
  await rememberNamed(tx, stored);
  const caseIds = [...new Set(stored.map((one) => one.caseId))];
  if (!(await someWait(tx, caseIds))) return 0;
  const { rowCount } = await tx.query(
    `with waiting as (
       select c.claim_id as credit_id, c.case_id, c.open_cents as amount, coalesce(c.issued_on, $3::date) as on_day, c.corrects
         from claim c
        where c.tenant_id = $1 and c.case_id = any($2::uuid[]) and c.kind = 'credit-note' and c.corrects <> '{}'
          and c.status = 'open' and c.open_cents > 0),
     named as (
       select distinct on (w.credit_id) w.credit_id, w.amount, w.on_day, k.claim_id,
              k.open_cents + told_left(k.tenant_id, k.claim_id, w.on_day) as open_cents
         from waiting w
         join claim k on k.tenant_id = $1 and k.case_id = w.case_id and k.number = any(w.corrects) and k.kind <> 'credit-note'
                     and k.status in ('open', 'settled')
        where k.open_cents + told_left(k.tenant_id, k.claim_id, w.on_day) >= w.amount
        order by w.credit_id, k.due_on, k.claim_id),
     -- Two credits may name the same invoice: only what still fits is set, the rest waits as a credit.
     fitting as (select n.*, sum(n.amount) over (partition by n.claim_id order by n.credit_id) as running from named n),
     allocated as (
       insert into credit_allocation (tenant_id, credit_claim_id, claim_id, effective_on, effect, amount_cents, import_id)
       select $1, credit_id, claim_id, on_day, 'correction', amount, $4 from fitting where running <= open_cents
       on conflict do nothing
       returning credit_claim_id, claim_id, amount_cents),
     sums as (
       select id, sum(amount_cents) as cents from (
         select claim_id as id, amount_cents from allocated union all select credit_claim_id, amount_cents from allocated) both_sides
        group by id)
     update claim k
        set credited_cents = k.credited_cents + s.cents,
            status = case when k.amount_cents - k.received_cents - k.credited_cents - s.cents <= 0 then 'settled' else k.status end,
            settled_on = case when k.amount_cents - k.received_cents - k.credited_cents - s.cents <= 0 then coalesce(k.settled_on, $3::date) else k.settled_on end
       from sums s
      where k.tenant_id = $1 and k.claim_id = s.id`,
    [tx.tenantId, caseIds, today, importId],
  );
  if (rowCount) await retell(tx, caseIds);
  return rowCount ?? 0;
}

/** Whether any credit note of some cases names invoices and is not set yet: hardly ever, and asked for every file. */
async function someWait(tx: Tx, caseIds: readonly string[]): Promise<boolean> {
  const rows = await tx.arrays(
    `select 1 from claim where tenant_id = $1 and case_id = any($2::uuid[]) and kind = 'credit-note' and corrects <> '{}'
        and status = 'open' limit 1`,
    [tx.tenantId, caseIds],
  );
  return rows.length > 0;
}

/** Keeps the numbers of the invoices that new credit notes name. */
async function rememberNamed(tx: Tx, stored: readonly NewClaim[]): Promise<void> {
  const pairs = stored.flatMap(({ claimId, claim }) =>
    claim.kind === 'credit-note' ? claim.precedingInvoices.map((number) => ({ claimId, number })) : [],
  );
  if (pairs.length === 0) return;
  await tx.query(
    `update claim k set corrects = u.numbers
       from (select claim_id, array_agg(number) as numbers from unnest($2::uuid[], $3::text[]) as p (claim_id, number) group by 1) u
      where k.tenant_id = $1 and k.claim_id = u.claim_id`,
    [tx.tenantId, pairs.map((one) => one.claimId), pairs.map((one) => one.number)],
  );
}
