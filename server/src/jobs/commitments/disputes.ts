import { randomUUIDv7 } from 'node:crypto';
import { day } from '@acquit/law';
import {
  type DisputedClaim,
  type DisputeOutcome,
  type DisputeReason,
  type DisputeView,
  disputeRefusal,
  fr,
  refused,
} from '@acquit/recovery';
import {
  appendJournal,
  attachToDispute,
  changeDispute,
  disputableClaims,
  findDispute,
  insertDispute,
  lockOpenClaims,
  settleDispute,
  settleStatuses,
  type Tx,
  touchCases,
  withdrawActions,
} from '../../store/index.ts';
import { type By, type Done, dayOf, isRefused, lockCase } from './shared.ts';

/** A dispute as somebody reports it. Days are `YYYY-MM-DD`. */
export interface DisputeOrder {
  caseId: string;
  claims: readonly DisputedClaim[];
  reason: DisputeReason;
  details: string | null;
  openedOn?: string | undefined;
  /** Who is to answer; a person of ours. Null: nobody yet, what a debtor says on his own page names none. */
  owner: string | null;
  deadlineOn: string;
  origin?: 'user' | 'reply' | 'page' | 'e-invoice' | undefined;
  causeId?: string | undefined;
}

/**
 * Opens a dispute: what it contests is asked of nobody, and what was prepared and has not left is taken back. A claim
 * that its e-invoice already said to be contested is taken over: what the platform told holds it no more, the dispute
 * does, so that it is frozen once. Refuses what `disputeRefusal` does, `NotFound`, `CaseClosed`, `DeadlineInThePast`,
 * `DisputeMadeLater` and `OwnerMissing`.
 */
export async function openDispute(tx: Tx, order: DisputeOrder, by: By): Promise<Done<{ dispute: DisputeView }>> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const deadlineOn = dayOf(order.deadlineOn);
  const openedOn = dayOf(order.openedOn ?? by.today);
  if (typeof deadlineOn === 'object') return deadlineOn;
  if (typeof openedOn === 'object') return openedOn;
  if (openedOn > day(by.today))
    return refused('DisputeMadeLater', 'Un litige ne peut pas avoir été ouvert après aujourd’hui : corrigez sa date.');
  const wrong = deadlineRefusal(order.owner, order.deadlineOn, by);
  if (wrong) return wrong;
  await lockOpenClaims(tx, order.caseId);
  const told = await toldByPlatform(tx, order.claims);
  const refusal = disputeRefusal(order.claims, await disputableClaims(tx, order.caseId));
  if (refusal) return refusal;
  for (const claimId of told) await settleStatuses(tx, claimId, by.actor, fr`Litige ouvert le ${by.today}.`);
  const disputeId = randomUUIDv7();
  await insertDispute(tx, {
    disputeId,
    companyId: kase.companyId,
    caseId: order.caseId,
    reason: order.reason,
    details: order.details,
    openedOn: order.openedOn ?? by.today,
    owner: order.owner ?? '',
    deadlineOn: order.deadlineOn,
    origin: told.length > 0 ? 'e-invoice' : (order.origin ?? 'user'),
    causeId: order.causeId ?? null,
    claims: order.claims,
    enteredBy: by.actor,
  });
  const withdrawn = await withdrawActions(tx, [order.caseId], 'contacts');
  await touchCases(tx, [order.caseId], by.today, [
    {
      actor: by.actor,
      action: 'dispute.opened',
      objectKind: 'case',
      objectId: order.caseId,
      payload: {
        disputeId,
        reason: order.reason,
        details: order.details,
        claims: order.claims,
        owner: order.owner,
        deadlineOn: order.deadlineOn,
      },
    },
    ...withdrawn,
  ]);
  return { dispute: (await findDispute(tx, disputeId, day(by.today)))! };
}

function deadlineRefusal(owner: string | null, deadlineOn: string, by: By) {
  if (owner?.trim() === '') return refused('OwnerMissing', 'Indiquez qui répond à ce litige.');
  if (deadlineOn < by.today)
    return refused(
      'DeadlineInThePast',
      'Le délai de réponse est déjà passé : indiquez une date à partir d’aujourd’hui.',
      {
        deadlineOn,
      },
    );
  return null;
}

/** Those of these claims that a status of the platform holds as contested. */
async function toldByPlatform(tx: Tx, claims: readonly DisputedClaim[]): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select distinct claim_id from claim_hold where tenant_id = $1 and claim_id = any($2::uuid[]) and ended_at is null
        and kind in ('e-invoice-disputed', 'e-invoice-refused') order by 1`,
    [tx.tenantId, claims.map((claim) => claim.claimId)],
  );
  return rows.map(([claimId]) => claimId);
}

/** Changes who answers a dispute and by when. Refuses `NotFound`, `DisputeOver`, `OwnerMissing` and `DeadlineInThePast`. */
export async function reassignDispute(
  tx: Tx,
  disputeId: string,
  change: { owner: string; deadlineOn: string; details: string | null },
  by: By,
): Promise<Done<{ dispute: DisputeView }>> {
  const found = await lockDispute(tx, disputeId, by);
  if (isRefused(found)) return found;
  if (found.outcome !== null) return over(disputeId);
  const deadlineOn = dayOf(change.deadlineOn);
  if (typeof deadlineOn === 'object') return deadlineOn;
  const wrong = deadlineRefusal(change.owner, change.deadlineOn, by);
  if (wrong) return wrong;
  await changeDispute(tx, disputeId, change);
  await touchCases(tx, [found.caseId], by.today, [event('dispute.changed', found, by, { ...change })]);
  return { dispute: (await findDispute(tx, disputeId, day(by.today)))! };
}

export interface DisputeEnd {
  outcome: DisputeOutcome;
  note: string | null;
  /** The credit note that settles it, when one is named. */
  creditClaimId?: string | undefined;
}

/**
 * Ends a dispute. What it froze is asked again when the debtor gives way or takes it back; when we accept it, the sum
 * stays frozen until the credit note we owe has come, because nothing but a credit note makes an invoice smaller.
 * Refuses `NotFound`, `DisputeOver` and `NotACreditNote`.
 */
export async function resolveDispute(
  tx: Tx,
  disputeId: string,
  end: DisputeEnd,
  by: By,
): Promise<Done<{ dispute: DisputeView }>> {
  const found = await lockDispute(tx, disputeId, by);
  if (isRefused(found)) return found;
  if (found.outcome !== null) return over(disputeId);
  if (end.outcome === 'credit-note' && !(await hasCredit(tx, found, end.creditClaimId)))
    return refused(
      'NotACreditNote',
      end.creditClaimId === undefined
        ? 'Aucun avoir n’est arrivé pour ces factures depuis l’ouverture du litige. Importez-le d’abord, ou choisissez « accepté par nous ».'
        : 'La pièce indiquée n’est pas un avoir de ce dossier.',
      { disputeId },
    );
  await settleDispute(tx, disputeId, {
    outcome: end.outcome,
    note: end.note,
    creditClaimId: end.creditClaimId ?? null,
    on: by.today,
    by: by.actor,
  });
  await touchCases(tx, [found.caseId], by.today, [event('dispute.resolved', found, by, { ...end })]);
  return { dispute: (await findDispute(tx, disputeId, day(by.today)))! };
}

/** A named credit note of the case, or any that came for the contested claims since the dispute was opened. */
async function hasCredit(tx: Tx, dispute: DisputeView, creditClaimId: string | undefined): Promise<boolean> {
  if (creditClaimId === undefined) return dispute.creditedSinceCents > 0;
  const rows = await tx.arrays<[boolean]>(
    `select true from claim where tenant_id = $1 and claim_id = $2 and case_id = $3 and kind = 'credit-note'`,
    [tx.tenantId, creditClaimId, dispute.caseId],
  );
  return rows.length > 0;
}

/** Keeps a file beside a dispute, open or not. Refuses `NotFound`. */
export async function keepDisputeFile(
  tx: Tx,
  disputeId: string,
  file: { sha256: Buffer; name: string },
  by: By,
): Promise<Done<{ dispute: DisputeView }>> {
  const found = await lockDispute(tx, disputeId, by);
  if (isRefused(found)) return found;
  await attachToDispute(tx, disputeId, { ...file, by: by.actor });
  const payload = { name: file.name, sha256: file.sha256.toString('hex') };
  await appendJournal(tx, [event('dispute.file', found, by, payload)]);
  return { dispute: (await findDispute(tx, disputeId, day(by.today)))! };
}

/** Opens a dispute again that was ended by mistake. Refuses `NotFound`, `DisputeOpen` and what keeps it from holding. */
export async function reopenDispute(tx: Tx, disputeId: string, by: By): Promise<Done<{ dispute: DisputeView }>> {
  const found = await lockDispute(tx, disputeId, by);
  if (isRefused(found)) return found;
  if (found.outcome === null) return refused('DisputeOpen', 'Ce litige est déjà ouvert.', { disputeId });
  await settleDispute(tx, disputeId, null);
  const withdrawn = await withdrawActions(tx, [found.caseId], 'contacts');
  await touchCases(tx, [found.caseId], by.today, [event('dispute.reopened', found, by, {}), ...withdrawn]);
  return { dispute: (await findDispute(tx, disputeId, day(by.today)))! };
}

async function lockDispute(tx: Tx, disputeId: string, by: By) {
  const found = await findDispute(tx, disputeId, day(by.today));
  if (found === null) return refused('NotFound', 'Ce litige n’existe pas ou n’existe plus.', { disputeId });
  await lockCase(tx, found.caseId);
  return (await findDispute(tx, disputeId, day(by.today)))!;
}

const over = (disputeId: string) => refused('DisputeOver', 'Ce litige a déjà une réponse.', { disputeId });

const event = (action: string, dispute: DisputeView, by: By, payload: Record<string, unknown>) => ({
  actor: by.actor,
  action,
  objectKind: 'case',
  objectId: dispute.caseId,
  payload: { disputeId: dispute.disputeId, claims: dispute.claims.map((claim) => claim.number), ...payload },
});
