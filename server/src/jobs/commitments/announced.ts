import { type Day, formatDay, frenchDate } from '@acquit/law';
import { addWorkingDays, fr } from '@acquit/recovery';
import { announcedInVain, bringHolds, type Tx } from '../../store/index.ts';

/** A payment that a debtor says he made. */
export interface AnnouncedPayment {
  caseId: string;
  claimIds: readonly string[];
  /** What he said it in: an act on his page, a reply. */
  causeId: string;
  /** The day he says he paid; null when he does not say. */
  paidOn: Day | null;
  today: Day;
  /** Working days it has to arrive. */
  workingDays: number;
}

/**
 * Holds claims for the days an announced payment takes to arrive. Announced a second time for the same claim it holds
 * nothing more: a person looks, or nobody would ever be asked again. Gives the last day of the wait and the claims that
 * were announced before.
 */
export async function announcePayment(
  tx: Tx,
  { caseId, claimIds, causeId, paidOn, today, workingDays }: AnnouncedPayment,
): Promise<{ until: Day; inVain: string[] }> {
  const inVain = await announcedInVain(tx, claimIds);
  const until = addWorkingDays(today, workingDays);
  const paid = paidOn === null ? '' : fr` le ${frenchDate(paidOn)}`;
  const reason = fr`le client dit l’avoir payée${paid} ; sans règlement reçu le ${frenchDate(until)}, elle sera de nouveau relancée.`;
  await bringHolds(
    tx,
    [],
    claimIds
      .filter((id) => !inVain.includes(id))
      .map((claimId) => ({
        claimId,
        caseId,
        kind: 'payment-announced',
        causeId,
        reason,
        since: formatDay(today),
        until: formatDay(until),
      })),
  );
  return { until, inVain };
}
