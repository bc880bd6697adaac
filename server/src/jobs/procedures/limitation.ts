import { randomUUIDv7 } from 'node:crypto';
import { type ClaimKind, day, type LimitationEventKind, mayLimitationEventLast } from '@acquit/law';
import { type LimitationView, refused } from '@acquit/recovery';
import {
  caseOfClaim,
  findCase,
  insertLimitationFact,
  LIMITATION,
  limitationView,
  lockClaim,
  type Proof,
  refreshCaseLimitation,
  seeAlarm,
  setClaimKind,
  type Tx,
  touchCases,
  withdrawLimitationFact,
} from '../../store/index.ts';
import { type By, type Done, dayOf, isRefused, lockCase, pastDay } from './shared.ts';

/** Something that limitation knows and no other screen records. Days are `YYYY-MM-DD`. */
export interface LimitationFactOrder {
  caseId: string;
  /** Empty: the whole account. */
  claimIds: readonly string[];
  kind: LimitationEventKind;
  on: string;
  until: string | null;
  registered: boolean | null;
  note: string | null;
  proof?: Proof | undefined;
}

/**
 * Records an acknowledgement, a written claim, a mediation… that no other screen knows; the limitation of the case
 * follows. Refuses `NotFound`, `ClaimNotInCase`, `InvalidDay`, `DateInFuture`, `DatesOutOfOrder`, and `OneDayOnly` for an
 * end given to what does not last.
 */
export async function recordLimitationFact(
  tx: Tx,
  order: LimitationFactOrder,
  by: By,
): Promise<Done<{ eventId: string }>> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const on = pastDay(order.on, by);
  if (typeof on === 'object') return on;
  if (order.until !== null) {
    const until = dayOf(order.until);
    if (typeof until === 'object') return until;
    if (until < on)
      return refused('DatesOutOfOrder', 'La fin ne peut pas précéder le début\u00a0: corrigez l’une ou l’autre.', {
        on: order.on,
        until: order.until,
      });
    if (!mayLimitationEventLast(order.kind))
      return refused('OneDayOnly', 'Ce fait n’a qu’un jour\u00a0: retirez sa date de fin.', { kind: order.kind });
  }
  const rows = await tx.arrays<[string]>(
    'select claim_id from claim where tenant_id = $1 and case_id = $2 and claim_id = any($3::uuid[])',
    [tx.tenantId, order.caseId, order.claimIds],
  );
  if (rows.length !== new Set(order.claimIds).size)
    return refused('ClaimNotInCase', 'L’une des factures indiquées n’est pas de ce dossier.', {
      claimIds: order.claimIds,
    });
  const eventId = randomUUIDv7();
  await insertLimitationFact(tx, {
    ...order,
    eventId,
    companyId: kase.companyId,
    proof: order.proof ?? null,
    enteredBy: by.actor,
  });
  const { caseId, claimIds, kind, until, registered, note, proof } = order;
  await follow(tx, caseId, by, 'limitation.entered', {
    eventId,
    claims: claimIds,
    kind,
    on: order.on,
    until,
    registered,
    note,
    ...(proof && { proof: proof.name, sha256: Buffer.from(proof.sha256).toString('hex') }),
  });
  return { eventId };
}

/** Takes such a fact back: it stays, marked, and counts no more. Refuses `NotFound`. */
export async function withdrawFact(tx: Tx, eventId: string, by: By): Promise<Done<{ caseId: string }>> {
  const caseId = await withdrawLimitationFact(tx, eventId, by.actor);
  if (caseId === null) return refused('NotFound', 'Ce fait n’existe pas, ou il est déjà retiré.', { eventId });
  await findCase(tx, caseId, true);
  await follow(tx, caseId, by, 'limitation.withdrawn', { eventId });
  return { caseId };
}

/** Says what a claim is of, which decides its period. Refuses `NotFound`. */
export async function setNature(
  tx: Tx,
  order: { claimId: string; claimKind: ClaimKind },
  by: By,
): Promise<Done<{ view: LimitationView }>> {
  const claim = await lockedClaim(tx, order.claimId);
  if (claim === null) return unknownClaim(order.claimId);
  await setClaimKind(tx, order.claimId, order.claimKind);
  await follow(tx, claim.caseId, by, 'claim.updated', { claimId: order.claimId, claimKind: order.claimKind });
  const view = await limitationView(tx, order.claimId, day(by.today));
  return view === null ? unknownClaim(order.claimId) : { view };
}

/** Says that the alarm of a claim was seen: it comes back at its next stage. Refuses `NotFound` and `NoAlarm`. */
export async function seeLimitation(tx: Tx, claimId: string, by: By): Promise<Done<{ view: LimitationView }>> {
  const claim = await lockedClaim(tx, claimId);
  const view = claim === null ? null : await limitationView(tx, claimId, day(by.today));
  if (claim === null || view === null) return unknownClaim(claimId);
  const { stage, expiresOn } = view.row;
  if (stage === null || expiresOn === null)
    return refused('NoAlarm', 'La prescription de cette facture n’alerte pas aujourd’hui.', { claimId });
  const alarm = { objectId: claimId, what: LIMITATION, onDay: expiresOn, stage };
  if (await seeAlarm(tx, { ...alarm, by: by.actor })) await follow(tx, claim.caseId, by, 'alarm.seen', { ...alarm });
  return { view: (await limitationView(tx, claimId, day(by.today)))! };
}

const unknownClaim = (claimId: string) =>
  refused('NotFound', 'Cette facture n’existe pas, ou elle n’est plus ouverte.', { claimId });

/** A claim with its case locked first, as every change does; null when there is none. */
async function lockedClaim(tx: Tx, claimId: string): Promise<{ caseId: string } | null> {
  const caseId = await caseOfClaim(tx, claimId);
  if (caseId === null) return null;
  await findCase(tx, caseId, true);
  return lockClaim(tx, claimId);
}

async function follow(tx: Tx, caseId: string, by: By, action: string, payload: Record<string, unknown>): Promise<void> {
  await touchCases(tx, [caseId], by.today, [
    { actor: by.actor, action, objectKind: 'case', objectId: caseId, payload },
  ]);
  await refreshCaseLimitation(tx, caseId, day(by.today));
}
