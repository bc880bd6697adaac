import type { CaseRow, DebtorView } from '@acquit/recovery';
import type { Tx } from '../store.ts';

/** A case's own columns, as its screen shows them. */
export interface CaseHeader {
  caseId: string;
  companyId: string;
  profile: CaseRow['profile'];
  status: CaseRow['status'];
  statusReason: string | null;
  pausedUntil: string | null;
  oldestDueOn: string | null;
  nextActionOn: string | null;
  nextStep: string | null;
  openClaims: number;
  debtor: Omit<DebtorView, 'kindName'>;
}

interface Row {
  case_id: string;
  company_id: string;
  profile: CaseHeader['profile'];
  status: CaseHeader['status'];
  status_reason: string | null;
  paused_until: string | null;
  oldest_due_on: string | null;
  next_action_on: string | null;
  next_step: string | null;
  open_claims: number;
  debtor: CaseHeader['debtor'];
}

const SELECT = `select c.*, json_build_object('debtorId', d.debtor_id, 'name', d.name, 'kind', d.kind, 'legalId', d.legal_id, 'vat', d.vat,
    'email', d.email, 'phone', d.phone, 'contactName', d.contact_name, 'addressLines', d.address_lines, 'postcode', d.postcode,
    'city', d.city, 'country', d.country, 'insolvencyOpenedOn', d.insolvency_opened_on) as debtor
  from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where c.tenant_id = $1 and c.case_id = $2`;

/** The header of a case, or null when unknown; `lock` keeps others from changing the case until the transaction ends. */
export async function findCase(tx: Tx, caseId: string, lock = false): Promise<CaseHeader | null> {
  const { rows } = await tx.query<Row>(`${SELECT} ${lock ? 'for update of c' : ''}`, [tx.tenantId, caseId]);
  const [row] = rows;
  if (!row) return null;
  return {
    caseId: row.case_id,
    companyId: row.company_id,
    profile: row.profile,
    status: row.status,
    statusReason: row.status_reason,
    pausedUntil: row.paused_until,
    oldestDueOn: row.oldest_due_on,
    nextActionOn: row.next_action_on,
    nextStep: row.next_step,
    openClaims: row.open_claims,
    debtor: row.debtor,
  };
}

/** Pauses a case or sets it back on its way, with the words the screen shows. */
export async function setCaseStatus(
  tx: Tx,
  caseId: string,
  status: 'open' | 'paused',
  pausedUntil: string | null,
  reason: string | null,
): Promise<void> {
  await tx.query(
    `update collection_case set status = $3, paused_until = $4, status_reason = $5 where tenant_id = $1 and case_id = $2`,
    [tx.tenantId, caseId, status, pausedUntil, reason],
  );
}

export async function setProfile(tx: Tx, caseId: string, profile: CaseRow['profile']): Promise<void> {
  await tx.query(`update collection_case set profile = $3 where tenant_id = $1 and case_id = $2`, [
    tx.tenantId,
    caseId,
    profile,
  ]);
}

/**
 * Closes the tasks the planner gave because something was missing, now that a person has filled it in. False when there
 * was none: the case then waits for something else.
 */
export async function closeTasks(
  tx: Tx,
  caseId: string,
  step: 'missing-address' | 'insolvency',
  by: string,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update action set status = 'done', done_at = now(), done_by = $4, result = 'filled-in'
      where tenant_id = $1 and case_id = $2 and step = $3 and status = 'to-do'`,
    [tx.tenantId, caseId, step, by],
  );
  return (rowCount ?? 0) > 0;
}

/** Whether the company exists in this tenant. */
export async function companyExists(tx: Tx, companyId: string): Promise<boolean> {
  const { rowCount } = await tx.query('select from company where tenant_id = $1 and company_id = $2', [
    tx.tenantId,
    companyId,
  ]);
  return rowCount === 1;
}
