import type { IsoDate } from '@acquit/law';
import type { SyncCounts, SyncLine } from '@acquit/recovery';
import type { ReadPart, ReadResult } from '../../intake/index.ts';
import type { KeptFile } from '../../store/index.ts';
import type { IncomingRefusal } from './incoming.ts';

/** One file to import: its bytes, kept as evidence, and what the readers found in it. */
export interface FileToImport {
  name: string;
  bytes: Uint8Array;
  mediaType: string;
  read: ReadResult;
  /** The job that was begun for it, when one was. */
  importId?: string;
}

/** What is being done with a file, as the table keeps it. */
export type Phase = 'reading' | 'comparing' | 'storing';

/** Hears how far an import is, from 0 to 1 of a phase. */
export type Tell = (phase: Phase, progress: number) => void;

/** A file too large to be held: read by pieces from where it is, inside the transaction of its import. */
export interface LargeFile {
  name: string;
  mediaType: string;
  /** Its hash and size, and the path it is read from. */
  content: KeptFile;
  importId?: string;
  /** Reads it from its beginning: parts go to `onPart`, the result holds what is no part. */
  readParts(onPart: (part: ReadPart) => void | Promise<void>, tell: Tell): Promise<ReadResult>;
  /** Hears how far the job that was begun for it is. */
  tell?: Tell;
  /** Told what the file says, less the entries of its statements. */
  onRead?(read: ReadResult): void;
}

export interface ImportOrder {
  tenantId: string;
  /** The company the user works in; null lets each file find its seller among the companies. */
  companyId: string | null;
  /** Who asks, for the journal: `user:…`, `source:…` or `cli`. */
  actor: string;
  today: IsoDate;
  dryRun: boolean;
  /** The watched source that brought the files. */
  sourceId?: string | null;
}

/** What became of one file (contract §2, `acquit import`). */
export interface ImportOutcome {
  importId: string | null;
  companyId: string | null;
  file: string;
  format: string;
  status: 'imported' | 'partly' | 'duplicate' | 'refused' | 'set-aside';
  changes: SyncCounts;
  /** Whether the book is another than before. */
  changed: boolean;
  doubts: { code: string; message: string }[];
  refusals: IncomingRefusal[];
  /** The company this file made on an empty installation. */
  proposedCompany: { name: string; legalId: string | null; vat: string | null } | null;
  /** One line per line of the file, for a preview; an import tells those of a statement only. */
  lines: SyncLine[];
  totalCents: number;
}
