import type { AttachmentDocument, ClaimKind, CourtKind, Territory } from '@acquit/law';
import type { EventValues, ProcedureCostBearer, ProcedureKind, Reason } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** A file kept beside what it proves. */
export interface Proof {
  sha256: Uint8Array;
  name: string;
}

export interface NewProcedure {
  procedureId: string;
  companyId: string;
  caseId: string;
  claimIds: readonly string[];
  kind: ProcedureKind;
  courtKind: CourtKind | null;
  courtId: string | null;
  courtName: string | null;
  caseNumber: string | null;
  claimKind: ClaimKind;
  document: AttachmentDocument | null;
  territory: Territory | null;
  amountCents: number;
  heldTitleOn: string | null;
  doubts: readonly Reason[];
  note: string | null;
  openedOn: string;
  state: string;
  enteredBy: string;
}

/** Opens a procedure. The case is for the caller to touch, which computes its dates and holds its claims. */
export async function insertProcedure(tx: Tx, one: NewProcedure): Promise<void> {
  await tx.query(
    `insert into procedure (tenant_id, procedure_id, company_id, case_id, kind, court_kind, court_id, court_name, case_number, claim_kind,
                            document, territory, amount_cents, held_title_on, doubts, note, opened_on, state, computed_on, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $17, $19)`,
    [
      tx.tenantId,
      one.procedureId,
      one.companyId,
      one.caseId,
      one.kind,
      one.courtKind,
      one.courtId,
      one.courtName,
      one.caseNumber,
      one.claimKind,
      one.document,
      one.territory,
      one.amountCents,
      one.heldTitleOn,
      JSON.stringify(one.doubts),
      one.note,
      one.openedOn,
      one.state,
      one.enteredBy,
    ],
  );
  await tx.query('insert into procedure_claim (tenant_id, procedure_id, claim_id) select $1, $2, unnest($3::uuid[])', [
    tx.tenantId,
    one.procedureId,
    one.claimIds,
  ]);
}

/** What may be put right of a procedure without an event: the court, its number, what is held, a note. */
export interface ProcedureChange {
  courtKind?: CourtKind | null | undefined;
  courtId?: string | null | undefined;
  courtName?: string | null | undefined;
  caseNumber?: string | null | undefined;
  heldTitleOn?: string | null | undefined;
  amountCents?: number | undefined;
  note?: string | null | undefined;
}

const COLUMNS = {
  courtKind: 'court_kind',
  courtId: 'court_id',
  courtName: 'court_name',
  caseNumber: 'case_number',
  heldTitleOn: 'held_title_on',
  amountCents: 'amount_cents',
  note: 'note',
} as const satisfies Record<keyof ProcedureChange, string>;

/** Changes the fields that are given; false when none is. The case is for the caller to touch. */
export async function updateProcedure(tx: Tx, procedureId: string, change: ProcedureChange): Promise<boolean> {
  const fields = (Object.keys(COLUMNS) as (keyof ProcedureChange)[]).filter((name) => change[name] !== undefined);
  if (fields.length === 0) return false;
  await tx.query(
    `update procedure set ${fields.map((name, n) => `${COLUMNS[name]} = $${n + 3}`).join(', ')} where tenant_id = $1 and procedure_id = $2`,
    [tx.tenantId, procedureId, ...fields.map((name) => change[name])],
  );
  return true;
}

export interface NewEvent {
  eventId: string;
  procedureId: string;
  kind: string;
  on: string;
  values: EventValues;
  note: string | null;
  proof: Proof | null;
  enteredBy: string;
}

export async function insertProcedureEvent(tx: Tx, event: NewEvent): Promise<void> {
  await tx.query(
    `insert into procedure_event (tenant_id, event_id, procedure_id, kind, on_day, values, note, proof_sha256, proof_name, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      event.eventId,
      event.procedureId,
      event.kind,
      event.on,
      JSON.stringify(event.values),
      event.note,
      event.proof?.sha256 ?? null,
      event.proof?.name ?? null,
      event.enteredBy,
    ],
  );
}

/** Takes an event back: it is kept, and counts no more. False when it was before. */
export async function withdrawProcedureEvent(
  tx: Tx,
  eventId: string,
  by: string,
  reason: string | null,
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update procedure_event set withdrawn_by = $3, withdrawn_at = now(), withdraw_reason = $4
      where tenant_id = $1 and event_id = $2 and withdrawn_at is null`,
    [tx.tenantId, eventId, by, reason],
  );
  return rowCount === 1;
}

/** Puts a document beside an event that has none or another; the one before stays in the journal by its hash. */
export async function proveProcedureEvent(tx: Tx, eventId: string, { sha256, name }: Proof): Promise<void> {
  await tx.query(
    'update procedure_event set proof_sha256 = $3, proof_name = $4 where tenant_id = $1 and event_id = $2',
    [tx.tenantId, eventId, sha256, name],
  );
}

/** Closes a procedure; false when it was. */
export async function endProcedure(
  tx: Tx,
  procedureId: string,
  { on, by, reason }: { on: string; by: string; reason: string | null },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update procedure set closed_on = $3, closed_by = $4, closed_at = now(), close_reason = $5
      where tenant_id = $1 and procedure_id = $2 and closed_on is null`,
    [tx.tenantId, procedureId, on, by, reason],
  );
  return rowCount === 1;
}

/** Opens a procedure again that was closed by mistake; false when it was open. */
export async function reviveProcedure(tx: Tx, procedureId: string): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update procedure set closed_on = null, closed_by = null, closed_at = null, close_reason = null
      where tenant_id = $1 and procedure_id = $2 and closed_on is not null`,
    [tx.tenantId, procedureId],
  );
  return rowCount === 1;
}

export interface NewCost {
  costId: string;
  procedureId: string;
  what: string;
  amountCents: number;
  on: string;
  bearer: ProcedureCostBearer;
  invoice: string | null;
  proof: Proof | null;
  enteredBy: string;
}

export async function insertProcedureCost(tx: Tx, cost: NewCost): Promise<void> {
  await tx.query(
    `insert into procedure_cost (tenant_id, cost_id, procedure_id, what, amount_cents, on_day, bearer, invoice, proof_sha256, proof_name, entered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tx.tenantId,
      cost.costId,
      cost.procedureId,
      cost.what,
      cost.amountCents,
      cost.on,
      cost.bearer,
      cost.invoice,
      cost.proof?.sha256 ?? null,
      cost.proof?.name ?? null,
      cost.enteredBy,
    ],
  );
}

/** Takes a cost back; gives its procedure, or null when it was taken back before or does not exist. */
export async function withdrawProcedureCost(tx: Tx, costId: string, by: string): Promise<string | null> {
  const { rows } = await tx.query<{ procedure_id: string }>(
    `update procedure_cost set withdrawn_by = $3, withdrawn_at = now()
      where tenant_id = $1 and cost_id = $2 and withdrawn_at is null returning procedure_id`,
    [tx.tenantId, costId, by],
  );
  return rows[0]?.procedure_id ?? null;
}

/** Keeps the bill or the receipt of a cost, another in its place, or none; null for a cost that is unknown or was taken back. */
export async function proveProcedureCost(
  tx: Tx,
  costId: string,
  proof: Proof | null,
): Promise<{ procedureId: string; before: string | null } | null> {
  const { rows } = await tx.query<{ procedure_id: string; before: string | null }>(
    `update procedure_cost c set proof_sha256 = $3, proof_name = $4
       from (select proof_sha256 from procedure_cost where tenant_id = $1 and cost_id = $2 for update) old
      where c.tenant_id = $1 and c.cost_id = $2 and c.withdrawn_at is null
      returning c.procedure_id, encode(old.proof_sha256, 'hex') as before`,
    [tx.tenantId, costId, proof?.sha256 ?? null, proof?.name ?? null],
  );
  const [row] = rows;
  return row === undefined ? null : { procedureId: row.procedure_id, before: row.before };
}

/** The procedure of an event; null when there is no such event. */
export async function procedureOfEvent(tx: Tx, eventId: string): Promise<string | null> {
  const { rows } = await tx.query<{ procedure_id: string }>(
    'select procedure_id from procedure_event where tenant_id = $1 and event_id = $2',
    [tx.tenantId, eventId],
  );
  return rows[0]?.procedure_id ?? null;
}

/** The case of a procedure, with whether it was closed; null when there is no such procedure. */
export async function caseOfProcedure(
  tx: Tx,
  procedureId: string,
): Promise<{ caseId: string; companyId: string; isClosed: boolean } | null> {
  const { rows } = await tx.query<{ case_id: string; company_id: string; is_closed: boolean }>(
    'select case_id, company_id, closed_on is not null as is_closed from procedure where tenant_id = $1 and procedure_id = $2',
    [tx.tenantId, procedureId],
  );
  const row = rows[0];
  return row === undefined ? null : { caseId: row.case_id, companyId: row.company_id, isClosed: row.is_closed };
}
