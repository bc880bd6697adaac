import type { CaseRow, Page, PayerClass, Profile, ScenarioBook } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isDayText, isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';
import { debtorsNamed, type Search, searchOf } from './search.ts';
import { stepNameIn } from './step-name.ts';

export interface CaseListOrder {
  companyId: string;
  q: string;
  filter: 'all' | 'overdue' | 'paused' | 'parked';
  /** Only customers who pay so. */
  payerClass: PayerClass | undefined;
  sort: 'amount' | 'age' | 'name';
  cursor: string | undefined;
  /** `YYYY-MM-DD` */
  today: string;
}

interface Row {
  case_id: string;
  debtor_name: string;
  name_key: string;
  profile: Profile;
  status: CaseRow['status'];
  open_cents: bigint;
  open_claims: number;
  oldest_due_on: string | null;
  days_late: number;
  next_action_on: string | null;
  next_step: string | null;
  scenario_key: string | null;
  last_contact_on: string | null;
}

const SELECT = `select c.case_id, d.name as debtor_name, d.name_key, c.profile, c.status, c.open_cents, c.open_claims, c.oldest_due_on,
    greatest(coalesce($3::date - c.oldest_due_on, 0), 0) as days_late, case when c.next_action_on < $3::date then $3::date else c.next_action_on end as next_action_on, c.next_step, c.scenario_key, c.last_contact_on
  from collection_case c join debtor d on d.tenant_id = c.tenant_id and d.debtor_id = c.debtor_id
 where c.tenant_id = $1 and c.company_id = $2 and $3::date is not null`;

const FILTERS: Record<CaseListOrder['filter'], string> = {
  all: '',
  overdue: 'and c.oldest_due_on < $3::date and c.open_claims > 0',
  paused: `and c.status = 'paused'`,
  parked: `and c.status = 'parked'`,
};

/**
 * One page of a company's cases. Every order is an index read from the cursor on, so the hundredth page of a large
 * book costs what the first does. A malformed cursor reads as none.
 */
export async function listCases(tx: Tx, order: CaseListOrder, book: ScenarioBook): Promise<Page<CaseRow>> {
  const search = searchOf(order.q);
  if (search === 'nothing') return { items: [], nextCursor: null };
  const values: unknown[] = [tx.tenantId, order.companyId, order.today];
  const add = (value: unknown) => `$${values.push(value)}`;
  const where = `${FILTERS[order.filter]} ${classed(order.payerClass, add)} ${searched(search, add)}`;
  const text = SORTS[order.sort](`${SELECT} ${where}`, order.cursor, add);
  const { rows } = await tx.query<Row>(text, values);
  return pageOf(rows, (row) => caseRow(row, book), KEYS[order.sort]);
}

type Add = (value: unknown) => string;

/** A customer nobody has scored yet has no class, and is found under none. */
function classed(payerClass: PayerClass | undefined, add: Add): string {
  if (payerClass === undefined) return '';
  return `and exists (select from payer_score s where s.tenant_id = c.tenant_id and s.debtor_id = c.debtor_id and s.payer_class = ${add(payerClass)})`;
}

const LIMIT = PAGE_SIZE + 1;

/** Each order with its own place to go on from; rows without a due date come after all others. */
const SORTS: Record<CaseListOrder['sort'], (select: string, cursor: string | undefined, add: Add) => string> = {
  amount(select, cursor, add) {
    const key = readCursor(cursor, 'ns');
    const after =
      key && isUuidText(key[1]) ? `and (c.open_cents, c.case_id) < (${add(key[0])}::int8, ${add(key[1])}::uuid)` : '';
    return `${select} ${after} order by c.open_cents desc, c.case_id desc limit ${LIMIT}`;
  },
  age(select, cursor, add) {
    const key = readCursor(cursor, '?s');
    const valid = key !== null && isUuidText(key[1]) && (key[0] === null || isDayText(key[0]));
    const undated = (after: string) =>
      `(${select} and c.oldest_due_on is null ${after} order by c.case_id limit ${LIMIT})`;
    if (valid && key[0] === null) return undated(`and c.case_id > ${add(key[1])}::uuid`);
    const after = valid ? `and (c.oldest_due_on, c.case_id) > (${add(key[0])}::date, ${add(key[1])}::uuid)` : '';
    const dated = `(${select} and c.oldest_due_on is not null ${after} order by c.oldest_due_on, c.case_id limit ${LIMIT})`;
    return `${dated} union all ${undated('')} limit ${LIMIT}`;
  },
  name(select, cursor, add) {
    const key = readCursor(cursor, 'ss');
    const after =
      key && isUuidText(key[1])
        ? `and (d.name_key, d.debtor_id) > (${add(key[0])}, (select debtor_id from collection_case where tenant_id = $1 and case_id = ${add(key[1])}::uuid))`
        : '';
    // The debtor leads this order, so the index walked is the debtors' own.
    return `${select} and d.company_id = $2 ${after} order by d.name_key, d.debtor_id limit ${LIMIT}`;
  },
};

const KEYS: Record<CaseListOrder['sort'], (row: Row) => readonly (string | number | null)[]> = {
  amount: (row) => [Number(row.open_cents), row.case_id],
  age: (row) => [row.oldest_due_on, row.case_id],
  name: (row) => [row.name_key, row.case_id],
};

/**
 * What one search gathers before it is put in order. Above it a search is too broad to be read anyway (« sarl » in a
 * large book), and gathering everything would cost more than the page is worth: its first matches are ordered.
 */
const MOST_MATCHES = 1000;

/** The condition for what was typed: debtors by the beginnings of their words, or cases by an invoice number. */
function searched(search: Search | null, add: Add): string {
  if (search === null) return '';
  const found: string[] = [];
  const debtors = debtorsNamed(search, add);
  // Read once as a list: on a book whose statistics are not gathered yet, a join would walk every case for each debtor.
  if (debtors !== null)
    found.push(`select m.case_id from collection_case m where m.tenant_id = $1 and m.company_id = $2 and m.debtor_id = any(array(
        ${debtors} limit ${MOST_MATCHES}))`);
  if (search.number !== null) {
    found.push(`select k.case_id from (
        select case_id from claim where tenant_id = $1 and company_id = $2 and number >= ${add(search.number.from)} and number < ${add(search.number.to)}
         order by number limit ${MOST_MATCHES}) k`);
  }
  return `and c.case_id = any(array(${found.join(' union ')}))`;
}

function caseRow(row: Row, book: ScenarioBook): CaseRow {
  return {
    caseId: row.case_id,
    debtorName: row.debtor_name,
    profile: row.profile,
    status: row.status,
    openCents: Number(row.open_cents),
    openClaims: row.open_claims,
    oldestDueOn: row.oldest_due_on,
    daysLate: row.days_late,
    nextActionOn: row.next_action_on,
    nextStepName: stepNameIn(book, row.next_step, row.scenario_key ?? row.profile),
    lastContactOn: row.last_contact_on,
  };
}
