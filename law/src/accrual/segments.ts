import { formatDay, type IsoDate } from '../calendar/index.ts';
import { exactEuros, formatUnits, plus } from '../money/index.ts';
import type { Ledger, Piece } from './ledger.ts';

/** A run of days with one base and one rate, as published: never longer than a half-year. */
export interface Segment {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly days: number;
  readonly ratePercent: string;
  readonly baseCents: number;
  /** Exact interest in euros, shown with four digits. */
  readonly penalty: string;
  /** Which instalment, from 0 in the order of the due dates; absent when there is only one due date. */
  readonly installment?: number;
}

function continues(before: Piece, after: Piece): boolean {
  return (
    before.to + 1 === after.from &&
    before.half === after.half &&
    before.baseCents === after.baseCents &&
    before.rate === after.rate
  );
}

/** Joins the pieces that a move cut without changing their base: a receipt may be absorbed by the interest alone. */
function joined({ pieces, divisor }: Ledger): Piece[] {
  const lastOf: number[] = [];
  const result: Piece[] = [];
  for (const piece of pieces) {
    const last = lastOf[piece.tranche];
    const before = last === undefined ? undefined : result[last];
    if (before !== undefined && continues(before, piece)) {
      result[last!] = { ...before, to: piece.to, accrued: plus(before.accrued, piece.accrued, divisor) };
    } else {
      lastOf[piece.tranche] = result.length;
      result.push(piece);
    }
  }
  return result;
}

/** The segments of a ledger, for a rate scheme of that many decimals. */
export function segmentsOf(ledger: Ledger, decimals: number, tranches: number): Segment[] {
  return joined(ledger).map(({ from, to, rate, baseCents, tranche, accrued }) => {
    const segment = {
      from: formatDay(from),
      to: formatDay(to),
      days: to - from + 1,
      ratePercent: formatUnits(rate, decimals),
      baseCents,
      penalty: exactEuros(accrued, ledger.divisor),
    };
    return tranches === 1 ? segment : { ...segment, installment: tranche };
  });
}
