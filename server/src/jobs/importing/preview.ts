import type { ImportPreview } from '@acquit/recovery';
import type { ReadResult } from '../../intake/index.ts';
import type { ImportOutcome } from './import-file.ts';
import { incomingOf } from './incoming.ts';

/** Rows of one file that a preview shows; the counts are of the whole file. */
const ROWS_SHOWN = 200;

/** What a file would do, for the screen, from a dry run of its import. */
export function previewOf(
  file: { uploadId: string; fileName: string; read: ReadResult },
  outcome: ImportOutcome,
): ImportPreview {
  const { read } = file;
  const verdicts = outcome.verdicts;
  const claims = verdicts.length > 0 ? verdicts.map((one) => one.claim) : incomingOf(read).claims;
  const known = new Set(verdicts.filter((one) => one.outcome === 'known').map((one) => one.claim));
  return {
    uploadId: file.uploadId,
    fileName: file.fileName,
    format: read.format,
    status: outcome.status === 'imported' || outcome.status === 'partly' ? 'ready' : outcome.status,
    proposedCompany: outcome.proposedCompany,
    rows: claims.slice(0, ROWS_SHOWN).map((claim) => ({
      number: claim.number,
      kind: claim.kind,
      debtorName: claim.debtor.name,
      issuedOn: claim.issuedOn,
      dueOn: claim.dueOn,
      totalCents: claim.totalCents,
      dueCents: claim.amountCents,
      currency: claim.currency,
      // A document of one invoice has its doubts above; a ledger has them line by line.
      doubts: read.document ? [] : claim.doubts,
      known: known.has(claim),
    })),
    rowCount: claims.length,
    totalCents: claims.reduce(
      (sum, claim) => sum + (claim.kind === 'credit-note' ? -claim.amountCents : claim.amountCents),
      0,
    ),
    columns: columnsOf(read),
    doubts: outcome.doubts.slice(0, ROWS_SHOWN),
    refusal: outcome.refusals[0]
      ? { code: outcome.refusals[0].code, message: outcome.refusals[0].message, facts: outcome.refusals[0].facts }
      : null,
  };
}

/** The columns of a table with a sample of each, so that a wrong reading is seen and corrected; null for a document. */
function columnsOf(read: ReadResult): ImportPreview['columns'] {
  const rows = read.preview ?? [];
  const firstData = rows.find((row) => row.line > (read.ledger?.headerRow ?? 0));
  if (read.ledger)
    return read.ledger.columns.map(({ index, header, field }) => ({
      index,
      header,
      field,
      sample: firstData?.cells[index] ?? '',
    }));
  const [header, sample] = rows;
  return header
    ? header.cells.map((cell, index) => ({ index, header: cell, field: null, sample: sample?.cells[index] ?? '' }))
    : null;
}
