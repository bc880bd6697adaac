import { type Day, day, type DebtorKind, formatDay } from '@acquit/law';
import { type CaseFacts, type ClaimFacts, type CompanyFacts, type CompanySettings, defaultScenarios, defaultSettings, type Profile, type Scenario } from '@acquit/recovery';
import type { Tx } from '../../store/index.ts';

/**
 * Reads what the planner needs, set by set: never a query per case. Rows come as arrays, because a night over a
 * million claims spends more time making objects than deciding.
 */

/** Everything about one company that is the same for all its cases. */
export interface CompanyTerms {
  company: CompanyFacts;
  scenarios: Record<Profile, Scenario>;
}

export async function loadCompany(tx: Tx, tenantId: string, companyId: string): Promise<CompanyTerms | null> {
  const { rows } = await tx.query<{
    name: string;
    legal_form: string | null;
    legal_id: string | null;
    vat: string | null;
    address_lines: string[];
    postcode: string | null;
    city: string | null;
    country: string;
    email: string | null;
    phone: string | null;
    iban: string | null;
    bic: string | null;
    creditor_kind: 'business' | 'individual';
    mode: 'test' | 'live';
    settings: Partial<CompanySettings>;
  }>('select * from company where tenant_id = $1 and company_id = $2', [tenantId, companyId]);
  const row = rows[0];
  if (!row) return null;
  const scenarios = await tx.query<{ profile: Profile; definition: Scenario }>(
    `select distinct on (profile) profile, definition from scenario
      where tenant_id = $1 and company_id = $2 and active order by profile, version desc`,
    [tenantId, companyId],
  );
  return {
    company: {
      companyId,
      name: row.name,
      legalForm: row.legal_form,
      legalId: row.legal_id,
      vat: row.vat,
      address: { lines: row.address_lines, postcode: row.postcode, city: row.city, country: row.country },
      email: row.email,
      phone: row.phone,
      iban: row.iban,
      bic: row.bic,
      creditorKind: row.creditor_kind,
      mode: row.mode,
      settings: { ...defaultSettings, ...row.settings },
    },
    scenarios: { ...defaultScenarios, ...Object.fromEntries(scenarios.rows.map((one) => [one.profile, one.definition])) },
  };
}

/** Where a stream of due cases stands: the key of the last one seen. */
export interface DueCursor {
  nextActionOn: string;
  caseId: string;
}

const CASE_COLUMNS = `c.case_id, c.next_action_on, c.profile, c.status, c.paused_until, c.last_contact_on,
  d.debtor_id, d.name, d.kind, d.legal_id, d.email, d.phone, d.contact_name, d.address_lines, d.postcode, d.city, d.country, d.insolvency_opened_on`;

type CaseRow = [
  caseId: string,
  nextActionOn: string,
  profile: Profile,
  status: CaseFacts['status'],
  pausedUntil: string | null,
  lastContactOn: string | null,
  debtorId: string,
  name: string,
  kind: DebtorKind | null,
  legalId: string | null,
  email: string | null,
  phone: string | null,
  contactName: string | null,
  addressLines: string[],
  postcode: string | null,
  city: string | null,
  country: string,
  insolvencyOpenedOn: string | null,
];

/**
 * The next cases due on `on` or before, in the order of the index `case_due`, locked until the end of the transaction:
 * another pass at the same moment waits, then finds them decided. `limit` bounds memory, not the pass.
 */
export async function loadDueCases(tx: Tx, tenantId: string, companyId: string, on: Day, after: DueCursor | null, limit: number, lock: boolean): Promise<{ cases: CaseFacts[]; last: DueCursor | null }> {
  const rows = await tx.arrays<CaseRow>(
    `select ${CASE_COLUMNS}
             from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
            where c.tenant_id = $1 and c.company_id = $2 and c.status in ('open', 'paused') and c.next_action_on is not null
              and c.next_action_on <= $3 and (c.next_action_on, c.case_id) > ($4, $5)
            order by c.next_action_on, c.case_id
            limit $6 ${lock ? 'for update of c' : ''}`,
    [tenantId, companyId, formatDay(on), after?.nextActionOn ?? '-infinity', after?.caseId ?? '00000000-0000-0000-0000-000000000000', limit],
  );
  const last = rows.at(-1);
  return { cases: await withClaims(tx, tenantId, rows), last: last ? { nextActionOn: last[1], caseId: last[0] } : null };
}

/** The given cases whatever their next day, for a screen or a plan. */
export async function loadCases(tx: Tx, tenantId: string, caseIds: readonly string[]): Promise<CaseFacts[]> {
  const rows = await tx.arrays<CaseRow>(
    `select ${CASE_COLUMNS}
             from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
            where c.tenant_id = $1 and c.case_id = any($2)`,
    [tenantId, caseIds],
  );
  return withClaims(tx, tenantId, rows);
}

type ClaimRow = [
  claimId: string,
  caseId: string,
  number: string,
  kind: ClaimFacts['kind'],
  issuedOn: string | null,
  dueOn: string | null,
  totalCents: bigint,
  amountCents: bigint,
  receivedCents: bigint,
  creditedCents: bigint,
  openCents: bigint,
  penalties: ClaimFacts['penalties'],
  indemnity: ClaimFacts['indemnity'],
  level: number,
  levelOn: string | null,
  noticeOn: string | null,
  orderReference: string | null,
  doubts: { code: string; message: string }[],
];

const optionalDay = (iso: string | null): Day | null => (iso === null ? null : day(iso));

async function withClaims(tx: Tx, tenantId: string, rows: readonly CaseRow[]): Promise<CaseFacts[]> {
  if (rows.length === 0) return [];
  const claims = await tx.arrays<ClaimRow>(
    `select claim_id, case_id, number, kind, issued_on, due_on, total_cents, amount_cents, received_cents, credited_cents,
                  open_cents, penalties, indemnity, level, level_on, notice_on, order_reference, doubts
             from claim where tenant_id = $1 and case_id = any($2) and status = 'open'
            order by case_id, due_on, number`,
    [tenantId, rows.map((row) => row[0])],
  );
  const byCase = new Map<string, ClaimFacts[]>();
  const byId = new Map<string, ClaimFacts>();
  const received: string[] = [];
  const credited: string[] = [];
  for (const row of claims) {
    const facts: ClaimFacts = {
      claimId: row[0],
      number: row[2],
      kind: row[3],
      issuedOn: optionalDay(row[4]),
      dueOn: optionalDay(row[5]),
      totalCents: Number(row[6]),
      amountCents: Number(row[7]),
      receipts: [],
      credits: [],
      openCents: Number(row[10]),
      penalties: row[11],
      indemnity: row[12],
      level: row[13],
      levelOn: optionalDay(row[14]),
      noticeOn: optionalDay(row[15]),
      orderReference: row[16],
      doubts: row[17],
    };
    if (row[8] > 0n) received.push(facts.claimId);
    if (row[9] > 0n) credited.push(facts.claimId);
    byId.set(facts.claimId, facts);
    const list = byCase.get(row[1]);
    if (list) list.push(facts);
    else byCase.set(row[1], [facts]);
  }
  if (received.length > 0) await addReceipts(tx, tenantId, received, byId);
  if (credited.length > 0) await addCredits(tx, tenantId, credited, byId);
  return rows.map((row) => ({
    caseId: row[0],
    profile: row[2],
    status: row[3],
    pausedUntil: optionalDay(row[4]),
    lastContactOn: optionalDay(row[5]),
    debtor: {
      debtorId: row[6],
      name: row[7],
      kind: row[8],
      legalId: row[9],
      email: row[10],
      phone: row[11],
      contactName: row[12],
      address: { lines: row[13], postcode: row[14], city: row[15], country: row[16] },
      insolvencyOpenedOn: optionalDay(row[17]),
    },
    claims: byCase.get(row[0]) ?? [],
  }));
}

async function addReceipts(tx: Tx, tenantId: string, claimIds: readonly string[], byId: ReadonlyMap<string, ClaimFacts>): Promise<void> {
  const rows = await tx.arrays<[string, string, bigint]>(
    `select claim_id, received_on, amount_cents from receipt_allocation
            where tenant_id = $1 and claim_id = any($2) order by received_on, receipt_id`,
    [tenantId, claimIds],
  );
  for (const [claimId, on, cents] of rows) byId.get(claimId)?.receipts.push({ on: day(on), amountCents: Number(cents) });
}

async function addCredits(tx: Tx, tenantId: string, claimIds: readonly string[], byId: ReadonlyMap<string, ClaimFacts>): Promise<void> {
  const rows = await tx.arrays<[string, string, bigint, 'correction' | 'gesture']>(
    `select claim_id, effective_on, amount_cents, effect from credit_allocation
            where tenant_id = $1 and claim_id = any($2) order by effective_on, credit_claim_id`,
    [tenantId, claimIds],
  );
  for (const [claimId, on, cents, effect] of rows) byId.get(claimId)?.credits.push({ on: day(on), amountCents: Number(cents), effect });
}
