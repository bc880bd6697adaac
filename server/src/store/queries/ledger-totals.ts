import type { LedgerView } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { type LedgerFilter, ranges, storedStates, Values } from './ledger-filter.ts';

/** The sums of some lines, as the database gives them. */
export interface TotalsRow {
  cut: boolean;
  rows: number;
  amount: bigint;
  open: bigint;
  late: bigint;
}

export const noTotals: LedgerView['totals'] = { rows: 0, amountCents: 0, openCents: 0, lateCents: 0, partial: false };

export function totalsView(row: TotalsRow): LedgerView['totals'] {
  return {
    rows: row.rows,
    amountCents: Number(row.amount),
    openCents: Number(row.open),
    lateCents: Number(row.late),
    partial: row.cut,
  };
}

/** SQL for the sums over lines called `k`; credit notes count below zero. `today` is a parameter. */
export const sumsOf = (
  today: string,
) => `count(*)::int as rows, coalesce(sum(ledger_sign(k.kind) * k.amount_cents), 0)::int8 as amount,
  coalesce(sum(ledger_open(k.ledger_state, k.open_cents)), 0)::int8 as open,
  coalesce(sum(k.open_cents) filter (where k.ledger_state = 'open' and k.due_key < ${today}::date), 0)::int8 as late`;

/**
 * Sums over every line of a filter of states, due dates and amounts. They come from `due_total`, whose size is that of
 * the calendar times the bands of amounts; claims are read for the bands alone that the filter cuts, which is none when
 * its ends are round.
 */
export async function totalsByRanges(tx: Tx, filter: LedgerFilter): Promise<LedgerView['totals']> {
  const values = new Values(tx.tenantId, filter.companyId);
  const today = values.add(filter.today);
  const states = values.add(storedStates(filter));
  const { minCents, maxCents } = filter;
  const dates = { ...filter, minCents: null, maxCents: null };
  const min = minCents === null ? null : `${values.add(minCents)}::int8`;
  const max = maxCents === null ? null : `${values.add(maxCents)}::int8`;
  // Bands from the first that begins at the least amount or above to the last that ends below the greatest.
  const from = min && `amount_band_end(${min} - 1)`;
  const until = max && `amount_band(${max})`;
  const whole = `${from ? `and amount_band >= ${from}` : ''} ${until ? `and amount_band < ${until}` : ''}`;
  const parts = [
    `select coalesce(sum(claims), 0)::int as rows, coalesce(sum(amount_cents), 0)::int8 as amount, coalesce(sum(open_cents), 0)::int8 as open,
            coalesce(sum(open_cents) filter (where ledger_state = 'open' and due_on < ${today}::date), 0)::int8 as late
       from due_total where tenant_id = $1 and company_id = $2 and ledger_state = any(${states})
        ${ranges(dates, values, 'due_total').replaceAll('due_key', 'due_on')} ${whole}`,
  ];
  const within = (amounts: string) =>
    parts.push(`select ${sumsOf(today)} from claim k
      where k.tenant_id = $1 and k.company_id = $2 and k.ledger_state = any(${states}) ${ranges(dates, values, 'k')} and ${amounts}`);
  if (min) within(`k.amount_cents >= ${min} and k.amount_cents < ${max ? `least(${from}, ${max} + 1)` : from}`);
  if (max) within(`k.amount_cents >= ${min ? `greatest(${until}, ${from})` : until} and k.amount_cents <= ${max}`);
  const { rows } = await tx.query<TotalsRow>(
    `select sum(rows)::int as rows, sum(amount)::int8 as amount, sum(open)::int8 as open, sum(late)::int8 as late, false as cut
       from (${parts.join(' union all ')}) part`,
    values.list,
  );
  const [row] = rows;
  if (!row) throw new Error('Sums always give a row.');
  return totalsView(row);
}
