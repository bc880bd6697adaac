import { type Day, daysBetween, formatDay, insolvencyClaim, parseDay, partyPlace } from '@acquit/law';
import {
  effectAdvice,
  effectTitle,
  fr,
  type NoticeEffectKind,
  type NoticeView,
  namesAnother,
  noticeEffect,
  noticeOf,
  type Page,
  representativeIn,
  stopsReminders,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isInstantText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';

interface Row {
  matchId: string;
  noticeId: string;
  caseId: string;
  debtorName: string;
  siren: string | null;
  how: NoticeView['how'];
  state: NoticeView['state'];
  reason: string | null;
  effect: NoticeEffectKind;
  record: unknown;
  /** The notice that it corrects or takes back, when it is kept. */
  previous: unknown;
  debtorSiren: string | null;
  procedureId: string | null;
  trouble: NoticeView['trouble'];
  matchedAt: string;
  decidedBy: string | null;
  seen: boolean;
  openedOn: string | null;
  publishedOn: string | null;
  country: string;
  postcode: string | null;
}

const SELECT = `select m.match_id as "matchId", m.notice_id as "noticeId", m.case_id as "caseId", d.name as "debtorName", m.siren, m.how,
    m.state, m.reason, m.effect, n.record, b.record as previous, d.siren_key as "debtorSiren", m.procedure_id as "procedureId", m.trouble, m.matched_at as "matchedAt", m.decided_by as "decidedBy",
    m.seen_at is not null as seen, d.insolvency_opened_on as "openedOn", d.insolvency_published_on as "publishedOn", o.country, o.postcode
  from notice_match m
  join notice n on n.tenant_id = m.tenant_id and n.notice_id = m.notice_id
  left join notice b on b.tenant_id = n.tenant_id and b.notice_id = n.previous_id
  join company o on o.tenant_id = m.tenant_id and o.company_id = m.company_id
  join collection_case c on c.tenant_id = m.tenant_id and c.case_id = m.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id`;

function viewOf(row: Row, today: Day): NoticeView {
  const notice = noticeOf(row.record);
  if (notice === null) throw new Error(`The notice ${row.noticeId} is kept and cannot be read.`);
  const effect = noticeEffect(notice, row.siren);
  const { record: _, previous, debtorSiren, openedOn, publishedOn, country, postcode, matchedAt, ...kept } = row;
  const told = namesAnother(notice, noticeOf(previous), debtorSiren)
    ? OF_ANOTHER
    : notice.type === 'annulation'
      ? TAKEN_BACK[notice.previousId === null ? 'unnamed' : 'named']
      : { title: effectTitle(effect), advice: effectAdvice(effect) };
  const before = declareBefore(row, stopsReminders(effect.kind));
  return {
    ...kept,
    name: notice.name,
    ...told,
    publishedOn: formatDay(notice.publishedOn),
    judgmentOn: notice.judgment?.on ? formatDay(notice.judgment.on) : null,
    court: notice.court,
    details: notice.judgment?.details ?? notice.text,
    representative: representativeIn(notice.judgment?.details ?? null),
    declareBefore: before === null ? null : formatDay(before),
    daysLeft: before === null ? null : daysBetween(today, before),
    matchedOn: matchedAt.slice(0, 10),
  };
}

const TAKEN_BACK = {
  named: {
    title: 'Annulation d’une annonce',
    advice: 'Cette annonce retire celle qu’elle vise : son effet est défait.',
  },
  unnamed: {
    title: 'Annulation d’une annonce',
    advice: fr`Cette annonce en retire une autre sans la nommer. Confirmée, elle défait l’effet de celles qui la précèdent.`,
  },
};

const OF_ANOTHER = {
  title: 'Rectification : une autre entreprise',
  advice: fr`L’annonce corrigée visait ce client par erreur : elle concerne une autre entreprise. Son effet est défait.`,
};

/** The prudent last day to declare, by the standing of the debtor: for what opens or carries on proceedings alone. */
function declareBefore({ state, openedOn, publishedOn, country, postcode }: Row, opens: boolean): Day | null {
  if (state !== 'applied' || !opens || openedOn === null || publishedOn === null) return null;
  const { place } = partyPlace(country, postcode, parseDay(publishedOn)!);
  const outcome = insolvencyClaim({ openedOn, publishedOn, place });
  return 'refusal' in outcome ? null : parseDay(outcome.value.declareBeforePrudent ?? outcome.value.declareBefore);
}

const WAITING = `(m.state = 'proposed' or (m.state = 'applied' and m.seen_at is null))`;

/** Notices about a company's customers, the last matched first; `waiting`: those that ask something of somebody. */
export async function listNotices(
  tx: Tx,
  companyId: string,
  { waiting, cursor, today }: { waiting: boolean; cursor: string | undefined; today: Day },
): Promise<Page<NoticeView>> {
  const read = readCursor(cursor, 'ss');
  const after = read !== null && isInstantText(read[0]) && isUuidText(read[1]) ? read : null;
  const { rows } = await tx.query<Row>(
    `${SELECT} where m.tenant_id = $1 and m.company_id = $2 and ($3::timestamptz is null or (m.matched_at, m.match_id) < ($3, $4::uuid))
      ${waiting ? `and ${WAITING}` : ''} order by m.matched_at desc, m.match_id desc limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, after?.[0] ?? null, after?.[1] ?? null],
  );
  return pageOf(
    rows,
    (row) => viewOf(row, today),
    ({ matchedAt, matchId }) => [matchedAt, matchId],
  );
}

/** How many notices of a company ask something of somebody. */
export async function countWaitingNotices(tx: Tx, companyId: string): Promise<number> {
  const { rows } = await tx.query<{ n: number }>(
    `select count(*)::int as n from notice_match m where m.tenant_id = $1 and m.company_id = $2 and ${WAITING}`,
    [tx.tenantId, companyId],
  );
  return rows[0]!.n;
}

/** The notices of a case, the last published first. */
export async function noticesOfCase(tx: Tx, caseId: string, today: Day): Promise<NoticeView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} where m.tenant_id = $1 and m.case_id = $2 order by n.published_on desc, m.match_id`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => viewOf(row, today));
}

/** One match as its screen shows it; null when unknown. */
export async function findNotice(tx: Tx, matchId: string, today: Day): Promise<NoticeView | null> {
  const { rows } = await tx.query<Row>(`${SELECT} where m.tenant_id = $1 and m.match_id = $2`, [tx.tenantId, matchId]);
  return rows[0] === undefined ? null : viewOf(rows[0], today);
}

/** A match, its case locked; null when unknown. */
export async function lockMatch(
  tx: Tx,
  matchId: string,
): Promise<{ caseId: string; noticeId: string; state: NoticeView['state'] } | null> {
  const { rows } = await tx.query<{ caseId: string; noticeId: string; state: NoticeView['state'] }>(
    `select m.case_id as "caseId", m.notice_id as "noticeId", m.state from notice_match m
       join collection_case c on c.tenant_id = m.tenant_id and c.case_id = m.case_id
      where m.tenant_id = $1 and m.match_id = $2 for update of c, m`,
    [tx.tenantId, matchId],
  );
  return rows[0] ?? null;
}

/** Writes what a person decided of a match, or that he read it. */
export async function decideMatch(
  tx: Tx,
  matchId: string,
  state: NoticeView['state'] | null,
  by: string,
): Promise<void> {
  await tx.query(
    `update notice_match
        set state = coalesce($3, state), seen_at = coalesce(seen_at, now()), seen_by = coalesce(seen_by, $4),
            decided_by = case when $3::text is null then decided_by else $4 end,
            decided_at = case when $3::text is null then decided_at else now() end
      where tenant_id = $1 and match_id = $2`,
    [tx.tenantId, matchId, state, by],
  );
}
