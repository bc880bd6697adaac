import { addDays, type ClaimKind, type Day, type DebtorKind, daysBetween, formatDay } from '@acquit/law';
import {
  LIMITATION_STAGES,
  type LimitationListView,
  type LimitationRow,
  type LimitationView,
  limitationActs,
  limitationOf,
  missingNames,
  type Reason,
  stageOf,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';
import { SEEN } from '../procedures/deadlines.ts';
import { storedDay } from '../stored-day.ts';
import { limitationFacts } from './facts.ts';
import { watchedClaims } from './load.ts';

export type LimitationFilter = '15' | '60' | '180' | 'expired' | 'all';

/** What an alarm of limitation is called where alarms are kept. */
export const LIMITATION = 'limitation';

interface Row {
  claim_id: string;
  case_id: string;
  debtor_name: string;
  number: string;
  due_on: string | null;
  open_cents: bigint;
  expires_on: string | null;
  fallback_on: string | null;
  watched: string;
  article: string | null;
  confidence: LimitationRow['confidence'];
  candidates: unknown[];
  missing: Parameters<typeof missingNames>[0]['missing'];
  is_title: boolean;
  refusal: Reason | null;
  seen: number[];
}

const COLUMNS = `l.claim_id, k.case_id, d.name as debtor_name, k.number, k.due_on, k.open_cents, l.expires_on, l.fallback_on,
  l.watched_on::text as watched, l.article, l.confidence, l.candidates, l.missing, l.is_title, l.refusal,
  ${SEEN('l.claim_id', `'${LIMITATION}'`, 'coalesce(l.expires_on, l.fallback_on)')} as seen`;

const JOINS = `join claim k on k.tenant_id = l.tenant_id and k.claim_id = l.claim_id and k.status = 'open'
  join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id`;

/** A row on a day. What is kept open by a case going on rings no alarm; its fallback is shown. */
function rowView(row: Row, on: Day): LimitationRow {
  const expires = row.expires_on === null ? null : storedDay(row.expires_on);
  const daysLeft = expires === null ? null : daysBetween(on, expires);
  const stage = daysLeft === null ? null : stageOf(daysLeft, LIMITATION_STAGES);
  return {
    claimId: row.claim_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    number: row.number,
    dueOn: row.due_on,
    openCents: Number(row.open_cents),
    expiresOn: row.expires_on,
    fallbackOn: row.fallback_on,
    daysLeft,
    expired: daysLeft !== null && daysLeft < 0,
    stage,
    seen: stage !== null && row.seen.includes(stage),
    article: row.article,
    confidence: row.confidence,
    isTitle: row.is_title,
    readings: Math.max(row.candidates.length, row.refusal === null ? 1 : 0),
    missing: missingNames({ missing: row.missing }),
    blocked: row.refusal,
  };
}

/** From which day to which, both included, the last day of a claim lies; `infinity` for what could not be told. */
function bounds(filter: LimitationFilter, on: Day): [from: string, until: string] {
  if (filter === 'all') return ['-infinity', 'infinity'];
  if (filter === 'expired') return ['-infinity', formatDay(addDays(on, -1))];
  return [formatDay(on), formatDay(addDays(on, Number(filter)))];
}

const DATE = /^(-?infinity|\d{4}-\d{2}-\d{2})$/;

/** The radar: open claims by their last day, soonest first; those whose period could not be told come last. */
export async function listLimitations(
  tx: Tx,
  companyId: string,
  { filter, on, cursor }: { filter: LimitationFilter; on: Day; cursor: string | undefined },
): Promise<LimitationListView> {
  const [from, until] = bounds(filter, on);
  const [day, id] = readCursor(cursor, 'ss') ?? [];
  const isAfter = typeof day === 'string' && DATE.test(day) && isUuidText(id);
  const { rows } = await tx.query<Row>(
    `select ${COLUMNS} from claim_limitation l ${JOINS}
      where l.tenant_id = $1 and l.company_id = $2 and l.watched_on between $3 and $4
        ${isAfter ? 'and (l.watched_on, l.claim_id) > ($5, $6)' : ''}
      order by l.watched_on, l.claim_id limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, from, until, ...(isAfter ? [day, id] : [])],
  );
  return {
    page: pageOf(
      rows,
      (row) => rowView(row, on),
      (row) => [row.watched, row.claim_id],
    ),
    counts: await countsOf(tx, companyId, on),
    stale: await staleCases(tx, companyId),
  };
}

const FILTERS: readonly LimitationFilter[] = ['expired', '15', '60', '180', 'all'];

async function countsOf(tx: Tx, companyId: string, on: Day): Promise<LimitationListView['counts']> {
  const range = (filter: LimitationFilter, n: number) =>
    `count(*) filter (where l.watched_on between $${n} and $${n + 1})::int, coalesce(sum(k.open_cents) filter (where l.watched_on between $${n} and $${n + 1}), 0)::int8 /* ${filter} */`;
  const [row] = await tx.arrays<(number | bigint)[]>(
    `select ${FILTERS.map((filter, at) => range(filter, 3 + at * 2)).join(', ')}
       from claim_limitation l join claim k on k.tenant_id = l.tenant_id and k.claim_id = l.claim_id and k.status = 'open'
      where l.tenant_id = $1 and l.company_id = $2`,
    [tx.tenantId, companyId, ...FILTERS.flatMap((filter) => bounds(filter, on))],
  );
  return FILTERS.map((within, at) => ({
    within,
    count: Number(row![at * 2]),
    cents: Number(row![at * 2 + 1]),
  }));
}

/** Cases of a company whose limitations are not up to date; counted up to a thousand. */
async function staleCases(tx: Tx, companyId: string): Promise<number> {
  const [row] = await tx.arrays<[number]>(
    `select count(*)::int from (select from collection_case where tenant_id = $1 and company_id = $2 and limitation_stale limit 1000) c`,
    [tx.tenantId, companyId],
  );
  return row![0];
}

/**
 * One claim of the radar opened: the rule's tree on the day, what would interrupt and what would not, what was entered.
 * It is computed anew, so that it never shows an old day. Null when the claim is not open.
 */
export async function limitationView(tx: Tx, claimId: string, on: Day): Promise<LimitationView | null> {
  const [place] = await tx.arrays<[string, string, string, bigint, ClaimKind, DebtorKind | null]>(
    `select k.case_id, d.name, k.number, k.open_cents, k.claim_kind, d.kind
       from claim k
       join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where k.tenant_id = $1 and k.claim_id = $2`,
    [tx.tenantId, claimId],
  );
  if (place === undefined) return null;
  const [caseId, debtorName, number, openCents, claimKind, debtorKind] = place;
  const claim = (await watchedClaims(tx, [caseId], on)).find((one) => one.claimId === claimId);
  if (claim === undefined) return null;
  const outcome = limitationOf(claim.facts, on);
  const value = outcome.value ?? null;
  const watched = value?.expiresOn ?? value?.fallbackOn ?? null;
  const row: Row = {
    claim_id: claimId,
    case_id: caseId,
    debtor_name: debtorName,
    number,
    due_on: claim.facts.dueOn === null ? null : formatDay(claim.facts.dueOn),
    open_cents: openCents,
    expires_on: value?.expiresOn ?? null,
    fallback_on: value?.fallbackOn ?? null,
    watched: watched ?? 'infinity',
    article: value?.article ?? null,
    confidence: value?.confidence ?? null,
    candidates: [...(value?.candidates ?? [])],
    missing: value?.missing ?? [],
    is_title: value !== null && claim.facts.titleOn !== null,
    refusal: outcome.refusal === undefined ? null : { code: outcome.refusal.code, message: outcome.refusal.message },
    seen: watched === null ? [] : await stagesSeen(tx, claimId, watched),
  };
  return {
    row: rowView(row, on),
    claimKind,
    debtorKind,
    value,
    explanation: outcome.explanation ?? null,
    ...limitationActs(claim.facts, on),
    facts: await limitationFacts(tx, caseId, claimId),
  };
}

async function stagesSeen(tx: Tx, claimId: string, onDay: string): Promise<number[]> {
  const rows = await tx.arrays<[number]>(
    `select stage::int from alarm_seen where tenant_id = $1 and object_id = $2 and what = '${LIMITATION}' and on_day = $3`,
    [tx.tenantId, claimId, onDay],
  );
  return rows.map(([stage]) => stage);
}
