import { randomUUIDv7 } from 'node:crypto';
import { day } from '@acquit/law';
import {
  type EventValues,
  eventRefusal,
  lifeOf,
  type ProcedureCostBearer,
  type ProcedureView,
  refused,
} from '@acquit/recovery';
import {
  caseOfProcedure,
  findCase,
  findDeadline,
  findProcedure,
  insertProcedureCost,
  insertProcedureEvent,
  type Proof,
  procedureOfEvent,
  proveProcedureCost,
  proveProcedureEvent,
  seeAlarm,
  type Tx,
  withdrawProcedureCost,
  withdrawProcedureEvent,
} from '../../store/index.ts';
import { afterwards, type By, type Done, isRefused, lockProcedure, pastDay, unknownProcedure } from './shared.ts';

/** Something that happened, as somebody enters it. */
export interface EventOrder {
  procedureId: string;
  /** Its identifier, when the caller keeps it too; drawn when absent. */
  eventId?: string | undefined;
  kind: string;
  on: string;
  values: EventValues;
  note: string | null;
  /** The document that proves it: an exhibit of the file. */
  proof?: Proof | undefined;
}

const proofPayload = (proof: Proof | undefined) =>
  proof === undefined ? {} : { proof: proof.name, sha256: Buffer.from(proof.sha256).toString('hex') };

/**
 * Records what happened in a procedure: its state and its dates follow at once. Refuses `NotFound`, `ProcedureClosed`,
 * `InvalidDay`, `DateInFuture`, and what `eventRefusal` does (an impossible order, a field missing or unknown).
 */
export async function recordEvent(tx: Tx, order: EventOrder, by: By): Promise<Done<{ procedure: ProcedureView }>> {
  const found = await lockProcedure(tx, order.procedureId, by);
  if (isRefused(found)) return found;
  const on = pastDay(order.on, by);
  if (typeof on === 'object') return on;
  const { kind, values, note, proof } = order;
  const refusal = eventRefusal(found.facts, { kind, on, values }, day(by.today));
  if (refusal !== null) return refusal;
  const { eventId = randomUUIDv7() } = order;
  await insertProcedureEvent(tx, { ...order, eventId, proof: proof ?? null, enteredBy: by.actor });
  return afterwards(tx, found.loaded, by, 'procedure.event', {
    eventId,
    kind,
    on: order.on,
    values,
    ...(note !== null && { note }),
    ...proofPayload(proof),
  });
}

/** An event with the procedure it belongs to, its case locked. */
async function lockEvent(tx: Tx, eventId: string, by: By) {
  const procedureId = await procedureOfEvent(tx, eventId);
  const unknown = refused('NotFound', 'Ce fait n’existe pas ou n’existe plus.', { eventId });
  if (procedureId === null) return unknown;
  const found = await lockProcedure(tx, procedureId, by);
  if (isRefused(found)) return found;
  const event = found.loaded.events.find((one) => one.eventId === eventId);
  if (event === undefined) return unknown;
  if (event.withdrawn !== null) return refused('EventWithdrawn', 'Ce fait est déjà retiré.', { eventId });
  return { ...found, event };
}

/**
 * Takes an event back as if it had not been entered: it stays, marked, and counts no more. Refuses `NotFound`,
 * `ProcedureClosed`, `EventWithdrawn`, and `EventNeeded` while a later event could not have happened without it.
 */
export async function withdrawEvent(
  tx: Tx,
  order: { eventId: string; reason: string | null },
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const found = await lockEvent(tx, order.eventId, by);
  if (isRefused(found)) return found;
  const { facts, event } = found;
  const left = facts.events.filter(({ eventId }) => eventId !== order.eventId);
  const life = lifeOf({ ...facts, claimsSince: null, events: left }, day(by.today));
  if (isRefused(life))
    return refused('EventNeeded', `Un fait noté ensuite en dépend\u00a0: retirez-le d’abord. ${life.refusal.message}`, {
      eventId: order.eventId,
      because: life.refusal.code,
    });
  await withdrawProcedureEvent(tx, order.eventId, by.actor, order.reason);
  return afterwards(tx, found.loaded, by, 'procedure.event-withdrawn', {
    eventId: order.eventId,
    kind: event.kind,
    on: event.on,
    reason: order.reason,
  });
}

/** Joins the document that proves an event, or another in its place. Refuses as `withdrawEvent` does, but for the last. */
export async function proveEvent(
  tx: Tx,
  order: { eventId: string; proof: Proof },
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const found = await lockEvent(tx, order.eventId, by);
  if (isRefused(found)) return found;
  await proveProcedureEvent(tx, order.eventId, order.proof);
  return afterwards(tx, found.loaded, by, 'procedure.proof', {
    eventId: order.eventId,
    ...proofPayload(order.proof),
    ...(found.event.proof !== null && { before: found.event.proof.sha256 }),
  });
}

/** A cost as somebody enters it. */
export interface CostOrder {
  procedureId: string;
  /** Its identifier, when the caller keeps it too; drawn when absent. */
  costId?: string | undefined;
  what: string;
  amountCents: number;
  on: string;
  bearer: ProcedureCostBearer;
  invoice: string | null;
  proof?: Proof | undefined;
}

/**
 * Records a cost. Whoever is to bear it in the end, nothing of it is asked of the debtor before a title (art. L111-8
 * CPCE). Costs come in late: a closed procedure takes them. Refuses `NotFound`, `InvalidDay`, `DateInFuture`.
 */
export async function recordCost(tx: Tx, order: CostOrder, by: By): Promise<Done<{ procedure: ProcedureView }>> {
  const place = await caseOfProcedure(tx, order.procedureId);
  if (place === null) return unknownProcedure(order.procedureId);
  await findCase(tx, place.caseId, true);
  const on = pastDay(order.on, by);
  if (typeof on === 'object') return on;
  const { costId = randomUUIDv7() } = order;
  await insertProcedureCost(tx, { ...order, costId, proof: order.proof ?? null, enteredBy: by.actor });
  const { what, amountCents, bearer, invoice } = order;
  return afterwards(tx, { caseId: place.caseId, procedureId: order.procedureId }, by, 'procedure.cost', {
    costId,
    what,
    amountCents,
    on: order.on,
    bearer,
    invoice,
    ...proofPayload(order.proof),
  });
}

/** Joins the bill of a cost, or another in its place. Refuses `NotFound`, one taken back included. */
export async function proveCost(
  tx: Tx,
  order: { costId: string; proof: Proof },
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const proved = await proveProcedureCost(tx, order.costId, order.proof);
  if (proved === null) return unknownCost(order.costId);
  const { procedureId, before } = proved;
  const { caseId } = (await caseOfProcedure(tx, procedureId))!;
  return afterwards(tx, { caseId, procedureId }, by, 'procedure.cost-proof', {
    costId: order.costId,
    ...proofPayload(order.proof),
    ...(before !== null && { before }),
  });
}

/**
 * Takes the bill of a cost away, joined by mistake: no court file has it from now on, and the journal keeps its hash.
 * Refuses `NotFound`, a cost taken back included, and `NoProof` when there is none.
 */
export async function withdrawCostProof(tx: Tx, costId: string, by: By): Promise<Done<{ procedure: ProcedureView }>> {
  const found = await proveProcedureCost(tx, costId, null);
  if (found === null) return unknownCost(costId);
  const { procedureId, before } = found;
  if (before === null) return refused('NoProof', 'Ces frais n’ont pas de justificatif à retirer.', { costId });
  const { caseId } = (await caseOfProcedure(tx, procedureId))!;
  return afterwards(tx, { caseId, procedureId }, by, 'procedure.cost-proof-withdrawn', { costId, before });
}

const unknownCost = (costId: string) => refused('NotFound', 'Ces frais n’existent pas, ou sont retirés.', { costId });

/** Takes a cost back. Refuses `NotFound`, one taken back before included. */
export async function withdrawCost(tx: Tx, costId: string, by: By): Promise<Done<{ procedure: ProcedureView }>> {
  const procedureId = await withdrawProcedureCost(tx, costId, by.actor);
  if (procedureId === null) return unknownCost(costId);
  const { caseId } = (await caseOfProcedure(tx, procedureId))!;
  return afterwards(tx, { caseId, procedureId }, by, 'procedure.cost-withdrawn', { costId });
}

/**
 * Says that the alarm of a date was seen: it comes back at its next stage, and one that was missed is told no more.
 * Refuses `NotFound`, and `NoAlarm` when none rings.
 */
export async function seeDeadline(
  tx: Tx,
  order: { procedureId: string; what: string },
  by: By,
): Promise<Done<{ procedure: ProcedureView }>> {
  const found = await findDeadline(tx, order.procedureId, order.what, day(by.today));
  if (found === null) return refused('NotFound', 'Cette procédure n’a pas cette échéance.', order);
  const onDay = found.before ?? found.notBefore;
  if (found.stage === null || onDay === null)
    return refused('NoAlarm', 'Cette échéance n’alerte pas aujourd’hui.', order);
  const alarm = { objectId: order.procedureId, what: order.what, onDay, stage: found.stage };
  if (await seeAlarm(tx, { ...alarm, by: by.actor }))
    return afterwards(tx, { caseId: found.caseId, procedureId: order.procedureId }, by, 'alarm.seen', { ...alarm });
  return { procedure: (await findProcedure(tx, order.procedureId, day(by.today)))! };
}
