import type { ImportState } from '@acquit/recovery';
import type { Store, Tx } from '../../store/index.ts';
import type { FileToImport, ImportOrder, ImportOutcome } from './order.ts';

/** What is being done, as the table keeps it. */
export type Phase = 'reading' | 'comparing' | 'storing';

/** The doubts and refusals of one file that are kept for the screen; a list may have thousands. */
const NOTES_KEPT = 200;

/** A job under way that gave no sign of life for this long died with its process: its transaction changed nothing. */
const SILENCE = "interval '15 minutes'";

/**
 * Puts a file down as a job: waiting to be read, or running. In the transaction of the import itself it is never seen so;
 * on its own it shows what is under way.
 */
export async function beginJob(
  tx: Tx,
  order: ImportOrder,
  job: { importId: string; fileName: string; bytes: number; mediaType: string; sha256: Buffer; phase: Phase },
): Promise<void> {
  await tx.query(
    `insert into blob (tenant_id, sha256, bytes, media_type) values ($1, $2, $3, $4) on conflict do nothing`,
    [order.tenantId, job.sha256, job.bytes, job.mediaType],
  );
  await tx.query(
    `insert into import_job (tenant_id, import_id, company_id, file_name, sha256, format, status, imported_by, source_id, phase, progress)
     values ($1, $2, $3, $4, $5, 'unknown', 'running', $6, $7, $8, 0) on conflict do nothing`,
    [
      order.tenantId,
      job.importId,
      order.companyId,
      job.fileName,
      job.sha256,
      order.actor,
      order.sourceId ?? null,
      job.phase,
    ],
  );
}

/** Says how far a job is, from 0 to 1, in a transaction of its own: others see it while the import's own runs. */
export async function tellProgress(
  store: Store,
  tenantId: string,
  importId: string,
  phase: Phase,
  progress: number,
): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `update import_job set phase = $3, progress = $4, touched_at = now() where tenant_id = $1 and import_id = $2 and status = 'running'`,
      [tenantId, importId, phase, progress],
    ),
  );
}

/** Writes the result of a job, in the transaction of what it changed. */
export async function finishJob(
  tx: Tx,
  file: Pick<FileToImport, 'read'>,
  outcome: ImportOutcome & { importId: string },
): Promise<void> {
  const { book } = file.read;
  await tx.query(
    `update import_job
        set company_id = $3, format = $4, status = $5, created = $6, doubts = $7, refusals = $8, changed = $9, phase = null,
            progress = null, imported_at = clock_timestamp(), book_key = $10, book_until = $11, book_lines = $12
      where tenant_id = $1 and import_id = $2`,
    [
      tx.tenantId,
      outcome.importId,
      outcome.companyId,
      outcome.format,
      outcome.status,
      JSON.stringify(outcome.changes),
      JSON.stringify(outcome.doubts.slice(0, NOTES_KEPT)),
      JSON.stringify(outcome.refusals.slice(0, NOTES_KEPT)),
      outcome.changed,
      book ? bookKey(book) : null,
      book?.until ?? book?.closesOn ?? null,
      book?.lines ?? null,
    ],
  );
}

/** Which accounts a book is of: one year of one set of accounts, of which later exports tell more. */
export function bookKey(book: { layout: string; siren?: string; from?: string; closesOn?: string }): string {
  return [book.layout, book.siren ?? '', (book.from ?? book.closesOn ?? '').slice(0, 4)].join(' ');
}

/** Ends a job that could not be done, with the reason a person reads; nothing of it stays. */
export async function failJob(store: Store, tenantId: string, importId: string, refusal: object): Promise<void> {
  await store.inTenant(tenantId, (tx) =>
    tx.query(
      `update import_job set status = 'failed', phase = null, progress = null, refusals = $3
        where tenant_id = $1 and import_id = $2 and status in ('waiting', 'running')`,
      [tenantId, importId, JSON.stringify([refusal])],
    ),
  );
}

/** Ends the jobs whose process died: their transaction was undone with it. */
export async function buryDeadJobs(tx: Tx, refusal: object): Promise<void> {
  await tx.query(
    `update import_job set status = 'failed', phase = null, progress = null, refusals = $2
      where tenant_id = $1 and status in ('waiting', 'running') and touched_at < now() - ${SILENCE}`,
    [tx.tenantId, JSON.stringify([refusal])],
  );
}

/** States of an import that did something or found nothing to do: the same bytes again are a duplicate. */
export const DONE: readonly ImportState[] = ['imported', 'partly'];
