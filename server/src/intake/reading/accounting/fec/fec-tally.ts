/** What a FEC adds up to, and how often something in it was wrong, with the first line of each. */

import type { DoubtCode } from '../../messages.ts';
import type { Facts } from '../../result.ts';

type Slip = 'WrongWidth' | 'UnreadableAmounts' | 'UnreadableDays' | 'DebitAndCredit';

export class FecTally {
  lines = 0;
  debitCents = 0;
  creditCents = 0;
  /** First and last day of entry, as `AAAAMMJJ`; 0 when there is none. */
  from = 0;
  until = 0;
  private readonly slips = new Map<Slip, { count: number; line: number }>();

  slip(kind: Slip, line: number): void {
    const known = this.slips.get(kind);
    if (known === undefined) this.slips.set(kind, { count: 1, line });
    else known.count += 1;
  }

  times(kind: Slip): number {
    return this.slips.get(kind)?.count ?? 0;
  }

  firstLine(kind: Slip): number | undefined {
    return this.slips.get(kind)?.line;
  }

  /** Stretches the days of the book to a day of entry. */
  reach(day: number): void {
    if (day <= 0) return;
    if (this.from === 0 || day < this.from) this.from = day;
    if (day > this.until) this.until = day;
  }

  /** The doubts about lines, each said once with its count. */
  tell(doubt: (code: DoubtCode, facts: Facts) => void): void {
    if (this.debitCents !== this.creditCents) {
      doubt('BookUnbalanced', { debitCents: this.debitCents, creditCents: this.creditCents });
    }
    for (const [kind, facts] of this.slips) doubt(kind, facts);
  }
}
