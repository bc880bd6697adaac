import type { Page, SourceFileView, SourceKind, SourceSettings, SourceView } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isInstantText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';

/** A source as the work on it wants it: with its sealed secret and how far it was read. */
export interface SourceRecord {
  sourceId: string;
  companyId: string;
  kind: SourceKind;
  name: string;
  settings: SourceSettings;
  secretSealed: Buffer | null;
  everyMinutes: number;
  beforeSending: boolean;
  position: unknown;
  failures: number;
}

const RECORD = `source_id as "sourceId", company_id as "companyId", kind, name, settings, secret_sealed as "secretSealed",
  every_minutes as "everyMinutes", before_sending as "beforeSending", position, failures`;

export async function findSource(tx: Tx, sourceId: string): Promise<SourceRecord | null> {
  const { rows } = await tx.query<SourceRecord>(
    `select ${RECORD} from source where tenant_id = $1 and source_id = $2 and removed_at is null`,
    [tx.tenantId, sourceId],
  );
  return rows[0] ?? null;
}

export interface NewSource {
  sourceId: string;
  companyId: string;
  name: string;
  settings: SourceSettings;
  secretSealed: Buffer | null;
  everyMinutes: number;
  beforeSending: boolean;
  active: boolean;
}

export async function insertSource(tx: Tx, source: NewSource): Promise<void> {
  await tx.query(
    `insert into source (tenant_id, source_id, company_id, kind, name, settings, secret_sealed, every_minutes, before_sending, active)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.tenantId,
      source.sourceId,
      source.companyId,
      source.settings.kind,
      source.name,
      JSON.stringify(source.settings),
      source.secretSealed,
      source.everyMinutes,
      source.beforeSending,
      source.active,
    ],
  );
}

export interface SourceChange {
  name?: string | undefined;
  active?: boolean | undefined;
  settings?: SourceSettings | undefined;
  everyMinutes?: number | undefined;
  beforeSending?: boolean | undefined;
  /** Undefined leaves the secret as it is, null takes it away. */
  secretSealed?: Buffer | null | undefined;
}

/**
 * Writes what is given and lets the source be looked at at once. Its trouble stays until a look went well: changing a
 * name must not let messages go that a failing source holds back.
 */
export async function updateSource(tx: Tx, sourceId: string, change: SourceChange): Promise<void> {
  await tx.query(
    `update source
        set name = coalesce($3, name), active = coalesce($4, active), settings = coalesce($5, settings),
            every_minutes = coalesce($6, every_minutes), before_sending = coalesce($7, before_sending),
            secret_sealed = case when $8 then $9 else secret_sealed end,
            -- Another place is read from its beginning; what it has in common with the former is known by its content.
            position = case when $5::jsonb is null then position else '{}' end,
            failures = 0, next_check_at = now()
      where tenant_id = $1 and source_id = $2`,
    [
      tx.tenantId,
      sourceId,
      change.name ?? null,
      change.active ?? null,
      change.settings ? JSON.stringify(change.settings) : null,
      change.everyMinutes ?? null,
      change.beforeSending ?? null,
      change.secretSealed !== undefined,
      change.secretSealed ?? null,
    ],
  );
}

/** Takes a source away with what opens it; its row stays, so that the files it brought can still name it. */
export async function removeSource(tx: Tx, sourceId: string): Promise<void> {
  await tx.query(
    `update source set removed_at = now(), active = false, secret_sealed = null, trouble = null
      where tenant_id = $1 and source_id = $2`,
    [tx.tenantId, sourceId],
  );
  await deleteTokens(tx, sourceId);
}

export async function deleteTokens(tx: Tx, sourceId: string): Promise<void> {
  await tx.query('delete from source_token where tenant_id = $1 and source_id = $2', [tx.tenantId, sourceId]);
}

export async function insertToken(tx: Tx, sourceId: string, tokenHash: Buffer): Promise<void> {
  await tx.query('insert into source_token (tenant_id, token_hash, source_id) values ($1, $2, $3)', [
    tx.tenantId,
    tokenHash,
    sourceId,
  ]);
}

// Looking at a source: one process at a time ---------------------------------------------------------------------

/** Takes the source for `worker` until the lease runs out; false when another process has it, or it is gone. */
export async function leaseSource(tx: Tx, sourceId: string, worker: string, leaseMs: number): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update source set leased_by = $3, lease_until = clock_timestamp() + $4 * interval '1 millisecond'
      where tenant_id = $1 and source_id = $2 and removed_at is null
        and (leased_by is null or leased_by = $3 or lease_until < clock_timestamp())`,
    [tx.tenantId, sourceId, worker, leaseMs],
  );
  return rowCount === 1;
}

/** Sources to look at now, the one that waited longest first. */
export async function dueSources(tx: Tx, limit: number): Promise<string[]> {
  const { rows } = await tx.query<{ source_id: string }>(
    `select source_id from source
      where tenant_id = $1 and active and removed_at is null and kind <> 'push' and next_check_at <= now()
        and (lease_until is null or lease_until < now())
      order by next_check_at limit $2`,
    [tx.tenantId, limit],
  );
  return rows.map((row) => row.source_id);
}

/** Active sources that are looked at before this company's messages leave. */
export async function sourcesBeforeSending(tx: Tx, companyId: string): Promise<string[]> {
  const { rows } = await tx.query<{ source_id: string }>(
    `select source_id from source
      where tenant_id = $1 and company_id = $2 and active and removed_at is null and before_sending and kind <> 'push'
      order by created_at, source_id`,
    [tx.tenantId, companyId],
  );
  return rows.map((row) => row.source_id);
}

export interface SourceTrouble {
  code: string;
  message: string;
}

/** Longest wait after failures, in minutes: a mailbox that is back is found within the morning. */
const LONGEST_DELAY_MINUTES = 360;

/**
 * Ends a look: what it met, and when the next one comes: after the source's own interval, twice as long after each
 * further failure. Writes nothing when the lease has passed to another process. False then.
 */
export async function endCheck(
  tx: Tx,
  sourceId: string,
  worker: string,
  outcome: { trouble: SourceTrouble | null },
): Promise<boolean> {
  const { rowCount } = await tx.query(
    `update source
        set leased_by = null, lease_until = null, checked_at = now(), trouble = $4,
            ok_at = case when $4::jsonb is null then now() else ok_at end,
            failures = case when $4::jsonb is null then 0 else failures + 1 end,
            next_check_at = now() + make_interval(mins => case when $4::jsonb is null then every_minutes
              else greatest(every_minutes, least(every_minutes * (2 ^ least(failures, 10))::int, ${LONGEST_DELAY_MINUTES})) end)
      where tenant_id = $1 and source_id = $2 and leased_by = $3`,
    [tx.tenantId, sourceId, worker, outcome.trouble && JSON.stringify(outcome.trouble)],
  );
  return rowCount === 1;
}

/** Writes down a trouble without a look: the source could not even be tried in time. */
export async function noteTrouble(tx: Tx, sourceId: string, trouble: SourceTrouble): Promise<void> {
  await tx.query('update source set trouble = $3 where tenant_id = $1 and source_id = $2', [
    tx.tenantId,
    sourceId,
    JSON.stringify(trouble),
  ]);
}

export async function movePosition(tx: Tx, sourceId: string, worker: string, position: unknown): Promise<void> {
  await tx.query('update source set position = $4 where tenant_id = $1 and source_id = $2 and leased_by = $3', [
    tx.tenantId,
    sourceId,
    worker,
    JSON.stringify(position),
  ]);
}

// Files -------------------------------------------------------------------------------------------------------------

export interface SourceFile {
  key: string;
  mark: string | null;
  fileName: string;
  outcome: SourceFileView['outcome'];
  importId: string | null;
  message: string | null;
}

/** Which of these marks belong to files already taken. */
export async function knownMarks(tx: Tx, sourceId: string, marks: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.query<{ mark: string }>(
    'select mark from source_file where tenant_id = $1 and source_id = $2 and mark = any($3::text[])',
    [tx.tenantId, sourceId, marks],
  );
  return new Set(rows.map((row) => row.mark));
}

/** The file of this key, when it was taken; its mark is moved to how the file looks now. */
export async function recognise(
  tx: Tx,
  sourceId: string,
  key: string,
  mark: string | null,
): Promise<SourceFileView | null> {
  const { rows } = await tx.query<FileRow>(
    `update source_file set mark = coalesce($4, mark) where tenant_id = $1 and source_id = $2 and file_key = $3
     returning file_key, file_name, seen_at, outcome, import_id, message`,
    [tx.tenantId, sourceId, key, mark],
  );
  return rows[0] ? fileView(rows[0]) : null;
}

/** Writes down what became of a file. The first word stands: a second one for the same key changes nothing. */
export async function recordFile(tx: Tx, sourceId: string, file: SourceFile): Promise<void> {
  await tx.query(
    `insert into source_file (tenant_id, source_id, file_key, mark, file_name, outcome, import_id, message)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (tenant_id, source_id, file_key) do update set mark = excluded.mark`,
    [tx.tenantId, sourceId, file.key, file.mark, file.fileName, file.outcome, file.importId, file.message],
  );
  await tx.query('update source set last_file_at = now() where tenant_id = $1 and source_id = $2', [
    tx.tenantId,
    sourceId,
  ]);
}

/** The import of this content by `actor` that no file of a source names: a process died before its line. Null when there is none. */
export async function orphanImport(tx: Tx, sha256: Buffer, actor: string): Promise<string | null> {
  const { rows } = await tx.query<{ import_id: string }>(
    `select j.import_id from import_job j
      where j.tenant_id = $1 and j.sha256 = $2 and j.imported_by = $3 and j.status in ('imported', 'partly')
        and not exists (select from source_file f where f.tenant_id = j.tenant_id and f.import_id = j.import_id) limit 1`,
    [tx.tenantId, sha256, actor],
  );
  return rows[0]?.import_id ?? null;
}

interface FileRow {
  file_key: string;
  file_name: string;
  seen_at: string;
  outcome: SourceFileView['outcome'];
  import_id: string | null;
  message: string | null;
}

const fileView = (row: FileRow): SourceFileView => ({
  key: row.file_key,
  fileName: row.file_name,
  seenAt: row.seen_at,
  outcome: row.outcome,
  importId: row.import_id,
  message: row.message,
});

/** Files of a source, the latest first. */
export async function listSourceFiles(tx: Tx, sourceId: string, cursor?: string): Promise<Page<SourceFileView>> {
  const key = readCursor(cursor, 'ss');
  const after = key !== null && isInstantText(key[0]) ? key : null;
  const { rows } = await tx.query<FileRow>(
    `select file_key, file_name, seen_at, outcome, import_id, message from source_file
      where tenant_id = $1 and source_id = $2 ${after ? 'and (seen_at, file_key) < ($3::timestamptz, $4)' : ''}
      order by seen_at desc, file_key desc limit ${PAGE_SIZE + 1}`,
    [tx.tenantId, sourceId, ...(after ?? [])],
  );
  return pageOf(rows, fileView, (row) => [row.seen_at, row.file_key]);
}

// What a screen shows -------------------------------------------------------------------------------------------------

interface ViewRow {
  source_id: string;
  kind: SourceKind;
  name: string;
  active: boolean;
  settings: SourceSettings;
  has_secret: boolean;
  every_minutes: number;
  checked_at: string | null;
  ok_at: string | null;
  last_file_at: string | null;
  trouble: SourceTrouble | null;
  late: boolean;
  before_sending: boolean;
  imported: number;
  duplicate: number;
  refused: number;
  set_aside: number;
}

/** A source is late when nothing has looked at it for four of its intervals, and an hour at least: the server was off. */
const VIEW = `select s.source_id, s.kind, s.name, s.active, s.settings, s.every_minutes, s.checked_at, s.ok_at, s.last_file_at, s.trouble,
    s.before_sending, s.secret_sealed is not null or exists (select from source_token t where t.tenant_id = s.tenant_id and t.source_id = s.source_id) as has_secret,
    s.kind <> 'push' and s.checked_at < now() - greatest(make_interval(mins => 4 * s.every_minutes), interval '1 hour') as late,
    coalesce(f.imported, 0)::int as imported, coalesce(f.duplicate, 0)::int as duplicate,
    coalesce(f.refused, 0)::int as refused, coalesce(f.set_aside, 0)::int as set_aside
  from source s
  left join lateral (
    select count(*) filter (where outcome in ('imported', 'partly')) as imported, count(*) filter (where outcome = 'duplicate') as duplicate,
           count(*) filter (where outcome = 'refused') as refused, count(*) filter (where outcome = 'set-aside') as set_aside
      from source_file f where f.tenant_id = s.tenant_id and f.source_id = s.source_id and f.seen_at > now() - interval '30 days') f on true
 where s.tenant_id = $1 and s.removed_at is null`;

export async function listSourceViews(tx: Tx, companyId: string): Promise<SourceView[]> {
  const { rows } = await tx.query<ViewRow>(`${VIEW} and s.company_id = $2 order by s.created_at, s.source_id`, [
    tx.tenantId,
    companyId,
  ]);
  return rows.map(sourceView);
}

export async function findSourceView(tx: Tx, sourceId: string): Promise<SourceView | null> {
  const { rows } = await tx.query<ViewRow>(`${VIEW} and s.source_id = $2`, [tx.tenantId, sourceId]);
  return rows[0] ? sourceView(rows[0]) : null;
}

function sourceView(row: ViewRow): SourceView {
  return {
    sourceId: row.source_id,
    kind: row.kind,
    name: row.name,
    active: row.active,
    settings: row.settings,
    hasSecret: row.has_secret,
    everyMinutes: row.every_minutes,
    checkedAt: row.checked_at,
    okAt: row.ok_at,
    lastFileAt: row.last_file_at,
    trouble: row.trouble && { code: row.trouble.code, message: row.trouble.message },
    state: stateOf(row),
    recent: { imported: row.imported, duplicate: row.duplicate, refused: row.refused, setAside: row.set_aside },
    beforeSending: row.before_sending,
  };
}

function stateOf(row: ViewRow): SourceView['state'] {
  if (!row.active) return 'paused';
  if (row.trouble !== null) return 'failing';
  if (row.kind === 'push') return row.last_file_at === null ? 'never-checked' : 'well';
  if (row.checked_at === null) return 'never-checked';
  return row.late ? 'late' : 'well';
}
