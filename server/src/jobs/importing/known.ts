import type { KnownClaim, KnownCredit, KnownReceipt } from '@acquit/recovery';
import { MONEY_CAME, type Tx } from '../../store/index.ts';

interface ClaimRow {
  claim_id: string;
  case_id: string;
  number: string;
  kind: KnownClaim['kind'];
  issued_on: string | null;
  due_on: string | null;
  due_on_source: KnownClaim['dueOnSource'];
  total_cents: bigint;
  amount_cents: bigint;
  received_cents: bigint;
  credited_cents: bigint;
  status: KnownClaim['status'];
  order_reference: string | null;
  has_document: boolean;
  undone: boolean;
  listed_on: string | null;
  told_cents: bigint;
  told_until: string | null;
  stand_in: bigint;
  absence: KnownClaim['absence'];
}

/** Whether a company has any claim: a first file, often its largest, has nothing to be compared with. */
export async function hasClaims(tx: Tx, companyId: string): Promise<boolean> {
  const rows = await tx.arrays('select 1 from claim where tenant_id = $1 and company_id = $2 limit 1', [
    tx.tenantId,
    companyId,
  ]);
  return rows.length > 0;
}

/**
 * The claims of a company that a file may tell of: those of some cases, those with some numbers, and with `openSince` the
 * open ones issued from that day on, which a complete list must hold (null: whatever their day).
 */
export async function knownClaims(
  tx: Tx,
  companyId: string,
  wanted: { caseIds: readonly string[]; numbers: readonly string[]; openSince?: string | null },
): Promise<KnownClaim[]> {
  const { rows } = await tx.query<ClaimRow>(
    `with wanted as (
       select claim_id from claim where tenant_id = $1 and case_id = any($3::uuid[])
       union
       select claim_id from claim where tenant_id = $1 and company_id = $2 and number = any($4::text[])
       ${
         wanted.openSince === undefined
           ? ''
           : `union
       select claim_id from claim where tenant_id = $1 and company_id = $2 and status = 'open' and kind <> 'credit-note'
          and issued_on >= coalesce($5::date, '-infinity')`
       })
     select k.claim_id, k.case_id, k.number, k.kind, k.issued_on, k.due_on, k.due_on_source, k.total_cents, k.amount_cents,
            k.received_cents, k.credited_cents, k.status, k.order_reference, k.document_sha256 is not null as has_document,
            k.listed_on, k.told_cents, k.told_until,
            case when k.told_cents > 0 then told_left(k.tenant_id, k.claim_id, null) else 0 end as stand_in,
            k.status = 'cancelled' and i.status is not distinct from 'undone' as undone,
            coalesce((select case when h.ended_at is null then 'held' when h.ended_by like 'user:%' then 'refused' else 'none' end
                        from claim_hold h where h.tenant_id = $1 and h.case_id = k.case_id and h.claim_id = k.claim_id
                         and h.kind = 'absent-from-ledger'
                       order by h.created_at desc, h.ended_at desc nulls first limit 1), 'none') as absence
       from wanted w join claim k on k.tenant_id = $1 and k.claim_id = w.claim_id
       left join import_job i on i.tenant_id = $1 and i.import_id = k.import_id
      order by k.created_at, k.claim_id`,
    [
      tx.tenantId,
      companyId,
      wanted.caseIds,
      wanted.numbers,
      ...(wanted.openSince === undefined ? [] : [wanted.openSince]),
    ],
  );
  return rows.map((row) => ({
    claimId: row.claim_id,
    caseId: row.case_id,
    number: row.number,
    kind: row.kind,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    dueOnSource: row.due_on_source,
    totalCents: Number(row.total_cents),
    amountCents: Number(row.amount_cents),
    receivedCents: Number(row.received_cents),
    creditedCents: Number(row.credited_cents),
    status: row.status,
    orderReference: row.order_reference,
    hasDocument: row.has_document,
    undone: row.undone,
    listedOn: row.listed_on,
    toldCents: Number(row.told_cents),
    toldUntil: row.told_until,
    standInCents: Number(row.stand_in),
    absence: row.absence,
  }));
}

/**
 * The money of some cases, in the order of its days, with what the bank has taken back since; what only lists tell is
 * with the claims.
 */
export async function knownReceipts(tx: Tx, caseIds: readonly string[]): Promise<KnownReceipt[]> {
  const { rows } = await tx.query<{
    receipt_id: string;
    case_id: string;
    received_on: string;
    amount_cents: bigint;
    origin: KnownReceipt['origin'];
    ledger_key: string | null;
    is_reversed: boolean;
  }>(
    `select receipt_id, case_id, received_on, amount_cents, origin, ledger_key, cancelled_at is not null as is_reversed from receipt r
      where tenant_id = $1 and case_id = any($2::uuid[]) and origin <> 'list' and ${MONEY_CAME}
      order by received_on, receipt_id`,
    [tx.tenantId, caseIds],
  );
  if (rows.length === 0) return [];
  const parts = new Map<string, KnownReceipt['parts']>();
  for (const [receiptId, claimId, cents] of await tx.arrays<[string, string, bigint]>(
    `select a.receipt_id, a.claim_id, a.amount_cents
       from receipt r join receipt_allocation a on a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
      where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.cancelled_at is null and r.origin <> 'list'
     union all
     -- What was taken back keeps what it had cleared with the match of its reject.
     select r.receipt_id, p.claim_id, p.amount_cents
       from receipt r join bank_match m on m.tenant_id = r.tenant_id and m.reverses_receipt_id = r.receipt_id and m.state = 'applied'
       join bank_match_part p on p.tenant_id = m.tenant_id and p.match_id = m.match_id
      where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.cancelled_at is not null`,
    [tx.tenantId, caseIds],
  )) {
    const part = { claimId, amountCents: Number(cents) };
    const list = parts.get(receiptId);
    if (list) list.push(part);
    else parts.set(receiptId, [part]);
  }
  return rows.map((row) => ({
    receiptId: row.receipt_id,
    caseId: row.case_id,
    on: row.received_on,
    amountCents: Number(row.amount_cents),
    origin: row.origin,
    ledgerKey: row.ledger_key,
    isReversed: row.is_reversed,
    parts: parts.get(row.receipt_id) ?? [],
  }));
}

/** Which credit notes of some cases are set against which claims. */
export async function knownCredits(tx: Tx, caseIds: readonly string[]): Promise<KnownCredit[]> {
  const rows = await tx.arrays<[string, string]>(
    `select a.credit_claim_id, a.claim_id
       from claim k join credit_allocation a on a.tenant_id = k.tenant_id and a.claim_id = k.claim_id
      where k.tenant_id = $1 and k.case_id = any($2::uuid[]) and k.credited_cents > 0`,
    [tx.tenantId, caseIds],
  );
  return rows.map(([creditId, claimId]) => ({ creditId, claimId }));
}
