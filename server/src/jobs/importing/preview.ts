import type { SyncPreview } from '@acquit/recovery';
import type { ReadResult } from '../../intake/index.ts';
import { columnsOf } from './columns.ts';
import { shownFirst } from './lines.ts';
import type { ImportOutcome } from './order.ts';

/** Doubts of one file that a preview shows. */
const DOUBTS_SHOWN = 200;

/** What a file would do, for the screen, from a dry run of its import. */
export function previewOf(
  file: { uploadId: string; fileName: string; format: string; read: ReadResult | undefined },
  outcome: ImportOutcome,
): SyncPreview {
  return {
    uploadId: file.uploadId,
    fileName: file.fileName,
    format: file.format,
    status: statusOf(outcome),
    proposedCompany: outcome.proposedCompany,
    counts: outcome.changes,
    lines: shownFirst(outcome.lines),
    // A statement gives its first lines only: there may be a million.
    lineCount: Math.max(outcome.lines.length, outcome.changes.bankLines),
    totalCents: outcome.totalCents,
    columns: file.read ? columnsOf(file.read) : null,
    doubts: outcome.doubts.slice(0, DOUBTS_SHOWN),
    refusal: outcome.refusals[0]
      ? { code: outcome.refusals[0].code, message: outcome.refusals[0].message, facts: outcome.refusals[0].facts }
      : null,
  };
}

/** The same bytes are a duplicate; other bytes that tell what the book knows are nothing new. */
function statusOf({ status, importId, changes }: ImportOutcome): SyncPreview['status'] {
  if (status === 'imported' || status === 'partly') return 'ready';
  return status === 'duplicate' && importId !== null && changes.known > 0 ? 'nothing-new' : status;
}
