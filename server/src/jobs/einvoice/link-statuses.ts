import type { IsoDate } from '@acquit/law';
import { eInvoiceStatusName } from '@acquit/recovery';
import {
  applyStandings,
  type JournalEvent,
  type LinkedStatus,
  linkWaiting,
  numbersOf,
  releaseStatuses,
  someStatusWaits,
  type Tx,
  touchCases,
  withdrawStatuses,
} from '../../store/index.ts';
import { nowLinked } from './import-lifecycle.ts';

interface Order {
  actor: string;
  today: IsoDate;
}

/** Cases to touch and events to journal, for the caller to do at the end of his transaction. */
export interface Aftermath {
  caseIds: string[];
  events: JournalEvent[];
}

/**
 * Joins the statuses that arrived before their invoice to claims that have just been stored, and gives them effect. To
 * be called by every import that makes claims, before it touches their cases.
 */
export async function linkStatuses(tx: Tx, order: Order, claimIds: readonly string[]): Promise<Aftermath> {
  if (claimIds.length === 0 || !(await someStatusWaits(tx))) return { caseIds: [], events: [] };
  const linked: LinkedStatus[] = [];
  for (const [companyId, numbers] of await numbersOf(tx, claimIds))
    linked.push(...(await linkWaiting(tx, companyId, numbers)));
  return settleLinked(tx, order, linked);
}

/**
 * Joins everything that waits for a company's invoices, and touches their cases. A message and its invoice that come at
 * the very same moment do not see each other: the pass calls this first, so that nothing leaves in between.
 */
export async function linkAllWaiting(tx: Tx, order: Order, companyId: string): Promise<void> {
  const linked = await linkWaiting(tx, companyId, null);
  if (linked.length === 0) return;
  const { caseIds, events } = await settleLinked(tx, order, linked);
  await touchCases(tx, caseIds, order.today, events);
}

async function settleLinked(tx: Tx, order: Order, linked: readonly LinkedStatus[]): Promise<Aftermath> {
  await applyStandings(tx, [...new Set(linked.map((one) => one.claimId))]);
  return {
    caseIds: [...new Set(linked.map((one) => one.caseId))],
    events: linked.map((one) => nowLinked(order.actor, one)),
  };
}

/** Takes back the statuses that an import alone told: their claims stand again where the others leave them. */
export async function undoLifecycle(tx: Tx, order: Order, importId: string): Promise<Aftermath> {
  const gone = await withdrawStatuses(tx, importId);
  const claims = gone.flatMap(({ claimId, caseId, ...rest }) =>
    claimId === null || caseId === null ? [] : [{ claimId, caseId, ...rest }],
  );
  await applyStandings(tx, [...new Set(claims.map((one) => one.claimId))]);
  return {
    caseIds: [...new Set(claims.map((one) => one.caseId))],
    events: claims.map(({ claimId, caseId, invoiceNumber, code }) => ({
      actor: order.actor,
      action: 'einvoice.withdrawn',
      objectKind: 'claim',
      objectId: claimId,
      payload: { caseId, number: invoiceNumber, status: code, message: eInvoiceStatusName(code), importId },
    })),
  };
}

/** Before claims are deleted: their statuses wait again, and nothing points to these claims any more. */
export async function unlinkStatuses(tx: Tx, claimIds: readonly string[]): Promise<void> {
  if (claimIds.length > 0) await releaseStatuses(tx, claimIds);
}
