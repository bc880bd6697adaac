import type { CourtKind } from '@acquit/law';
import {
  type Page,
  type ProcedureEnd,
  type ProcedureKind,
  type ProcedureRow,
  procedureName,
  stateOf,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';
import { debtorsNamed, searchOf } from '../search.ts';

type ProcedureFilter = 'running' | 'ended' | 'closed' | 'all';

/** What of a company's procedures is asked. */
export interface ProcedureListOrder {
  companyId: string;
  filter: ProcedureFilter;
  /** Words of the customer or of the court, an invoice's number or the registry's own; empty: all. */
  q?: string | undefined;
  /** Only procedures of one kind. */
  kind?: ProcedureKind | undefined;
}

interface Row {
  procedure_id: string;
  case_id: string;
  debtor_name: string;
  kind: ProcedureKind;
  court_kind: CourtKind | null;
  court_name: string | null;
  case_number: string | null;
  amount_cents: bigint;
  opened_on: string;
  state: string;
  state_since: string | null;
  ended: ProcedureEnd | null;
  closed_on: string | null;
  next_label: string | null;
  next_before: string | null;
  costs: bigint;
}

/** `ended`: over, or paid, and somebody has still to say what follows. */
const WHICH: Record<ProcedureFilter, string> = {
  running: 'p.closed_on is null',
  ended: `p.closed_on is null and (p.ended is not null or p.is_settled or p.state = 'to-check')`,
  closed: 'p.closed_on is not null',
  all: 'true',
};

/** Beyond so many customers or invoices a search is too broad to be read: its first matches are listed. */
const MOST_MATCHES = 1000;

/**
 * The conditions of a list on procedures named `p`, with their values; the tenant is $1 and the company $2. Null when
 * what was typed can match nothing. Customers and invoices are looked up first and read once as a list of procedures;
 * every word of a court must begin one of its words.
 */
function conditions(tx: Tx, { companyId, filter, q = '', kind }: ProcedureListOrder) {
  const search = searchOf(q);
  if (search === 'nothing') return null;
  const values: unknown[] = [tx.tenantId, companyId];
  const add = (value: unknown) => `$${values.push(value)}`;
  const found: string[] = [];
  if (search !== null) {
    const debtors = debtorsNamed(search, add);
    if (debtors !== null)
      found.push(`select b.procedure_id from collection_case m
          join procedure b on b.tenant_id = m.tenant_id and b.case_id = m.case_id
         where m.tenant_id = $1 and m.company_id = $2 and m.debtor_id = any(array(${debtors} limit ${MOST_MATCHES}))`);
    if (search.number !== null)
      found.push(`select x.procedure_id from (select tenant_id, claim_id from claim
           where tenant_id = $1 and company_id = $2 and number >= ${add(search.number.from)} and number < ${add(search.number.to)}
           order by number limit ${MOST_MATCHES}) k
          join procedure_claim x on x.tenant_id = k.tenant_id and x.claim_id = k.claim_id`);
  }
  const court =
    search === null || search.words.length === 0
      ? 'false'
      : `p.court_key like all(${add(search.words.map(({ from }) => `% ${from}%`))}::text[])`;
  const where = [
    `p.tenant_id = $1 and p.company_id = $2 and ${WHICH[filter]}`,
    kind === undefined ? '' : `and p.kind = ${add(kind)}`,
    search === null ? '' : `and (p.procedure_id = any(array(${found.join(' union ')})) or ${court})`,
  ].join(' ');
  return { where, values, add };
}

/** A company's procedures, latest first. */
export async function listProcedures(
  tx: Tx,
  order: ProcedureListOrder,
  cursor: string | undefined,
): Promise<Page<ProcedureRow>> {
  const asked = conditions(tx, order);
  if (asked === null) return { items: [], nextCursor: null };
  const [day, id] = readCursor(cursor, 'ss') ?? [];
  const after =
    isDayText(day) && isUuidText(id) ? `and (p.opened_on, p.procedure_id) < (${asked.add(day)}, ${asked.add(id)})` : '';
  const { rows } = await tx.query<Row>(
    `select p.procedure_id, p.case_id, d.name as debtor_name, p.kind, p.court_kind, p.court_name, p.case_number, p.amount_cents, p.opened_on,
            p.state, p.state_since, p.ended, p.closed_on, n.label as next_label, n.before_on as next_before,
            (select coalesce(sum(x.amount_cents), 0)::int8 from procedure_cost x
              where x.tenant_id = p.tenant_id and x.procedure_id = p.procedure_id and x.withdrawn_at is null) as costs
       from procedure p
       join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
       left join lateral (select label, before_on from procedure_deadline l
                           where l.tenant_id = p.tenant_id and l.procedure_id = p.procedure_id and l.whose = 'ours' and l.status = 'open'
                             and l.before_on is not null order by l.before_on, l.n limit 1) n on true
      where ${asked.where} ${after}
      order by p.opened_on desc, p.procedure_id desc limit ${PAGE_SIZE + 1}`,
    asked.values,
  );
  return pageOf(
    rows,
    (row): ProcedureRow => ({
      procedureId: row.procedure_id,
      caseId: row.case_id,
      debtorName: row.debtor_name,
      kind: row.kind,
      name: procedureName(row.kind),
      courtKind: row.court_kind,
      courtName: row.court_name,
      caseNumber: row.case_number,
      amountCents: Number(row.amount_cents),
      openedOn: row.opened_on,
      state: row.state,
      stateName: stateOf(row.kind, row.state)?.name ?? 'À vérifier',
      since: row.state_since,
      end: row.ended,
      closedOn: row.closed_on,
      nextDeadline: row.next_label === null ? null : { label: row.next_label, before: row.next_before! },
      costsCents: Number(row.costs),
    }),
    (row) => [row.opened_on, row.procedure_id],
  );
}

/** How many procedures a list has in all, and the sum that was asked for in them. */
export async function procedureTotals(tx: Tx, order: ProcedureListOrder): Promise<{ count: number; cents: number }> {
  const asked = conditions(tx, order);
  if (asked === null) return { count: 0, cents: 0 };
  const { rows } = await tx.query<{ count: number; cents: bigint }>(
    `select count(*)::int as count, coalesce(sum(p.amount_cents), 0)::int8 as cents from procedure p where ${asked.where}`,
    asked.values,
  );
  return { count: rows[0]!.count, cents: Number(rows[0]!.cents) };
}

/** Cases of a company with a procedure that runs, after one of them: what the night goes through. */
export async function casesWithProcedures(
  tx: Tx,
  companyId: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.arrays<[string]>(
    `select distinct case_id from procedure where tenant_id = $1 and company_id = $2 and closed_on is null and case_id > $3
      order by case_id limit $4`,
    [tx.tenantId, companyId, after ?? '00000000-0000-0000-0000-000000000000', limit],
  );
  return rows.map(([caseId]) => caseId);
}

/** The document of an event or a cost by its hash; null when the procedure has no such document. */
export async function procedureProof(
  tx: Tx,
  procedureId: string,
  sha256: string,
): Promise<{ name: string; mediaType: string } | null> {
  const { rows } = await tx.query<{ name: string; media_type: string }>(
    `select x.proof_name as name, b.media_type
       from (select proof_sha256, proof_name from procedure_event where tenant_id = $1 and procedure_id = $2
             union all select proof_sha256, proof_name from procedure_cost where tenant_id = $1 and procedure_id = $2) x
       join blob b on b.tenant_id = $1 and b.sha256 = x.proof_sha256
      where x.proof_sha256 = decode($3, 'hex') limit 1`,
    [tx.tenantId, procedureId, sha256],
  );
  return rows[0] === undefined ? null : { name: rows[0].name, mediaType: rows[0].media_type };
}
