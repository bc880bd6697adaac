import { randomUUIDv7 } from 'node:crypto';
import { parseDay } from '@acquit/law';
import { type Allocation, allocateReceipt } from '@acquit/recovery';
import { insertReceipt, type JournalEvent, loadCases, lockOpenClaims, type Tx, touchCases } from '../store/index.ts';

/** Money that somebody tells of. Amounts in cents, days `YYYY-MM-DD`. */
export interface ReceiptOrder {
  companyId: string;
  caseId: string;
  receivedOn: string;
  amountCents: number;
  method: string;
  reference: string | null;
  /** The claims that the debtor named when paying, in his order. */
  claimIds: readonly string[];
  /** Takes those that are still open among them, instead of refusing. */
  whicheverOpen?: boolean;
  actor: string;
  origin?: 'manual' | 'card';
  today: string;
  /** What else the journal tells of it, in the same breath. */
  events?: readonly JournalEvent[];
}

export interface EnteredReceipt {
  receiptId: string;
  allocation: Allocation;
  /** Named claims that nothing could clear any more. */
  closedIds: string[];
}

/**
 * Records a receipt and what it clears by art. 1342-10 C. civ., in the caller's transaction, whose case is locked: the
 * claims that the debtor named, else the due ones, the oldest first. Refuses a named claim that is not open in the case.
 */
export async function enterReceipt(
  tx: Tx,
  order: ReceiptOrder,
): Promise<EnteredReceipt | { refused: 'ClaimNotInCase' }> {
  const { companyId, caseId, receivedOn, amountCents, method, reference, actor, today } = order;
  const open = new Set(await lockOpenClaims(tx, caseId));
  const closedIds = order.claimIds.filter((claimId) => !open.has(claimId));
  if (closedIds.length > 0 && order.whicheverOpen !== true) return { refused: 'ClaimNotInCase' };
  const [loaded] = await loadCases(tx, [caseId]);
  const claims = (loaded?.facts.claims ?? []).filter((claim) => open.has(claim.claimId));
  const chosen = order.claimIds.filter((claimId) => open.has(claimId));
  const on = parseDay(receivedOn);
  if (on === null) throw new Error(`« ${receivedOn} » is no day.`);
  const allocation = allocateReceipt(amountCents, claims, on, chosen);
  const receiptId = randomUUIDv7();
  const { decidedBy, parts } = allocation;
  await insertReceipt(tx, {
    receiptId,
    companyId,
    caseId,
    receivedOn,
    amountCents,
    method,
    reference,
    decidedBy,
    enteredBy: actor,
    allocations: parts,
    origin: order.origin ?? 'manual',
  });
  const payload = { caseId, receivedOn, amountCents, method, reference, decidedBy, parts };
  await touchCases(tx, [caseId], today, [
    { actor, action: 'receipt.entered', objectKind: 'receipt', objectId: receiptId, payload },
    ...(order.events ?? []),
  ]);
  return { receiptId, allocation, closedIds };
}
