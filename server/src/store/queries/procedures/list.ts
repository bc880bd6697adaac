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

export type ProcedureFilter = 'running' | 'ended' | 'closed' | 'all';

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

/** A company's procedures, latest first. */
export async function listProcedures(
  tx: Tx,
  companyId: string,
  filter: ProcedureFilter,
  cursor: string | undefined,
): Promise<Page<ProcedureRow>> {
  const [day, id] = readCursor(cursor, 'ss') ?? [];
  const isAfter = isDayText(day) && isUuidText(id);
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
      where p.tenant_id = $1 and p.company_id = $2 and ${WHICH[filter]}
        ${isAfter ? 'and (p.opened_on, p.procedure_id) < ($3, $4)' : ''}
      order by p.opened_on desc, p.procedure_id desc limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, ...(isAfter ? [day, id] : [])],
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
export async function procedureTotals(
  tx: Tx,
  companyId: string,
  filter: ProcedureFilter,
): Promise<{ count: number; cents: number }> {
  const { rows } = await tx.query<{ count: number; cents: bigint }>(
    `select count(*)::int as count, coalesce(sum(p.amount_cents), 0)::int8 as cents from procedure p
      where p.tenant_id = $1 and p.company_id = $2 and ${WHICH[filter]}`,
    [tx.tenantId, companyId],
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
