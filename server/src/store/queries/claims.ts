import type { ClaimKind } from '@acquit/law';
import { type AccessoryChoice, SUPPLIED_DUE_DATE_DOUBTS } from '@acquit/recovery';
import type { Tx } from '../store.ts';

export interface ClaimChange {
  penalties?: AccessoryChoice | undefined;
  indemnity?: AccessoryChoice | undefined;
  dueOn?: string | undefined;
  status?: 'cancelled' | undefined;
}

/** Where a claim stands, locked for a change; null when unknown. */
export async function lockClaim(
  tx: Tx,
  claimId: string,
): Promise<{ caseId: string; companyId: string; number: string; status: string } | null> {
  const { rows } = await tx.query<{ case_id: string; company_id: string; number: string; status: string }>(
    `select case_id, company_id, number, status from claim where tenant_id = $1 and claim_id = $2 for update`,
    [tx.tenantId, claimId],
  );
  const [row] = rows;
  return row ? { caseId: row.case_id, companyId: row.company_id, number: row.number, status: row.status } : null;
}

/** The case of a claim, for who has to lock it first; null when unknown. */
export async function caseOfClaim(tx: Tx, claimId: string): Promise<string | null> {
  const { rows } = await tx.query<{ case_id: string }>(
    'select case_id from claim where tenant_id = $1 and claim_id = $2',
    [tx.tenantId, claimId],
  );
  return rows[0]?.case_id ?? null;
}

/** Says what a claim is of, in the words of the law. The case is for the caller to touch. */
export async function setClaimKind(tx: Tx, claimId: string, claimKind: ClaimKind): Promise<void> {
  await tx.query('update claim set claim_kind = $3 where tenant_id = $1 and claim_id = $2', [
    tx.tenantId,
    claimId,
    claimKind,
  ]);
}

/** Writes the creditor's choices about a claim; a due date he gives is his own from then on. */
export async function updateClaim(tx: Tx, claimId: string, change: ClaimChange): Promise<void> {
  await tx.query(
    `update claim set penalties = coalesce($3, penalties), indemnity = coalesce($4, indemnity), due_on = coalesce($5::date, due_on),
            due_on_source = case when $5::date is null then due_on_source else 'user' end,
            doubts = case when $5::date is null then doubts
                          else coalesce((select jsonb_agg(x) from jsonb_array_elements(doubts) x where x ->> 'code' <> all($7::text[])), '[]') end,
            status = coalesce($6, status)
      where tenant_id = $1 and claim_id = $2`,
    [
      tx.tenantId,
      claimId,
      change.penalties ?? null,
      change.indemnity ?? null,
      change.dueOn ?? null,
      change.status ?? null,
      // A date that a person gives answers what was doubted of it; a carried balance is checked by the same act.
      [...SUPPLIED_DUE_DATE_DOUBTS, 'OpeningBalance'],
    ],
  );
}

/** The file a claim came from: its hash, media type and name; null when it has none. */
export async function claimDocument(
  tx: Tx,
  claimId: string,
): Promise<{ sha256: Buffer; mediaType: string; fileName: string } | null> {
  const { rows } = await tx.query<{ sha256: Buffer; media_type: string; file_name: string | null; number: string }>(
    `select b.sha256, b.media_type, i.file_name, k.number from claim k
       join blob b on b.tenant_id = k.tenant_id and b.sha256 = k.document_sha256
       left join import_job i on i.tenant_id = k.tenant_id and i.import_id = k.import_id
      where k.tenant_id = $1 and k.claim_id = $2`,
    [tx.tenantId, claimId],
  );
  const [row] = rows;
  return row ? { sha256: row.sha256, mediaType: row.media_type, fileName: row.file_name ?? row.number } : null;
}

/** The claims of a case whose file is kept, whatever its kind. */
export async function caseDocuments(tx: Tx, caseId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.arrays<[string]>(
    `select claim_id from claim where tenant_id = $1 and case_id = $2 and document_sha256 is not null`,
    [tx.tenantId, caseId],
  );
  return new Set(rows.map(([claimId]) => claimId));
}

/** Open claims of a case that an invoice receipt may clear, locked against another receipt at the same moment. */
export async function lockOpenClaims(tx: Tx, caseId: string): Promise<string[]> {
  const { rows } = await tx.query<{ claim_id: string }>(
    `select claim_id from claim where tenant_id = $1 and case_id = $2 and status = 'open' and kind <> 'credit-note' order by claim_id for update`,
    [tx.tenantId, caseId],
  );
  return rows.map((row) => row.claim_id);
}
