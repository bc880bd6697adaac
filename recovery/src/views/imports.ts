/** Files that come in: what they would change, how far an import is, what it did, how to take it back. */

import type { PreviewColumn, RefusalView } from './views.ts';

export type ImportState =
  | 'waiting'
  | 'running'
  | 'imported'
  | 'partly'
  | 'duplicate'
  | 'refused'
  | 'set-aside'
  | 'undone'
  | 'failed';

/** One import as a job: `progress` from 0 to 1 while it runs, its changes afterwards. */
export interface ImportJobView {
  importId: string;
  fileName: string;
  format: string;
  state: ImportState;
  progress: number | null;
  /** What is being done, in French: « Lecture », « Comparaison », « Enregistrement ». */
  phase: string | null;
  /** The source that brought it; null for a file dropped by a person. */
  sourceName: string | null;
  changes: SyncCounts;
  doubts: { code: string; message: string }[];
  refusals: RefusalView[];
  importedAt: string;
  importedBy: string;
  undoneAt: string | null;
  /** Only the last import of a company that changed something may be taken back; why not, otherwise. */
  canUndo: boolean;
  whyNotUndo: string | null;
}

/** What a file changes, by kind of change. Zero everywhere: it says nothing new. */
export interface SyncCounts {
  companies: number;
  debtors: number;
  newClaims: number;
  newCreditNotes: number;
  /** Claims whose due date, reference or customer facts were completed. */
  updatedClaims: number;
  /** Claims that the file says are paid or cleared. */
  closedClaims: number;
  receipts: number;
  bankLines: number;
  /** Lines or documents already known, left as they are. */
  known: number;
  conflicts: number;
  /** Open claims of the book that a complete ledger no longer lists. */
  absent: number;
  statuses: number;
}

export type SyncAction =
  | 'add'
  | 'update'
  | 'close'
  | 'receipt'
  | 'credit'
  | 'bank-line'
  | 'status'
  | 'known'
  | 'conflict'
  | 'absent';

/** One line of the difference shown before it is applied. */
export interface SyncLine {
  action: SyncAction;
  line: number | null;
  number: string | null;
  debtorName: string | null;
  on: string | null;
  dueOn: string | null;
  amountCents: number | null;
  currency: string | null;
  /** « échéance : 30 sept. 2026 → 31 oct. 2026 », one per change, in French. */
  changes: string[];
  doubts: { code: string; message: string }[];
}

/** What one dropped file would do. */
export interface SyncPreview {
  uploadId: string;
  fileName: string;
  format: string;
  status: 'ready' | 'nothing-new' | 'duplicate' | 'refused' | 'set-aside';
  proposedCompany: { name: string; legalId: string | null; vat: string | null } | null;
  counts: SyncCounts;
  /** The first two hundred lines, changes before what is known. */
  lines: SyncLine[];
  lineCount: number;
  totalCents: number;
  /** Columns of a table with a sample, for the mapping; null for other files. */
  columns: PreviewColumn[] | null;
  doubts: { code: string; message: string }[];
  refusal: RefusalView | null;
}
