/** The ledger view: every invoice and credit note of a company, filtered, totalled and exported. */

import type { Page } from './views.ts';

export type LedgerState = 'open' | 'late' | 'settled' | 'cancelled' | 'held' | 'credit-note';

export interface LedgerRow {
  claimId: string;
  caseId: string;
  number: string;
  kindName: string;
  debtorName: string;
  issuedOn: string | null;
  dueOn: string | null;
  daysLate: number;
  totalCents: number;
  amountCents: number;
  receivedCents: number;
  creditedCents: number;
  openCents: number;
  status: 'open' | 'settled' | 'cancelled' | 'not-ours' | 'irrecoverable';
  levelStepName: string | null;
  /** Why it is asked of nobody for now; null when it is not held. */
  hold: string | null;
}

export interface LedgerView extends Page<LedgerRow> {
  /**
   * Of all rows that the filter keeps, not of this page. `partial`: what was searched matches so much that only the
   * first matches are listed and summed.
   */
  totals: { rows: number; amountCents: number; openCents: number; lateCents: number; partial: boolean };
}
