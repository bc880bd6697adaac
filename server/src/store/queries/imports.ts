import { fr, type ImportJobView, type ImportState, noCounts, type Page, type SyncCounts } from '@acquit/recovery';
import type { Tx } from '../store.ts';
import { actorName } from './actor-name.ts';
import { isInstantText, isUuidText, PAGE_SIZE, pageOf, readCursor } from './cursor.ts';

interface ImportRow {
  import_id: string;
  company_id: string | null;
  file_name: string;
  format: string;
  status: ImportState;
  phase: keyof typeof PHASES | null;
  progress: number | null;
  source_name: string | null;
  created: Partial<SyncCounts>;
  doubts: ImportJobView['doubts'];
  refusals: ImportJobView['refusals'];
  imported_at: string;
  imported_by: string;
  undone_at: string | null;
  changed: boolean;
  is_last: boolean;
}

/** A file's doubts and refusals shown at once; a list may have thousands, and the first ones tell what is wrong. */
const NOTES_SHOWN = 100;

const PHASES = { reading: 'Lecture', comparing: 'Comparaison', storing: 'Enregistrement' };

const importSelect = `select i.import_id, i.company_id, i.file_name, i.format, i.status, i.phase, i.progress::float8 as progress, i.created, i.doubts,
    i.refusals, i.imported_at, i.undone_at, i.changed, ${actorName('i.imported_by')} as imported_by, s.name as source_name,
    i.changed and i.undone_at is null
      and i.import_id = (select l.import_id from import_job l
                          where l.tenant_id = i.tenant_id and l.company_id = i.company_id and l.changed and l.undone_at is null
                          order by l.imported_at desc, l.import_id desc limit 1) as is_last
  from import_job i
  left join source s on s.tenant_id = i.tenant_id and s.source_id = i.source_id
 where i.tenant_id = $1`;

/** One page of what was imported for a company, and of the files that found no company, latest first. */
export async function listImports(tx: Tx, companyId: string, cursor: string | undefined): Promise<Page<ImportJobView>> {
  const key = readCursor(cursor, 'ss');
  const valid = key !== null && isInstantText(key[0]) && isUuidText(key[1]);
  const { rows } = await tx.query<ImportRow>(
    `${importSelect} and (i.company_id = $2 or i.company_id is null) ${valid ? 'and (i.imported_at, i.import_id) < ($3::timestamptz, $4::uuid)' : ''}
      order by i.imported_at desc, i.import_id desc limit ${PAGE_SIZE + 1}`,
    valid ? [tx.tenantId, companyId, key[0], key[1]] : [tx.tenantId, companyId],
  );
  return pageOf(rows, importView, (row) => [row.imported_at, row.import_id]);
}

/** One import, whatever its state; null when unknown. */
export async function findImport(tx: Tx, importId: string): Promise<ImportJobView | null> {
  const { rows } = await tx.query<ImportRow>(`${importSelect} and i.import_id = $2`, [tx.tenantId, importId]);
  return rows[0] ? importView(rows[0]) : null;
}

function importView(row: ImportRow): ImportJobView {
  const whyNotUndo = reasonAgainstUndo(row);
  return {
    importId: row.import_id,
    fileName: row.file_name,
    format: row.format,
    state: row.status,
    progress: row.progress,
    phase: row.phase === null ? null : PHASES[row.phase],
    sourceName: row.source_name,
    changes: { ...noCounts(), ...row.created },
    doubts: row.doubts.slice(0, NOTES_SHOWN),
    refusals: row.refusals.slice(0, NOTES_SHOWN),
    importedAt: row.imported_at,
    importedBy: row.imported_by,
    undoneAt: row.undone_at,
    canUndo: whyNotUndo === null,
    whyNotUndo,
  };
}

/** Why an import cannot be taken back, as far as the list can tell; acts that depend on it are looked for when it is asked. */
function reasonAgainstUndo({ status, undone_at, changed, is_last }: ImportRow): string | null {
  if (status === 'waiting' || status === 'running') return 'Cet import est encore en cours.';
  if (undone_at !== null) return 'Cet import a déjà été annulé.';
  if (!changed) return fr`Cet import n’a rien changé : il n’y a rien à annuler.`;
  if (!is_last) return fr`Un autre import l’a suivi : annulez d’abord le plus récent.`;
  return null;
}
