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
 * The claims that a search or a hold singles out, as a select of `claim_id`; null when the filter singles out none and
 * the ledger is walked by its indexes; 'nothing' when what was typed can match nothing.
 */
export function singledOut(filter: LedgerFilter, values: Values): string | null | 'nothing' {
  const search = searchOf(filter.q);
  if (search === 'nothing') return 'nothing';
  const held = filter.state === 'held' ? heldClaims(filter, values) : null;
  if (search === null) return held;
  const found: string[] = [];
  const range = (column: string, { from, to }: Prefix) =>
    `${column} >= ${values.add(from)} and ${column} < ${values.add(to)}`;
  // The longest word is the rarest as a rule: it is looked up, the others are checked.
  const [first, ...others] = search.words.toSorted((a, b) => b.from.length - a.from.length);
  if (first !== undefined) {
    const also = others.map(
      (word, n) =>
        `and exists (select from debtor_word w${n} where w${n}.tenant_id = $1 and w${n}.debtor_id = w.debtor_id and ${range(`w${n}.word`, word)})`,
    );
    found.push(`select s.claim_id from debtor_word w
        join collection_case c on c.tenant_id = $1 and c.company_id = $2 and c.debtor_id = w.debtor_id
        join claim s on s.tenant_id = $1 and s.case_id = c.case_id
       where w.tenant_id = $1 and w.company_id = $2 and ${range('w.word', first)} ${also.join(' ')}`);
  }
  if (search.number !== null)
    found.push(
      `select claim_id from claim where tenant_id = $1 and company_id = $2 and ${range('number', search.number)}`,
    );
  const matches = found.join(' union ');
  return held === null ? matches : `(${matches}) intersect (${held})`;
}

function heldClaims(filter: LedgerFilter, values: Values): string {
  return `select h.claim_id from claim_hold h where h.tenant_id = $1 and ${isCurrent('h', values.add(filter.today))}`;
}

/** A hold that is in force on a day. */
export function isCurrent(alias: string, day: string): string {
  return `${alias}.ended_at is null and (${alias}.until_on is null or ${alias}.until_on >= ${day}::date)`;
}

export interface LedgerTotals {
  rows: number;
  amountCents: number;
  openCents: number;
  lateCents: number;
}

interface TotalsRow {
  rows: number;
  amount: bigint;
  open: bigint;
  late: bigint;
}

/**
 * Sums over every line that the filter keeps. Credit notes count below zero. A filter of states and due dates only is
 * summed from `due_total`, whose size is that of the calendar; an amount reads its index; a search reads what it found.
 */
export async function ledgerTotals(tx: Tx, filter: LedgerFilter): Promise<LedgerTotals> {
  const values = new Values(tx.tenantId, filter.companyId);
  const single = singledOut(filter, values);
  if (single === 'nothing') return { rows: 0, amountCents: 0, openCents: 0, lateCents: 0 };
  const today = values.add(filter.today);
  const states = values.add(storedStates(filter));
  const byCalendar = single === null && filter.minCents === null && filter.maxCents === null;
  const text = byCalendar
    ? `select coalesce(sum(claims), 0)::int as rows, coalesce(sum(amount_cents), 0)::int8 as amount, coalesce(sum(open_cents), 0)::int8 as open,
              coalesce(sum(open_cents) filter (where ledger_state = 'open' and due_on < ${today}::date), 0)::int8 as late
         from due_total where tenant_id = $1 and company_id = $2 and ledger_state = any(${states}) ${ranges(filter, values, 'due_total').replaceAll('due_key', 'due_on')}`
    : `select count(*)::int as rows, coalesce(sum(ledger_sign(k.kind) * k.amount_cents), 0)::int8 as amount,
              coalesce(sum(ledger_open(k.ledger_state, k.open_cents)), 0)::int8 as open,
              coalesce(sum(k.open_cents) filter (where k.ledger_state = 'open' and k.due_key < ${today}::date), 0)::int8 as late
         from claim k where k.tenant_id = $1 and k.company_id = $2 and k.ledger_state = any(${states}) ${ranges(filter, values, 'k')}
              ${single === null ? '' : `and k.claim_id in (${single})`}`;
  const { rows } = await tx.query<TotalsRow>(text, values.list);
  const [row] = rows;
  if (!row) throw new Error('Sums always give a row.');
  return {
    rows: row.rows,
    amountCents: Number(row.amount),
    openCents: Number(row.open),
    lateCents: Number(row.late),
  };
}
