import type { SyncCounts } from '../views/imports.ts';

/** Counts of a file that changes nothing, by kind of change: what every sum starts from. A fresh object, to be written to. */
export const noCounts = (): SyncCounts => ({
  companies: 0,
  debtors: 0,
  newClaims: 0,
  newCreditNotes: 0,
  updatedClaims: 0,
  closedClaims: 0,
  receipts: 0,
  bankLines: 0,
  known: 0,
  conflicts: 0,
  absent: 0,
  statuses: 0,
});
