import type { Tx } from '../../store.ts';

/** A customer that a notice may be about. */
export interface NoticedCase {
  siren: string | null;
  name: string;
  companyId: string;
  caseId: string;
  debtorId: string;
  /** The first day that an open invoice is of; null when nothing is open. */
  firstClaimOn: string | null;
  postcode: string | null;
}

const CASE = `d.siren_key as siren, d.name, d.company_id as "companyId", c.case_id as "caseId", d.debtor_id as "debtorId", d.postcode,
  (select min(coalesce(k.issued_on, k.due_on)) from claim k
    where k.tenant_id = c.tenant_id and k.case_id = c.case_id and k.status = 'open' and k.kind <> 'credit-note') as "firstClaimOn"`;
const FROM = `from company o join debtor d on d.tenant_id = o.tenant_id and d.company_id = o.company_id
  join collection_case c on c.tenant_id = d.tenant_id and c.company_id = d.company_id and c.debtor_id = d.debtor_id`;

/** Customers with one of these company numbers, exactly. */
export async function casesOfSirens(tx: Tx, sirens: readonly string[]): Promise<NoticedCase[]> {
  const { rows } = await tx.query<NoticedCase>(
    `select ${CASE} ${FROM} where o.tenant_id = $1 and d.siren_key = any($2::text[])`,
    [tx.tenantId, sirens],
  );
  return rows;
}

/** Customers without a company number who bear one of these names, accents and capitals apart; `asked` is the name given. */
export async function casesOfNames(tx: Tx, names: readonly string[]): Promise<(NoticedCase & { asked: string })[]> {
  const { rows } = await tx.query<NoticedCase & { asked: string }>(
    `select n.asked, ${CASE} from (select asked, fold_name(asked) as name_key from unnest($2::text[]) as asked) n
       join (${`select o.tenant_id, d.debtor_id as of_debtor, d.name_key as of_key ${FROM} where o.tenant_id = $1 and d.siren_key is null and d.name_key = any(select fold_name(x) from unnest($2::text[]) as x)`}) f on f.of_key = n.name_key
       join debtor d on d.tenant_id = f.tenant_id and d.debtor_id = f.of_debtor
       join collection_case c on c.tenant_id = d.tenant_id and c.company_id = d.company_id and c.debtor_id = d.debtor_id`,
    [tx.tenantId, names],
  );
  return rows;
}

/** Customers to whom these notices were matched, for what corrects them. */
export async function casesOfNotices(
  tx: Tx,
  noticeIds: readonly string[],
): Promise<(NoticedCase & { noticeId: string })[]> {
  const { rows } = await tx.query<NoticedCase & { noticeId: string }>(
    `select m.notice_id as "noticeId", ${CASE} from notice_match m
       join collection_case c on c.tenant_id = m.tenant_id and c.case_id = m.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where m.tenant_id = $1 and m.notice_id = any($2::text[])`,
    [tx.tenantId, noticeIds],
  );
  return rows;
}

export interface NewNotice {
  noticeId: string;
  publishedOn: string;
  previousId: string | null;
  record: unknown;
}

export interface NewMatch {
  matchId: string;
  companyId: string;
  caseId: string;
  noticeId: string;
  debtorId: string;
  siren: string | null;
  how: 'siren' | 'name' | 'correction';
  effect: string;
  state: 'proposed' | 'applied';
  reason: string | null;
}

/** Keeps notices and their matches; one that is known already is left as it is. Gives the identifiers of new matches. */
export async function keepNotices(
  tx: Tx,
  by: string,
  notices: readonly NewNotice[],
  matches: readonly NewMatch[],
): Promise<string[]> {
  await tx.query(
    `insert into notice (tenant_id, notice_id, published_on, previous_id, record, received_by)
     select $1, n."noticeId", n."publishedOn", n."previousId", n.record, $3
       from jsonb_to_recordset($2::jsonb) as n("noticeId" text, "publishedOn" date, "previousId" text, record jsonb)
     on conflict do nothing`,
    [tx.tenantId, JSON.stringify(notices), by],
  );
  const { rows } = await tx.query<{ matchId: string }>(
    `insert into notice_match (tenant_id, match_id, company_id, case_id, notice_id, found_for, siren, how, effect, state, reason)
     select $1, m."matchId", m."companyId", m."caseId", m."noticeId", m."debtorId", m.siren, m.how, m.effect, m.state, m.reason
       from jsonb_to_recordset($2::jsonb) as m("matchId" uuid, "companyId" uuid, "caseId" uuid, "noticeId" text, "debtorId" uuid,
              siren text, how text, effect text, state text, reason text)
      -- A customer made one with another has the notices of both, each once.
      where not exists (select from notice_match x where x.tenant_id = $1 and x.case_id = m."caseId" and x.notice_id = m."noticeId")
     on conflict do nothing returning match_id as "matchId"`,
    [tx.tenantId, JSON.stringify(matches)],
  );
  return rows.map((row) => row.matchId);
}
