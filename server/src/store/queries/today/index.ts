import { day } from '@acquit/law';
import {
  type Channel,
  type CompanyFacts,
  type DayCounters,
  type MessageFacts,
  type ProcedureKind,
  phoneScript,
  procedureName,
  type Reason,
  type TodayView,
  type WorkGroup,
  type WorkItem,
  type WorkStanding,
} from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { bankFreshnessView } from '../bank-freshness.ts';
import { loadCases } from '../case-facts.ts';
import { lastPass } from '../passes.ts';
import { companyTotals } from '../totals.ts';
import { waitingStop } from '../volume.ts';
import { COMING_DAYS, GROUPS, type GroupQuery, SHOWN } from './groups.ts';
import { NAMED, TITLES, workName } from './words.ts';

interface ItemRow {
  action_id: string | null;
  case_id: string;
  /** Of work about one claim. */
  claim_id?: string;
  /** The reply, act, promise, dispute or plan the work is about. */
  object_id?: string;
  debtor_name: string;
  step_name?: string;
  /** What it is, as a code, when it has no name of its own. */
  what?: string;
  procedure_kind?: ProcedureKind;
  channel: Channel;
  on_day: string;
  undated?: boolean;
  total_cents: bigint;
  oldest_due_on: string | null;
  reasons: Reason[] | null;
  phone: string | null;
  owner?: string | null;
  /** Of a call: what its script is made from. */
  facts: MessageFacts | null;
}

/**
 * The worklist of a company: everything that waits for a person, grouped by what he has to do, with the totals.
 * `tonight` is what the next pass will send by itself; `reader` is the name of who asks: what he owns comes first.
 */
export async function todayOf(
  tx: Tx,
  company: CompanyFacts,
  order: { on: string; tonight: TodayView['tonight']; reader: string },
): Promise<TodayView> {
  const { companyId } = company;
  const { on, tonight, reader } = order;
  const counters: DayCounters = { late: none(), today: none(), coming: none(), comingDays: COMING_DAYS };
  const groups: WorkGroup[] = [];
  for (const group of GROUPS) {
    const values = [tx.tenantId, companyId, on, reader];
    const { rows } = await tx.query<ItemRow>(group.items, needed(group.items, values));
    if (rows.length === 0) continue;
    const scripts = await scriptsOf(tx, company, rows);
    const items = rows.map((row) => workItem(group.kind, row, { scripts, on, reader }));
    const counted = rows.length < SHOWN ? countedHere(items) : await countedThere(tx, group, values);
    for (const standing of ['late', 'today', 'coming'] as const) add(counters[standing], counted[standing]);
    const count = counted.late.count + counted.today.count + counted.coming.count;
    // A stable sort: inside what is one's own, and inside the rest, the order stays the group's. What is to come goes by day.
    if (group.kind !== 'coming') items.sort((a, b) => Number(b.mine) - Number(a.mine));
    groups.push({ kind: group.kind, title: TITLES[group.kind], items, count, late: counted.late.count });
  }
  return {
    on,
    totals: await companyTotals(tx, companyId, on),
    counters,
    groups,
    tonight,
    volumeStop: await waitingStop(tx, companyId),
    repliesToSort: await countRepliesToSort(tx, companyId),
    lastPass: await lastPass(tx, companyId),
    ...(await countMessages(tx, companyId)),
    importDoubtCount: await countImportDoubts(tx, companyId),
    bank: await bankFreshnessView(tx, companyId, day(on)),
  };
}

type Counted = Record<WorkStanding, { count: number; cents: number }>;

const none = () => ({ count: 0, cents: 0 });

function add(to: { count: number; cents: number }, more: { count: number; cents: number }): void {
  to.count += more.count;
  to.cents += more.cents;
}

/** The values a text names: the database refuses one it is given and does not use. */
function needed(text: string, values: readonly unknown[]): unknown[] {
  return values.slice(0, Math.max(...[...text.matchAll(/\$(\d)/g)].map(([, n]) => Number(n))));
}

function countedHere(items: readonly WorkItem[]): Counted {
  const counted: Counted = { late: none(), today: none(), coming: none() };
  for (const { standing, totalCents } of items) add(counted[standing], { count: 1, cents: totalCents });
  return counted;
}

async function countedThere(tx: Tx, group: GroupQuery, values: readonly unknown[]): Promise<Counted> {
  const text = `select count(*) filter (where on_day < $3::date)::int as late, coalesce(sum(cents) filter (where on_day < $3::date), 0)::int8 as late_cents,
      count(*) filter (where on_day = $3::date or on_day is null)::int as today, coalesce(sum(cents) filter (where on_day = $3::date or on_day is null), 0)::int8 as today_cents,
      count(*) filter (where on_day > $3::date)::int as coming, coalesce(sum(cents) filter (where on_day > $3::date), 0)::int8 as coming_cents
    from (${group.all}) g`;
  const { rows } = await tx.query<Record<WorkStanding, number> & Record<`${WorkStanding}_cents`, bigint>>(
    text,
    needed(text, values),
  );
  const row = rows[0]!;
  return {
    late: { count: row.late, cents: Number(row.late_cents) },
    today: { count: row.today, cents: Number(row.today_cents) },
    coming: { count: row.coming, cents: Number(row.coming_cents) },
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

function workItem(
  kind: WorkGroup['kind'],
  row: ItemRow,
  { scripts, on, reader }: { scripts: ReadonlyMap<string, string[]>; on: string; reader: string },
): WorkItem {
  const named = row.what === undefined || NAMED.includes(kind) ? null : workName(kind, row.what);
  return {
    actionId: row.action_id,
    caseId: row.case_id,
    claimId: row.claim_id ?? null,
    objectId: row.object_id ?? null,
    debtorName: row.debtor_name,
    stepName: [row.procedure_kind && procedureName(row.procedure_kind), row.step_name, named]
      .filter(Boolean)
      .join(' — '),
    what: row.what ?? null,
    channel: row.channel,
    on: row.on_day,
    standing: row.undated || row.on_day === on ? 'today' : row.on_day < on ? 'late' : 'coming',
    totalCents: Number(row.total_cents),
    oldestDueOn: row.oldest_due_on,
    reasons: row.reasons ?? [],
    phone: row.phone,
    owner: row.owner ?? null,
    mine: row.owner === reader,
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

/** Messages of debtors that belong to no case yet. */
async function countRepliesToSort(tx: Tx, companyId: string): Promise<number> {
  const { rows } = await tx.query<{ count: number }>(
    `select count(*)::int as count from reply
      where tenant_id = $1 and company_id = $2 and state in ('to-sort', 'to-read') and case_id is null`,
    [tx.tenantId, companyId],
  );
  return rows[0]!.count;
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
