import { randomUUIDv7 } from 'node:crypto';
import { addDays, day, frenchDate } from '@acquit/law';
import { fr, type PauseView, type Refused, refused } from '@acquit/recovery';
import {
  appendJournal,
  companyExists,
  endPause,
  findPause,
  insertPause,
  setCaseStatus,
  type Tx,
  touchCases,
  wakeCases,
  withdrawActions,
} from '../../store/index.ts';
import { type By, chosenOf, type Done, dayOf, isRefused, lockCase, openClaims } from './shared.ts';

/** Days on which a case, or some of its claims, are left alone. Days are `YYYY-MM-DD`, both included. */
export interface PauseOrder {
  caseId: string;
  /** Empty: the whole case. */
  claimIds: readonly string[];
  /** Today when absent; may be past, and what was sent meanwhile is then said, not undone. */
  from?: string | undefined;
  until: string;
  reason: string;
}

/** A pause further away than this is a mistake of the year. */
const FURTHEST_DAYS = 366;

function daysRefusal(from: string, until: string, by: By): Refused | null {
  const [first, last] = [dayOf(from), dayOf(until)];
  if (typeof first === 'object') return first;
  if (typeof last === 'object') return last;
  if (until < by.today) return refused('DateInThePast', 'La date de fin de la pause doit être à venir.', { until });
  if (first > last)
    return refused('PauseOrder', fr`La pause commence le ${frenchDate(first)}, après sa fin : inversez les dates.`, {
      from,
      until,
    });
  if (last > addDays(day(by.today), FURTHEST_DAYS))
    return refused(
      'PauseTooFar',
      fr`La fin de la pause, le ${frenchDate(last)}, est à plus d’un an. Vérifiez l’année.`,
      {
        until,
      },
    );
  return null;
}

/**
 * Leaves a case or some claims alone until a day: one mechanism for a pause, a « pas avant » and a holiday. A pause of
 * a whole case that has begun shows as its state; what was prepared and has not left is taken back. Refuses `NotFound`,
 * `CaseClosed`, `ClaimNotInCase`, `DateInThePast`, `PauseOrder` and `PauseTooFar`.
 */
export async function enterPause(tx: Tx, order: PauseOrder, by: By): Promise<Done<{ pauses: PauseView[] }>> {
  const kase = await lockCase(tx, order.caseId);
  if (isRefused(kase)) return kase;
  const from = order.from ?? by.today;
  const refusal = daysRefusal(from, order.until, by);
  if (refusal) return refusal;
  const whole = order.claimIds.length === 0;
  const chosen = chosenOf(await openClaims(tx, order.caseId), order.claimIds);
  if (isRefused(chosen)) return chosen;
  const ids: string[] = [];
  for (const claimId of whole ? [null] : chosen.map((claim) => claim.claimId)) {
    const pauseId = randomUUIDv7();
    ids.push(pauseId);
    await insertPause(tx, {
      pauseId,
      companyId: kase.companyId,
      caseId: order.caseId,
      claimId,
      kind: whole ? 'pause' : 'not-before',
      from,
      until: order.until,
      reason: order.reason,
      enteredBy: by.actor,
    });
  }
  const begun = from <= by.today;
  if (whole && begun) await setCaseStatus(tx, order.caseId, 'paused', order.until, order.reason);
  const withdrawn = begun ? await withdrawActions(tx, [order.caseId], 'contacts') : [];
  await touchCases(tx, [order.caseId], by.today, [
    {
      actor: by.actor,
      action: whole ? 'case.paused' : 'claim.not-before',
      objectKind: 'case',
      objectId: order.caseId,
      payload: { from, until: order.until, reason: order.reason, claims: order.claimIds },
    },
    ...withdrawn,
  ]);
  const views: PauseView[] = [];
  for (const id of ids) views.push((await findPause(tx, id, by.today))!);
  return { pauses: views };
}

/** Ends a pause before its day. Refuses `NotFound` and `PauseOver`. */
export async function stopPause(tx: Tx, pauseId: string, by: By): Promise<Done<{ pause: PauseView }>> {
  const found = await findPause(tx, pauseId, by.today);
  if (found === null) return refused('NotFound', 'Cette pause n’existe pas ou n’existe plus.', { pauseId });
  if (found.caseId !== null) await lockCase(tx, found.caseId);
  if (found.state === 'over' || !(await endPause(tx, pauseId, by.today, by.actor)))
    return refused('PauseOver', 'Cette pause est déjà finie.', { pauseId });
  const event = {
    actor: by.actor,
    action: 'pause.ended',
    objectKind: found.caseId === null ? 'company' : 'case',
    objectId: found.caseId ?? found.companyId,
    payload: { pauseId, from: found.from, until: found.until, reason: found.reason },
  };
  if (found.caseId === null) {
    await wakeCases(tx, found.companyId, by.today, found.until!);
    await appendJournal(tx, [event]);
  } else {
    if (found.kind === 'pause' && found.state === 'running') await setCaseStatus(tx, found.caseId, 'open', null, null);
    await touchCases(tx, [found.caseId], by.today, [event]);
  }
  return { pause: (await findPause(tx, pauseId, by.today))! };
}

/** Days on which a whole company is closed: nothing leaves in its name. Refuses as `enterPause` does. */
export async function closeCompany(
  tx: Tx,
  order: { companyId: string; from: string; until: string; reason: string },
  by: By,
): Promise<Done<{ pause: PauseView }>> {
  if (!(await companyExists(tx, order.companyId)))
    return refused('NotFound', 'Cette société n’existe pas ou n’existe plus.', { companyId: order.companyId });
  const refusal = daysRefusal(order.from, order.until, by);
  if (refusal) return refusal;
  const pauseId = randomUUIDv7();
  await insertPause(tx, { ...order, pauseId, caseId: null, claimId: null, kind: 'closing', enteredBy: by.actor });
  await appendJournal(tx, [
    {
      actor: by.actor,
      action: 'company.closed',
      objectKind: 'company',
      objectId: order.companyId,
      payload: { from: order.from, until: order.until, reason: order.reason },
    },
  ]);
  return { pause: (await findPause(tx, pauseId, by.today))! };
}
