import type { Page, ReceiptView } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';

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
}

/** Records money received and what it clears; a claim cleared to the cent is settled. */
export async function insertReceipt(tx: Tx, receipt: NewReceipt): Promise<void> {
  await tx.query(
    `insert into receipt (tenant_id, receipt_id, company_id, case_id, received_on, amount_cents, method, reference, decided_by, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      receipt.receiptId,
      receipt.companyId,
      receipt.caseId,
      receipt.receivedOn,
      receipt.amountCents,
      receipt.method,
      receipt.reference,
      receipt.decidedBy,
      receipt.enteredBy,
    ],
  );
  const [claimIds, cents] = [
    receipt.allocations.map((one) => one.claimId),
    receipt.allocations.map((one) => one.amountCents),
  ];
  await tx.query(
    `insert into receipt_allocation (tenant_id, receipt_id, claim_id, received_on, amount_cents)
     select $1, $2, u.claim_id, $3, u.cents from unnest($4::uuid[], $5::int8[]) as u(claim_id, cents)`,
    [tx.tenantId, receipt.receiptId, receipt.receivedOn, claimIds, cents],
  );
  await tx.query(
    `update claim k set received_cents = k.received_cents + u.cents,
            status = case when k.amount_cents - k.received_cents - k.credited_cents - u.cents <= 0 then 'settled' else k.status end,
            settled_on = case when k.amount_cents - k.received_cents - k.credited_cents - u.cents <= 0 then $2::date else k.settled_on end
       from unnest($3::uuid[], $4::int8[]) as u(claim_id, cents)
      where k.tenant_id = $1 and k.claim_id = u.claim_id`,
    [tx.tenantId, receipt.receivedOn, claimIds, cents],
  );
}

/**
 * Takes a receipt back as if it had never come: its claims owe again and those it had settled are open again. The row
 * stays, marked. False when it was cancelled already.
 */
export async function cancelReceipt(tx: Tx, receiptId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update receipt set cancelled_at = now() where tenant_id = $1 and receipt_id = $2 and cancelled_at is null`,
    [tx.tenantId, receiptId],
  );
  if (rowCount === 0) return false;
  await tx.query(
    `with undone as (delete from receipt_allocation where tenant_id = $1 and receipt_id = $2 returning claim_id, amount_cents)
     update claim k set received_cents = k.received_cents - u.amount_cents,
            status = case when k.status = 'settled' and k.amount_cents - k.credited_cents - k.received_cents + u.amount_cents > 0 then 'open' else k.status end,
            settled_on = case when k.status = 'settled' and k.amount_cents - k.credited_cents - k.received_cents + u.amount_cents > 0 then null else k.settled_on end
       from undone u where k.tenant_id = $1 and k.claim_id = u.claim_id`,
    [tx.tenantId, receiptId],
  );
  return true;
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
