import { randomUUIDv7 } from 'node:crypto';
import { formatDay, parseDay } from '@acquit/law';
import { fr, type NoticeRecord, noticeEffect, stopsReminders } from '@acquit/recovery';
import type { ReadNotice } from '../../intake/index.ts';
import {
  casesOfNames,
  casesOfNotices,
  casesOfSirens,
  keepNotices,
  type NewMatch,
  type NoticedCase,
  type Tx,
} from '../../store/index.ts';
import { closeDeclarations } from './declare.ts';
import { type By, followNotices } from './standing.ts';

/** What a batch of notices brought. */
export interface Taken {
  matched: number;
  proposed: number;
  known: number;
}

/**
 * Matches a batch of notices to the organisation's customers and applies what they say, in the caller's transaction. A
 * company number decides, exactly; a name alone only proposes. Doing it twice changes nothing more.
 */
export async function takeNotices(tx: Tx, batch: readonly ReadNotice[], by: By): Promise<Taken> {
  const byId = new Map(batch.map((one) => [one.notice.noticeId, one]));
  const notices = [...byId.values()].map(({ notice }) => notice);
  const matches = await matchesOf(tx, notices);
  if (matches.length === 0) return { matched: 0, proposed: 0, known: 0 };
  const named = new Set(matches.map(({ noticeId }) => noticeId));
  const kept = notices
    .filter(({ noticeId }) => named.has(noticeId))
    .map(({ noticeId, publishedOn, previousId }) => ({
      noticeId,
      publishedOn: formatDay(publishedOn),
      previousId,
      record: byId.get(noticeId)!.record,
    }));
  const made = new Set(await keepNotices(tx, by.actor, kept, matches));
  const fresh = matches.filter(({ matchId }) => made.has(matchId));
  const events = fresh.map((match) => ({
    actor: by.actor,
    action: match.state === 'applied' ? 'notice.matched' : 'notice.proposed',
    objectKind: 'case',
    objectId: match.caseId,
    payload: { noticeId: match.noticeId, matchId: match.matchId, how: match.how, effect: match.effect },
  }));
  const applied = fresh.filter(({ state }) => state === 'applied').map(({ caseId }) => caseId);
  await followNotices(tx, applied, by, events);
  await closeDeclarations(tx, applied, by);
  return {
    matched: fresh.filter(({ state }) => state === 'applied').length,
    proposed: fresh.filter(({ state }) => state === 'proposed').length,
    known: matches.length - fresh.length,
  };
}

async function matchesOf(tx: Tx, notices: readonly NoticeRecord[]): Promise<NewMatch[]> {
  const bySiren = groupedBy(await casesOfSirens(tx, [...new Set(notices.flatMap(({ sirens }) => sirens))]), 'siren');
  const told = notices.filter((notice) => noticeEffect(notice).kind !== 'none');
  const names = told.flatMap(({ name }) => namesIn(name));
  const byName = groupedBy(names.length === 0 ? [] : await casesOfNames(tx, [...new Set(names)]), 'asked');
  const corrected = notices.flatMap(({ previousId }) => previousId ?? []);
  const byNotice = groupedBy(corrected.length === 0 ? [] : await casesOfNotices(tx, corrected), 'noticeId');
  const matches: NewMatch[] = [];
  for (const notice of notices) {
    const seen = new Set<string>();
    const add = (found: NoticedCase, how: NewMatch['how']) => {
      if (seen.has(found.debtorId)) return;
      const match = matchOf(notice, found, how);
      if (match === null) return;
      seen.add(found.debtorId);
      matches.push(match);
    };
    for (const siren of notice.sirens) for (const found of bySiren.get(siren) ?? []) add(found, 'siren');
    for (const found of byNotice.get(notice.previousId ?? '') ?? []) add(found, 'correction');
    for (const name of namesIn(notice.name)) for (const found of byName.get(name) ?? []) add(found, 'name');
  }
  return matches;
}

/** The names a notice may bear: the company first, then what else stands behind a comma. */
const namesIn = (name: string | null): string[] =>
  name === null ? [] : [...new Set([name, name.split(',')[0]!.trim()])].filter((one) => one.length > 2);

function groupedBy<T, K extends keyof T>(rows: readonly T[], key: K): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(String(row[key]), [...(groups.get(String(row[key])) ?? []), row]);
  return groups;
}

/** A match with what is to be done of it; null when the notice means nothing for this customer. */
function matchOf(notice: NoticeRecord, found: NoticedCase, how: NewMatch['how']): NewMatch | null {
  const siren = how === 'siren' ? found.siren : null;
  const effect = noticeEffect(notice, found.siren);
  if (effect.kind === 'none' && notice.type === 'annonce') return null;
  if (effect.kind === 'none' && how !== 'correction') return null;
  const reason = doubtOf(notice, found, how);
  const { companyId, caseId, debtorId } = found;
  // A correction that gives the notice to another company opens nothing for this one.
  const isOther = how === 'correction' && found.siren !== null && notice.sirens.length > 0;
  return {
    matchId: randomUUIDv7(),
    companyId,
    caseId,
    noticeId: notice.noticeId,
    debtorId,
    siren,
    how,
    effect: isOther && !notice.sirens.includes(found.siren!) ? 'told' : effect.kind,
    state: reason === null ? 'applied' : 'proposed',
    reason,
  };
}

/** Why a person must say whether a notice counts; null when its number is proof enough. */
function doubtOf(notice: NoticeRecord, found: NoticedCase, how: NewMatch['how']): string | null {
  if (how === 'name') {
    const place = notice.postcode === found.postcode && found.postcode !== null ? ' et le code postal' : '';
    return fr`Seul le nom${place} correspond : ce peut être une autre entreprise. Vérifiez le numéro SIREN avant de confirmer.`;
  }
  const effect = noticeEffect(notice, found.siren);
  if (notice.type === 'annulation' && notice.previousId === null)
    return fr`Elle ne dit pas quelle annonce elle retire : les relances reprendraient. Lisez les deux annonces et confirmez.`;
  if (effect.kind === 'retracted') return fr`Les relances reprendraient : lisez l’annonce et confirmez.`;
  const on = notice.judgment?.on ?? null;
  const first = found.firstClaimOn === null ? null : parseDay(found.firstClaimOn);
  if (stopsReminders(effect.kind) && on !== null && first !== null && first > on)
    return fr`Toutes vos factures ouvertes sont nées après ce jugement : elles échappent peut-être à la procédure. Confirmez si elle est encore en cours.`;
  return null;
}
