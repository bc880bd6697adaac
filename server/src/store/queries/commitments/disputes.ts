import { type Day, formatDay } from '@acquit/law';
import {
  type CommitmentTotals,
  type DisputableClaim,
  type DisputedClaim,
  type DisputeOutcome,
  type DisputeReason,
  type DisputeView,
  disputeOutcomeName,
  disputeReasonName,
  type Page,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from '../cursor.ts';

/** A file that the database names, with the name and the kind it was given. */
export interface KeptPaper {
  name: string;
  mediaType: string;
  sha256: Buffer;
}

export interface NewDispute {
  disputeId: string;
  companyId: string;
  caseId: string;
  reason: DisputeReason;
  details: string | null;
  openedOn: string;
  owner: string;
  deadlineOn: string;
  origin: 'user' | 'reply' | 'page' | 'e-invoice';
  causeId: string | null;
  claims: readonly DisputedClaim[];
  enteredBy: string;
}

/** Records a dispute. The case is for the caller to touch, which freezes what is contested. */
export async function insertDispute(tx: Tx, dispute: NewDispute): Promise<void> {
  await tx.query(
    `insert into dispute (tenant_id, dispute_id, company_id, case_id, reason, details, opened_on, owner, deadline_on, origin, cause_id, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.tenantId,
      dispute.disputeId,
      dispute.companyId,
      dispute.caseId,
      dispute.reason,
      dispute.details,
      dispute.openedOn,
      dispute.owner,
      dispute.deadlineOn,
      dispute.origin,
      dispute.causeId,
      dispute.enteredBy,
    ],
  );
  await tx.query(
    `insert into dispute_claim (tenant_id, dispute_id, claim_id, contested_cents)
     select $1, $2, u.claim_id, u.cents from unnest($3::uuid[], $4::int8[]) as u(claim_id, cents)`,
    [
      tx.tenantId,
      dispute.disputeId,
      dispute.claims.map((one) => one.claimId),
      dispute.claims.map((one) => one.contestedCents),
    ],
  );
}

/** Who is to answer a dispute, and by when. */
export async function changeDispute(
  tx: Tx,
  disputeId: string,
  change: { owner: string; deadlineOn: string; details: string | null },
): Promise<void> {
  await tx.query(
    `update dispute set owner = $3, deadline_on = $4, details = $5 where tenant_id = $1 and dispute_id = $2 and outcome is null`,
    [tx.tenantId, disputeId, change.owner, change.deadlineOn, change.details],
  );
}

export async function attachToDispute(
  tx: Tx,
  disputeId: string,
  file: { sha256: Buffer; name: string; by: string },
): Promise<void> {
  await tx.query(
    `insert into dispute_file (tenant_id, dispute_id, sha256, file_name, added_by) values ($1, $2, $3, $4, $5) on conflict do nothing`,
    [tx.tenantId, disputeId, file.sha256, file.name, file.by],
  );
}

/** A file kept beside a dispute; null when it has no such file. */
export async function disputeFile(tx: Tx, disputeId: string, sha256: Buffer): Promise<KeptPaper | null> {
  const { rows } = await tx.query<KeptPaper>(
    `select f.file_name as name, b.media_type as "mediaType", b.sha256
       from dispute_file f join blob b on b.tenant_id = f.tenant_id and b.sha256 = f.sha256
      where f.tenant_id = $1 and f.dispute_id = $2 and f.sha256 = $3`,
    [tx.tenantId, disputeId, sha256],
  );
  return rows[0] ?? null;
}

/** How a dispute ended; null opens it again. The case is for the caller to touch. */
export async function settleDispute(
  tx: Tx,
  disputeId: string,
  end: {
    outcome: DisputeOutcome;
    note: string | null;
    creditClaimId: string | null;
    on: string;
    by: string;
  } | null,
): Promise<void> {
  await tx.query(
    `update dispute set outcome = $3, outcome_note = $4, credit_claim_id = $5, resolved_on = $6, resolved_by = $7,
            resolved_at = case when $3::text is null then null else now() end
      where tenant_id = $1 and dispute_id = $2`,
    [
      tx.tenantId,
      disputeId,
      end?.outcome ?? null,
      end?.note ?? null,
      end?.creditClaimId ?? null,
      end?.on ?? null,
      end?.by ?? null,
    ],
  );
}

/** The claims of a case that may be contested, with what open disputes contest of them already. */
export async function disputableClaims(tx: Tx, caseId: string): Promise<DisputableClaim[]> {
  const { rows } = await tx.query<{ claim_id: string; number: string; open_cents: bigint; contested: bigint | null }>(
    `select k.claim_id, k.number, k.open_cents,
            case when exists (select from dispute_claim x join dispute d on d.tenant_id = x.tenant_id and d.dispute_id = x.dispute_id and d.outcome is null
                               where x.tenant_id = k.tenant_id and x.claim_id = k.claim_id and x.contested_cents is null)
                 then null else k.contested_cents end as contested
       from claim k where k.tenant_id = $1 and k.case_id = $2 and k.status = 'open' and k.kind <> 'credit-note'`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => ({
    claimId: row.claim_id,
    number: row.number,
    openCents: Number(row.open_cents),
    contestedCents: row.contested === null ? null : Number(row.contested),
  }));
}

interface Row {
  dispute_id: string;
  company_id: string;
  case_id: string;
  debtor_name: string;
  reason: DisputeReason;
  details: string | null;
  opened_on: string;
  owner: string;
  deadline_on: string;
  outcome: DisputeOutcome | null;
  outcome_note: string | null;
  resolved_on: string | null;
  resolved_by: string | null;
  claims: DisputeView['claims'];
  credited_since: bigint;
  files: DisputeView['files'];
}

const SELECT = `select p.*, d.name as debtor_name,
    (select coalesce(json_agg(json_build_object('claimId', k.claim_id, 'number', k.number, 'openCents', k.open_cents,
                                                'contestedCents', x.contested_cents) order by k.due_on, k.number), '[]')
       from dispute_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id
      where x.tenant_id = p.tenant_id and x.dispute_id = p.dispute_id) as claims,
    (select coalesce(sum(a.amount_cents), 0)::int8 from dispute_claim x
       join credit_allocation a on a.tenant_id = x.tenant_id and a.claim_id = x.claim_id and a.effective_on >= p.opened_on
      where x.tenant_id = p.tenant_id and x.dispute_id = p.dispute_id) as credited_since,
    (select coalesce(json_agg(json_build_object('sha256', encode(f.sha256, 'hex'), 'name', f.file_name) order by f.added_at), '[]')
       from dispute_file f where f.tenant_id = p.tenant_id and f.dispute_id = p.dispute_id) as files
  from dispute p
  join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where p.tenant_id = $1`;

function viewOf(row: Row, on: Day): DisputeView {
  const open = row.outcome === null;
  const frozen = row.claims.map(({ openCents, contestedCents }) => Math.min(contestedCents ?? openCents, openCents));
  return {
    disputeId: row.dispute_id,
    source: 'dispute',
    caseId: row.case_id,
    debtorName: row.debtor_name,
    reason: row.reason,
    reasonName: disputeReasonName(row.reason),
    details: row.details,
    openedOn: row.opened_on,
    owner: row.owner,
    deadlineOn: row.deadline_on,
    isLate: open && row.deadline_on < formatDay(on),
    claims: row.claims,
    frozenCents: open ? frozen.reduce((sum, cents) => sum + cents, 0) : 0,
    creditedSinceCents: Number(row.credited_since),
    files: row.files,
    outcome: row.outcome,
    outcomeName: row.outcome && disputeOutcomeName(row.outcome),
    outcomeNote: row.outcome_note,
    resolvedOn: row.resolved_on,
    resolvedBy: row.resolved_by,
  };
}

/** A dispute with its company; null when unknown. */
export async function findDispute(
  tx: Tx,
  disputeId: string,
  on: Day,
): Promise<(DisputeView & { companyId: string }) | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and p.dispute_id = $2`, [tx.tenantId, disputeId]);
  return rows[0] ? { ...viewOf(rows[0], on), companyId: rows[0].company_id } : null;
}

const SHOWN = 100;

/** The disputes of a case, open ones first, with those that only its e-invoices tell. */
export async function disputesOfCase(tx: Tx, caseId: string, on: Day): Promise<DisputeView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.case_id = $2 order by p.outcome is not null, p.opened_on desc, p.dispute_id limit ${SHOWN}`,
    [tx.tenantId, caseId],
  );
  return [...(await toldByPlatform(tx, 'h.case_id = $2', caseId)), ...rows.map((row) => viewOf(row, on))];
}

/** Disputes that the platform told and that nobody took up: the same notion, with nobody in charge yet. */
async function toldByPlatform(tx: Tx, where: string, id: string): Promise<DisputeView[]> {
  const { rows } = await tx.query<{
    claim_id: string;
    case_id: string;
    number: string;
    open_cents: bigint;
    debtor_name: string;
    reason: string;
    since_on: string;
  }>(
    `select k.claim_id, k.case_id, k.number, k.open_cents, d.name as debtor_name, h.reason, h.since_on
       from claim_hold h
       join claim k on k.tenant_id = h.tenant_id and k.claim_id = h.claim_id and k.status = 'open'
       join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
      where h.tenant_id = $1 and ${where} and h.ended_at is null and h.kind in ('e-invoice-disputed', 'e-invoice-refused')
      order by h.since_on, k.number limit ${SHOWN}`,
    [tx.tenantId, id],
  );
  return rows.map((row) => ({
    disputeId: row.claim_id,
    source: 'e-invoice',
    caseId: row.case_id,
    debtorName: row.debtor_name,
    reason: null,
    reasonName: row.reason,
    details: null,
    openedOn: row.since_on,
    owner: null,
    deadlineOn: null,
    isLate: false,
    claims: [{ claimId: row.claim_id, number: row.number, openCents: Number(row.open_cents), contestedCents: null }],
    frozenCents: Number(row.open_cents),
    creditedSinceCents: 0,
    files: [],
    outcome: null,
    outcomeName: null,
    outcomeNote: null,
    resolvedOn: null,
    resolvedBy: null,
  }));
}

export type DisputeFilter = 'open' | 'late' | 'resolved';

const FILTERS: Record<DisputeFilter, string> = {
  open: 'and p.outcome is null',
  late: 'and p.outcome is null and p.deadline_on < $3::date',
  resolved: 'and p.outcome is not null',
};

/** One page of a company's disputes: open ones by deadline, after those nobody took up; resolved ones latest first. */
export async function listDisputes(
  tx: Tx,
  companyId: string,
  filter: DisputeFilter,
  cursor: string | undefined,
  on: Day,
): Promise<Page<DisputeView>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isDayText(key[0]) && isUuidText(key[1]);
  const [column, after, way] = filter === 'resolved' ? ['resolved_on', '<', 'desc'] : ['deadline_on', '>', ''];
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.company_id = $2 and $3::date is not null ${FILTERS[filter]}
      ${valid ? `and (p.${column}, p.dispute_id) ${after} ($4::date, $5::uuid)` : ''}
      order by p.${column} ${way}, p.dispute_id ${way} limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, companyId, formatDay(on), ...(valid ? [key[0], key[1]] : [])],
  );
  const page = pageOf(
    rows,
    (row) => viewOf(row, on),
    (row) => [filter === 'resolved' ? row.resolved_on : row.deadline_on, row.dispute_id],
  );
  if (filter !== 'open' || valid) return page;
  return { ...page, items: [...(await toldByPlatform(tx, 'k.company_id = $2', companyId)), ...page.items] };
}

/** How many disputes a list counts, what they freeze, and how many are past their deadline. */
export async function disputeTotals(
  tx: Tx,
  companyId: string,
  filter: DisputeFilter,
  on: Day,
): Promise<CommitmentTotals> {
  const { rows } = await tx.query<{ count: number; cents: bigint; late: number }>(
    `select count(distinct p.dispute_id)::int as count,
            coalesce(sum(least(coalesce(x.contested_cents, k.open_cents), k.open_cents)), 0)::int8 as cents,
            count(distinct p.dispute_id) filter (where p.outcome is null and p.deadline_on < $3::date)::int as late
       from dispute p
       left join dispute_claim x on x.tenant_id = p.tenant_id and x.dispute_id = p.dispute_id
       left join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id and k.status = 'open'
      where p.tenant_id = $1 and p.company_id = $2 and $3::date is not null ${FILTERS[filter]}`,
    [tx.tenantId, companyId, formatDay(on)],
  );
  const { count, cents, late } = rows[0]!;
  return { count, cents: Number(cents), late };
}
