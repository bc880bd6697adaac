import type { LedgerView } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { type Prefix, searchOf } from './search.ts';

/** What of the ledger is asked. Days are `YYYY-MM-DD`, both ends included; amounts are cents of the claim's amount. */
export interface LedgerFilter {
  companyId: string;
  q: string;
  state: 'all' | 'open' | 'late' | 'held' | 'settled' | 'cancelled' | 'credit-note';
  dueFrom: string | null;
  dueTo: string | null;
  minCents: number | null;
  maxCents: number | null;
  /** `YYYY-MM-DD`: what is late and what is held depends on it. */
  today: string;
}

export const LEDGER_STATES = ['open', 'settled', 'credit-note', 'cancelled'] as const;
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
const MOST_NUMBERS = 5_000;

/** The claims that a filter singles out by a search or a hold. */
export interface SingledOut {
  /** A select of `claim_id`, each once. */
  claims: string;
  /** An expression that is true when the search matches more than is looked at. */
  cut: string;
}

/**
 * What a search or a hold singles out; null when the filter singles out nothing and the ledger is walked by its
 * indexes; 'nothing' when what was typed can match nothing. `whole`: whatever the number of matches.
 */
export function singledOut(filter: LedgerFilter, values: Values, whole = false): SingledOut | null | 'nothing' {
  const search = searchOf(filter.q);
  if (search === 'nothing') return 'nothing';
  const held = filter.state === 'held' ? heldClaims(filter, values) : null;
  if (search === null) return held === null ? null : { claims: held, cut: 'false' };
  const found: string[] = [];
  const cuts: string[] = [];
  const atMost = (rows: number) => (whole ? '' : `limit ${rows}`);
  const more = (select: string, rows: number) => `(select count(*) from (${select} limit ${rows + 1}) x) > ${rows}`;
  const range = (column: string, { from, to }: Prefix) =>
    `${column} >= ${values.add(from)} and ${column} < ${values.add(to)}`;
  // The longest word is the rarest as a rule: it is looked up, the others are checked.
  const [first, ...others] = search.words.toSorted((a, b) => b.from.length - a.from.length);
  if (first !== undefined) {
    const also = others.map(
      (word, n) =>
        `and exists (select from debtor_word w${n} where w${n}.tenant_id = $1 and w${n}.debtor_id = w.debtor_id and ${range(`w${n}.word`, word)})`,
    );
    const debtors = `select w.debtor_id from debtor_word w where w.tenant_id = $1 and w.company_id = $2 and ${range('w.word', first)} ${also.join(' ')}
      order by w.word, w.debtor_id`;
    // From each debtor by key to his case and its claims: without statistics, after a first import, a join could be
    // planned as three nested walks.
    found.push(`select s.claim_id from (${debtors} ${atMost(MOST_DEBTORS)}) w
        cross join lateral (select c.case_id from collection_case c where c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = w.debtor_id limit 1) c
        cross join lateral (select s.claim_id from claim s where s.tenant_id = $1 and s.case_id = c.case_id offset 0) s`);
    cuts.push(more(debtors, MOST_DEBTORS));
  }
  if (search.number !== null) {
    const numbers = `select claim_id from claim where tenant_id = $1 and company_id = $2 and ${range('number', search.number)} order by number`;
    found.push(`(${numbers} ${atMost(MOST_NUMBERS)})`);
    cuts.push(more(numbers, MOST_NUMBERS));
  }
  const matches = found.join(' union ');
  const claims = held === null ? `select distinct claim_id from (${matches}) m` : `(${matches}) intersect (${held})`;
  return { claims, cut: whole ? 'false' : cuts.join(' or ') };
}

function heldClaims(filter: LedgerFilter, values: Values): string {
  return `select distinct h.claim_id from claim_hold h where h.tenant_id = $1 and ${isCurrent('h', values.add(filter.today))}`;
}

/** The lines of a filter, called `k`: those singled out, found first and then read by key, or the whole ledger's. */
export function linesOf(single: SingledOut | null): { found: string; lines: string } {
  if (single === null) return { found: '', lines: 'claim k' };
  return {
    found: `with found as materialized (${single.claims})`,
    lines: 'found join claim k on k.tenant_id = $1 and k.claim_id = found.claim_id',
  };
}

/** A hold that is in force on a day. */
export function isCurrent(alias: string, day: string): string {
  return `${alias}.ended_at is null and (${alias}.until_on is null or ${alias}.until_on >= ${day}::date)`;
}

interface TotalsRow {
  cut: boolean;
  rows: number;
  amount: bigint;
  open: bigint;
  late: bigint;
}

/**
 * Sums over every line that the filter keeps. Credit notes count below zero. A filter of states and due dates only is
 * summed from `due_total`, whose size is that of the calendar; an amount reads its index; a search reads what it found.
 */
export async function ledgerTotals(tx: Tx, filter: LedgerFilter): Promise<LedgerView['totals']> {
  const values = new Values(tx.tenantId, filter.companyId);
  const single = singledOut(filter, values);
  if (single === 'nothing') return { rows: 0, amountCents: 0, openCents: 0, lateCents: 0, partial: false };
  const today = values.add(filter.today);
  const states = values.add(storedStates(filter));
  const { found, lines } = linesOf(single);
  const byCalendar = single === null && filter.minCents === null && filter.maxCents === null;
  const text = byCalendar
    ? `select coalesce(sum(claims), 0)::int as rows, coalesce(sum(amount_cents), 0)::int8 as amount, coalesce(sum(open_cents), 0)::int8 as open,
              coalesce(sum(open_cents) filter (where ledger_state = 'open' and due_on < ${today}::date), 0)::int8 as late, false as cut
         from due_total where tenant_id = $1 and company_id = $2 and ledger_state = any(${states}) ${ranges(filter, values, 'due_total').replaceAll('due_key', 'due_on')}`
    : `${found} select count(*)::int as rows, coalesce(sum(ledger_sign(k.kind) * k.amount_cents), 0)::int8 as amount,
              coalesce(sum(ledger_open(k.ledger_state, k.open_cents)), 0)::int8 as open,
              coalesce(sum(k.open_cents) filter (where k.ledger_state = 'open' and k.due_key < ${today}::date), 0)::int8 as late, ${single === null ? 'false' : single.cut} as cut
         from ${lines} where k.tenant_id = $1 and k.company_id = $2 and k.ledger_state = any(${states}) ${ranges(filter, values, 'k')}`;
  const { rows } = await tx.query<TotalsRow>(text, values.list);
  const [row] = rows;
  if (!row) throw new Error('Sums always give a row.');
  return {
    rows: row.rows,
    amountCents: Number(row.amount),
    openCents: Number(row.open),
    lateCents: Number(row.late),
    partial: row.cut,
  };
}
