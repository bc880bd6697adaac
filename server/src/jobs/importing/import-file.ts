import { createHash, randomUUID } from 'node:crypto';
import { noCounts } from '@acquit/recovery';
import type { BankEntry, LifecycleMessage, ReadResult } from '../../intake/index.ts';
import { appendJournal, type JournalEvent, type Store, type Tx, touchCases } from '../../store/index.ts';
import { importLifecycle, linkStatuses } from '../einvoice/index.ts';
import { rematchWaiting } from '../matching/index.ts';
import { auditImported } from '../prevention/index.ts';
import { type Applied, changedAnything, type ImportContext, nothingApplied } from './context.ts';
import { importStatements } from './import-bank.ts';
import { beginJob, bookKey, buryDeadJobs, failedRefusal, failJob, finishJob, lockContent, watchJob } from './job.ts';
import { refusalOfLarge } from './large-refusals.ts';
import { statusLines } from './lines.ts';
import type { FileToImport, ImportOrder, ImportOutcome, LargeFile, Tell } from './order.ts';
import { type CreatedCompany, ownerFor } from './owner.ts';
import { type ProposedCompany, proposeCompany } from './ownership.ts';
import { sparingMemory } from './sparing-memory.ts';
import { type StagedParts, stageParts } from './staged-parts.ts';
import { syncClaims } from './sync-claims.ts';
import { toldBy } from './told.ts';

/** Thrown to undo the transaction of a dry run once its outcome is known. */
class DryRunEnds extends Error {}

/** A file with what it says; the entries of a large one are staged in the database, and its book told already. */
type ReadFile = Omit<FileToImport, 'bytes'> & { staged?: StagedParts; tell?: Tell };

/** A large book is compared and written whole: it needs longer than a screen. */
const TIMEOUT_MS = 600_000;

/**
 * Imports files one by one, each in one transaction: a file is in whole or not at all, and a second import of the same
 * bytes is a duplicate. On an empty installation the seller seen most often becomes the company, in test mode.
 * With `dryRun` everything is done and undone, so that a preview can never differ from the import.
 */
export async function importFiles(
  store: Store,
  order: ImportOrder,
  files: readonly (FileToImport | LargeFile)[],
): Promise<ImportOutcome[]> {
  const proposed = proposeCompany(files.flatMap((file) => ('read' in file ? [file.read] : [])));
  const outcomes: ImportOutcome[] = [];
  const options = { timeoutMs: TIMEOUT_MS };
  if (!order.dryRun) {
    for (const file of files) {
      // One invoice is a few rows in many statements: they are planned once for all those that follow.
      const prepared = 'read' in file && file.read.document !== undefined;
      outcomes.push(
        await watched(store, order, file, (given) =>
          store.inTenant(order.tenantId, (tx) => importOne(store, tx, order, given, proposed), {
            ...options,
            prepared,
          }),
        ),
      );
    }
    return outcomes;
  }
  await store
    .inTenant(
      order.tenantId,
      async (tx) => {
        for (const file of files) outcomes.push(await importOne(store, tx, order, file, proposed));
        throw new DryRunEnds();
      },
      options,
    )
    .catch((end) => {
      if (!(end instanceof DryRunEnds)) throw end;
    });
  return outcomes;
}

/** A large file is a job that others see while it is imported, and that ends as failed with it. */
async function watched(
  store: Store,
  order: ImportOrder,
  file: FileToImport | LargeFile,
  work: (file: FileToImport | LargeFile) => Promise<ImportOutcome>,
): Promise<ImportOutcome> {
  // One that has its job already was begun, and is watched, by whoever asks.
  if ('read' in file || file.importId !== undefined) return work(file);
  const importId = randomUUID();
  const { tenantId } = order;
  const { name: fileName, mediaType, content } = file;
  await store.inTenant(tenantId, async (tx) => {
    await buryDeadJobs(tx);
    const { size: bytes, sha256 } = content;
    await beginJob(tx, order, { importId, fileName, bytes, mediaType, sha256, phase: 'reading' });
  });
  const job = watchJob(store, tenantId, importId);
  try {
    return await work({ ...file, importId, tell: job.tell });
  } catch (error) {
    await failJob(store, tenantId, importId, failedRefusal(fileName));
    throw error;
  } finally {
    job.end();
  }
}

async function importOne(
  store: Store,
  tx: Tx,
  order: ImportOrder,
  given: FileToImport | LargeFile,
  proposedByAll: ProposedCompany | null,
): Promise<ImportOutcome> {
  const { sha256, size } =
    'read' in given
      ? { sha256: createHash('sha256').update(given.bytes).digest(), size: given.bytes.byteLength }
      : given.content;
  // Two imports of one file at the same moment: the second waits here and then finds a duplicate.
  await lockContent(tx, sha256);
  const { rows } = await tx.query<{ import_id: string; company_id: string | null; format: string }>(
    `select import_id, company_id, format from import_job
      where tenant_id = $1 and sha256 = $2 and status in ('imported', 'partly') and ($3::uuid is null or company_id = $3)
      order by imported_at limit 1`,
    [order.tenantId, sha256, order.companyId],
  );
  const earlier = rows[0];
  if (earlier) {
    await markDuplicate(tx, given.importId, earlier);
    const known = 'read' in given ? given.read : { format: earlier.format, doubts: [] };
    const { import_id: importId, company_id: companyId } = earlier;
    return { ...blankOutcome(given.name, known), importId, companyId, status: 'duplicate' };
  }
  const importId = given.importId ?? randomUUID();
  // The disk takes the bytes while the database is at work; nothing is committed before it has them.
  const kept = !order.dryRun && 'read' in given ? store.blobs.put(given.bytes) : null;
  kept?.catch(() => undefined);
  const outcome = await sparingMemory(size, () =>
    importNew(tx, order, given, importId, { sha256, size }, proposedByAll),
  );
  await kept;
  return outcome;
}

/** Imports a content that no earlier import holds, as the job `importId`. */
async function importNew(
  tx: Tx,
  order: ImportOrder,
  given: FileToImport | LargeFile,
  importId: string,
  { sha256, size }: { sha256: Buffer; size: number },
  proposedByAll: ProposedCompany | null,
): Promise<ImportOutcome> {
  await beginJob(tx, order, {
    importId,
    fileName: given.name,
    bytes: size,
    mediaType: given.mediaType,
    sha256,
    phase: 'storing',
  });
  const file: ReadFile = 'read' in given ? given : await readInto(tx, given);
  const proposed = proposedByAll ?? ('read' in given ? null : proposeCompany([file.read]));
  const outcome = { ...blankOutcome(file.name, file.read), importId };
  const refused = file.read.refusal ?? refusalOfLarge(file.read, file.staged);
  if (refused) {
    const { code, message, facts } = refused;
    return keep(tx, order, file, sha256, { ...outcome, refusals: [{ code, message, facts }] });
  }
  if (file.read.lifecycle) return importStatuses(tx, order, file, sha256, outcome, file.read.lifecycle);
  const owner = await ownerFor(tx, order, file.read, proposed);
  outcome.proposedCompany = owner.created && (({ name, legalId, vat }) => ({ name, legalId, vat }))(owner.created);
  outcome.changes.companies = owner.created === null ? 0 : 1;
  const created = owner.created ? [companyCreated(order, owner.created)] : [];
  if ('refusal' in owner) {
    const status = owner.refusal.code === 'NoCompany' ? 'refused' : 'set-aside';
    return keep(tx, order, file, sha256, { ...outcome, status, refusals: [owner.refusal] }, created);
  }
  // Two imports of one company are compared with one book: the second waits until the first is written.
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `${order.tenantId} import ${owner.companyId}`,
  ]);
  const { companyId, paymentTermDays } = owner;
  const context: ImportContext = {
    importId,
    companyId,
    paymentTermDays,
    sha256,
    format: file.read.format,
    actor: order.actor,
    today: order.today,
    isPreview: order.dryRun,
  };
  file.tell?.('comparing', 0);
  const applied = await applyFile(tx, context, file);
  file.tell?.('storing', 1);
  await match(tx, context, applied);
  const done: ImportOutcome & { importId: string } = {
    ...outcome,
    companyId,
    changes: { ...applied.counts, companies: outcome.changes.companies },
    changed: changedAnything(applied.counts),
    doubts: file.read.document ? outcome.doubts : [...outcome.doubts, ...applied.doubts],
    refusals: applied.refusals,
    lines: applied.lines,
    totalCents: applied.totalCents,
    status: statusOf(applied, file.read),
  };
  await finishJob(tx, file, done);
  await touchCases(tx, applied.caseIds, order.today, [
    fileImported(order, file, sha256, done),
    ...created,
    ...applied.events,
  ]);
  return done;
}

const blankOutcome = (file: string, read: Pick<ReadResult, 'doubts'> & { format: string }): ImportOutcome => ({
  importId: null,
  companyId: null,
  file,
  format: read.format,
  status: 'refused',
  changes: noCounts(),
  changed: false,
  doubts: read.doubts.map(({ code, message }) => ({ code, message })),
  refusals: [],
  proposedCompany: null,
  lines: [],
  totalCents: 0,
});

/** Reads a large file inside the transaction, which holds the entries of its statements until they are stored. */
async function readInto(tx: Tx, { name, mediaType, tell = () => undefined, ...file }: LargeFile): Promise<ReadFile> {
  const { read, staged } = await stageParts(tx, (onPart) => file.readParts(onPart, tell));
  file.onRead?.(read);
  return { name, mediaType, read, staged, tell };
}

/** Brings the book up to what the file tells, by what it holds. */
async function applyFile(tx: Tx, context: ImportContext, { read, name, staged, tell }: ReadFile): Promise<Applied> {
  if (read.statements)
    return importStatements(tx, context, read.statements, staged && ((_, at) => passing(staged, at, tell)));
  if (!read.document && !read.ledger && !read.book) return nothingApplied();
  const told = toldBy(read, name, await isOlder(tx, context, read.book), staged?.facts);
  const applied = await syncClaims(tx, context, told);
  applied.refusals.unshift(...told.refusals);
  applied.doubts.unshift(...told.doubts);
  if (read.document) await auditImported(tx, context, read.document);
  const linked = await linkStatuses(tx, context, applied.freshIds);
  applied.caseIds = [...new Set([...applied.caseIds, ...linked.caseIds])];
  applied.events.push(...linked.events);
  return applied;
}

/** The staged entries of a statement, telling how far they are as they go by. */
async function* passing(staged: StagedParts, index: number, tell: Tell | undefined): AsyncGenerator<BankEntry[]> {
  for await (const entries of staged.ofStatement(index)) {
    yield entries;
    staged.passed += entries.length;
    tell?.('storing', staged.passed / staged.count);
  }
}

/**
 * Sets the lines that wait against what the book now has, and counts the receipts found. Matching locks the cases it
 * touches and journals: those of this file are locked before it, so that nothing is waited for once the journal is held.
 */
async function match(tx: Tx, { companyId, actor, today }: ImportContext, applied: Applied): Promise<void> {
  if (!changedAnything(applied.counts)) return;
  await tx.query(
    'select from collection_case where tenant_id = $1 and case_id = any($2::uuid[]) order by case_id for update',
    [tx.tenantId, applied.caseIds],
  );
  const found = await rematchWaiting(tx, companyId, { actor, today });
  applied.counts.receipts += found.applied - found.reversed;
}

/** Whether a later export of the same accounts has been imported: it knows more, and this one takes nothing back. */
async function isOlder(tx: Tx, { companyId }: ImportContext, book: FileToImport['read']['book']): Promise<boolean> {
  if (!book) return false;
  const rows = await tx.arrays<[boolean]>(
    `select true from import_job where tenant_id = $1 and company_id = $2 and book_key = $3 and status in ('imported', 'partly', 'duplicate')
        and (book_until > $4 or book_until = $4 and book_lines > $5) limit 1`,
    [tx.tenantId, companyId, bookKey(book), book.until ?? book.closesOn ?? null, book.lines],
  );
  return rows.length > 0;
}

/** A file that changes the book is imported; one that tells nothing new is a duplicate, whatever its bytes. */
function statusOf({ counts, refusals, status }: Applied, read: ReadResult): ImportOutcome['status'] {
  if (status !== null) return status;
  if (changedAnything(counts)) return refusals.length > 0 ? 'partly' : 'imported';
  if (refusals.length > 0) return 'refused';
  if (counts.known > 0) return 'duplicate';
  // A statement without a movement and books without a customer tell something all the same: nothing happened.
  return read.statements || read.book ? 'imported' : 'refused';
}

/** The statuses of a lifecycle message; its references name their sellers themselves. */
async function importStatuses(
  tx: Tx,
  order: ImportOrder,
  file: ReadFile,
  sha256: Buffer,
  outcome: ImportOutcome & { importId: string },
  message: LifecycleMessage,
): Promise<ImportOutcome> {
  const { importId } = outcome;
  const told = await importLifecycle(tx, { ...order, importId, sha256 }, message);
  const { statuses, known } = told.created;
  const done = {
    ...outcome,
    companyId: told.companyId,
    status: told.status,
    changes: { ...outcome.changes, statuses, known },
    changed: statuses > 0,
    doubts: [...outcome.doubts, ...told.doubts],
    refusals: told.refusals,
    lines: statusLines(message),
  };
  await finishJob(tx, file, done);
  await touchCases(tx, told.caseIds, order.today, [fileImported(order, file, sha256, done), ...told.events]);
  return done;
}

function companyCreated(order: ImportOrder, { companyId, ...company }: CreatedCompany): JournalEvent {
  return {
    actor: order.actor,
    action: 'company.created',
    objectKind: 'company',
    objectId: companyId,
    payload: { ...company, mode: 'test' },
  };
}

function fileImported(
  order: ImportOrder,
  file: ReadFile,
  sha256: Buffer,
  outcome: ImportOutcome & { importId: string },
): JournalEvent {
  return {
    actor: order.actor,
    action: 'file.imported',
    objectKind: 'import',
    objectId: outcome.importId,
    payload: {
      file: file.name,
      sha256: sha256.toString('hex'),
      format: outcome.format,
      status: outcome.status,
      created: outcome.changes,
      refusals: outcome.refusals.map((one) => one.code),
    },
  };
}

/** Keeps a file that changes nothing, with its reason: nothing given to us is lost. */
async function keep(
  tx: Tx,
  order: ImportOrder,
  file: ReadFile,
  sha256: Buffer,
  outcome: ImportOutcome & { importId: string },
  events: readonly JournalEvent[] = [],
): Promise<ImportOutcome> {
  await finishJob(tx, file, outcome);
  await appendJournal(tx, [fileImported(order, file, sha256, outcome), ...events]);
  return outcome;
}

/** Says of a job begun for a file that it is a duplicate: the earlier import is the record of what it holds. */
async function markDuplicate(
  tx: Tx,
  importId: string | undefined,
  earlier: { company_id: string | null; format: string },
): Promise<void> {
  if (importId !== undefined)
    await tx.query(
      `update import_job set status = 'duplicate', company_id = $3, format = $4, phase = null, progress = null
        where tenant_id = $1 and import_id = $2`,
      [tx.tenantId, importId, earlier.company_id, earlier.format],
    );
}
