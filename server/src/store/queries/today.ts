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
import { loadCases } from './case-facts.ts';
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
  'to-print': 'Lettres à imprimer',
  parked: 'Dossiers en attente de vous',
};

interface ItemRow {
  action_id: string | null;
  case_id: string;
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
  count: number;
}

const WHO = `join collection_case c on c.tenant_id = a.tenant_id and c.case_id = a.case_id
  join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id`;

const ACTION = `a.action_id, a.case_id, d.name as debtor_name, coalesce(a.facts ->> 'stepName', a.step) as step_name, a.channel,
  a.decided_on as on_day, a.total_cents, c.oldest_due_on, a.reasons, d.phone, case when a.channel = 'phone' then a.facts end as facts,
  (count(*) over ())::int as count`;

/** Open actions come by what is at stake; letters in the order they were made, as they will come out of the printer. */
const openActions = (where: string) =>
  `select ${ACTION} from action a ${WHO} where a.tenant_id = $1 and a.company_id = $2 and ${where} order by a.total_cents desc, a.action_id limit ${SHOWN}`;

const messages = (state: 'in-doubt' | 'to-print') =>
  `select ${ACTION} from outbox o join action a on a.tenant_id = o.tenant_id and a.action_id = o.action_id ${WHO}
    where o.tenant_id = $1 and o.company_id = $2 and o.state = '${state}' order by o.created_at, o.action_id limit ${SHOWN}`;

const GROUPS: readonly { kind: WorkKind; text: string }[] = [
  { kind: 'in-doubt', text: messages('in-doubt') },
  { kind: 'to-confirm', text: openActions(`a.status = 'to-confirm'`) },
  { kind: 'call', text: openActions(`a.status = 'to-do' and a.channel = 'phone'`) },
  { kind: 'decide', text: openActions(`a.status = 'to-do' and a.channel = 'task' and a.step <> 'missing-address'`) },
  { kind: 'missing-address', text: openActions(`a.status = 'to-do' and a.step = 'missing-address'`) },
  { kind: 'to-print', text: messages('to-print') },
  {
    kind: 'parked',
    text: `select null::uuid as action_id, c.case_id, d.name as debtor_name, 'Dossier en attente' as step_name, 'task' as channel,
        coalesce(c.last_contact_on, c.created_at::date) as on_day, greatest(c.open_cents, 0) as total_cents, c.oldest_due_on,
        jsonb_build_array(jsonb_build_object('code', 'Parked', 'message', coalesce(c.status_reason, 'Ce dossier attend une décision de votre part.'))) as reasons,
        d.phone, null::jsonb as facts, (count(*) over ())::int as count
      from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
     where c.tenant_id = $1 and c.company_id = $2 and c.status = 'parked'
       and not exists (select from action a where a.tenant_id = c.tenant_id and a.case_id = c.case_id and a.status = 'to-do' and a.channel = 'task')
     order by c.open_cents desc, c.case_id limit ${SHOWN}`,
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
  for (const { kind, text } of GROUPS) {
    const { rows } = await tx.query<ItemRow>(text, [tx.tenantId, companyId]);
    if (rows.length === 0) continue;
    const scripts = await scriptsOf(tx, company, rows);
    groups.push({ kind, title: TITLES[kind], items: rows.map((row) => workItem(row, scripts)), count: rows[0]!.count });
  }
  return {
    on,
    totals: await companyTotals(tx, companyId, on),
    groups,
    tonight,
    lastPass: await lastPass(tx, companyId),
    ...(await countMessages(tx, companyId)),
    importDoubtCount: await countImportDoubts(tx, companyId),
  };
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
