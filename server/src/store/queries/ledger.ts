import { kindName, type LedgerRow, type LedgerView, type Profile, type ScenarioBook } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';
import {
  isCurrent,
  type Kept,
  keptByRanges,
  keptBySearch,
  type LedgerFilter,
  ranges,
  storedStates,
  Values,
} from './ledger-filter.ts';
import { noTotals, sumsOf, type TotalsRow, totalsByRanges, totalsView } from './ledger-totals.ts';
import { stepNameIn } from './step-name.ts';

export type LedgerSort = 'due' | 'amount' | 'recent' | 'debtor';

export interface LedgerOrder extends LedgerFilter {
  sort: LedgerSort;
  cursor: string | undefined;
}

interface Row {
  claim_id: string;
  case_id: string;
  number: string;
  kind: Parameters<typeof kindName>[0];
  debtor_id: string;
  debtor_name: string;
  name_key: string;
  profile: Profile;
  scenario_key: string | null;
  issued_on: string | null;
  issued_key: string;
  due_on: string | null;
  due_key: string;
  days_late: number;
  total_cents: bigint;
  amount_cents: bigint;
  received_cents: bigint;
  credited_cents: bigint;
  open_cents: bigint;
  sign: number;
  status: LedgerRow['status'];
  level_step: string | null;
  hold: string | null;
}

/** One order of the ledger: the columns a line is placed by, all of them in the same direction. */
interface Walk {
  columns: readonly string[];
  types: readonly string[];
  descending: boolean;
  /** The key of a row, as its cursor keeps it. */
  key: (row: Row) => readonly (string | number)[];
}

const WALKS: Record<LedgerSort, Walk> = {
  due: {
    columns: ['k.due_key', 'k.claim_id'],
    types: ['date', 'uuid'],
    descending: false,
    key: (row) => [row.due_key, row.claim_id],
  },
  amount: {
    columns: ['k.amount_cents', 'k.claim_id'],
    types: ['int8', 'uuid'],
    descending: true,
    key: (row) => [Number(row.amount_cents), row.claim_id],
  },
  recent: {
    columns: ['k.issued_key', 'k.claim_id'],
    types: ['date', 'uuid'],
    descending: true,
    key: (row) => [row.issued_key, row.claim_id],
  },
  debtor: {
    columns: ['d.name_key', 'd.debtor_id', 'k.due_key', 'k.claim_id'],
    types: ['text', 'uuid', 'date', 'uuid'],
    descending: false,
    key: (row) => [row.name_key, row.debtor_id, row.due_key, row.claim_id],
  },
};

const DATE_KEY = /^(-?infinity|\d{4}-\d{2}-\d{2})$/;
const FITS: Record<string, (part: unknown) => boolean> = {
  uuid: isUuidText,
  date: (part) => typeof part === 'string' && DATE_KEY.test(part),
  int8: (part) => typeof part === 'number',
  text: (part) => typeof part === 'string',
};

/**
 * When a filter keeps no more lines than this they are gathered and sorted; above, the order's own index is walked and
 * the lines that do not fit are skipped, which are few then.
 */
const GATHERED = 5_000;

/**
 * One page of the ledger with the totals of the whole filter. A page costs the same at any depth: it is read from the
 * key of the last line shown. A malformed cursor reads as none.
 */
export async function listLedger(tx: Tx, order: LedgerOrder, book: ScenarioBook): Promise<LedgerView> {
  const values = new Values(tx.tenantId, order.companyId);
  const walk = WALKS[order.sort];
  const found = keptBySearch(order, walk.columns, values);
  if (found === 'nothing') return { items: [], nextCursor: null, totals: noTotals };
  if (found !== null) return searched(tx, order, found, values, book);
  const totals = await totalsByRanges(tx, order);
  if (totals.rows === 0) return { items: [], nextCursor: null, totals };
  const after = afterCursor(walk, order.cursor, values);
  const picked =
    totals.rows <= GATHERED
      ? pageOfKept(
          walk,
          after,
          `(${keptByRanges(order, values, walk === WALKS.debtor ? ['k.claim_id', 'k.case_id', 'k.due_key'] : walk.columns)} offset 0)`,
        )
      : walked(order, walk, after, values);
  const { rows } = await tx.query<Row>(details(order, walk, picked, values), values.list);
  return { ...pageOf(rows, (row) => ledgerRow(row, book), walk.key), totals };
}

/** The page of what a search singled out, with its totals, in one statement: what it finds is found and read once. */
async function searched(
  tx: Tx,
  order: LedgerOrder,
  { named, lines, anyName, cut }: Kept,
  values: Values,
  book: ScenarioBook,
): Promise<LedgerView> {
  const walk = WALKS[order.sort];
  const after = afterCursor(walk, order.cursor, values);
  const picked = walk === WALKS.debtor && anyName ? pageByName(walk, after, 'kept') : pageOfKept(walk, after, 'kept');
  const { rows } = await tx.query<Partial<Row> & TotalsRow>(
    `with ${named === '' ? '' : `${named},`} kept as materialized (${lines}), totals as (select ${sumsOf(values.add(order.today))}, ${cut} as cut from kept k)
     select t.*, k.* from totals t left join (${details(order, walk, picked, values)}) k on true
      order by ${ordered(walk, 'k')}`,
    values.list,
  );
  const [first] = rows;
  if (!first) throw new Error('Sums always give a row.');
  const page = rows.filter((row): row is Row & TotalsRow => row.claim_id !== null);
  return { ...pageOf(page, (row) => ledgerRow(row, book), walk.key), totals: totalsView(first) };
}

/** Every line of the filter in its order, in batches, for the export: one cursor of the server, bounded memory. */
export async function* eachLedgerRow(
  tx: Tx,
  order: Omit<LedgerOrder, 'cursor'>,
  book: ScenarioBook,
): AsyncGenerator<LedgerRow[]> {
  const walk = WALKS[order.sort];
  const values = new Values(tx.tenantId, order.companyId);
  const found = keptBySearch(order, walk.columns, values, true);
  if (found === 'nothing') return;
  const picked =
    found === null
      ? keptByRanges(order, values, ['k.claim_id'])
      : `${found.named === '' ? '' : `with ${found.named}`} ${found.lines}`;
  for await (const batch of tx.batches<Row>(details(order, walk, picked, values), values.list))
    yield batch.map((row) => ledgerRow(row, book));
}

/** Where a page goes on from. */
interface After {
  /** The condition that skips what was shown. */
  lines: string;
  /** In the order of debtors: the condition from which their own index is walked. */
  debtors: string;
}

function afterCursor(walk: Walk, cursor: string | undefined, values: Values): After {
  const key = readCursor(cursor, walk.types.map((type) => (type === 'int8' ? 'n' : 's')).join(''));
  if (key === null || !key.every((part, n) => FITS[walk.types[n]!]!(part))) return { lines: '', debtors: '' };
  const compared = walk.descending ? '<' : '>';
  const parts = key.map((part, n) => `${values.add(part)}::${walk.types[n]}`);
  return {
    lines: `and (${walk.columns.join(', ')}) ${compared} (${parts.join(', ')})`,
    debtors: walk === WALKS.debtor ? `and (d.name_key, d.debtor_id) >= (${parts[0]}, ${parts[1]})` : '',
  };
}

/** The columns of an order, of its own tables or all of one relation. */
const ordered = ({ columns, descending }: Walk, relation?: string) =>
  columns
    .map((column) => (relation === undefined ? column : column.replace(/^\w+/, relation)))
    .map((column) => `${column}${descending ? ' desc' : ''}`)
    .join(', ');
const LIMIT = `limit ${PAGE_SIZE + 1}`;
const WHO = `join collection_case c on c.tenant_id = $1 and c.case_id = k.case_id
  join debtor d on d.tenant_id = $1 and d.debtor_id = c.debtor_id`;

/** The page of lines found first, whatever found them. */
function pageOfKept(walk: Walk, after: After, kept: string): string {
  return `select k.claim_id from ${kept} k ${walk === WALKS.debtor ? WHO : ''} where true ${after.debtors} ${after.lines} order by ${ordered(walk)} ${LIMIT}`;
}

/** Debtors looked at, in their order, before the names of all that have a line are. */
const FIRST_NAMES = 3_000;

/**
 * The same by debtor, when the lines are spread over the names: a page of them is then found among the first debtors
 * from here on, and the others need no look-up. When it is not, all are put in order.
 */
function pageByName(walk: Walk, after: After, kept: string): string {
  const first = `select d.debtor_id, d.name_key, c.case_id from debtor d
      join collection_case c on c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = d.debtor_id
     where d.tenant_id = $1 and d.company_id = $2 ${after.debtors} order by d.name_key, d.debtor_id limit ${FIRST_NAMES}`;
  return `with near as materialized (select k.claim_id from (${first}) d join ${kept} k on k.case_id = d.case_id
             where true ${after.lines} order by ${ordered(walk)} ${LIMIT}),
           filled as (select count(*) > ${PAGE_SIZE} as is_full from near)
    select claim_id from near where (select is_full from filled)
    union all (select claim_id from (${pageOfKept(walk, after, kept)}) k where not (select is_full from filled))`;
}

/** The page of a filter that keeps many lines: the order's index is walked, once per state, and the walks are merged. */
function walked(order: LedgerOrder, walk: Walk, after: After, values: Values): string {
  const within = ranges(order, values, 'k');
  const states = storedStates(order);
  if (walk === WALKS.debtor) {
    // Debtors who owe nothing are passed over without reading their claims.
    const owing = states.length === 1 && states[0] === 'open' ? 'and c.open_claims > 0' : '';
    return `select k.claim_id from debtor d
      join collection_case c on c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = d.debtor_id ${owing}
      join claim k on k.tenant_id = $1 and k.case_id = c.case_id and k.ledger_state = any(${values.add(states)}) ${within}
     where d.tenant_id = $1 and d.company_id = $2 ${after.debtors} ${after.lines} order by ${ordered(walk)} ${LIMIT}`;
  }
  const one = (state: string, more: string) =>
    `(select ${walk.columns.join(', ')} from claim k
       where k.tenant_id = $1 and k.company_id = $2 and k.ledger_state = ${state} ${within} ${more} ${after.lines}
       order by ${ordered(walk)} ${LIMIT})`;
  const parts = walk === WALKS.recent ? byIssue(order, values) : [''];
  const walks = states.flatMap((state) => {
    const value = values.add(state);
    return parts.map((part) => one(value, part));
  });
  return `select k.claim_id from (${walks.join(' union all ')}) k order by ${ordered(walk)} ${LIMIT}`;
}

/**
 * Lines due by a day were issued by that day: the walk begins there, or it would skip all that was issued since. The few
 * due before their issue have an index of their own. Nothing to divide when no day ends the filter.
 */
function byIssue({ dueTo, state, today }: LedgerFilter, values: Values): string[] {
  const ends = [
    dueTo === null ? '' : `and k.issued_key <= ${values.add(dueTo)}::date`,
    state === 'late' ? `and k.issued_key < ${values.add(today)}::date` : '',
  ].join(' ');
  return ends.trim() === '' ? [''] : [`and k.issued_key <= k.due_key ${ends}`, 'and k.issued_key > k.due_key'];
}

/** The whole lines of the claims picked, in the order of the walk. */
function details(order: LedgerFilter, walk: Walk, picked: string, values: Values): string {
  const today = values.add(order.today);
  return `select k.claim_id, k.case_id, k.number, k.kind, d.debtor_id, d.name as debtor_name, d.name_key, c.profile, c.scenario_key, k.issued_on, k.issued_key,
      k.due_on, k.due_key, case when k.ledger_state = 'open' then greatest(${today}::date - k.due_on, 0) else 0 end as days_late,
      k.total_cents, k.amount_cents, k.received_cents, k.credited_cents, ledger_open(k.ledger_state, k.open_cents) as open_cents,
      ledger_sign(k.kind) as sign, k.status, k.level_step, h.reason as hold
    from (${picked}) picked join claim k on k.tenant_id = $1 and k.claim_id = picked.claim_id ${WHO}
    left join lateral (select h.reason from claim_hold h where h.tenant_id = $1 and h.case_id = k.case_id and h.claim_id = k.claim_id
                          and ${isCurrent('h', today)} order by h.since_on, h.hold_id limit 1) h on k.ledger_state = 'open'
   order by ${ordered(walk)}`;
}

/** Credit notes are below zero, so that the columns of a page add up as its totals do. */
function ledgerRow(row: Row, book: ScenarioBook): LedgerRow {
  const signed = (cents: bigint) => Number(cents) * row.sign || 0;
  return {
    claimId: row.claim_id,
    caseId: row.case_id,
    number: row.number,
    kindName: kindName(row.kind),
    debtorName: row.debtor_name,
    issuedOn: row.issued_on,
    dueOn: row.due_on,
    daysLate: row.days_late ?? 0,
    totalCents: signed(row.total_cents < 0n ? -row.total_cents : row.total_cents),
    amountCents: signed(row.amount_cents),
    receivedCents: Number(row.received_cents),
    creditedCents: Number(row.credited_cents),
    openCents: Number(row.open_cents),
    status: row.status,
    levelStepName: stepNameIn(book, row.level_step, row.scenario_key ?? row.profile),
    hold: row.hold,
  };
}
