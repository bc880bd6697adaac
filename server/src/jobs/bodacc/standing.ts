import { type Day, formatDay } from '@acquit/law';
import { type NoticeStanding, noticeOf, noticeStanding } from '@acquit/recovery';
import {
  closeTasks,
  type DebtorStanding,
  type JournalEvent,
  lockNoticed,
  markOpenings,
  type NoticedDebtor,
  setCaseStatus,
  type Tx,
  touchCases,
  withdrawActions,
  writeStandings,
} from '../../store/index.ts';

/** Who acts, and on which day (`YYYY-MM-DD` in Europe/Paris). */
export interface By {
  actor: string;
  today: string;
}

/**
 * Brings debtors in line with the notices that count for them: proceedings opened, closed, taken back, a company struck
 * off. What was prepared for a debtor who turns out to be insolvent is taken back at once; a case that waited for
 * proceedings that are no more goes on. Ends the transaction's work with its journal.
 */
export async function followNotices(
  tx: Tx,
  caseIds: readonly string[],
  by: By,
  events: readonly JournalEvent[],
): Promise<void> {
  const debtors = caseIds.length === 0 ? [] : await lockNoticed(tx, [...new Set(caseIds)]);
  const changes = debtors.map(changeOf);
  if (changes.length > 0) {
    await writeStandings(
      tx,
      changes.map(({ next }) => next),
    );
    await markOpenings(
      tx,
      changes.map(({ debtor, standing: { openingId, openingIds, currentIds, doubts } }) => ({
        caseId: debtor.caseId,
        openingId,
        openingIds,
        currentIds,
        doubts,
      })),
    );
  }
  const told: JournalEvent[] = [...events];
  const stopped = changes.filter(({ debtor, next }) => next.openedOn !== null && next.openedOn !== debtor.openedOn);
  const silenced = stopped.map(({ debtor }) => debtor.caseId);
  if (silenced.length > 0) told.push(...(await withdrawActions(tx, silenced, 'contacts')));
  for (const { debtor, next } of changes)
    if (debtor.openedOn !== null && next.openedOn === null) await resume(tx, debtor, by);
  for (const { debtor, standing, next } of changes)
    if (next.openedOn !== debtor.openedOn)
      told.push({
        actor: by.actor,
        action: next.openedOn === null ? 'insolvency.lifted' : 'insolvency.opened',
        objectKind: 'case',
        objectId: debtor.caseId,
        payload: {
          debtorId: debtor.debtorId,
          before: debtor.openedOn,
          ...toldOf(next),
          doubts: standing.doubts.map(({ message }) => message),
        },
      });
  await touchCases(
    tx,
    debtors.map(({ caseId }) => caseId),
    by.today,
    told,
  );
}

const toldOf = ({ openedOn, publishedOn, proceedings, struckOffOn }: DebtorStanding) => ({
  openedOn,
  publishedOn,
  proceedings,
  struckOffOn,
});

interface Change {
  debtor: NoticedDebtor;
  standing: NoticeStanding;
  next: DebtorStanding;
}

function changeOf(debtor: NoticedDebtor): Change {
  const notices = debtor.records.map(noticeOf).filter((notice) => notice !== null);
  const standing = noticeStanding(notices, debtor.siren);
  return { debtor, standing, next: { debtorId: debtor.debtorId, ...openedBy(debtor, standing), ...rest(standing) } };
}

const iso = (on: Day | null): string | null => (on === null ? null : formatDay(on));

function rest({ publishedOn, proceedings, closedOn, representative, struckOffOn }: NoticeStanding) {
  return {
    publishedOn: iso(publishedOn),
    proceedings,
    closedOn: iso(closedOn),
    representative,
    struckOffOn: iso(struckOffOn),
  };
}

/**
 * The day of the judgment as it is to stand. A person's own day, written after the notices', is left alone; taken back,
 * the notices leave what stood there before them.
 */
function openedBy(
  { openedOn, byNotice, beforeNotice }: NoticedDebtor,
  standing: NoticeStanding,
): Pick<DebtorStanding, 'openedOn' | 'byNotice' | 'beforeNotice'> {
  const told = iso(standing.openedOn);
  const isOurs = byNotice !== null && openedOn === byNotice;
  if (byNotice === null)
    return told === null
      ? { openedOn, byNotice: null, beforeNotice: null }
      : { openedOn: told, byNotice: told, beforeNotice: openedOn };
  if (!isOurs)
    return { openedOn, byNotice: told === null ? null : byNotice, beforeNotice: told === null ? null : beforeNotice };
  return told === null
    ? { openedOn: beforeNotice, byNotice: null, beforeNotice: null }
    : { openedOn: told, byNotice: told, beforeNotice };
}

/** A case parked for proceedings that are no more goes on; one parked for another reason goes on waiting for it. */
async function resume(tx: Tx, { caseId, status }: NoticedDebtor, by: By): Promise<void> {
  const closed = await closeTasks(tx, caseId, 'insolvency', by.actor);
  if (closed && status === 'parked') await setCaseStatus(tx, caseId, 'open', null, null);
}
