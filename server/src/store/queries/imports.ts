import type { ImportView, Page } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { isInstantText, isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';

interface ImportRow {
  import_id: string;
  file_name: string;
  format: string;
  status: ImportView['status'];
  created: Record<string, number>;
  doubts: ImportView['doubts'];
  refusals: ImportView['refusals'];
  imported_at: string;
  imported_by: string;
}

/** A file's doubts and refusals shown at once; a ledger may have thousands, and the first ones tell what is wrong. */
const NOTES_SHOWN = 100;

const importSelect = `select i.import_id, i.file_name, i.format, i.status, i.created, i.doubts, i.refusals, i.imported_at,
    coalesce(u.name, i.imported_by) as imported_by
  from import_job i left join app_user u on u.tenant_id = i.tenant_id and i.imported_by = 'user:' || u.user_id
 where i.tenant_id = $1`;

/** One page of what was imported for a company, and of the files that found no company, latest first. */
export async function listImports(tx: Tx, companyId: string, cursor: string | undefined): Promise<Page<ImportView>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isInstantText(key[0]) && isUuidText(key[1]);
  const { rows } = await tx.query<ImportRow>(
    `${importSelect} and (i.company_id = $2 or i.company_id is null) ${valid ? 'and (i.imported_at, i.import_id) < ($3::timestamptz, $4::uuid)' : ''}
      order by i.imported_at desc, i.import_id desc limit ${PAGE_SIZE + 1}`,
    valid ? [tx.tenantId, companyId, key[0], key[1]] : [tx.tenantId, companyId],
  );
  return pageOf(rows, importView, (row) => [row.imported_at, row.import_id]);
}

export async function findImport(tx: Tx, importId: string): Promise<ImportView | null> {
  const { rows } = await tx.query<ImportRow>(`${importSelect} and i.import_id = $2`, [tx.tenantId, importId]);
  return rows[0] ? importView(rows[0]) : null;
}

function importView(row: ImportRow): ImportView {
  return {
    importId: row.import_id,
    fileName: row.file_name,
    format: row.format,
    status: row.status,
    created: row.created,
    doubts: row.doubts.slice(0, NOTES_SHOWN),
    refusals: row.refusals.slice(0, NOTES_SHOWN),
    importedAt: row.imported_at,
    importedBy: row.imported_by,
  };
}
