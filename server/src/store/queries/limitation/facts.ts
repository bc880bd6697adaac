import { LIMITATION_EVENT_NAMES, type LimitationEventKind } from '@acquit/law';
import type { LimitationFactView } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { actorName } from '../actor-name.ts';
import type { Proof } from '../procedures/write.ts';

/** Something entered by hand that limitation knows; no claim named: the whole account. */
export interface NewLimitationFact {
  eventId: string;
  companyId: string;
  caseId: string;
  claimIds: readonly string[];
  kind: LimitationEventKind;
  on: string;
  until: string | null;
  registered: boolean | null;
  note: string | null;
  proof: Proof | null;
  enteredBy: string;
}

export async function insertLimitationFact(tx: Tx, fact: NewLimitationFact): Promise<void> {
  await tx.query(
    `insert into limitation_event (tenant_id, event_id, company_id, case_id, kind, on_day, until_on, registered, note, proof_sha256, proof_name, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      tx.tenantId,
      fact.eventId,
      fact.companyId,
      fact.caseId,
      fact.kind,
      fact.on,
      fact.until,
      fact.registered,
      fact.note,
      fact.proof?.sha256 ?? null,
      fact.proof?.name ?? null,
      fact.enteredBy,
    ],
  );
  await tx.query(
    'insert into limitation_event_claim (tenant_id, event_id, claim_id) select $1, $2, unnest($3::uuid[])',
    [tx.tenantId, fact.eventId, fact.claimIds],
  );
}

/** Takes such a fact back; gives its case, or null when there was none to take back. */
export async function withdrawLimitationFact(tx: Tx, eventId: string, by: string): Promise<string | null> {
  const { rows } = await tx.query<{ case_id: string }>(
    `update limitation_event set withdrawn_by = $3, withdrawn_at = now()
      where tenant_id = $1 and event_id = $2 and withdrawn_at is null returning case_id`,
    [tx.tenantId, eventId, by],
  );
  return rows[0]?.case_id ?? null;
}

/** What was entered by hand for a case, or for one of its claims, those taken back included, marked. */
export async function limitationFacts(tx: Tx, caseId: string, claimId: string | null): Promise<LimitationFactView[]> {
  const { rows } = await tx.query<{
    event_id: string;
    kind: LimitationEventKind;
    on_day: string;
    until_on: string | null;
    note: string | null;
    proof: string | null;
    proof_name: string | null;
    entered_by: string;
    withdrawn_by: string | null;
    withdrawn_on: string | null;
    claims: LimitationFactView['claims'];
  }>(
    `select e.event_id, e.kind, e.on_day, e.until_on, e.note, encode(e.proof_sha256, 'hex') as proof, e.proof_name, ${actorName('e.entered_by')} as entered_by,
            ${actorName('e.withdrawn_by')} as withdrawn_by,
            (e.withdrawn_at at time zone 'Europe/Paris')::date as withdrawn_on,
            (select coalesce(json_agg(json_build_object('claimId', k.claim_id, 'number', k.number) order by k.number), '[]')
               from limitation_event_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id
              where x.tenant_id = e.tenant_id and x.event_id = e.event_id) as claims
       from limitation_event e
      where e.tenant_id = $1 and e.case_id = $2
        and ($3::uuid is null or not exists (select from limitation_event_claim x where x.tenant_id = e.tenant_id and x.event_id = e.event_id)
             or exists (select from limitation_event_claim x where x.tenant_id = e.tenant_id and x.event_id = e.event_id and x.claim_id = $3))
      order by e.on_day, e.event_id`,
    [tx.tenantId, caseId, claimId],
  );
  return rows.map((row) => ({
    eventId: row.event_id,
    kind: row.kind,
    name: LIMITATION_EVENT_NAMES[row.kind],
    on: row.on_day,
    until: row.until_on,
    note: row.note,
    proof: row.proof === null ? null : { sha256: row.proof, name: row.proof_name! },
    claims: row.claims,
    enteredBy: row.entered_by,
    withdrawn: row.withdrawn_by === null ? null : { by: row.withdrawn_by, on: row.withdrawn_on! },
  }));
}
