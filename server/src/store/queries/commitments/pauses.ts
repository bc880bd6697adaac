import type { PauseView } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

export interface NewPause {
  pauseId: string;
  companyId: string;
  /** Null: the whole company is closed. */
  caseId: string | null;
  claimId: string | null;
  kind: PauseView['kind'];
  from: string;
  until: string | null;
  reason: string;
  enteredBy: string;
}

/** Records days on which something is left alone. The case is for the caller to touch. */
export async function insertPause(tx: Tx, pause: NewPause): Promise<void> {
  await tx.query(
    `insert into pause (tenant_id, pause_id, company_id, case_id, claim_id, kind, from_on, until_on, reason, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      pause.pauseId,
      pause.companyId,
      pause.caseId,
      pause.claimId,
      pause.kind,
      pause.from,
      pause.until,
      pause.reason,
      pause.enteredBy,
    ],
  );
}

/** Ends a pause before its day; false when it was ended before. */
export async function endPause(tx: Tx, pauseId: string, on: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update pause set ended_on = $3, ended_by = $4, ended_at = now() where tenant_id = $1 and pause_id = $2 and ended_at is null`,
    [tx.tenantId, pauseId, on, by],
  );
  return rowCount === 1;
}

/** Ends the pauses of a whole case that run on a day: it was resumed. */
export async function endPausesOf(tx: Tx, caseId: string, on: string, by: string): Promise<void> {
  await tx.query(
    `update pause set ended_on = $3, ended_by = $4, ended_at = now()
      where tenant_id = $1 and case_id = $2 and claim_id is null and ended_at is null and from_on <= $3
        and (until_on is null or until_on >= $3)`,
    [tx.tenantId, caseId, on, by],
  );
}

interface Row {
  pause_id: string;
  company_id: string;
  case_id: string | null;
  kind: PauseView['kind'];
  claim_id: string | null;
  number: string | null;
  from_on: string;
  until_on: string | null;
  reason: string;
  entered_by: string;
  entered_on: string;
  ended_on: string | null;
  ended_by: string | null;
  sent: PauseView['sentMeanwhile'];
}

/** What reached the debtor between the day a pause is said to begin and the day it was entered. */
const SENT = `(select coalesce(json_agg(json_build_object('on', a.decided_on, 'stepName', coalesce(a.facts ->> 'stepName', a.step), 'channel', a.channel)
                                        order by a.decided_on, a.channel), '[]')
    from action a where a.tenant_id = p.tenant_id and a.case_id = p.case_id and a.status = 'done' and a.channel <> 'task'
     and a.decided_on >= p.from_on and a.decided_on < p.entered_at::date)`;

const SELECT = `select p.*, p.entered_at::date as entered_on, k.number,
    case when p.case_id is null or p.from_on >= p.entered_at::date then '[]'::json else ${SENT} end as sent
  from pause p left join claim k on k.tenant_id = p.tenant_id and k.claim_id = p.claim_id where p.tenant_id = $1`;

function viewOf(row: Row, today: string): PauseView {
  const over = row.until_on !== null && row.until_on < today;
  return {
    pauseId: row.pause_id,
    caseId: row.case_id,
    kind: row.kind,
    claim: row.claim_id === null ? null : { claimId: row.claim_id, number: row.number! },
    from: row.from_on,
    until: row.until_on,
    reason: row.reason,
    enteredBy: row.entered_by,
    enteredOn: row.entered_on,
    isBackDated: row.from_on < row.entered_on,
    sentMeanwhile: row.sent,
    endedOn: row.ended_on,
    endedBy: row.ended_by,
    state: row.ended_on !== null ? 'ended' : over ? 'over' : row.from_on > today ? 'coming' : 'running',
  };
}

const SHOWN = 100;

/** The pauses of a case and of its claims, latest first: its history. */
export async function pausesOfCase(tx: Tx, caseId: string, today: string): Promise<PauseView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.case_id = $2 order by p.from_on desc, p.pause_id limit ${SHOWN}`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => viewOf(row, today));
}

/** The closing days of a company, latest first. */
export async function closingDays(tx: Tx, companyId: string, today: string): Promise<PauseView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.company_id = $2 and p.case_id is null order by p.from_on desc, p.pause_id limit ${SHOWN}`,
    [tx.tenantId, companyId],
  );
  return rows.map((row) => viewOf(row, today));
}

/** A pause with its company; null when unknown. */
export async function findPause(
  tx: Tx,
  pauseId: string,
  today: string,
): Promise<(PauseView & { companyId: string }) | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and p.pause_id = $2`, [tx.tenantId, pauseId]);
  return rows[0] ? { ...viewOf(rows[0], today), companyId: rows[0].company_id } : null;
}

/** Puts before the next pass the cases of a company that closing days, now over, had put off to at most a week after. */
export async function wakeCases(tx: Tx, companyId: string, today: string, until: string): Promise<void> {
  await tx.query(
    `update collection_case set next_action_on = $3
      where tenant_id = $1 and company_id = $2 and status = 'open' and next_action_on > $3 and next_action_on <= $4::date + 7`,
    [tx.tenantId, companyId, today, until],
  );
}
