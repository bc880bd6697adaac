import { type ProcedureKind, procedureName } from '@acquit/recovery';
import type { Tx } from '../../store.ts';

/** A file built for a court, as one PDF or as an archive of separate files. */
export interface CourtPackage {
  bundleId: string;
  version: number;
  n: number;
  /** The procedure it was built for. */
  kind: string;
  name: string;
  isArchive: boolean;
  /** `YYYY-MM-DD` */
  on: string;
}

/** The files built for courts in a case, the last version of each court file: what a professional is sent. */
export async function courtPackages(tx: Tx, caseId: string): Promise<CourtPackage[]> {
  const rows = await tx.arrays<[string, number, number, string, boolean, string]>(
    `select b.bundle_id, v.version, d.n, b.procedure, d.role = 'archive', v.on_day
       from court_bundle b
      cross join lateral (select version, on_day from court_bundle_version x
                           where x.tenant_id = b.tenant_id and x.bundle_id = b.bundle_id order by version desc limit 1) v
       join court_bundle_document d on d.tenant_id = b.tenant_id and d.bundle_id = b.bundle_id and d.version = v.version
        and d.role in ('merged', 'archive')
      where b.tenant_id = $1 and b.case_id = $2 order by b.procedure, d.n`,
    [tx.tenantId, caseId],
  );
  return rows.map(([bundleId, version, n, kind, isArchive, on]) => ({
    bundleId,
    version,
    n,
    kind,
    name: procedureName(kind as ProcedureKind),
    isArchive,
    on,
  }));
}
