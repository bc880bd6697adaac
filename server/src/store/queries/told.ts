import { randomUUIDv7 } from 'node:crypto';
import type { Tx } from '../store.ts';

/** How the stand-in of a claim has moved: what a list says was paid and no known payment explains. */
export interface Retold {
  claimId: string;
  caseId: string;
  /** The day it counts as received on. */
  on: string;
  beforeCents: number;
  afterCents: number;
}

interface ToldRow {
  claim_id: string;
  case_id: string;
  company_id: string;
  on_day: string;
  /** The stand-in as it is. */
  held: bigint;
  /** What payments and credit notes set against the claim leave unexplained, as far as the claim has room for it. */
  unexplained: bigint;
  /** Money of the customer that clears nothing yet and may be what the list meant, by what brought it. */
  unplaced: [id: string, cents: number][];
}

/**
 * Brings the stand-ins of some cases up to date: what lists say was paid of their claims by a day (`told_cents`,
 * `told_until`), less the payments and credit notes of that time that are known, and never more than the claim has room
 * for. Known is what is set against the claim, what a bank took back included, then what the customer has paid since the
 * invoice without its being set against anything. Whoever changes what clears the claims of a case calls it afterwards,
 * so that the result does not depend on which of the list, the bank and the accounts told of a payment first. Gives the
 * claims whose stand-in has moved.
 */
export async function retell(tx: Tx, caseIds: readonly string[]): Promise<Retold[]> {
  if (caseIds.length === 0) return [];
  const { rows } = await tx.query<ToldRow>(
    `select k.claim_id, k.case_id, k.company_id, k.told_on as on_day, h.held,
            case when k.told_until is null or k.status not in ('open', 'settled') then 0
                 else greatest(0, least(k.told_cents - e.cents, k.amount_cents - k.credited_cents - k.received_cents + h.held)) end as unexplained,
            u.items as unplaced
       from claim k
       cross join lateral (select told_left(k.tenant_id, k.claim_id, null) as held) h
       cross join lateral (
         select sum(cents)::int8 as cents from (
           select coalesce(sum(a.amount_cents), 0) as cents from receipt_allocation a
             join receipt r on r.tenant_id = a.tenant_id and r.receipt_id = a.receipt_id
            where a.tenant_id = k.tenant_id and a.claim_id = k.claim_id and r.origin <> 'list' and a.received_on <= k.told_until
           union all
           select coalesce(sum(amount_cents), 0) from settlement_difference
            where tenant_id = k.tenant_id and claim_id = k.claim_id and effective_on <= k.told_until
           union all
           select coalesce(sum(amount_cents), 0) from credit_allocation
            where tenant_id = k.tenant_id and claim_id = k.claim_id and effective_on <= k.told_until
           union all
           -- Money that the bank took back had come all the same, and the list may have been written in between.
           select coalesce(sum(p.amount_cents + p.difference_cents), 0) from bank_match_part p
             join bank_match m on m.tenant_id = p.tenant_id and m.match_id = p.match_id and m.state = 'applied'
             join receipt r on r.tenant_id = m.tenant_id and r.receipt_id = m.reverses_receipt_id
            where p.tenant_id = k.tenant_id and p.claim_id = k.claim_id and r.received_on <= k.told_until) told) e
       cross join lateral (
         select coalesce(jsonb_agg(jsonb_build_array(id, cents) order by on_day, id), '[]') as items from (
           select r.receipt_id as id, r.received_on as on_day, r.amount_cents - coalesce((select sum(a.amount_cents) from receipt_allocation a
                    where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id), 0) as cents from receipt r
            where r.tenant_id = k.tenant_id and r.case_id = k.case_id and r.cancelled_at is null and r.origin <> 'list'
              and r.received_on between coalesce(k.issued_on, '-infinity') and k.told_until
           union all
           select c.claim_id, c.issued_on, c.open_cents from claim c
            where c.tenant_id = k.tenant_id and c.case_id = k.case_id and c.kind = 'credit-note' and c.status = 'open'
              and c.issued_on between coalesce(k.issued_on, '-infinity') and k.told_until) free where cents > 0) u
      where k.tenant_id = $1 and k.claim_id in (
        select claim_id from claim where tenant_id = $1 and case_id = any($2::uuid[]) and told_cents > 0
        union
        select a.claim_id from receipt r join receipt_allocation a on a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
         where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.origin = 'list')
      order by k.case_id, k.due_key, k.claim_id for update of k`,
    [tx.tenantId, [...new Set(caseIds)]],
  );
  const wanted = explain(rows);
  const moved = rows.flatMap((row, index) =>
    wanted[index] === Number(row.held) ? [] : [{ ...row, wanted: wanted[index]! }],
  );
  if (moved.length > 0) await standFor(tx, moved);
  return moved.map((row) => ({
    claimId: row.claim_id,
    caseId: row.case_id,
    on: row.on_day,
    beforeCents: Number(row.held),
    afterCents: row.wanted,
  }));
}

/**
 * What stays unexplained of each claim once the customer's unplaced money is counted: first what is the very sum, then the
 * oldest claims first. Each sum explains once.
 */
function explain(rows: readonly ToldRow[]): number[] {
  const left = new Map(rows.flatMap((row) => row.unplaced));
  const wanted = rows.map((row) => Number(row.unexplained));
  const spend = (isFitting: (cents: number, needed: number) => boolean) => {
    rows.forEach(({ unplaced }, index) => {
      for (const [id] of unplaced) {
        const [cents, needed] = [left.get(id)!, wanted[index]!];
        if (cents === 0 || needed === 0 || !isFitting(cents, needed)) continue;
        const share = Math.min(cents, needed);
        left.set(id, cents - share);
        wanted[index] = needed - share;
      }
    });
  };
  spend((cents, needed) => cents === needed);
  spend(() => true);
  return wanted;
}

/** Writes stand-ins anew, and what their claims have received. */
async function standFor(tx: Tx, rows: readonly (ToldRow & { wanted: number })[]): Promise<void> {
  const claimIds = rows.map((row) => row.claim_id);
  await tx.query(
    `delete from receipt r using receipt_allocation a
      where a.tenant_id = $1 and a.claim_id = any($2::uuid[]) and r.tenant_id = $1 and r.receipt_id = a.receipt_id and r.origin = 'list'`,
    [tx.tenantId, claimIds],
  );
  await tx.query(
    `with stand as (
       select * from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::int8[], $8::int8[])
         as u (receipt_id, company_id, case_id, claim_id, on_day, held, wanted)),
     made as (
       insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, method, decided_by, entered_by, origin)
       select $1, receipt_id, company_id, case_id, on_day, wanted, 'other', 'ledger', 'system', 'list' from stand where wanted > 0
       returning receipt_id),
     parts as (
       insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents)
       select $1, receipt_id, claim_id, on_day, wanted from stand join made using (receipt_id))
     update claim k
        set received_cents = k.received_cents + s.wanted - s.held,
            status = case when k.status not in ('open', 'settled') then k.status
                          when k.amount_cents - k.credited_cents - k.received_cents - s.wanted + s.held <= 0 then 'settled' else 'open' end,
            settled_on = case when k.status not in ('open', 'settled') then k.settled_on
                              when k.amount_cents - k.credited_cents - k.received_cents - s.wanted + s.held <= 0 then coalesce(k.settled_on, s.on_day) end
       from stand s where k.tenant_id = $1 and k.claim_id = s.claim_id`,
    [
      tx.tenantId,
      rows.map(() => randomUUIDv7()),
      rows.map((row) => row.company_id),
      rows.map((row) => row.case_id),
      claimIds,
      rows.map((row) => row.on_day),
      rows.map((row) => row.held),
      rows.map((row) => row.wanted),
    ],
  );
}

/** Somebody knows better than the lists what was paid of some claims: their stand-ins go, and no list brings them back. */
export async function distrustLists(tx: Tx, claimIds: readonly string[]): Promise<Retold[]> {
  if (claimIds.length === 0) return [];
  const { rows } = await tx.query<{ case_id: string }>(
    `update claim set told_until = null where tenant_id = $1 and claim_id = any($2::uuid[]) and told_cents > 0 returning case_id`,
    [tx.tenantId, claimIds],
  );
  return retell(
    tx,
    rows.map((row) => row.case_id),
  );
}
