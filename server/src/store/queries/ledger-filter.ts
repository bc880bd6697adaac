import { debtorsNamed, searchOf } from './search.ts';

/** What of the ledger is asked. Days are `YYYY-MM-DD`, both ends included; amounts are cents of the claim's amount. */
export interface LedgerFilter {
  companyId: string;
  q: string;
  state: 'all' | 'open' | 'late' | 'held' | 'settled' | 'cancelled' | 'credit-note' | 'irrecoverable';
  dueFrom: string | null;
  dueTo: string | null;
  minCents: number | null;
  maxCents: number | null;
  /** `YYYY-MM-DD`: what is late and what is held depends on it. */
  today: string;
}

export const LEDGER_STATES = ['open', 'settled', 'credit-note', 'cancelled', 'irrecoverable'] as const;
export type StoredState = (typeof LEDGER_STATES)[number];

/** The values of a statement, added as its text is written. */
export class Values {
  readonly list: unknown[];
  constructor(...first: unknown[]) {
    this.list = first;
  }
  add(value: unknown): string {
    return `$${this.list.push(value)}`;
  }
}

/** The stored states that a filter may find lines in. */
export function storedStates(filter: LedgerFilter): readonly StoredState[] {
  switch (filter.state) {
    case 'open':
    case 'late':
      return ['open'];
    // A line is held whatever it is, as long as it is asked of somebody.
    case 'held':
      return ['open'];
    case 'all':
      return LEDGER_STATES;
    default:
      return [filter.state];
  }
}

/** The conditions on due date and amount, each an `and …`; `due` is the column or expression of the due date. */
export function ranges(filter: LedgerFilter, values: Values, alias: string): string {
  const { dueFrom, dueTo, minCents, maxCents, state, today } = filter;
  return [
    dueFrom === null ? '' : `and ${alias}.due_key >= ${values.add(dueFrom)}::date`,
    dueTo === null ? '' : `and ${alias}.due_key <= ${values.add(dueTo)}::date`,
    state === 'late' ? `and ${alias}.due_key < ${values.add(today)}::date` : '',
    minCents === null ? '' : `and ${alias}.amount_cents >= ${values.add(minCents)}::int8`,
    maxCents === null ? '' : `and ${alias}.amount_cents <= ${values.add(maxCents)}::int8`,
  ].join(' ');
}

/**
 * What one search looks at on the screen. Above it a search is too broad to be read anyway (« sarl » in a large book):
 * its first matches are shown and summed, and the totals say so. The export is never cut.
 */
const MOST_DEBTORS = 1_000;
const MOST_NUMBERS = 1_000;

/** What of a claim totals and most orders look at: an index by case answers these alone. */
const LINE = ['claim_id', 'case_id', 'due_key', 'amount_cents', 'open_cents', 'kind', 'ledger_state'];

/** What is read of a line when it is found, once: the above, and what the order asked for looks at besides. */
const lineFor = (order: readonly string[]) =>
  [...new Set([...LINE.map((one) => `k.${one}`), ...order.filter((one) => one.startsWith('k.'))])].join(', ');

/** The lines that a filter keeps. */
export interface Kept {
  /** The definition of what `lines` and `cut` both look at, for a \`with\`; empty when there is none. */
  named: string;
  /** A select of each line once: `claim_id`, `case_id` and what orders and totals look at. */
  lines: string;
  /** Whether the debtors of these lines may have any name, and not one that was typed. */
  anyName: boolean;
  /** An expression that is true when the search matches more than is looked at. */
  cut: string;
}

/** A select of every line of a filter without a search; asked for the columns of one order alone, an index answers it. */
export function keptByRanges(filter: LedgerFilter, values: Values, columns: readonly string[]): string {
  return `select ${columns.join(', ')} from claim k where k.tenant_id = $1 and k.company_id = $2 and ${fits(filter, values)}`;
}

/**
 * The lines that a search or a hold singles out, found by it and read by key; null when the filter singles out nothing;
 * 'nothing' when what was typed can match nothing. `order`: the columns the lines are put in order by; `whole`: whatever
 * the number of matches.
 */
export function keptBySearch(
  filter: LedgerFilter,
  order: readonly string[],
  values: Values,
  whole = false,
): Kept | null | 'nothing' {
  const line = lineFor(order);
  const search = searchOf(filter.q);
  if (search === 'nothing') return 'nothing';
  if (search === null) return filter.state === 'held' ? heldLines(filter, line, values) : null;
  const found: string[] = [];
  const cuts: string[] = [];
  let named = '';
  const atMost = (rows: number) => (whole ? '' : `limit ${rows}`);
  const where = `${fits(filter, values)} ${filter.state === 'held' ? `and exists (${holds(filter, values)} and h.case_id = k.case_id and h.claim_id = k.claim_id)` : ''}`;
  const debtors = debtorsNamed(search, (value) => values.add(value));
  if (debtors !== null) {
    // From each debtor by key to his case and its claims: without statistics, after a first import, a join could be
    // planned as three nested walks.
    named = `named as materialized (${debtors} ${atMost(MOST_DEBTORS + 1)})`;
    found.push(`select ${line} from (select distinct debtor_id from (select debtor_id from named ${atMost(MOST_DEBTORS)}) w) w
        cross join lateral (select c.case_id from collection_case c where c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = w.debtor_id limit 1) c
        cross join lateral (select * from claim k where k.tenant_id = $1 and k.case_id = c.case_id offset 0) k where ${where}`);
    cuts.push(`(select count(*) from named) > ${MOST_DEBTORS}`);
  }
  if (search.number !== null) {
    const [from, to] = [values.add(search.number.from), values.add(search.number.to)];
    const numbered = (columns: string) =>
      `select ${columns} from claim where tenant_id = $1 and company_id = $2 and number >= ${from} and number < ${to} order by number`;
    found.push(`select ${line} from (${numbered('*')} ${atMost(MOST_NUMBERS)}) k where ${where}`);
    cuts.push(`(select count(*) from (${numbered('1')} limit ${MOST_NUMBERS + 1}) x) > ${MOST_NUMBERS}`);
  }
  return { named, lines: found.join(' union '), anyName: false, cut: whole ? 'false' : cuts.join(' or ') };
}

function heldLines(filter: LedgerFilter, line: string, values: Values): Kept {
  return {
    named: '',
    lines: `select ${line} from (select distinct h.claim_id from (${holds(filter, values)}) h) h
      join claim k on k.tenant_id = $1 and k.claim_id = h.claim_id where k.company_id = $2 and ${fits(filter, values)}`,
    anyName: true,
    cut: 'false',
  };
}

/** The holds in force, as a select to narrow or to read. */
function holds(filter: LedgerFilter, values: Values): string {
  return `select h.claim_id from claim_hold h where h.tenant_id = $1 and ${isCurrent('h', values.add(filter.today))}`;
}

function fits(filter: LedgerFilter, values: Values): string {
  return `k.ledger_state = any(${values.add(storedStates(filter))}) ${ranges(filter, values, 'k')}`;
}

/** A hold that is in force on a day. */
export function isCurrent(alias: string, day: string): string {
  return `${alias}.ended_at is null and (${alias}.until_on is null or ${alias}.until_on >= ${day}::date)`;
}
