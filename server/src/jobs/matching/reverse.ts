import type { Proposal } from '@acquit/recovery';
import { cancelReceipts, clearClaims, freeLines, type JournalEvent, retell, type Tx } from '../../store/index.ts';
import type { Effects, MatchOrder, Settled } from './settle.ts';

/** Takes back the receipts that lines of money that left reverse; what they had cleared is kept with the match. */
export async function reverseReceipts(tx: Tx, order: MatchOrder, settled: readonly Settled[]): Promise<Effects> {
  if (settled.length === 0) return { caseIds: [], events: [] };
  await tx.query(
    `insert into bank_match_part (tenant_id, match_id, claim_id, amount_cents, difference_cents, difference_kind)
     select a.tenant_id, u.match_id, a.claim_id, a.amount_cents, coalesce(d.amount_cents, 0), d.kind
       from unnest($2::uuid[], $3::uuid[]) as u (match_id, receipt_id)
       join receipt_allocation a on a.tenant_id = $1 and a.receipt_id = u.receipt_id
       left join settlement_difference d on d.tenant_id = a.tenant_id and d.receipt_id = a.receipt_id and d.claim_id = a.claim_id
     on conflict (tenant_id, match_id, claim_id) do nothing`,
    [tx.tenantId, settled.map((one) => one.matchId), settled.map((one) => one.proposal.receiptId)],
  );
  const { caseIds } = await cancelReceipts(
    tx,
    settled.map((one) => one.proposal.receiptId!),
    settled.map((one) => one.line.rejectReason ?? one.line.label),
    { byBank: true },
  );
  return { caseIds, events: settled.map((one) => event(order, one, 'receipt.reversed')) };
}

/** Shows a receipt told by somebody else as the money of a line: nothing is received twice. */
export async function showReceipts(tx: Tx, order: MatchOrder, settled: readonly Settled[]): Promise<Effects> {
  if (settled.length === 0) return { caseIds: [], events: [] };
  await tx.query(
    `update receipt r set bank_line_id = u.line_id, match_id = u.match_id
       from unnest($2::uuid[], $3::uuid[], $4::uuid[]) as u (receipt_id, line_id, match_id)
      where r.tenant_id = $1 and r.receipt_id = u.receipt_id`,
    [
      tx.tenantId,
      settled.map((one) => one.proposal.receiptId),
      settled.map((one) => one.line.lineId),
      settled.map((one) => one.matchId),
    ],
  );
  return { caseIds: [], events: settled.map((one) => event(order, one, 'receipt.shown')) };
}

/** The receipts of lines that no longer show them stand as before, shown by no line. */
export async function hideReceipts(tx: Tx, receiptIds: readonly string[]): Promise<void> {
  await freeLines(tx, receiptIds);
}

/**
 * Brings back receipts that a reversal had taken, with what they had cleared as far as it is still open: what somebody
 * paid meanwhile stays to the debtor's credit.
 */
export async function restoreReceipts(tx: Tx, matchIds: readonly string[]): Promise<string[]> {
  const rows = await tx.arrays<[string, string, string, string | null, bigint | null, bigint | null, string | null]>(
    `with back as (
       update receipt r set cancelled_at = null, cancel_reason = null from bank_match m
        where m.tenant_id = $1 and m.match_id = any($2::uuid[]) and r.tenant_id = $1 and r.receipt_id = m.reverses_receipt_id and r.cancelled_at is not null
        returning r.receipt_id, r.case_id, r.received_on, m.match_id)
     select b.receipt_id, b.case_id, b.received_on, p.claim_id, least(p.amount_cents, k.open_cents),
            case when p.amount_cents + p.difference_cents <= k.open_cents then p.difference_cents else 0 end, p.difference_kind
       from back b left join bank_match_part p on p.tenant_id = $1 and p.match_id = b.match_id
       left join claim k on k.tenant_id = $1 and k.claim_id = p.claim_id`,
    [tx.tenantId, matchIds],
  );
  const parts = rows.flatMap(([receiptId, , receivedOn, claimId, cents, let_go, kind]) =>
    claimId === null
      ? []
      : [{ receiptId, receivedOn, claimId, amountCents: Number(cents), difference: Number(let_go), kind }],
  );
  await clearClaims(
    tx,
    parts.filter((one) => one.amountCents > 0),
    parts.filter((one) => one.difference > 0).map((one) => ({ ...one, amountCents: one.difference })),
  );
  const caseIds = [...new Set(rows.map(([, caseId]) => caseId))];
  await retell(tx, caseIds);
  return caseIds;
}

function event({ actor }: MatchOrder, { matchId, line, proposal }: Settled, action: string): JournalEvent {
  const { rule, confidence, reasons }: Proposal = proposal;
  return {
    actor,
    action,
    objectKind: 'receipt',
    objectId: proposal.receiptId!,
    payload: {
      lineId: line.lineId,
      matchId,
      bookedOn: line.bookedOn,
      amountCents: line.amountCents,
      rule,
      confidence,
      reasons,
    },
  };
}
