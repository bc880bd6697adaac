import { fr, type ImportState } from '@acquit/recovery';
import type { Store, Tx } from '../../store/index.ts';
import type { FileToImport, ImportOrder, ImportOutcome, Phase, Tell } from './order.ts';

/** The doubts and refusals of one file that are kept for the screen; a list may have thousands. */
const NOTES_KEPT = 200;

/** How often a job under way gives a sign of life, and after what silence it is looked at, in milliseconds. */
const SIGN_EVERY_MS = 5_000;
const SILENCE_MS = 20_000;
/** How often what is told of a job is written. */
const TOLD_EVERY_MS = 500;

/** The name under which the import of one content is alone; a process that dies lets go of it. */
const contentLock = (tenantId: string, sha256: Buffer) => `${tenantId} import ${sha256.toString('hex')}`;

/** Waits until no other transaction imports this content, and keeps the next one waiting. */
export async function lockContent(tx: Tx, sha256: Buffer): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [contentLock(tx.tenantId, sha256)]);
}

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

/** What makes a job under way be seen from outside of its transaction. */
export interface Watched {
  tell: Tell;
  /** Ends the signs of life. */
  end(): void;
}

/**
 * Writes how far a job is, in transactions of their own, so that others see it while the import's own runs; the import
 * never waits for them. Meanwhile a sign of life is given, by which a job whose process died is known.
 */
export function watchJob(store: Store, tenantId: string, importId: string): Watched {
  let latest: { phase: Phase; progress: number } | null = null;
  let writing = false;
  let writtenAt = performance.now();
  let ended = false;
  const write = () => {
    if (writing || ended) return;
    writing = true;
    writtenAt = performance.now();
    const { phase = null, progress = null } = latest ?? {};
    store
      .inTenant(tenantId, (tx) =>
        tx.query(
          `update import_job set phase = coalesce($3, phase), progress = coalesce($4, progress), touched_at = clock_timestamp()
            where tenant_id = $1 and import_id = $2 and status = 'running'`,
          [tenantId, importId, phase, progress === null ? null : Math.min(Math.max(progress, 0), 1)],
        ),
      )
      // Nothing depends on it: the next sign is given all the same.
      .catch(() => undefined)
      .finally(() => {
        writing = false;
      });
  };
  const signs = setInterval(write, SIGN_EVERY_MS);
  signs.unref();
  return {
    tell(phase, progress) {
      const turns = latest?.phase !== phase;
      latest = { phase, progress };
      if (turns || performance.now() - writtenAt >= TOLD_EVERY_MS) write();
    },
    end() {
      ended = true;
      clearInterval(signs);
    },
  };
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

/**
 * Ends the jobs whose process died: they gave no sign of life for a while and nobody holds their content. What their
 * transaction had done was undone with it. Gives how many there were.
 */
export async function buryDeadJobs(tx: Tx): Promise<number> {
  const silent = await tx.arrays<[string, Buffer]>(
    `select import_id, sha256 from import_job
      where tenant_id = $1 and status in ('waiting', 'running') and touched_at < now() - $2 * interval '1 millisecond'`,
    [tx.tenantId, SILENCE_MS],
  );
  const dead: string[] = [];
  for (const [importId, sha256] of silent) {
    const [[free] = [false]] = await tx.arrays<[boolean]>('select pg_try_advisory_xact_lock(hashtextextended($1, 0))', [
      contentLock(tx.tenantId, sha256),
    ]);
    if (free) dead.push(importId);
  }
  await tx.query(
    `update import_job set status = 'failed', phase = null, progress = null, refusals = $3
      where tenant_id = $1 and import_id = any($2::uuid[]) and status in ('waiting', 'running')`,
    [tx.tenantId, dead, JSON.stringify([diedRefusal()])],
  );
  return dead.length;
}

/** States of an import that did something or found nothing to do: the same bytes again are a duplicate. */
export const DONE: readonly ImportState[] = ['imported', 'partly'];

/** Why an import that met an error is not there. */
export const failedRefusal = (fileName: string) => ({
  code: 'ImportFailed',
  message: fr`L’import de « ${fileName} » s’est arrêté avant la fin : rien n’a été enregistré. Recommencez ; si cela se reproduit, gardez le fichier et signalez-le.`,
  facts: {},
});

const diedRefusal = () => ({
  code: 'ImportInterrupted',
  message: fr`Acquit s’est arrêté pendant cet import : rien n’a été enregistré. Importez de nouveau le fichier.`,
  facts: {},
});
