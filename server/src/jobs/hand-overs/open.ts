import { randomUUIDv7 } from 'node:crypto';
import { addDays, day, formatDay } from '@acquit/law';
import {
  endRefusal,
  entrustedCents,
  fr,
  type HandOverOutcome,
  type HandOverTerms,
  type HandOverView,
  LONGEST_ACCESS_DAYS,
  type Refused,
  refused,
} from '@acquit/recovery';
import {
  changeHandOver,
  claimsOfProcedures,
  findHandOver,
  findPartner,
  type HandOverHeader,
  handOverHeader,
  insertHandOver,
  loadCases,
  loadCompany,
  type PartnerRecord,
  runningHandOvers,
  type Secrets,
  savePartner,
  setHandOverAccess,
  settleHandOver,
  type Tx,
  touchCases,
  withdrawActions,
} from '../../store/index.ts';
import { type By, type Done, isRefused, lockCase } from '../commitments/shared.ts';
import { partnerPath } from './link.ts';

/** A case entrusted to somebody. Days `YYYY-MM-DD`. */
export interface HandOverOrder {
  caseId: string;
  partnerId: string;
  reference: string | null;
  terms: HandOverTerms;
  note: string | null;
  /** The procedures he is entrusted with; empty: the whole case. */
  procedureIds: readonly string[];
}

/** Writes a professional, new or changed. Refuses `NotFound` and `NameMissing`. */
export async function keepPartner(
  tx: Tx,
  partnerId: string | null,
  record: PartnerRecord,
  by: By,
): Promise<Done<{ partner: NonNullable<Awaited<ReturnType<typeof findPartner>>> }>> {
  if (partnerId !== null && (await findPartner(tx, partnerId)) === null) return unknownPartner(partnerId);
  if (record.name.trim() === '') return refused('NameMissing', 'Indiquez le nom du professionnel.');
  const id = partnerId ?? randomUUIDv7();
  await savePartner(tx, id, { ...record, name: record.name.trim() }, by.actor);
  await touchCases(tx, [], by.today, [
    { actor: by.actor, action: 'partner.changed', objectKind: 'partner', objectId: id, payload: { ...record } },
  ]);
  return { partner: (await findPartner(tx, id))! };
}

/**
 * Entrusts a case, or some of its procedures: from now on our own steps are silent on its claims, and what was prepared
 * and has not left is taken back. Refuses `NotFound`, `CaseClosed`, `NothingToEntrust`, `ProcedureNotInCase` and
 * `CaseHandedOver` when what is entrusted already is.
 */
export async function openHandOver(tx: Tx, order: HandOverOrder, by: By): Promise<Done<{ handOver: HandOverView }>> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const partner = await findPartner(tx, order.partnerId);
  if (partner === null) return unknownPartner(order.partnerId);
  const procedureIds = [...new Set(order.procedureIds)];
  const claimIds = await claimsOfProcedures(tx, order.caseId, procedureIds);
  if (claimIds === null)
    return refused(
      'ProcedureNotInCase',
      'L’une des procédures indiquées n’est pas de ce dossier, ou elle est close. Rechargez la page et choisissez à nouveau.',
      { procedureIds },
    );
  const twice = (await runningHandOvers(tx, order.caseId)).some(
    (one) =>
      one.procedureIds.length === 0 ||
      procedureIds.length === 0 ||
      one.procedureIds.some((id) => procedureIds.includes(id)),
  );
  if (twice)
    return refused(
      'CaseHandedOver',
      'Ce dossier est déjà confié. Mettez fin à la remise en cours avant d’en ouvrir une autre.',
      { caseId: order.caseId },
    );
  const [loaded] = await loadCases(tx, [order.caseId]);
  const company = (await loadCompany(tx, kase.companyId))!;
  const amountCents = entrustedCents(claimIds, loaded!.facts, company, day(by.today));
  if (amountCents === 0)
    return refused('NothingToEntrust', 'Rien n’est dû dans ce dossier : il n’y a rien à confier.', {
      caseId: order.caseId,
    });
  const handOverId = randomUUIDv7();
  await insertHandOver(tx, {
    handOverId,
    companyId: kase.companyId,
    caseId: order.caseId,
    partnerId: order.partnerId,
    reference: order.reference,
    amountCents,
    terms: order.terms,
    note: order.note,
    openedOn: by.today,
    enteredBy: by.actor,
    procedureIds,
  });
  const withdrawn = await withdrawActions(tx, [order.caseId], 'contacts');
  await touchCases(tx, [order.caseId], by.today, [
    eventOf('handover.opened', { handOverId, caseId: order.caseId }, by, {
      partner: partner.name,
      kind: partner.kind,
      amountCents,
      procedureIds,
      terms: order.terms,
      message: fr`Confié à ${partner.name}`,
    }),
    ...withdrawn,
  ]);
  return { handOver: (await findHandOver(tx, handOverId))! };
}

/** Changes what was agreed. Refuses `NotFound` and `HandOverEnded`. */
export async function amendHandOver(
  tx: Tx,
  handOverId: string,
  change: { reference: string | null; terms: HandOverTerms; note: string | null },
  by: By,
): Promise<Done<{ handOver: HandOverView }>> {
  const found = await runningHandOver(tx, handOverId);
  if (isRefused(found)) return found;
  await changeHandOver(tx, handOverId, change);
  await touchCases(tx, [], by.today, [eventOf('handover.changed', found, by, { ...change })]);
  return { handOver: (await findHandOver(tx, handOverId))! };
}

/** Makes a link for the professional, open for some days. Refuses `NotFound`, `HandOverEnded` and `AccessTooLong`. */
export async function giveAccess(
  tx: Tx,
  secrets: Secrets,
  handOverId: string,
  days: number,
  by: By,
): Promise<Done<{ path: string; until: string }>> {
  const found = await runningHandOver(tx, handOverId);
  if (isRefused(found)) return found;
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_ACCESS_DAYS)
    return refused('AccessTooLong', fr`Un lien s’ouvre de 1 à ${LONGEST_ACCESS_DAYS} jours.`, { days });
  const until = addDays(day(by.today), days);
  await setHandOverAccess(tx, handOverId, formatDay(until));
  await touchCases(tx, [], by.today, [eventOf('handover.link-made', found, by, { until: formatDay(until) })]);
  const link = { tenantId: tx.tenantId, handOverId, until, epoch: found.epoch, preview: false };
  return { path: partnerPath(secrets, link), until: formatDay(until) };
}

/** Every link given so far opens nothing any more. Refuses `NotFound`. */
export async function withdrawAccess(tx: Tx, handOverId: string, by: By): Promise<Done<{ ok: true }>> {
  const found = await handOverHeader(tx, handOverId, true);
  if (found === null) return unknownHandOver(handOverId);
  await setHandOverAccess(tx, handOverId, null);
  await touchCases(tx, [], by.today, [eventOf('handover.links-withdrawn', found, by, {})]);
  return { ok: true };
}

/**
 * Ends a hand-over with its result: its links close, and what is still owed is ours to ask for again. Refuses `NotFound`,
 * `HandOverEnded`, `DayInTheFuture` and `EndBeforeStart`.
 */
export async function endHandOver(
  tx: Tx,
  handOverId: string,
  end: { on: string; outcome: HandOverOutcome; note: string | null },
  by: By,
): Promise<Done<{ handOver: HandOverView }>> {
  const header = await handOverHeader(tx, handOverId);
  if (header === null) return unknownHandOver(handOverId);
  // The case first, as everything that changes one does: two people ending and entrusting at once then wait in line.
  await tx.query('select from collection_case where tenant_id = $1 and case_id = $2 for update', [
    tx.tenantId,
    header.caseId,
  ]);
  const found = await runningHandOver(tx, handOverId);
  if (isRefused(found)) return found;
  const wrong = endRefusal(end.on, found.openedOn, by.today);
  if (wrong) return wrong;
  await settleHandOver(tx, handOverId, { ...end, by: by.actor });
  await touchCases(tx, [found.caseId], by.today, [eventOf('handover.ended', found, by, { ...end })]);
  return { handOver: (await findHandOver(tx, handOverId))! };
}

/** A hand-over that still runs, locked. */
export async function runningHandOver(tx: Tx, handOverId: string): Promise<HandOverHeader | Refused> {
  const found = await handOverHeader(tx, handOverId, true);
  if (found === null) return unknownHandOver(handOverId);
  if (found.endedOn !== null)
    return refused('HandOverEnded', 'Cette remise a pris fin : elle ne change plus.', { handOverId });
  return found;
}

const unknownPartner = (partnerId: string) =>
  refused('NotFound', 'Ce professionnel n’existe pas ou n’existe plus.', { partnerId });
const unknownHandOver = (handOverId: string) =>
  refused('NotFound', 'Cette remise n’existe pas ou n’existe plus.', { handOverId });

/** An entry of the journal about a hand-over, on its case. */
export const eventOf = (
  action: string,
  { handOverId, caseId }: { handOverId: string; caseId: string },
  by: By,
  payload: Record<string, unknown>,
) => ({ actor: by.actor, action, objectKind: 'case', objectId: caseId, payload: { handOverId, ...payload } });
