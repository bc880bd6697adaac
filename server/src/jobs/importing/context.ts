import type { IsoDate } from '@acquit/law';
import { noCounts, type SyncCounts, type SyncLine } from '@acquit/recovery';
import type { JournalEvent } from '../../store/index.ts';
import type { IncomingRefusal } from './incoming.ts';
import type { ImportOutcome } from './order.ts';

/** One import under way, inside its transaction. */
export interface ImportContext {
  importId: string;
  companyId: string;
  /** The agreed term of the company's conditions, in days. */
  paymentTermDays: number | null;
  sha256: Buffer;
  format: string;
  actor: string;
  today: IsoDate;
  /** Somebody wants to see the lines before anything is done: they are told one by one. */
  isPreview: boolean;
}

/** What one kind of content changed in the book. */
export interface Applied {
  counts: SyncCounts;
  /** For a preview, every line of the file with what became of it, in the file's order. */
  lines: SyncLine[];
  totalCents: number;
  doubts: { code: string; message: string }[];
  refusals: IncomingRefusal[];
  caseIds: string[];
  /** Claims made by this file. */
  freshIds: string[];
  events: JournalEvent[];
  /** What is to be said of the file when its content says it better than the counts. */
  status: ImportOutcome['status'] | null;
  /** The company, when the content alone tells it. */
  companyId: string | null;
}

export const nothingApplied = (): Applied => ({
  counts: noCounts(),
  lines: [],
  totalCents: 0,
  doubts: [],
  refusals: [],
  caseIds: [],
  freshIds: [],
  events: [],
  status: null,
  companyId: null,
});

/** Counts of one import: those that say that something changed. */
const CHANGES = [
  'debtors',
  'newClaims',
  'newCreditNotes',
  'updatedClaims',
  'closedClaims',
  'receipts',
  'bankLines',
  'absent',
  'statuses',
] as const satisfies readonly (keyof SyncCounts)[];

/** Whether an import changed anything in the book; a company it made counts with what it was made for. */
export const changedAnything = (counts: SyncCounts): boolean => CHANGES.some((kind) => counts[kind] > 0);
