import { day } from '@acquit/law';
import type { ConsentView, ElectronicConsent } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** The consents of a case to electronic registered letters, latest first. */
export async function consentsOfCase(tx: Tx, caseId: string): Promise<ConsentView[]> {
  const { rows } = await tx.query<ConsentView>(
    `select consent_id as "consentId", given_on as "givenOn", proof, proof_sha256 is not null as "hasProof",
            recorded_by as "recordedBy", withdrawn_on as "withdrawnOn"
       from electronic_consent where tenant_id = $1 and case_id = $2 order by given_on desc, consent_id`,
    [tx.tenantId, caseId],
  );
  return rows;
}

/** The same, as the rule wants them. */
export async function consentsToJudge(tx: Tx, caseId: string): Promise<ElectronicConsent[]> {
  return (await consentsOfCase(tx, caseId)).map(({ givenOn, withdrawnOn }) => ({
    givenOn: day(givenOn),
    withdrawnOn: withdrawnOn === null ? null : day(withdrawnOn),
  }));
}

/** Keeps a consent; gives its identifier. */
export async function insertConsent(
  tx: Tx,
  order: { caseId: string; givenOn: string; proof: string; proofSha256: Buffer | null; by: string },
): Promise<string> {
  const { rows } = await tx.query<{ id: string }>(
    `insert into electronic_consent (tenant_id, consent_id, case_id, given_on, proof, proof_sha256, recorded_by)
     values ($1, gen_random_uuid(), $2, $3, $4, $5, $6) returning consent_id as id`,
    [tx.tenantId, order.caseId, order.givenOn, order.proof, order.proofSha256, order.by],
  );
  return rows[0]!.id;
}

/** Ends a consent on a day; null when unknown or ended already, else its case. */
export async function withdrawConsent(tx: Tx, consentId: string, on: string): Promise<string | null> {
  const { rows } = await tx.query<{ case_id: string }>(
    `update electronic_consent set withdrawn_on = $3
      where tenant_id = $1 and consent_id = $2 and withdrawn_on is null returning case_id`,
    [tx.tenantId, consentId, on],
  );
  return rows[0]?.case_id ?? null;
}
