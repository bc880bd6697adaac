import {
  type AttachmentDocument,
  type ClaimKind,
  type CourtKind,
  type Day,
  type DebtorKind,
  day,
  type PartyPlace,
  partyPlace,
  type Territory,
} from '@acquit/law';
import type { CaseProcedure, EventValues, ProcedureFacts, ProcedureKind, Reason } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { actorName } from '../actor-name.ts';
import { storedDay, storedDayOrNull } from '../stored-day.ts';

/** A claim of a procedure, whatever became of it. */
export interface ProcedureClaim {
  claimId: string;
  number: string;
  openCents: number;
  amountCents: number;
  isOpen: boolean;
  /** The day it was issued, or else due: nothing of a procedure on it may be older. */
  since: Day | null;
}

/** An event as it was entered, withdrawn ones included. */
export interface EventRecord {
  eventId: string;
  kind: string;
  on: string;
  values: EventValues;
  note: string | null;
  proof: { sha256: string; name: string } | null;
  enteredBy: string;
  enteredOn: string;
  withdrawn: { by: string; on: string; reason: string | null } | null;
}

/** A procedure as its tables know it, and the facts its life is computed from. */
export interface LoadedProcedure extends CaseProcedure {
  companyId: string;
  caseId: string;
  debtorName: string;
  creditorKind: 'business' | 'individual';
  insolvencyOpenedOn: Day | null;
  kind: ProcedureKind;
  courtId: string | null;
  courtName: string | null;
  caseNumber: string | null;
  heldTitleOn: Day | null;
  doubts: Reason[];
  note: string | null;
  closed: { on: Day; by: string; reason: string | null } | null;
  claims: ProcedureClaim[];
  events: EventRecord[];
  /** As it was last computed. */
  cached: { state: string; isSettled: boolean };
}

interface Row {
  procedure_id: string;
  company_id: string;
  case_id: string;
  debtor_name: string;
  debtor_kind: DebtorKind | null;
  profile: 'business' | 'consumer' | 'public';
  debtor_country: string;
  debtor_postcode: string | null;
  company_country: string;
  company_postcode: string | null;
  creditor_kind: 'business' | 'individual';
  insolvency_opened_on: string | null;
  kind: ProcedureKind;
  court_kind: CourtKind | null;
  court_id: string | null;
  court_name: string | null;
  case_number: string | null;
  claim_kind: ClaimKind;
  document: AttachmentDocument | null;
  territory: Territory | null;
  amount_cents: bigint;
  held_title_on: string | null;
  doubts: Reason[];
  note: string | null;
  opened_on: string;
  closed_on: string | null;
  closed_by: string | null;
  close_reason: string | null;
  state: string;
  is_settled: boolean;
}

const SELECT = `select p.procedure_id, p.company_id, p.case_id, d.name as debtor_name, d.kind as debtor_kind, c.profile,
       d.country as debtor_country, d.postcode as debtor_postcode, y.country as company_country, y.postcode as company_postcode,
       y.creditor_kind, d.insolvency_opened_on, p.kind, p.court_kind, p.court_id, p.court_name, p.case_number, p.claim_kind, p.document,
       p.territory, p.amount_cents, p.held_title_on, p.doubts, p.note, p.opened_on, p.closed_on, p.closed_by, p.close_reason, p.state,
       p.is_settled
  from procedure p
  join company y on y.tenant_id = p.tenant_id and y.company_id = p.company_id
  join collection_case c on c.tenant_id = p.tenant_id and c.case_id = p.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where p.tenant_id = $1`;

/** All the procedures of some cases, oldest first, closed ones included. A few statements however many. */
export async function proceduresOfCases(tx: Tx, caseIds: readonly string[]): Promise<LoadedProcedure[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.case_id = any($2::uuid[]) order by p.case_id, p.opened_on, p.procedure_id`,
    [tx.tenantId, caseIds],
  );
  return loadedOf(tx, rows);
}

/** Some procedures by their identifiers, for whoever composes from their facts; unknown ones are left out. */
export async function loadProcedureFacts(tx: Tx, procedureIds: readonly string[]): Promise<LoadedProcedure[]> {
  const { rows } = await tx.query<Row>(
    `${SELECT} and p.procedure_id = any($2::uuid[]) order by p.case_id, p.opened_on, p.procedure_id`,
    [tx.tenantId, procedureIds],
  );
  return loadedOf(tx, rows);
}

async function loadedOf(tx: Tx, rows: readonly Row[]): Promise<LoadedProcedure[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.procedure_id);
  const claims = await claimsOf(tx, ids);
  const events = await eventsOf(tx, ids);
  return rows.map((row) => loaded(row, claims.get(row.procedure_id) ?? [], events.get(row.procedure_id) ?? []));
}

function loaded(row: Row, claims: ProcedureClaim[], events: EventRecord[]): LoadedProcedure {
  const openedOn = storedDay(row.opened_on);
  const debtor = partyPlace(row.debtor_country, row.debtor_postcode, openedOn);
  const creditor = partyPlace(row.company_country, row.company_postcode, openedOn);
  return {
    procedureId: row.procedure_id,
    companyId: row.company_id,
    caseId: row.case_id,
    debtorName: row.debtor_name,
    creditorKind: row.creditor_kind,
    insolvencyOpenedOn: storedDayOrNull(row.insolvency_opened_on),
    kind: row.kind,
    courtId: row.court_id,
    courtName: row.court_name,
    caseNumber: row.case_number,
    heldTitleOn: storedDayOrNull(row.held_title_on),
    doubts: row.doubts,
    note: row.note,
    openedOn,
    closed:
      row.closed_on === null ? null : { on: storedDay(row.closed_on), by: row.closed_by!, reason: row.close_reason },
    claims,
    claimIds: claims.map((claim) => claim.claimId),
    events,
    facts: factsOf(row, debtor, creditor, events),
    cached: { state: row.state, isSettled: row.is_settled },
  };
}

/** Who a debtor is when nobody said: what his profile supposes, for dates that hardly depend on it. */
const SUPPOSED: Record<Row['profile'], DebtorKind> = {
  business: 'company',
  consumer: 'consumer',
  public: 'public-body',
};

function factsOf(row: Row, debtor: PartyPlace, creditor: PartyPlace, events: readonly EventRecord[]): ProcedureFacts {
  const territory = row.territory ?? debtor.territory;
  return {
    kind: row.kind,
    court: row.court_kind,
    claimKind: row.claim_kind,
    debtorKind: row.debtor_kind ?? SUPPOSED[row.profile],
    debtorPlace: debtor.place,
    creditorPlace: creditor.place,
    ...(territory !== null && debtor.place === 'overseas' && { territory }),
    amountCents: Number(row.amount_cents),
    document: row.document,
    hasTitle: row.held_title_on !== null,
    events: events
      .filter((event) => event.withdrawn === null)
      .map(({ eventId, kind, on, values }) => ({ eventId, kind, on: day(on), values })),
  };
}

async function claimsOf(tx: Tx, procedureIds: readonly string[]): Promise<Map<string, ProcedureClaim[]>> {
  const rows = await tx.arrays<[string, string, string, bigint, bigint, boolean, string | null]>(
    `select x.procedure_id, k.claim_id, k.number, k.open_cents, k.amount_cents, k.status = 'open' and k.open_cents > 0,
            coalesce(k.issued_on, k.due_on)
       from procedure_claim x join claim k on k.tenant_id = x.tenant_id and k.claim_id = x.claim_id
      where x.tenant_id = $1 and x.procedure_id = any($2::uuid[]) order by k.due_on, k.number, k.claim_id`,
    [tx.tenantId, procedureIds],
  );
  const found = new Map<string, ProcedureClaim[]>();
  for (const [procedureId, claimId, number, open, amount, isOpen, since] of rows)
    pushTo(found, procedureId, {
      claimId,
      number,
      openCents: isOpen ? Number(open) : 0,
      amountCents: Number(amount),
      isOpen,
      since: storedDayOrNull(since),
    });
  return found;
}

async function eventsOf(tx: Tx, procedureIds: readonly string[]): Promise<Map<string, EventRecord[]>> {
  const { rows } = await tx.query<{
    procedure_id: string;
    event_id: string;
    kind: string;
    on_day: string;
    values: EventValues;
    note: string | null;
    proof: string | null;
    proof_name: string | null;
    entered_by: string;
    entered_on: string;
    withdrawn_by: string | null;
    withdrawn_on: string | null;
    withdraw_reason: string | null;
  }>(
    `select procedure_id, event_id, kind, on_day, values, note, encode(proof_sha256, 'hex') as proof, proof_name, ${actorName('procedure_event.entered_by')} as entered_by,
            (entered_at at time zone 'Europe/Paris')::date as entered_on, ${actorName('procedure_event.withdrawn_by')} as withdrawn_by,
            (withdrawn_at at time zone 'Europe/Paris')::date as withdrawn_on, withdraw_reason
       from procedure_event where tenant_id = $1 and procedure_id = any($2::uuid[]) order by on_day, event_id`,
    [tx.tenantId, procedureIds],
  );
  const found = new Map<string, EventRecord[]>();
  for (const row of rows)
    pushTo(found, row.procedure_id, {
      eventId: row.event_id,
      kind: row.kind,
      on: row.on_day,
      values: row.values,
      note: row.note,
      proof: row.proof === null ? null : { sha256: row.proof, name: row.proof_name! },
      enteredBy: row.entered_by,
      enteredOn: row.entered_on,
      withdrawn:
        row.withdrawn_by === null ? null : { by: row.withdrawn_by, on: row.withdrawn_on!, reason: row.withdraw_reason },
    });
  return found;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
