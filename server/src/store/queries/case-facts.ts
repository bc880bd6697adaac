import type { DebtorKind } from '@acquit/law';
import type {
  AccessoryChoice,
  CaseFacts,
  ClaimFacts,
  ContactFacts,
  ContactRole,
  CreditFacts,
  DebtorFacts,
  DueOnSource,
  EInvoiceView,
  Hold,
  Language,
  PayerClass,
  Profile,
  ReceiptFacts,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { addCommitments } from './commitments/load.ts';
import { otherContacts } from './customers/contacts.ts';
import { eInvoicesOf } from './einvoice.ts';
import { addReplies } from './replies/facts.ts';
import { storedDay, storedDayOrNull } from './stored-day.ts';

/** A case as the planner wants it, with the company it belongs to. */
export interface LoadedCase {
  companyId: string;
  facts: CaseFacts;
}

/** The claim's columns, by their names in the core. What cleared it is read apart, for the few that were paid in part. */
const CLAIM = `k.claim_id as "claimId", k.case_id as "caseId", k.number, k.kind, k.issued_on as "issuedOn", k.due_on as "dueOn",
  k.total_cents as "totalCents", k.amount_cents as "amountCents", k.open_cents as "openCents",
  k.received_cents as "receivedCents", k.credited_cents as "creditedCents", k.penalties, k.indemnity,
  k.level, k.level_on as "levelOn", k.level_step as "levelStep", k.notice_sent_on as "noticeSentOn", k.notice_on as "noticeOn", k.order_reference as "orderReference", k.doubts,
  k.contested_cents as "contestedCents"`;

interface ClaimRecord {
  claimId: string;
  caseId: string;
  number: string;
  kind: ClaimFacts['kind'];
  issuedOn: string | null;
  dueOn: string | null;
  totalCents: bigint;
  amountCents: bigint;
  openCents: bigint;
  receivedCents: bigint;
  creditedCents: bigint;
  penalties: AccessoryChoice;
  indemnity: AccessoryChoice;
  level: number;
  levelOn: string | null;
  levelStep: string | null;
  noticeSentOn: string | null;
  noticeOn: string | null;
  orderReference: string | null;
  doubts: ClaimFacts['doubts'];
  contestedCents: bigint;
}

interface CaseRecord {
  case_id: string;
  company_id: string;
  profile: Profile;
  status: CaseFacts['status'];
  paused_until: string | null;
  last_contact_on: string | null;
  debtor_id: string;
  name: string;
  kind: DebtorKind | null;
  legal_id: string | null;
  email: string | null;
  phone: string | null;
  contact_name: string | null;
  contact_role: ContactRole;
  address_lines: string[];
  postcode: string | null;
  city: string | null;
  country: string;
  insolvency_opened_on: string | null;
  language: Language;
  payer_class: PayerClass | null;
  scenario_chosen: string | null;
  scenario_kept: Record<string, number> | null;
  uses_turnover: boolean;
  sector: string | null;
  salesperson_name: string | null;
  salesperson_email: string | null;
}

/**
 * The facts of the given cases, in the order of their identifiers: open claims with what they received, the debtor,
 * and the money that clears nothing yet. A handful of statements however many cases, each a plain join that an index
 * serves: rows are put together here, because building JSON in the database costs several times as much. Unknown
 * identifiers are left out.
 */
export async function loadCases(tx: Tx, caseIds: readonly string[]): Promise<LoadedCase[]> {
  return loadWith(tx, caseIds, `k.status = 'open'`, []);
}

/**
 * The same of a past: open and settled claims that fell due from a day on (`YYYY-MM-DD`), with all that cleared them.
 */
export async function loadPastCases(tx: Tx, caseIds: readonly string[], since: string): Promise<LoadedCase[]> {
  return loadWith(tx, caseIds, `k.status in ('open', 'settled') and k.due_on >= $3`, [since]);
}

async function loadWith(
  tx: Tx,
  caseIds: readonly string[],
  which: string,
  values: readonly unknown[],
): Promise<LoadedCase[]> {
  const { rows } = await tx.query<CaseRecord>(
    `select c.case_id, c.company_id, c.profile, c.status, c.paused_until, c.last_contact_on,
            d.debtor_id, d.name, d.kind, d.legal_id, d.email, d.phone, d.contact_name, d.contact_role, d.address_lines, d.postcode,
            d.city, d.country, d.language, d.insolvency_opened_on, s.payer_class,
            c.scenario_chosen, c.scenario_kept, y.uses_turnover, d.sector, d.salesperson_name, d.salesperson_email
       from collection_case c
       join company y on y.tenant_id = c.tenant_id and y.company_id = c.company_id
       join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
       left join payer_score s on s.tenant_id = c.tenant_id and s.debtor_id = c.debtor_id
      where c.tenant_id = $1 and c.case_id = any($2::uuid[])
      order by c.case_id`,
    [tx.tenantId, caseIds],
  );
  const { rows: open } = await tx.query<ClaimRecord>(
    `select ${CLAIM} from claim k where k.tenant_id = $1 and k.case_id = any($2::uuid[]) and ${which}
      order by k.case_id, k.due_on, k.number, k.claim_id`,
    [tx.tenantId, caseIds, ...values],
  );
  const claims = new Map<string, ClaimFacts[]>();
  const facts = await claimFactsOf(tx, open);
  open.forEach(({ caseId }, index) => {
    pushTo(claims, caseId, facts[index]!);
  });
  const unallocated = await unallocatedOf(tx, caseIds);
  const contacts = await otherContacts(
    tx,
    rows.map((row) => row.debtor_id),
  );
  const turnover = await turnoverOf(
    tx,
    rows.filter((row) => row.uses_turnover).map((row) => row.case_id),
  );
  const loaded = rows.map((row) => ({
    companyId: row.company_id,
    facts: caseFacts(
      row,
      claims.get(row.case_id) ?? [],
      unallocated.get(row.case_id) ?? 0,
      contacts.get(row.debtor_id),
      turnover.get(row.case_id),
    ),
  }));
  const all = loaded.map(({ facts }) => facts);
  await addCommitments(tx, all);
  await addReplies(tx, all);
  return loaded;
}

/** What was invoiced to each case in the twelve months before today, tax included, credit notes off. */
async function turnoverOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, number>> {
  if (caseIds.length === 0) return new Map();
  const rows = await tx.arrays<[caseId: string, cents: bigint]>(
    `select w.case_id, coalesce(sum(abs(k.total_cents) * case when k.kind = 'credit-note' then -1 else 1 end), 0)::int8
       from unnest($2::uuid[]) as w(case_id)
       left join claim k on k.tenant_id = $1 and k.case_id = w.case_id and k.status in ('open', 'settled')
                        and k.issued_on > (now() at time zone 'Europe/Paris')::date - interval '1 year'
      group by w.case_id`,
    [tx.tenantId, caseIds],
  );
  return new Map(rows.map(([caseId, cents]) => [caseId, Number(cents)]));
}

/** Money received for each case that clears no claim; cases that received nothing are left out. */
async function unallocatedOf(tx: Tx, caseIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.arrays<[caseId: string, cents: bigint]>(
    `select case_id, sum(cents)::int8
       from (select case_id, amount_cents as cents from receipt
              where tenant_id = $1 and case_id = any($2::uuid[]) and cancelled_at is null
             union all
             select r.case_id, -a.amount_cents
               from receipt r join receipt_allocation a on a.tenant_id = r.tenant_id and a.receipt_id = r.receipt_id
              where r.tenant_id = $1 and r.case_id = any($2::uuid[]) and r.cancelled_at is null) movements
      group by case_id`,
    [tx.tenantId, caseIds],
  );
  return new Map(rows.map(([caseId, cents]) => [caseId, Number(cents)]));
}

/** The claims of some rows with the money and the credits that took something off them, each in the order of its days. */
async function claimFactsOf(tx: Tx, rows: readonly ClaimRecord[]): Promise<ClaimFacts[]> {
  const receipts = new Map<string, ReceiptFacts[]>();
  const received = rows.filter((row) => row.receivedCents > 0n).map((row) => row.claimId);
  if (received.length > 0)
    for (const [claimId, on, cents] of await tx.arrays<[string, string, bigint]>(
      `select claim_id, received_on, amount_cents from receipt_allocation
        where tenant_id = $1 and claim_id = any($2::uuid[]) order by received_on, receipt_id`,
      [tx.tenantId, received],
    ))
      pushTo(receipts, claimId, { on: storedDay(on), amountCents: Number(cents) });
  const credits = new Map<string, CreditFacts[]>();
  const credited = rows.filter((row) => row.creditedCents > 0n).map((row) => row.claimId);
  if (credited.length > 0)
    for (const [claimId, on, cents, effect] of await tx.arrays<[string, string, bigint, CreditFacts['effect']]>(
      // What was let go on a receipt that came short counts from that day, as a gesture does.
      `select claim_id, effective_on, amount_cents, effect from credit_allocation
        where tenant_id = $1 and claim_id = any($2::uuid[])
       union all
       select claim_id, effective_on, amount_cents, 'gesture' from settlement_difference
        where tenant_id = $1 and claim_id = any($2::uuid[])
        order by effective_on, claim_id`,
      [tx.tenantId, credited],
    ))
      pushTo(credits, claimId, { on: storedDay(on), amountCents: Number(cents), effect });
  const holds = await holdsOf(tx, rows);
  return rows.map((row) =>
    claimFacts(row, receipts.get(row.claimId) ?? [], credits.get(row.claimId) ?? [], holds.get(row.claimId)),
  );
}

/**
 * What holds the claims of some cases back and was ended by nobody, each claim's in the order they came. Plans are read
 * apart: whether one still holds is decided on the day.
 */
async function holdsOf(tx: Tx, rows: readonly ClaimRecord[]): Promise<Map<string, Hold[]>> {
  const holds = new Map<string, Hold[]>();
  if (rows.length === 0) return holds;
  for (const [claimId, kind, reason, until] of await tx.arrays<[string, Hold['kind'], string, string | null]>(
    `select claim_id, kind, reason, until_on from claim_hold
      where tenant_id = $1 and case_id = any($2::uuid[]) and ended_at is null and kind <> 'plan' order by created_at, hold_id`,
    [tx.tenantId, [...new Set(rows.map((row) => row.caseId))]],
  ))
    pushTo(holds, claimId, { kind, reason, until: storedDayOrNull(until) });
  return holds;
}

function pushTo<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** One claim whatever its status, with its case: for its statement. Null when unknown. */
export async function loadClaim(tx: Tx, claimId: string): Promise<(LoadedCase & { claim: ClaimFacts }) | null> {
  const { rows } = await tx.query<ClaimRecord>(
    `select ${CLAIM} from claim k where k.tenant_id = $1 and k.claim_id = $2`,
    [tx.tenantId, claimId],
  );
  const [claim] = await claimFactsOf(tx, rows);
  if (!claim) return null;
  const [loaded] = await loadCases(tx, [rows[0]!.caseId]);
  if (!loaded) throw new Error('A claim belongs to a case.');
  return { ...loaded, claim };
}

/** What the screen shows of a claim besides what the planner needs of it. */
export interface ClaimOnScreen {
  facts: ClaimFacts;
  status: 'open' | 'settled' | 'cancelled' | 'not-ours' | 'irrecoverable';
  dueOnSource: DueOnSource;
  receivedCents: number;
  creditedCents: number;
  levelStep: string | null;
  hasDocument: boolean;
  eInvoice: EInvoiceView | null;
}

interface ScreenRow extends ClaimRecord {
  status: ClaimOnScreen['status'];
  dueOnSource: ClaimOnScreen['dueOnSource'];
  levelStep: string | null;
  hasDocument: boolean;
}

const SCREEN = `select ${CLAIM}, k.status, k.due_on_source as "dueOnSource", k.level_step as "levelStep",
    k.document_sha256 is not null as "hasDocument" from claim k where k.tenant_id = $1`;

/** Open and settled claims of one case, most urgent first, at most `limit`: for the case's screen. */
export async function claimsOnScreen(tx: Tx, caseId: string, limit: number): Promise<ClaimOnScreen[]> {
  const { rows } = await tx.query<ScreenRow>(
    `${SCREEN} and k.case_id = $2 order by k.status <> 'open', k.due_on nulls last, k.number, k.claim_id limit $3`,
    [tx.tenantId, caseId, limit],
  );
  return onScreen(tx, rows);
}

export async function claimOnScreen(tx: Tx, claimId: string): Promise<ClaimOnScreen | null> {
  const { rows } = await tx.query<ScreenRow>(`${SCREEN} and k.claim_id = $2`, [tx.tenantId, claimId]);
  return (await onScreen(tx, rows))[0] ?? null;
}

async function onScreen(tx: Tx, rows: readonly ScreenRow[]): Promise<ClaimOnScreen[]> {
  const facts = await claimFactsOf(tx, rows);
  const eInvoices = await eInvoicesOf(
    tx,
    rows.map((row) => row.claimId),
  );
  return rows.map((row, index) => ({
    facts: facts[index]!,
    eInvoice: eInvoices.get(row.claimId) ?? null,
    status: row.status,
    dueOnSource: row.dueOnSource,
    receivedCents: Number(row.receivedCents),
    creditedCents: Number(row.creditedCents),
    levelStep: row.levelStep,
    hasDocument: row.hasDocument,
  }));
}

function caseFacts(
  row: CaseRecord,
  claims: ClaimFacts[],
  unallocatedCents: number,
  contacts: ContactFacts[] | undefined,
  turnoverCents: number | undefined,
): CaseFacts {
  const debtor: DebtorFacts = {
    debtorId: row.debtor_id,
    name: row.name,
    kind: row.kind,
    legalId: row.legal_id,
    email: row.email,
    phone: row.phone,
    contactName: row.contact_name,
    contactRole: row.contact_role,
    ...(contacts && { contacts }),
    address: { lines: row.address_lines, postcode: row.postcode, city: row.city, country: row.country },
    insolvencyOpenedOn: storedDayOrNull(row.insolvency_opened_on),
    language: row.language,
    ...(row.sector !== null && { sector: row.sector }),
    ...(row.salesperson_email !== null && {
      salesperson: { name: row.salesperson_name, email: row.salesperson_email },
    }),
  };
  return {
    caseId: row.case_id,
    profile: row.profile,
    status: row.status,
    pausedUntil: storedDayOrNull(row.paused_until),
    lastContactOn: storedDayOrNull(row.last_contact_on),
    debtor,
    claims,
    unallocatedCents,
    ...(row.payer_class !== null && { payerClass: row.payer_class }),
    ...(row.scenario_chosen !== null && { scenarioChosen: row.scenario_chosen }),
    ...(row.scenario_kept !== null && { keptVersions: row.scenario_kept }),
    ...(turnoverCents !== undefined && { turnoverCents }),
  };
}

function claimFacts(
  row: ClaimRecord,
  receipts: ReceiptFacts[],
  credits: CreditFacts[],
  holds: Hold[] | undefined,
): ClaimFacts {
  return {
    claimId: row.claimId,
    number: row.number,
    kind: row.kind,
    issuedOn: storedDayOrNull(row.issuedOn),
    dueOn: storedDayOrNull(row.dueOn),
    totalCents: Number(row.totalCents),
    amountCents: Number(row.amountCents),
    receipts,
    credits,
    openCents: Number(row.openCents),
    penalties: row.penalties,
    indemnity: row.indemnity,
    level: row.level,
    levelOn: storedDayOrNull(row.levelOn),
    levelStep: row.levelStep,
    noticeSentOn: storedDayOrNull(row.noticeSentOn),
    noticeOn: storedDayOrNull(row.noticeOn),
    orderReference: row.orderReference,
    doubts: row.doubts,
    ...(holds && { holds }),
    ...(row.contestedCents > 0n && { contestedCents: Number(row.contestedCents) }),
  };
}
