import { type Day, type DebtorKind, parseDay } from '@acquit/law';
import type { AccessoryChoice, CaseFacts, ClaimFacts, DebtorFacts, Profile } from '@acquit/recovery';
import type { Tx } from '../store.ts';

/** A case as the planner wants it, with the company it belongs to. */
export interface LoadedCase {
  companyId: string;
  facts: CaseFacts;
}

/** The claim's columns as one JSON object; money and days are read back by `claimFacts`. */
const CLAIM_JSON = `json_build_object(
  'claimId', k.claim_id, 'number', k.number, 'kind', k.kind, 'issuedOn', k.issued_on, 'dueOn', k.due_on,
  'totalCents', k.total_cents, 'amountCents', k.amount_cents, 'openCents', k.open_cents,
  'penalties', k.penalties, 'indemnity', k.indemnity, 'level', k.level, 'levelOn', k.level_on, 'noticeOn', k.notice_on,
  'orderReference', k.order_reference, 'doubts', k.doubts,
  'receipts', case when k.received_cents = 0 then '[]'::json else (
    select coalesce(json_agg(json_build_object('on', a.received_on, 'amountCents', a.amount_cents) order by a.received_on), '[]')
      from receipt_allocation a where a.tenant_id = k.tenant_id and a.claim_id = k.claim_id) end,
  'credits', case when k.credited_cents = 0 then '[]'::json else (
    select coalesce(json_agg(json_build_object('on', a.effective_on, 'amountCents', a.amount_cents, 'effect', a.effect) order by a.effective_on), '[]')
      from credit_allocation a where a.tenant_id = k.tenant_id and a.claim_id = k.claim_id) end)`;

interface CaseRecord {
  case_id: string;
  company_id: string;
  profile: Profile;
  status: CaseFacts['status'];
  paused_until: string | null;
  last_contact_on: string | null;
  unallocated_cents: bigint;
  claims: ClaimRecord[] | null;
  debtor_id: string;
  name: string;
  kind: DebtorKind | null;
  legal_id: string | null;
  email: string | null;
  phone: string | null;
  contact_name: string | null;
  address_lines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
  insolvency_opened_on: string | null;
}

type Dated<T> = { [K in keyof T]: Extract<T[K], Day> extends never ? T[K] : string | Exclude<T[K], Day> };
interface ClaimRecord extends Omit<Dated<ClaimFacts>, 'receipts' | 'credits'> {
  penalties: AccessoryChoice;
  indemnity: AccessoryChoice;
  receipts: { on: string; amountCents: number }[];
  credits: { on: string; amountCents: number; effect: 'correction' | 'gesture' }[];
}

/**
 * The facts of the given cases, in the order of their identifiers: open claims with what they received, the debtor,
 * and the money that clears nothing yet. One round trip however many cases; unknown identifiers are left out.
 */
export async function loadCases(tx: Tx, caseIds: readonly string[]): Promise<LoadedCase[]> {
  const { rows } = await tx.query<CaseRecord>(
    `select c.case_id, c.company_id, c.profile, c.status, c.paused_until, c.last_contact_on,
            d.debtor_id, d.name, d.kind, d.legal_id, d.email, d.phone, d.contact_name, d.address_lines, d.postcode,
            d.city, d.country, d.insolvency_opened_on, k.claims, coalesce(r.unallocated_cents, 0)::int8 as unallocated_cents
       from collection_case c
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
       left join lateral (
         select json_agg(${CLAIM_JSON} order by k.due_on, k.number, k.claim_id) as claims
           from claim k where k.tenant_id = c.tenant_id and k.case_id = c.case_id and k.status = 'open') k on true
       left join lateral (
         select sum(r.amount_cents) - coalesce(sum(a.cents), 0) as unallocated_cents
           from receipt r
           left join lateral (select sum(a.amount_cents) as cents from receipt_allocation a
                               where a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id) a on true
          where r.tenant_id = c.tenant_id and r.case_id = c.case_id and r.cancelled_at is null) r on true
      where c.tenant_id = $1 and c.case_id = any($2::uuid[])
      order by c.case_id`,
    [tx.tenantId, caseIds],
  );
  return rows.map((row) => ({ companyId: row.company_id, facts: caseFacts(row) }));
}

/** One claim whatever its status, with its case: for its statement. Null when unknown. */
export async function loadClaim(tx: Tx, claimId: string): Promise<(LoadedCase & { claim: ClaimFacts }) | null> {
  const { rows } = await tx.query<{ case_id: string; claim: ClaimRecord }>(
    `select k.case_id, ${CLAIM_JSON} as claim from claim k where k.tenant_id = $1 and k.claim_id = $2`,
    [tx.tenantId, claimId],
  );
  const [row] = rows;
  if (!row) return null;
  const [loaded] = await loadCases(tx, [row.case_id]);
  if (!loaded) throw new Error('A claim belongs to a case.');
  return { ...loaded, claim: claimFacts(row.claim) };
}

/** What the screen shows of a claim besides what the planner needs of it. */
export interface ClaimOnScreen {
  facts: ClaimFacts;
  status: 'open' | 'settled' | 'cancelled' | 'not-ours';
  dueOnSource: 'document' | 'terms' | 'user';
  receivedCents: number;
  creditedCents: number;
  levelStep: string | null;
  hasDocument: boolean;
}

interface ScreenRow {
  claim: ClaimRecord;
  status: ClaimOnScreen['status'];
  due_on_source: ClaimOnScreen['dueOnSource'];
  received_cents: bigint;
  credited_cents: bigint;
  level_step: string | null;
  has_document: boolean;
}

const SCREEN = `select ${CLAIM_JSON} as claim, k.status, k.due_on_source, k.received_cents, k.credited_cents, k.level_step,
    k.document_sha256 is not null as has_document from claim k where k.tenant_id = $1`;

/** Open and settled claims of one case, most urgent first, at most `limit`: for the case's screen. */
export async function claimsOnScreen(tx: Tx, caseId: string, limit: number): Promise<ClaimOnScreen[]> {
  const { rows } = await tx.query<ScreenRow>(
    `${SCREEN} and k.case_id = $2 order by k.status <> 'open', k.due_on nulls last, k.number, k.claim_id limit $3`,
    [tx.tenantId, caseId, limit],
  );
  return rows.map(onScreen);
}

export async function claimOnScreen(tx: Tx, claimId: string): Promise<ClaimOnScreen | null> {
  const { rows } = await tx.query<ScreenRow>(`${SCREEN} and k.claim_id = $2`, [tx.tenantId, claimId]);
  return rows[0] ? onScreen(rows[0]) : null;
}

function onScreen(row: ScreenRow): ClaimOnScreen {
  return {
    facts: claimFacts(row.claim),
    status: row.status,
    dueOnSource: row.due_on_source,
    receivedCents: Number(row.received_cents),
    creditedCents: Number(row.credited_cents),
    levelStep: row.level_step,
    hasDocument: row.has_document,
  };
}

function caseFacts(row: CaseRecord): CaseFacts {
  const debtor: DebtorFacts = {
    debtorId: row.debtor_id,
    name: row.name,
    kind: row.kind,
    legalId: row.legal_id,
    email: row.email,
    phone: row.phone,
    contactName: row.contact_name,
    address: { lines: row.address_lines, postcode: row.postcode, city: row.city, country: row.country },
    insolvencyOpenedOn: dayOrNull(row.insolvency_opened_on),
  };
  return {
    caseId: row.case_id,
    profile: row.profile,
    status: row.status,
    pausedUntil: dayOrNull(row.paused_until),
    lastContactOn: dayOrNull(row.last_contact_on),
    debtor,
    claims: (row.claims ?? []).map(claimFacts),
    unallocatedCents: Number(row.unallocated_cents),
  };
}

function claimFacts(record: ClaimRecord): ClaimFacts {
  return {
    ...record,
    issuedOn: dayOrNull(record.issuedOn),
    dueOn: dayOrNull(record.dueOn),
    levelOn: dayOrNull(record.levelOn),
    noticeOn: dayOrNull(record.noticeOn),
    receipts: record.receipts.map((one) => ({ ...one, on: storedDay(one.on) })),
    credits: record.credits.map((one) => ({ ...one, on: storedDay(one.on) })),
  };
}

/** A day the database gave: it is a real one, or the column is not a date. */
export function storedDay(iso: string): Day {
  const day = parseDay(iso);
  if (day === null) throw new Error(`The database holds « ${iso} » where a day is expected.`);
  return day;
}

function dayOrNull(iso: string | null): Day | null {
  return iso === null ? null : storedDay(iso);
}
