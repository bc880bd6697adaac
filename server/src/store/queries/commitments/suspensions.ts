import type { Supply } from '@acquit/law';
import { type SuspensionView, supplyName } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

export interface NewSuspension {
  suspensionId: string;
  companyId: string;
  caseId: string;
  supply: Supply;
  mainHome: boolean;
  /** What the person declared when he decided. */
  declared: Record<string, unknown>;
  noticeOn: string;
  effectiveOn: string;
  reason: string;
  owner: string;
  enteredBy: string;
}

/** Records the decision to stop delivering. What the law allows is for the caller to have asked. */
export async function insertSuspension(tx: Tx, one: NewSuspension): Promise<void> {
  await tx.query(
    `insert into delivery_suspension (tenant_id, suspension_id, company_id, case_id, supply, main_home, declared, notice_on, effective_on,
                                      reason, owner, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.tenantId,
      one.suspensionId,
      one.companyId,
      one.caseId,
      one.supply,
      one.mainHome,
      JSON.stringify(one.declared),
      one.noticeOn,
      one.effectiveOn,
      one.reason,
      one.owner,
      one.enteredBy,
    ],
  );
}

/** Notes which message announces a suspension. */
export async function attachLetter(tx: Tx, suspensionId: string, actionId: string): Promise<void> {
  await tx.query('update delivery_suspension set action_id = $3 where tenant_id = $1 and suspension_id = $2', [
    tx.tenantId,
    suspensionId,
    actionId,
  ]);
}

/** Takes deliveries up again; false when it was done before. */
export async function liftSuspension(tx: Tx, suspensionId: string, on: string, by: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update delivery_suspension set lifted_on = $3, lifted_by = $4, lifted_at = now()
      where tenant_id = $1 and suspension_id = $2 and lifted_at is null`,
    [tx.tenantId, suspensionId, on, by],
  );
  return rowCount === 1;
}

interface Row {
  suspension_id: string;
  company_id: string;
  case_id: string;
  debtor_name: string;
  supply: Supply;
  main_home: boolean;
  declared: { what?: string; contract?: string | null };
  notice_on: string;
  effective_on: string;
  reason: string;
  owner: string;
  lifted_on: string | null;
  lifted_by: string | null;
  letter_action_id: string | null;
}

const SELECT = `select p.*, d.name as debtor_name,
    (select a.action_id from action a where a.tenant_id = p.tenant_id and a.action_id = p.action_id and a.status <> 'cancelled') as letter_action_id
  from delivery_suspension p
  join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where p.tenant_id = $1`;

function viewOf(row: Row, today: string): SuspensionView {
  return {
    suspensionId: row.suspension_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    supply: row.supply,
    supplyName: supplyName(row.supply),
    mainHome: row.main_home,
    reason: row.reason,
    owner: row.owner,
    noticeOn: row.notice_on,
    effectiveOn: row.effective_on,
    liftedOn: row.lifted_on,
    liftedBy: row.lifted_by,
    letterActionId: row.letter_action_id,
    state: row.lifted_on !== null ? 'lifted' : row.effective_on > today ? 'announced' : 'suspended',
  };
}

/** A suspension with its company and what its letter says; null when unknown. */
export async function findSuspension(
  tx: Tx,
  suspensionId: string,
  today: string,
): Promise<(SuspensionView & { companyId: string; what: string; contract: string | null }) | null> {
  const { rows } = await tx.query<Row>(`${SELECT} and p.suspension_id = $2`, [tx.tenantId, suspensionId]);
  const [row] = rows;
  if (!row) return null;
  const { what = supplyName(row.supply), contract = null } = row.declared;
  return { ...viewOf(row, today), companyId: row.company_id, what, contract };
}

const SHOWN = 50;

/** The suspensions of a case, latest first. */
export async function suspensionsOfCase(tx: Tx, caseId: string, today: string): Promise<SuspensionView[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.case_id = $2 order by p.notice_on desc, p.suspension_id limit ${SHOWN}`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => viewOf(row, today));
}
