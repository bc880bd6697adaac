import { day } from '@acquit/law';
import {
  type Channel,
  type CompanyFacts,
  type MessageFacts,
  phoneScript,
  type Reason,
  type TodayView,
  type WorkGroup,
  type WorkItem,
  type WorkKind,
} from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { bankFreshnessView } from './bank-freshness.ts';
import { loadCases } from './case-facts.ts';
import { RECIPIENT_PHONE } from './customers/contacts.ts';
import { lastPass } from './passes.ts';
import { companyTotals } from './totals.ts';

/** Items of each group sent at once; the count says how many there are. */
const SHOWN = 50;

const TITLES: Record<WorkKind, string> = {
  'in-doubt': 'Envois incertains',
  'to-confirm': 'À confirmer',
  call: 'Appels à passer',
  decide: 'Décisions à prendre',
  'missing-address': 'Coordonnées à compléter',
  'e-invoice': 'Factures électroniques à traiter',
  absent: 'Absentes de la dernière liste',
  'to-print': 'Lettres à imprimer',
  parked: 'Dossiers en attente de vous',
};

interface ItemRow {
  action_id: string | null;
  case_id: string;
  /** Of work about one claim. */
  claim_id?: string;
  debtor_name: string;
  step_name: string;
  channel: Channel;
  on_day: string;
  total_cents: bigint;
  oldest_due_on: string | null;
  reasons: Reason[] | null;
  phone: string | null;
  /** Of a call: what its script is made from. */
  facts: MessageFacts | null;
}

const WHO = `join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id`;

const ACTION = `a.action_id, a.case_id, d.name as debtor_name, coalesce(a.facts ->> 'stepName', a.step) as step_name, a.channel,
  a.decided_on as on_day, a.total_cents, c.oldest_due_on, a.reasons, ${RECIPIENT_PHONE} as phone, case when a.channel = 'phone' then a.facts end as facts`;

/** How to read a group: its first items, and how many there are. Both walk an index; only what is shown is joined. */
interface GroupQuery {
  kind: WorkKind;
  items: string;
  count: string;
}

/** Open acts of one status come by what is at stake: one walk of `action_open` per channel, then the best of them. */
function openActions(kind: WorkKind, status: string, channels: readonly string[], more = ''): GroupQuery {
  const where = (channel: string) =>
    `from action where tenant_id = $1 and company_id = $2 and status = '${status}' and channel = '${channel}' ${more}`;
  const walks = channels.map(
    (channel) =>
      `(select tenant_id, action_id, total_cents ${where(channel)} order by total_cents desc, action_id limit ${SHOWN})`,
  );
  return {
    kind,
    items: `select ${ACTION} from (select * from (${walks.join(' union all ')}) w order by total_cents desc, action_id limit ${SHOWN}) w
      join action a on a.tenant_id = w.tenant_id and a.action_id = w.action_id ${WHO} order by a.total_cents desc, a.action_id`,
    count: `select (${channels.map((channel) => `(select count(*) ${where(channel)})`).join(' + ')})::int as count`,
  };
}

/** Messages in one state, in the order they were made: letters as they will come out of the printer. */
function messages(kind: WorkKind, state: 'in-doubt' | 'to-print'): GroupQuery {
  const where = `from outbox where tenant_id = $1 and company_id = $2 and state = '${state}'`;
  return {
    kind,
    items: `select ${ACTION} from (select tenant_id, action_id, created_at ${where} order by created_at, action_id limit ${SHOWN}) o
      join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id ${WHO} order by o.created_at, a.action_id`,
    count: `select count(*)::int as count ${where}`,
  };
}

const PARKED = `from collection_case c where c.tenant_id = $1 and c.company_id = $2 and c.status = 'parked'
  and not exists (select from action a where a.tenant_id = c.tenant_id and a.case_id = c.case_id and a.status = 'to-do' and a.channel = 'task')`;

const E_INVOICE = `from einvoice_standing s join claim k on k.tenant_id = s.tenant_id and k.claim_id = s.claim_id and k.status = 'open'
  where s.tenant_id = $1 and s.company_id = $2 and s.ground is not null`;

const ABSENT = `from claim_hold h join claim k on k.tenant_id = h.tenant_id and k.claim_id = h.claim_id and k.status = 'open'
  where h.tenant_id = $1 and k.company_id = $2 and h.kind = 'absent-from-ledger' and h.ended_at is null`;

const GROUPS: readonly GroupQuery[] = [
  messages('in-doubt', 'in-doubt'),
  openActions('to-confirm', 'to-confirm', ['email', 'letter', 'registered', 'sms']),
  openActions('call', 'to-do', ['phone']),
  openActions('decide', 'to-do', ['task'], `and step <> 'missing-address'`),
  openActions('missing-address', 'to-do', ['task'], `and step = 'missing-address'`),
  {
    // The longest waiting first: it holds its claim back since that day.
    kind: 'e-invoice',
    items: `select null::uuid as action_id, k.case_id, k.claim_id, d.name as debtor_name, k.task_title as step_name, 'task' as channel,
        k.at::date as on_day, k.open_cents as total_cents, k.due_on as oldest_due_on,
        jsonb_build_array(jsonb_build_object('code', 'EInvoice', 'message', concat('Facture ', k.number, '\u00a0: ', k.task_message))) as reasons,
        d.phone, null::jsonb as facts
      from (select k.*, s.at, s.task_title, s.task_message ${E_INVOICE} order by s.at, s.claim_id limit ${SHOWN}) k
      join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
      join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id order by k.at, k.claim_id`,
    count: `select count(*)::int as count ${E_INVOICE}`,
  },
  {
    // The longest doubted first, as above.
    kind: 'absent',
    items: `select null::uuid as action_id, k.case_id, k.claim_id, d.name as debtor_name, concat('Facture ', k.number) as step_name,
        'task' as channel, k.since_on as on_day, k.open_cents as total_cents, k.due_on as oldest_due_on,
        jsonb_build_array(jsonb_build_object('code', 'Absent', 'message', concat('Facture ', k.number, '\u00a0: ', k.reason))) as reasons,
        d.phone, null::jsonb as facts
      from (select k.*, h.since_on, h.reason ${ABSENT} order by h.since_on, h.claim_id limit ${SHOWN}) k
      join collection_case c on c.tenant_id = k.tenant_id and c.case_id = k.case_id
      join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id order by k.since_on, k.claim_id`,
    count: `select count(*)::int as count ${ABSENT}`,
  },
  messages('to-print', 'to-print'),
  {
    kind: 'parked',
    items: `select null::uuid as action_id, c.case_id, d.name as debtor_name, 'Dossier en attente' as step_name, 'task' as channel,
        coalesce(c.last_contact_on, c.created_at::date) as on_day, greatest(c.open_cents, 0) as total_cents, c.oldest_due_on,
        jsonb_build_array(jsonb_build_object('code', 'Parked', 'message', coalesce(c.status_reason, 'Ce dossier attend une décision de votre part.'))) as reasons,
        d.phone, null::jsonb as facts
      from (select * ${PARKED} order by c.open_cents desc, c.case_id limit ${SHOWN}) c
      join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id order by c.open_cents desc, c.case_id`,
    count: `select count(*)::int as count ${PARKED}`,
  },
];

/**
 * The worklist of a company: everything that waits for a person, grouped by what he has to do, with the totals.
 * `tonight` is what the next pass will send by itself.
 */
export async function todayOf(
  tx: Tx,
  company: CompanyFacts,
  on: string,
  tonight: TodayView['tonight'],
): Promise<TodayView> {
  const { companyId } = company;
  const groups: WorkGroup[] = [];
  for (const { kind, items, count } of GROUPS) {
    const { rows } = await tx.query<ItemRow>(items, [tx.tenantId, companyId]);
    if (rows.length === 0) continue;
    const scripts = await scriptsOf(tx, company, rows);
    const all = rows.length < SHOWN ? rows.length : await countOf(tx, count, companyId);
    groups.push({ kind, title: TITLES[kind], items: rows.map((row) => workItem(row, scripts)), count: all });
  }
  return {
    on,
    totals: await companyTotals(tx, companyId, on),
    groups,
    tonight,
    lastPass: await lastPass(tx, companyId),
    ...(await countMessages(tx, companyId)),
    importDoubtCount: await countImportDoubts(tx, companyId),
    bank: await bankFreshnessView(tx, companyId, day(on)),
  };
}

async function countOf(tx: Tx, text: string, companyId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(text, [tx.tenantId, companyId]);
  return rows[0]!.count;
}

/** What to say in each call of a group, by action. */
async function scriptsOf(tx: Tx, company: CompanyFacts, rows: readonly ItemRow[]): Promise<Map<string, string[]>> {
  const calls = rows.filter((row) => row.facts !== null);
  if (calls.length === 0) return new Map();
  const cases = await loadCases(
    tx,
    calls.map((row) => row.case_id),
  );
  const debtors = new Map(cases.map(({ facts }) => [facts.caseId, facts.debtor]));
  return new Map(
    calls.map((row) => [row.action_id!, phoneScript(row.facts!, { company, debtor: debtors.get(row.case_id)! })]),
  );
}

function workItem(row: ItemRow, scripts: ReadonlyMap<string, string[]>): WorkItem {
  return {
    actionId: row.action_id,
    caseId: row.case_id,
    claimId: row.claim_id ?? null,
    debtorName: row.debtor_name,
    stepName: row.step_name,
    channel: row.channel,
    on: row.on_day,
    totalCents: Number(row.total_cents),
    oldestDueOn: row.oldest_due_on,
    reasons: row.reasons ?? [],
    phone: row.phone,
    script: row.action_id === null ? [] : (scripts.get(row.action_id) ?? []),
  };
}

async function countMessages(
  tx: Tx,
  companyId: string,
): Promise<Pick<TodayView, 'capturedCount' | 'inDoubtCount' | 'toPrintCount'>> {
  const { rows } = await tx.query<{ captured: number; in_doubt: number; to_print: number }>(
    `select (count(*) filter (where state = 'captured'))::int as captured, (count(*) filter (where state = 'in-doubt'))::int as in_doubt,
            (count(*) filter (where state = 'to-print'))::int as to_print
       from outbox where tenant_id = $1 and company_id = $2 and state in ('captured', 'in-doubt', 'to-print')`,
    [tx.tenantId, companyId],
  );
  return { capturedCount: rows[0]!.captured, inDoubtCount: rows[0]!.in_doubt, toPrintCount: rows[0]!.to_print };
}

/** Files of the last month that left something for a person to look at. */
async function countImportDoubts(tx: Tx, companyId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from import_job
      where tenant_id = $1 and (company_id = $2 or company_id is null) and imported_at > now() - interval '31 days'
        and (status in ('partly', 'refused', 'set-aside') or doubts <> '[]')`,
    [tx.tenantId, companyId],
  );
  return rows[0]!.count;
}
