import { fr } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** A customer as the notices that count for him leave him, his case locked. */
export interface NoticedDebtor {
  caseId: string;
  debtorId: string;
  status: string;
  siren: string | null;
  openedOn: string | null;
  byNotice: string | null;
  beforeNotice: string | null;
  /** The records of the notices that count. */
  records: unknown[];
}

/** Locks the cases, in one order for everybody, and reads where their debtors stand. */
export async function lockNoticed(tx: Tx, caseIds: readonly string[]): Promise<NoticedDebtor[]> {
  const { rows } = await tx.query<NoticedDebtor>(
    `with locked as (
       select c.tenant_id, c.case_id, c.debtor_id, c.status from collection_case c
        where c.tenant_id = $1 and c.case_id = any($2::uuid[]) order by c.case_id for update of c)
     select l.case_id as "caseId", l.debtor_id as "debtorId", l.status, d.siren_key as siren, d.insolvency_opened_on as "openedOn",
            d.insolvency_by_notice as "byNotice", d.insolvency_before_notice as "beforeNotice",
            (select coalesce(jsonb_agg(distinct n.record), '[]') from notice_match m
               join notice n on n.tenant_id = m.tenant_id and n.notice_id = m.notice_id
              where m.tenant_id = l.tenant_id and m.case_id = l.case_id and m.state = 'applied') as records
       from locked l join debtor d on d.tenant_id = l.tenant_id and d.debtor_id = l.debtor_id order by l.case_id`,
    [tx.tenantId, caseIds],
  );
  return rows;
}

export interface DebtorStanding {
  debtorId: string;
  openedOn: string | null;
  byNotice: string | null;
  beforeNotice: string | null;
  publishedOn: string | null;
  proceedings: string | null;
  closedOn: string | null;
  representative: unknown;
  struckOffOn: string | null;
}

/** Writes where debtors stand by their notices. */
export async function writeStandings(tx: Tx, standings: readonly DebtorStanding[]): Promise<void> {
  await tx.query(
    `update debtor d set insolvency_opened_on = s."openedOn", insolvency_by_notice = s."byNotice",
            insolvency_before_notice = s."beforeNotice", insolvency_published_on = s."publishedOn", insolvency_kind = s.proceedings,
            insolvency_closed_on = s."closedOn", insolvency_representative = s.representative, struck_off_on = s."struckOffOn"
       from jsonb_to_recordset($2::jsonb) as s("debtorId" uuid, "openedOn" date, "byNotice" date, "beforeNotice" date,
              "publishedOn" date, proceedings text, "closedOn" date, representative jsonb, "struckOffOn" date)
      where d.tenant_id = $1 and d.debtor_id = s."debtorId"`,
    [tx.tenantId, JSON.stringify(standings)],
  );
}

/** What the notices of a case say together: its opening, and what is to be read again. */
export interface OpeningMark {
  caseId: string;
  openingId: string | null;
  /** The notices of that opening, and all those of the proceedings under way. */
  openingIds: readonly string[];
  currentIds: readonly string[];
  doubts: readonly { noticeId: string; message: string }[];
}

/**
 * Marks the matches of the openings that now start a clock, takes the mark from the others of these cases, and keeps
 * beside each notice that counts what it leaves open. A declaration engaged for proceedings that are over keeps none from
 * being opened for new ones; one engaged for an earlier opening of the same proceedings does, and a person is told.
 */
export async function markOpenings(tx: Tx, openings: readonly OpeningMark[]): Promise<void> {
  await tx.query(
    `update notice_match m set wants_procedure = w.opens and not w.is_declared, reason = w.reason,
            trouble = case when w.opens and w.is_declared and not w.is_of_opening then $3::jsonb
                           when m.wants_procedure and w.opens and not w.is_declared then m.trouble end
       from (select x.tenant_id, x.match_id, x.state = 'applied' and x.notice_id is not distinct from o."openingId" as opens,
                    exists (select from notice_match y where y.tenant_id = x.tenant_id and y.case_id = x.case_id and y.procedure_id is not null
                               and y.state = 'applied' and o."currentIds" ? y.notice_id) as is_declared,
                    exists (select from notice_match y where y.tenant_id = x.tenant_id and y.case_id = x.case_id and y.procedure_id is not null
                               and y.state = 'applied' and o."openingIds" ? y.notice_id) as is_of_opening,
                    case when x.state = 'applied' then
                      (select string_agg(d.message, ' ') from jsonb_to_recordset(o.doubts) as d("noticeId" text, message text)
                        where d."noticeId" = x.notice_id) else x.reason end as reason
               from jsonb_to_recordset($2::jsonb) as o("caseId" uuid, "openingId" text, "openingIds" jsonb, "currentIds" jsonb, doubts jsonb)
               join notice_match x on x.tenant_id = $1 and x.case_id = o."caseId") w
      where m.tenant_id = w.tenant_id and m.match_id = w.match_id
        and (m.wants_procedure <> (w.opens and not w.is_declared) or m.reason is distinct from w.reason
             or (w.opens and w.is_declared and not w.is_of_opening and m.trouble is null))`,
    [tx.tenantId, JSON.stringify(openings), JSON.stringify(DECLARED_BEFORE)],
  );
}

const DECLARED_BEFORE = {
  code: 'DeclaredBefore',
  message: fr`Une déclaration est déjà suivie pour ce client, pour un jugement antérieur : vérifiez avec le mandataire si les factures nées depuis doivent être déclarées, et engagez-la sans attendre le dernier jour.`,
};

/** An opening for which a declaration is to be engaged. */
export interface OpeningToDeclare {
  matchId: string;
  caseId: string;
  noticeId: string;
  openedOn: string;
  publishedOn: string;
  proceedings: 'sauvegarde' | 'redressement' | 'liquidation' | null;
  representative: { name: string; address: string | null } | null;
  court: string | null;
  /** Open invoices of before the judgment. */
  claimIds: string[];
}

/** One opening that waits for its declaration, locked; null when none is left. Those met with a trouble wait for a change. */
export async function nextOpening(tx: Tx): Promise<OpeningToDeclare | null> {
  const { rows } = await tx.query<OpeningToDeclare>(
    `select m.match_id as "matchId", m.case_id as "caseId", m.notice_id as "noticeId", d.insolvency_opened_on as "openedOn",
            d.insolvency_published_on as "publishedOn", d.insolvency_kind as proceedings, d.insolvency_representative as representative,
            n.record ->> 'tribunal' as court,
            array(select k.claim_id from claim k where k.tenant_id = m.tenant_id and k.case_id = m.case_id and k.status = 'open'
                    and k.kind not in ('credit-note', 'factored') and k.open_cents > 0
                    and coalesce(k.issued_on, k.due_on, d.insolvency_opened_on) <= d.insolvency_opened_on order by k.due_on, k.claim_id) as "claimIds"
       from notice_match m
       join collection_case c on c.tenant_id = m.tenant_id and c.case_id = m.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
       join notice n on n.tenant_id = m.tenant_id and n.notice_id = m.notice_id
      where m.tenant_id = $1 and m.wants_procedure and m.trouble is null
        and d.insolvency_opened_on is not null and d.insolvency_published_on is not null
      order by m.match_id limit 1 for update of c, m skip locked`,
    [tx.tenantId],
  );
  return rows[0] ?? null;
}

/** Keeps what became of a declaration: its procedure, or why there is none. */
export async function keepDeclaration(
  tx: Tx,
  matchId: string,
  { procedureId, trouble }: { procedureId: string | null; trouble: { code: string; message: string } | null },
): Promise<void> {
  await tx.query(
    `update notice_match set procedure_id = $3, trouble = $4, wants_procedure = $3::uuid is null and $4::jsonb is not null
      where tenant_id = $1 and match_id = $2`,
    [tx.tenantId, matchId, procedureId, trouble === null ? null : JSON.stringify(trouble)],
  );
}

/** Declarations engaged for notices that no longer count, with the match forgetting them. */
export async function releaseDeclarations(tx: Tx, caseIds: readonly string[]): Promise<string[]> {
  const { rows } = await tx.query<{ procedureId: string }>(
    `with gone as (
       select m.match_id, m.procedure_id from notice_match m
         join collection_case c on c.tenant_id = m.tenant_id and c.case_id = m.case_id
         join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
        where m.tenant_id = $1 and m.case_id = any($2::uuid[]) and m.procedure_id is not null
          and (m.state <> 'applied' or d.insolvency_opened_on is null))
     update notice_match m set procedure_id = null from gone g where m.tenant_id = $1 and m.match_id = g.match_id
     returning g.procedure_id as "procedureId"`,
    [tx.tenantId, caseIds],
  );
  return rows.map((row) => row.procedureId);
}
