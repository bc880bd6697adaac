import { randomUUID } from 'node:crypto';
import type { CompletenessLine, CourtBundleFileView, ExhibitKind } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { type Bundle, type ChosenExhibit, findBundle } from './read.ts';

/** The file of a case for a procedure, begun when it is not there yet. One at a time: its row is locked. */
export async function openBundle(
  tx: Tx,
  order: { companyId: string; caseId: string; procedure: string; by: string },
): Promise<Bundle> {
  await tx.query('select from collection_case where tenant_id = $1 and case_id = $2 for update', [
    tx.tenantId,
    order.caseId,
  ]);
  const found = await findBundle(tx, order.caseId, order.procedure);
  if (found !== null) return found;
  const bundleId = randomUUID();
  await tx.query(
    'insert into court_bundle (tenant_id, bundle_id, company_id, case_id, procedure, created_by) values ($1, $2, $3, $4, $5, $6)',
    [tx.tenantId, bundleId, order.companyId, order.caseId, order.procedure, order.by],
  );
  const { companyId, caseId, procedure } = order;
  return { bundleId, companyId, caseId, procedure, answers: {}, exhibits: [], files: [] };
}

/** What changes in a file that is being prepared. */
export interface BundleChange {
  answers?: Record<string, string>;
  exhibits?: readonly ChosenExhibit[];
  file?: {
    kind: ExhibitKind;
    title: string;
    on: string | null;
    fileName: string;
    mediaType: string;
    sha256: Buffer;
    by: string;
  };
  remove?: { fileId: string; by: string };
}

/** Changes a file that is being prepared; an emptied answer goes. False when the file to take out is not there. */
export async function changeBundle(tx: Tx, bundleId: string, change: BundleChange): Promise<boolean> {
  const { answers, exhibits, file, remove } = change;
  if (answers !== undefined)
    await tx.query(
      `update court_bundle set answers = (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each_text(answers || $3::jsonb) where value <> '')
        where tenant_id = $1 and bundle_id = $2`,
      [tx.tenantId, bundleId, JSON.stringify(answers)],
    );
  if (exhibits !== undefined)
    await tx.query('update court_bundle set exhibits = $3::jsonb where tenant_id = $1 and bundle_id = $2', [
      tx.tenantId,
      bundleId,
      JSON.stringify(exhibits),
    ]);
  if (file !== undefined)
    await tx.query(
      `insert into court_bundle_file (tenant_id, file_id, bundle_id, kind, title, on_day, file_name, media_type, sha256, added_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        tx.tenantId,
        randomUUID(),
        bundleId,
        file.kind,
        file.title,
        file.on,
        file.fileName,
        file.mediaType,
        file.sha256,
        file.by,
      ],
    );
  if (remove === undefined) return true;
  const { rowCount } = await tx.query(
    `update court_bundle_file set removed_by = $4, removed_at = clock_timestamp()
      where tenant_id = $1 and bundle_id = $2 and file_id = $3 and removed_at is null`,
    [tx.tenantId, bundleId, remove.fileId, remove.by],
  );
  return rowCount === 1;
}

/** Keeps what was answered of the creditor, for each of his cases. */
export async function keepIdentity(
  tx: Tx,
  companyId: string,
  answers: Record<string, string>,
  by: string,
): Promise<void> {
  if (Object.keys(answers).length === 0) return;
  await tx.query(
    `insert into creditor_identity as i (tenant_id, company_id, answers, updated_by) values ($1, $2, $3::jsonb, $4)
     on conflict (tenant_id, company_id) do update
       set answers = (select coalesce(jsonb_object_agg(key, value), '{}') from jsonb_each_text(i.answers || excluded.answers) where value <> ''),
           updated_by = excluded.updated_by, updated_at = clock_timestamp()`,
    [tx.tenantId, companyId, JSON.stringify(answers), by],
  );
}

/** One file of what was built; its bytes are kept already. */
export interface BuiltDocument extends Omit<CourtBundleFileView, 'n' | 'sha256'> {
  sha256: Buffer;
  mediaType: string;
}

/** Keeps what was built as the next version of a file, and gives its number. */
export async function insertVersion(
  tx: Tx,
  bundleId: string,
  version: { on: string; totalCents: number; ready: boolean; lines: readonly CompletenessLine[]; by: string },
  documents: readonly BuiltDocument[],
): Promise<number> {
  const { rows } = await tx.query<{ version: number }>(
    `insert into court_bundle_version (tenant_id, bundle_id, version, on_day, total_cents, ready, lines, built_by)
     select $1, $2, coalesce(max(version), 0) + 1, $3, $4, $5, $6::jsonb, $7 from court_bundle_version where tenant_id = $1 and bundle_id = $2
     returning version`,
    [tx.tenantId, bundleId, version.on, version.totalCents, version.ready, JSON.stringify(version.lines), version.by],
  );
  const number = rows[0]!.version;
  const column = <K extends keyof BuiltDocument>(key: K) => documents.map((document) => document[key]);
  await tx.query(
    `insert into court_bundle_document (tenant_id, bundle_id, version, n, role, title, file_name, media_type, sha256, bytes, pages)
     select $1, $2, $3, u.n, u.role, u.title, u.file_name, u.media_type, decode(u.sha256, 'hex'), u.bytes, u.pages
       from unnest($4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::int8[], $10::int4[]) with ordinality
         as u(role, title, file_name, media_type, sha256, bytes, pages, n)`,
    [
      tx.tenantId,
      bundleId,
      number,
      column('role'),
      column('title'),
      column('fileName'),
      column('mediaType'),
      documents.map((document) => document.sha256.toString('hex')),
      column('bytes'),
      column('pages'),
    ],
  );
  return number;
}
