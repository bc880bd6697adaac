import {
  type HandOverOutcome,
  type HandOverRow,
  type HandOverTerms,
  type HandOverView,
  handOverOutcomeName,
  type Page,
  type PartnerKind,
  type ProcedureKind,
  partnerKindName,
  procedureName,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { actorName } from '../actor-name.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';
import { findPartner } from './partners.ts';
import { postsOf } from './posts.ts';

/** A hand-over as it is written. Days `YYYY-MM-DD`, amounts cents. */
export interface HandOverRecord {
  handOverId: string;
  companyId: string;
  caseId: string;
  partnerId: string;
  reference: string | null;
  amountCents: number;
  terms: HandOverTerms;
  note: string | null;
  openedOn: string;
  enteredBy: string;
  procedureIds: readonly string[];
}

export async function insertHandOver(tx: Tx, one: HandOverRecord): Promise<void> {
  await tx.query(
    `insert into hand_over (tenant_id, hand_over_id, company_id, case_id, partner_id, reference, amount_cents, terms, note, opened_on, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      one.handOverId,
      one.companyId,
      one.caseId,
      one.partnerId,
      one.reference,
      one.amountCents,
      JSON.stringify(one.terms),
      one.note,
      one.openedOn,
      one.enteredBy,
    ],
  );
  await tx.query(
    'insert into hand_over_procedure (tenant_id, hand_over_id, procedure_id) select $1, $2, unnest($3::uuid[])',
    [tx.tenantId, one.handOverId, one.procedureIds],
  );
}

interface Row {
  hand_over_id: string;
  company_id: string;
  case_id: string;
  partner_id: string;
  debtor_name: string;
  partner_name: string;
  partner_kind: PartnerKind;
  reference: string | null;
  amount_cents: bigint;
  terms: HandOverTerms;
  note: string | null;
  opened_on: string;
  entered_name: string;
  epoch: number;
  access_until: string | null;
  last_opened_on: string | null;
  ended_on: string | null;
  outcome: HandOverOutcome | null;
  outcome_note: string | null;
  received_cents: bigint;
  cost_cents: bigint;
  unread: number;
}

const SELECT = `select h.*, d.name as debtor_name, p.name as partner_name, p.kind as partner_kind, ${actorName('h.entered_by')} as entered_name,
    (select coalesce(sum(r.amount_cents), 0)::int8 from receipt r
      where r.tenant_id = h.tenant_id and r.case_id = h.case_id and r.cancelled_at is null and r.received_on >= h.opened_on
        and (h.ended_on is null or r.received_on <= h.ended_on)) as received_cents,
    w.cost_cents, w.unread
  from hand_over h
  join partner p on p.tenant_id = h.tenant_id and p.partner_id = h.partner_id
  join collection_case c on c.tenant_id = h.tenant_id and c.case_id = h.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
  cross join lateral (select coalesce(sum(x.amount_cents) filter (where x.kind = 'cost' and x.withdrawn_at is null), 0)::int8 as cost_cents,
                             count(*) filter (where x.read_at is null and x.withdrawn_at is null)::int as unread
                        from hand_over_post x where x.tenant_id = h.tenant_id and x.hand_over_id = h.hand_over_id) w
 where h.tenant_id = $1`;

const rowOf = (row: Row): HandOverRow => ({
  handOverId: row.hand_over_id,
  caseId: row.case_id,
  debtorName: row.debtor_name,
  partnerName: row.partner_name,
  partnerKind: row.partner_kind,
  partnerKindName: partnerKindName(row.partner_kind),
  amountCents: Number(row.amount_cents),
  openedOn: row.opened_on,
  receivedCents: Number(row.received_cents),
  costCents: Number(row.cost_cents),
  unread: row.unread,
  ended:
    row.ended_on === null || row.outcome === null
      ? null
      : {
          on: row.ended_on,
          outcome: row.outcome,
          outcomeName: handOverOutcomeName(row.outcome),
          note: row.outcome_note,
        },
});

/** Where a hand-over belongs, and what its link must bear to open it; `lock` keeps others from changing it. */
export interface HandOverHeader {
  handOverId: string;
  companyId: string;
  caseId: string;
  partnerId: string;
  openedOn: string;
  endedOn: string | null;
  epoch: number;
  accessUntil: string | null;
}

export async function handOverHeader(tx: Tx, handOverId: string, lock = false): Promise<HandOverHeader | null> {
  const { rows } = await tx.query<Row>(
    `select * from hand_over where tenant_id = $1 and hand_over_id = $2 ${lock ? 'for update' : ''}`,
    [tx.tenantId, handOverId],
  );
  const [row] = rows;
  return row === undefined
    ? null
    : {
        handOverId: row.hand_over_id,
        companyId: row.company_id,
        caseId: row.case_id,
        partnerId: row.partner_id,
        openedOn: row.opened_on,
        endedOn: row.ended_on,
        epoch: row.epoch,
        accessUntil: row.access_until,
      };
}

/** One hand-over with everything told of it; null when unknown. */
export async function findHandOver(tx: Tx, handOverId: string): Promise<HandOverView | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and h.hand_over_id = $2`, [tx.tenantId, handOverId]);
  const [row] = rows;
  if (!row) return null;
  return {
    ...rowOf(row),
    partner: (await findPartner(tx, row.partner_id))!,
    reference: row.reference,
    terms: row.terms,
    note: row.note,
    enteredBy: row.entered_name,
    procedures: await proceduresOf(tx, handOverId),
    accessUntil: row.ended_on === null ? row.access_until : null,
    lastOpenedOn: row.last_opened_on,
    posts: await postsOf(tx, handOverId),
  };
}

async function proceduresOf(tx: Tx, handOverId: string): Promise<HandOverView['procedures']> {
  const rows = await tx.arrays<[string, ProcedureKind]>(
    `select p.procedure_id, p.kind from hand_over_procedure h
       join procedure p on p.tenant_id = h.tenant_id and p.procedure_id = h.procedure_id
      where h.tenant_id = $1 and h.hand_over_id = $2 order by p.opened_on, p.procedure_id`,
    [tx.tenantId, handOverId],
  );
  return rows.map(([procedureId, kind]) => ({ procedureId, name: procedureName(kind) }));
}

/** The hand-overs of a case, latest first. */
export async function handOversOfCase(tx: Tx, caseId: string): Promise<HandOverRow[]> {
  const { rows } = await tx.query<Row>(`${SELECT} and h.case_id = $2 order by h.opened_on desc, h.hand_over_id desc`, [
    tx.tenantId,
    caseId,
  ]);
  return rows.map(rowOf);
}

export type HandOverFilter = 'running' | 'ended' | 'all';

const FILTERS: Readonly<Record<HandOverFilter, string>> = {
  running: 'and h.ended_on is null',
  ended: 'and h.ended_on is not null',
  all: '',
};

/** One page of the hand-overs of a company, latest first. */
export async function listHandOvers(
  tx: Tx,
  companyId: string,
  filter: HandOverFilter,
  cursor: string | undefined,
): Promise<Page<HandOverRow>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isDayText(key[0]) && isUuidText(key[1]);
  const { rows } = await tx.query<Row>(
    `${SELECT} and h.company_id = $2 ${FILTERS[filter]} and ($3::date is null or (h.opened_on, h.hand_over_id) < ($3, $4::uuid))
      order by h.opened_on desc, h.hand_over_id desc limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, valid ? key[0] : null, valid ? key[1] : null],
  );
  return pageOf(rows, rowOf, (row) => [row.opened_on, row.hand_over_id]);
}

/** How many there are, what was asked for in them, and what nobody has read. */
export async function handOverTotals(
  tx: Tx,
  companyId: string,
  filter: HandOverFilter,
): Promise<{ count: number; amountCents: number; unread: number }> {
  const rows = await tx.arrays<[number, bigint, number]>(
    `select count(*)::int, coalesce(sum(h.amount_cents), 0)::int8,
            coalesce(sum((select count(*) from hand_over_post x where x.tenant_id = h.tenant_id and x.hand_over_id = h.hand_over_id
                             and x.read_at is null and x.withdrawn_at is null)), 0)::int
       from hand_over h where h.tenant_id = $1 and h.company_id = $2 ${FILTERS[filter]}`,
    [tx.tenantId, companyId],
  );
  const [count, cents, unread] = rows[0]!;
  return { count, amountCents: Number(cents), unread };
}

/** The running hand-overs of a case, each with its procedures; empty procedures: the whole case. */
export async function runningHandOvers(
  tx: Tx,
  caseId: string,
): Promise<{ handOverId: string; procedureIds: string[] }[]> {
  const rows = await tx.arrays<[string, string[]]>(
    `select h.hand_over_id, array(select x.procedure_id from hand_over_procedure x where x.tenant_id = h.tenant_id and x.hand_over_id = h.hand_over_id)
       from hand_over h where h.tenant_id = $1 and h.case_id = $2 and h.ended_on is null`,
    [tx.tenantId, caseId],
  );
  return rows.map(([handOverId, procedureIds]) => ({ handOverId, procedureIds }));
}

/**
 * The claims of these procedures of a case, none for none (the whole case); null when one of them is not of the case, or
 * is closed.
 */
export async function claimsOfProcedures(
  tx: Tx,
  caseId: string,
  procedureIds: readonly string[],
): Promise<string[] | null> {
  if (procedureIds.length === 0) return [];
  const rows = await tx.arrays<[string, string[]]>(
    `select p.procedure_id, array(select c.claim_id from procedure_claim c where c.tenant_id = p.tenant_id and c.procedure_id = p.procedure_id)
       from procedure p where p.tenant_id = $1 and p.case_id = $2 and p.procedure_id = any($3::uuid[]) and p.closed_on is null`,
    [tx.tenantId, caseId, procedureIds],
  );
  return rows.length === procedureIds.length ? rows.flatMap(([, claimIds]) => claimIds) : null;
}

/** Changes what was agreed, his number and our note. */
export async function changeHandOver(
  tx: Tx,
  handOverId: string,
  change: { reference: string | null; terms: HandOverTerms; note: string | null },
): Promise<void> {
  await tx.query(
    'update hand_over set reference = $3, terms = $4, note = $5 where tenant_id = $1 and hand_over_id = $2',
    [tx.tenantId, handOverId, change.reference, JSON.stringify(change.terms), change.note],
  );
}

/** Lets links of the present number open until a day, or, with null, withdraws every link given so far. */
export async function setHandOverAccess(tx: Tx, handOverId: string, until: string | null): Promise<void> {
  await tx.query(
    `update hand_over set access_until = case when $3::date is null then null else greatest(access_until, $3) end,
            epoch = case when $3::date is null then epoch + 1 else epoch end
      where tenant_id = $1 and hand_over_id = $2`,
    [tx.tenantId, handOverId, until],
  );
}

/** Notes that the page was looked at; true on the first look of a day. */
export async function noteHandOverOpened(tx: Tx, handOverId: string, on: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    'update hand_over set last_opened_on = $3 where tenant_id = $1 and hand_over_id = $2 and last_opened_on is distinct from $3::date',
    [tx.tenantId, handOverId, on],
  );
  return rowCount === 1;
}

/** Ends a hand-over with its result; links given for it open nothing any more. */
export async function settleHandOver(
  tx: Tx,
  handOverId: string,
  end: { on: string; outcome: HandOverOutcome; note: string | null; by: string },
): Promise<void> {
  await tx.query(
    `update hand_over set ended_on = $3, outcome = $4, outcome_note = $5, ended_by = $6, ended_at = now(), epoch = epoch + 1, access_until = null
      where tenant_id = $1 and hand_over_id = $2 and ended_on is null`,
    [tx.tenantId, handOverId, end.on, end.outcome, end.note, end.by],
  );
}
