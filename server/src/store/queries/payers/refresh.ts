import { addDays, type Day, daysBetween, formatDay } from '@acquit/law';
import { type PaidInvoice, type PayerClass, payerScore } from '@acquit/recovery';
import { joinJson, jsonList } from '../../json-list.ts';
import type { Tx } from '../../store.ts';
import { loadPayers, type PayerRecord, YEAR_DAYS } from './load.ts';
import { keptInvoice } from './peers.ts';

/** A score that nothing touched is made again after so long: a year that turns changes it too. */
const KEPT_DAYS = 30;
/** Old scores made again in one night, at most: their cost must not grow with the book. */
const MOST_OLD = 2_000;

/** Says that facts of the customers of some cases changed: their scores are made again before the next pass. */
export async function markPayersStale(tx: Tx, caseIds: readonly string[]): Promise<void> {
  if (caseIds.length === 0) return;
  await tx.query(
    `insert into payer_stale (tenant_id, company_id, debtor_id)
     select tenant_id, company_id, debtor_id from collection_case where tenant_id = $1 and case_id = any($2::uuid[])
         on conflict do nothing`,
    [tx.tenantId, caseIds],
  );
}

/** Adds to the customers to look at again some of those whose score is a month old. Gives how many. */
export async function markOldPayers(tx: Tx, companyId: string, on: Day): Promise<number> {
  const { rowCount } = await tx.query(
    `insert into payer_stale (tenant_id, company_id, debtor_id)
     select tenant_id, company_id, debtor_id from payer_score
      where tenant_id = $1 and company_id = $2 and computed_on < $3 order by computed_on limit ${MOST_OLD}
         on conflict do nothing`,
    [tx.tenantId, companyId, formatDay(addDays(on, -KEPT_DAYS))],
  );
  return rowCount ?? 0;
}

/**
 * Makes again the scores of at most `limit` customers whose facts changed, in one batch of set-based statements; another
 * process takes others. Gives how many were taken: fewer than `limit` means that none is left.
 */
export async function refreshPayers(tx: Tx, companyId: string, on: Day, limit: number): Promise<number> {
  const taken = await tx.arrays<[string]>(
    `select debtor_id from payer_stale where tenant_id = $1 and company_id = $2 order by debtor_id limit $3 for update skip locked`,
    [tx.tenantId, companyId, limit],
  );
  const ids = taken.map(([debtorId]) => debtorId);
  await tx.query('delete from payer_stale where tenant_id = $1 and company_id = $2 and debtor_id = any($3::uuid[])', [
    tx.tenantId,
    companyId,
    ids,
  ]);
  if (ids.length > 0) await writeScores(tx, companyId, await loadPayers(tx, companyId, ids, on), on);
  return ids.length;
}

async function writeScores(tx: Tx, companyId: string, payers: readonly PayerRecord[], on: Day): Promise<void> {
  const scores = payers.map((one) => payerScore(one.invoices, one.events, one.standing, on, one.byHand));
  await tx.query(
    `insert into payer_score (tenant_id, debtor_id, company_id, payer_class, computed_class, by_hand, reasons, peer_group, invoices,
                              late_cent_days, computed_on)
     select $1, u.debtor_id, $2, u.payer_class, u.computed_class, u.by_hand, u.reasons::jsonb, u.peer_group, u.invoices::jsonb, u.late, $3
       from unnest($4::uuid[], $5::text[], $6::text[], $7::bool[], ${jsonList('$8')}, $9::text[], ${jsonList('$10')}, $11::int8[])
         as u(debtor_id, payer_class, computed_class, by_hand, reasons, peer_group, invoices, late)
     on conflict (tenant_id, debtor_id) do update
        set payer_class = excluded.payer_class, computed_class = excluded.computed_class, by_hand = excluded.by_hand,
            reasons = excluded.reasons, peer_group = excluded.peer_group, invoices = excluded.invoices,
            late_cent_days = excluded.late_cent_days, computed_on = excluded.computed_on`,
    [
      tx.tenantId,
      companyId,
      formatDay(on),
      payers.map((one) => one.debtorId),
      scores.map((one) => one.payerClass),
      scores.map((one) => one.computedClass),
      scores.map((one) => one.byHand),
      joinJson(scores.map((one) => JSON.stringify(one.reasons))),
      payers.map((one) => one.group),
      joinJson(payers.map((one) => JSON.stringify(one.invoices.map(keptInvoice)))),
      payers.map((one) => lateCentDays(one.invoices, on)),
    ],
  );
}

/** Cents owed late times their days over the last twelve months: what lateness costs, whatever the rate. */
function lateCentDays(invoices: readonly PaidInvoice[], on: Day): number {
  const start = addDays(on, -YEAR_DAYS);
  return invoices.reduce((sum, { dueOn, settledOn, amountCents }) => {
    const late = daysBetween(Math.max(dueOn, start) as Day, settledOn ?? on);
    return late > 0 ? sum + amountCents * late : sum;
  }, 0);
}

/** Sets a customer's class by hand, or takes what was said back (null); his score follows at once. */
export async function setPayerClass(tx: Tx, debtorId: string, payerClass: PayerClass | null): Promise<void> {
  await tx.query('update debtor set payer_class = $3 where tenant_id = $1 and debtor_id = $2', [
    tx.tenantId,
    debtorId,
    payerClass,
  ]);
}

/** Makes one customer's score again now. */
export async function refreshPayer(tx: Tx, companyId: string, debtorId: string, on: Day): Promise<void> {
  await writeScores(tx, companyId, await loadPayers(tx, companyId, [debtorId], on), on);
}
