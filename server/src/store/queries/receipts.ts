import type { Page, ReceiptView } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';
import { distrustLists, retell } from './told.ts';

interface Row {
  receipt_id: string;
  case_id: string;
  debtor_name: string;
  received_on: string;
  amount_cents: bigint;
  method: string;
  reference: string | null;
  allocations: ReceiptView['allocations'];
  decided_by: string;
  cancelled_at: string | null;
}

const SELECT = `select r.receipt_id, r.case_id, d.name as debtor_name, r.received_on, r.amount_cents, r.method, r.reference, r.decided_by, r.cancelled_at,
    (select coalesce(json_agg(json_build_object('claimId', a.claim_id, 'number', k.number, 'amountCents', a.amount_cents) order by k.due_on, k.number), '[]')
       from receipt_allocation a join claim k on k.tenant_id = a.tenant_id and k.claim_id = a.claim_id
      where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id) as allocations
  from receipt r join collection_case c on c.tenant_id = r.tenant_id and c.case_id = r.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id where r.tenant_id = $1`;

/** SQL: whether the money of a receipt `r` came, taken back by the bank since or not; one taken back here never came. */
export const MONEY_CAME = `(r.cancelled_at is null or exists (select from bank_match m
  where m.tenant_id = r.tenant_id and m.reverses_receipt_id = r.receipt_id and m.state = 'applied'))`;

/** One page of a company's receipts, latest first. */
export async function listReceipts(tx: Tx, companyId: string, cursor: string | undefined): Promise<Page<ReceiptView>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isDayText(key[0]) && isUuidText(key[1]);
  const { rows } = await tx.query<Row>(
    `${SELECT} and r.company_id = $2 ${valid ? 'and (r.received_on, r.receipt_id) < ($3::date, $4::uuid)' : ''}
      order by r.received_on desc, r.receipt_id desc limit ${PAGE_SIZE + 1}`,
    valid ? [tx.tenantId, companyId, key[0], key[1]] : [tx.tenantId, companyId],
  );
  return pageOf(rows, receiptView, (row) => [row.received_on, row.receipt_id]);
}

/** The receipts of a case, latest first, at most `limit`. */
export async function receiptsOfCase(tx: Tx, caseId: string, limit: number): Promise<ReceiptView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and r.case_id = $2 order by r.received_on desc, r.receipt_id desc limit $3`,
    [tx.tenantId, caseId, limit],
  );
  return rows.map(receiptView);
}

export async function findReceipt(tx: Tx, receiptId: string): Promise<ReceiptView | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and r.receipt_id = $2`, [tx.tenantId, receiptId]);
  return rows[0] ? receiptView(rows[0]) : null;
}

export interface NewReceipt {
  receiptId: string;
  companyId: string;
  caseId: string;
  receivedOn: string;
  amountCents: number;
  method: string;
  reference: string | null;
  decidedBy: string;
  enteredBy: string;
  allocations: readonly { claimId: string; amountCents: number }[];
  /** Who told of this money; a person when absent. What came by card is shown by no bank line: it arrives among others, net of fees. */
  origin?: 'manual' | 'bank' | 'ledger' | 'card';
  bankLineId?: string | null;
  matchId?: string | null;
  importId?: string | null;
  ledgerKey?: string | null;
  /** What the creditor lets go on a claim that the receipt pays short by little. */
  differences?: readonly { claimId: string; amountCents: number; kind: 'bank-fee' | 'tolerance' }[];
}

/** Records money received and what it clears; a claim cleared to the cent is settled. */
export function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<void> {
  return insertReceipts(tx, [receipt]);
}

/** Records many receipts at once, each with what it clears and what is let go; three statements however many. */
export async function insertReceipts(tx: Tx, receipts: readonly NewReceipt[]): Promise<void> {
  if (receipts.length === 0) return;
  const column = <K extends keyof NewReceipt>(key: K) => receipts.map((one) => one[key] ?? null);
  await tx.query(
    `insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, method, reference, decided_by, entered_by,
                          origin, bank_line_id, match_id, import_id, ledger_key)
     select $1, u.* from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::date[], $6::int8[], $7::text[], $8::text[], $9::text[], $10::text[],
                                $11::text[], $12::uuid[], $13::uuid[], $14::uuid[], $15::text[]) as u`,
    [
      tx.tenantId,
      column('receiptId'),
      column('companyId'),
      column('caseId'),
      column('receivedOn'),
      column('amountCents'),
      column('method'),
      column('reference'),
      column('decidedBy'),
      column('enteredBy'),
      receipts.map((one) => one.origin ?? 'manual'),
      column('bankLineId'),
      column('matchId'),
      column('importId'),
      column('ledgerKey'),
    ],
  );
  const kept = (list: 'allocations' | 'differences') =>
    receipts.flatMap(({ receiptId, receivedOn, [list]: parts }) =>
      (parts ?? [])
        .filter((part) => part.amountCents > 0)
        .map((part) => ({ receiptId, receivedOn, kind: null, ...part })),
    );
  await clearClaims(tx, kept('allocations'), kept('differences'));
  await retell(
    tx,
    receipts.map((one) => one.caseId),
  );
}

interface Clearing {
  receiptId: string;
  receivedOn: string;
  claimId: string;
  amountCents: number;
  kind: string | null;
}

/**
 * Writes what receipts clear and let go, and brings their claims up to date. A claim may be given what only a list said
 * was paid of it: the caller then makes that give way (`retell`).
 */
export async function clearClaims(
  tx: Tx,
  allocations: readonly Clearing[],
  differences: readonly Clearing[],
): Promise<void> {
  if (allocations.length + differences.length === 0) return;
  const columns = (list: readonly Clearing[]) => [
    list.map((one) => one.receiptId),
    list.map((one) => one.claimId),
    list.map((one) => one.receivedOn),
    list.map((one) => one.amountCents),
  ];
  await tx.query(
    `with cleared as (
       insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents)
       select $1, u.* from unnest($2::uuid[], $3::uuid[], $4::date[], $5::int8[]) as u
       returning claim_id, received_on, amount_cents),
     let_go as (
       insert into settlement_difference (tenant_id, receipt_id, claim_id, effective_on, amount_cents, kind)
       select $1, u.* from unnest($6::uuid[], $7::uuid[], $8::date[], $9::int8[], $10::text[]) as u
       returning claim_id, effective_on, amount_cents),
     sums as (
       select claim_id, max(on_day) as on_day, sum(received)::int8 as received, sum(credited)::int8 as credited
         from (select claim_id, received_on, amount_cents, 0 from cleared
               union all select claim_id, effective_on, 0, amount_cents from let_go) as moved (claim_id, on_day, received, credited)
        group by claim_id)
     update claim k
        set received_cents = k.received_cents + s.received,
            credited_cents = k.credited_cents + s.credited,
            status = case when k.amount_cents - k.received_cents - k.credited_cents - s.received - s.credited <= 0 and k.status = 'open' then 'settled' else k.status end,
            settled_on = case when k.amount_cents - k.received_cents - k.credited_cents - s.received - s.credited <= 0 then s.on_day else k.settled_on end
       from sums s
      where k.tenant_id = $1 and k.claim_id = s.claim_id`,
    [tx.tenantId, ...columns(allocations), ...columns(differences), differences.map((one) => one.kind)],
  );
}

/** What cancelling receipts touched: their cases, and the lines of money they were linked to, which wait again. */
export interface Cancelled {
  receiptIds: string[];
  caseIds: string[];
  freedLineIds: string[];
}

/**
 * Takes receipts back as if they had never come: their claims owe again, what was let go is owed again, and those they
 * had settled are open again. The rows stay, marked with the reason: one for all, or one each. A receipt of the accounting
 * file or of a person that a bank line showed frees that line, unless the bank itself took the money back (`byBank`): that
 * line has told what it had to tell. Of one that only a list told, the lists are no longer believed. Those cancelled
 * already are left out. Ends with no `touchCases`: the caller does.
 */
export async function cancelReceipts(
  tx: Tx,
  receiptIds: readonly string[],
  reason: string | null | readonly string[],
  { byBank = false } = {},
): Promise<Cancelled> {
  const { rows } = await tx.query<{ receipt_id: string; case_id: string; bank_line_id: string | null; origin: string }>(
    `update receipt r set cancelled_at = now(), cancel_reason = u.reason
       from unnest($2::uuid[], $3::text[]) as u (receipt_id, reason)
      where r.tenant_id = $1 and r.receipt_id = u.receipt_id and r.cancelled_at is null
      returning r.receipt_id, r.case_id, r.bank_line_id, r.origin`,
    [tx.tenantId, receiptIds, receiptIds.map((_, n) => (Array.isArray(reason) ? reason[n] : reason))],
  );
  const cancelled = rows.map((row) => row.receipt_id);
  if (cancelled.length === 0) return { receiptIds: [], caseIds: [], freedLineIds: [] };
  const { rows: cleared } = await tx.query<{ claim_id: string }>(
    `with undone as (delete from receipt_allocation where tenant_id = $1 and receipt_id = any($2::uuid[]) returning claim_id, amount_cents),
     owed as (delete from settlement_difference where tenant_id = $1 and receipt_id = any($2::uuid[]) returning claim_id, amount_cents),
     sums as (
       select claim_id, sum(received)::int8 as received, sum(credited)::int8 as credited
         from (select claim_id, amount_cents, 0 from undone union all select claim_id, 0, amount_cents from owed) as moved (claim_id, received, credited)
        group by claim_id)
     update claim k
        set received_cents = k.received_cents - s.received,
            credited_cents = k.credited_cents - s.credited,
            status = case when k.status = 'settled' and k.amount_cents - k.credited_cents - k.received_cents + s.received + s.credited > 0 then 'open' else k.status end,
            settled_on = case when k.status = 'settled' and k.amount_cents - k.credited_cents - k.received_cents + s.received + s.credited > 0 then null else k.settled_on end
       from sums s where k.tenant_id = $1 and k.claim_id = s.claim_id returning k.claim_id`,
    [tx.tenantId, cancelled],
  );
  const caseIds = [...new Set(rows.map((row) => row.case_id))].sort();
  if (rows.some((row) => row.origin === 'list'))
    await distrustLists(
      tx,
      cleared.map((row) => row.claim_id),
    );
  else await retell(tx, caseIds);
  const shown = byBank ? [] : rows.filter((row) => row.bank_line_id !== null && row.origin !== 'bank');
  await freeLines(
    tx,
    shown.map((row) => row.receipt_id),
  );
  return {
    receiptIds: cancelled,
    caseIds,
    freedLineIds: shown.map((row) => row.bank_line_id!),
  };
}

/** Bank lines that showed receipts told by somebody else wait for a decision again. */
export async function freeLines(tx: Tx, receiptIds: readonly string[]): Promise<void> {
  if (receiptIds.length === 0) return;
  await tx.query(
    `with shown as (
       update receipt r set bank_line_id = null, match_id = null from receipt before
        where r.tenant_id = $1 and r.receipt_id = any($2::uuid[]) and before.tenant_id = r.tenant_id and before.receipt_id = r.receipt_id
        returning before.bank_line_id, before.match_id),
     undone as (
       update bank_match m set state = 'undone', decided_at = now() from shown s
        where m.tenant_id = $1 and m.match_id = s.match_id and m.state = 'applied')
     update bank_line l set state = 'to-match' from shown s where l.tenant_id = $1 and l.line_id = s.bank_line_id`,
    [tx.tenantId, receiptIds],
  );
}

/** The match of a bank line that made a receipt; null when a person or the accounting file did. */
export async function matchOfReceipt(tx: Tx, receiptId: string): Promise<string | null> {
  const [row] = await tx.arrays<[string | null]>(
    `select match_id from receipt where tenant_id = $1 and receipt_id = $2 and origin = 'bank'`,
    [tx.tenantId, receiptId],
  );
  return row?.[0] ?? null;
}

/** Takes one receipt back; false when it was cancelled already. */
export async function cancelReceipt(
  tx: Tx,
  receiptId: string,
  reason: string | null | readonly string[] = null,
): Promise<boolean> {
  const { receiptIds } = await cancelReceipts(tx, [receiptId], reason);
  return receiptIds.length === 1;
}

function receiptView(row: Row): ReceiptView {
  const amountCents = Number(row.amount_cents);
  const allocated = row.allocations.reduce((sum, one) => sum + one.amountCents, 0);
  return {
    receiptId: row.receipt_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    receivedOn: row.received_on,
    amountCents,
    method: row.method,
    reference: row.reference,
    allocations: row.allocations,
    unallocatedCents: row.cancelled_at === null ? amountCents - allocated : 0,
    decidedBy: row.decided_by,
    cancelledAt: row.cancelled_at,
  };
}
