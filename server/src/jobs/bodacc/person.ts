import { day } from '@acquit/law';
import { fr, type NoticeView, type Refused, refused } from '@acquit/recovery';
import {
  appendJournal,
  companyExists,
  decideMatch,
  findNotice,
  lockMatch,
  type Store,
  setNoticeWatch,
  type Tx,
} from '../../store/index.ts';
import { closeDeclarations, openDeclarations } from './declare.ts';
import { type By, followNotices } from './standing.ts';

/** What a person says of a notice: it counts, it is about somebody else, it was wrongly counted, or it was read. */
export type NoticeDecision = 'confirm' | 'refuse' | 'undo' | 'seen';

const NEXT = { confirm: 'applied', refuse: 'refused', undo: 'undone', seen: null } as const;
const FROM: Readonly<Record<NoticeDecision, readonly NoticeView['state'][]>> = {
  confirm: ['proposed', 'refused', 'undone'],
  refuse: ['proposed'],
  undo: ['applied'],
  seen: ['proposed', 'applied', 'refused', 'undone'],
};
const VERBS = { confirm: 'confirmed', refuse: 'declined', undo: 'undone' } as const;

/**
 * Does what a person decided of a notice, with everything that follows: reminders stop or go on, the declaration is
 * engaged or closed. Refuses `NotFound` and `NoticeDecided` (it is no longer in a state for this).
 */
export async function decideNotice(
  store: Store,
  tenantId: string,
  { matchId, decision }: { matchId: string; decision: NoticeDecision },
  by: By,
): Promise<{ notice: NoticeView } | Refused> {
  const refusal = await store.inTenant(tenantId, async (tx) => {
    const found = await lockMatch(tx, matchId);
    if (found === null) return refused('NotFound', 'Cette annonce n’existe pas ou n’existe plus.', { matchId });
    if (!FROM[decision].includes(found.state))
      return refused('NoticeDecided', fr`Cette annonce a déjà reçu une réponse : rechargez la page.`, {
        state: found.state,
      });
    await decideMatch(tx, matchId, NEXT[decision], by.actor);
    if (decision === 'seen') return null;
    const { caseId, noticeId } = found;
    const event = {
      actor: by.actor,
      action: `notice.${VERBS[decision]}`,
      objectKind: 'case',
      objectId: caseId,
      payload: { matchId, noticeId },
    };
    await followNotices(tx, [caseId], by, [event]);
    await closeDeclarations(tx, [caseId], by);
    return null;
  });
  if (refusal !== null) return refusal;
  await openDeclarations(store, tenantId, by);
  const notice = await store.inTenant(tenantId, (tx) => findNotice(tx, matchId, day(by.today)));
  return { notice: notice! };
}

/** Switches the nightly watch of a company on or off. Refuses `NotFound`. */
export async function switchNoticeWatch(
  tx: Tx,
  { companyId, active }: { companyId: string; active: boolean },
  by: By,
): Promise<Refused | null> {
  if (!(await companyExists(tx, companyId))) return refused('NotFound', 'Cette société n’existe pas.', { companyId });
  await setNoticeWatch(tx, companyId, active, by.actor);
  const action = active ? 'watch.resumed' : 'watch.stopped';
  await appendJournal(tx, [{ actor: by.actor, action, objectKind: 'company', objectId: companyId, payload: {} }]);
  return null;
}
