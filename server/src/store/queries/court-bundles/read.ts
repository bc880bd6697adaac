import type { CourtBundleVersionView, ExhibitKind } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { actorName } from '../actor-name.ts';

/** How an exhibit was chosen: its place is that in the list. */
export interface ChosenExhibit {
  key: string;
  /** As the user named it; null: as it was gathered. */
  title: string | null;
  included: boolean;
}

export interface BundleFile {
  fileId: string;
  kind: ExhibitKind;
  title: string;
  on: string | null;
  fileName: string;
  mediaType: string;
  sha256: Buffer;
}

/** The court file of a case and a procedure, before anything is built. */
export interface Bundle {
  bundleId: string;
  companyId: string;
  caseId: string;
  procedure: string;
  answers: Record<string, string>;
  exhibits: ChosenExhibit[];
  files: BundleFile[];
}

/** The file of a case for a procedure; null while nobody has touched it. Of two customers made one, the latest counts. */
export async function findBundle(tx: Tx, caseId: string, procedure: string): Promise<Bundle | null> {
  const { rows } = await tx.query<{
    bundle_id: string;
    company_id: string;
    answers: Record<string, string>;
    exhibits: ChosenExhibit[];
  }>(
    `select bundle_id, company_id, answers, exhibits from court_bundle
      where tenant_id = $1 and case_id = $2 and procedure = $3 order by created_at desc, bundle_id limit 1`,
    [tx.tenantId, caseId, procedure],
  );
  const [row] = rows;
  if (row === undefined) return null;
  const { rows: files } = await tx.query<{
    file_id: string;
    kind: ExhibitKind;
    title: string;
    on_day: string | null;
    file_name: string;
    media_type: string;
    sha256: Buffer;
  }>(
    `select file_id, kind, title, on_day, file_name, media_type, sha256 from court_bundle_file
      where tenant_id = $1 and bundle_id = $2 and removed_at is null order by added_at, file_id`,
    [tx.tenantId, row.bundle_id],
  );
  return {
    bundleId: row.bundle_id,
    companyId: row.company_id,
    caseId,
    procedure,
    answers: row.answers,
    exhibits: row.exhibits,
    files: files.map((file) => ({
      fileId: file.file_id,
      kind: file.kind,
      title: file.title,
      on: file.on_day,
      fileName: file.file_name,
      mediaType: file.media_type,
      sha256: file.sha256,
    })),
  };
}

/** What a court wants to know of a company, as it was answered before. */
export async function identityOf(tx: Tx, companyId: string): Promise<Record<string, string>> {
  const { rows } = await tx.query<{ answers: Record<string, string> }>(
    'select answers from creditor_identity where tenant_id = $1 and company_id = $2',
    [tx.tenantId, companyId],
  );
  return rows[0]?.answers ?? {};
}

/** What a procedure that was opened says of its file. */
export interface OpenedProcedure {
  procedureId: string;
  courtName: string | null;
  caseNumber: string | null;
  claimKind: string;
  amountCents: number;
  titleOn: string | null;
  servedOn: string | null;
  claimIds: string[];
  /** What was told of it, in the order of the days. */
  told: { kind: string; on: string; values: Record<string, string | number | boolean> }[];
}

/** The latest procedure of a kind in a case; null when none was opened. */
export async function latestProcedure(tx: Tx, caseId: string, kind: string): Promise<OpenedProcedure | null> {
  const { rows } = await tx.query<{
    procedure_id: string;
    court_name: string | null;
    case_number: string | null;
    claim_kind: string;
    amount_cents: bigint;
    title_on: string | null;
    title_served_on: string | null;
    claim_ids: string[];
    told: OpenedProcedure['told'];
  }>(
    `select p.procedure_id, p.court_name, p.case_number, p.claim_kind, p.amount_cents, p.title_on, p.title_served_on,
            array(select jsonb_build_object('kind', e.kind, 'on', e.on_day, 'values', e.values) from procedure_event e
                   where e.tenant_id = p.tenant_id and e.procedure_id = p.procedure_id and e.withdrawn_at is null
                   order by e.on_day, e.event_id) as told,
            array(select c.claim_id::text from procedure_claim c where c.tenant_id = p.tenant_id and c.procedure_id = p.procedure_id) as claim_ids
       from procedure p where p.tenant_id = $1 and p.case_id = $2 and p.kind = $3
      order by p.closed_on is null desc, p.opened_on desc, p.procedure_id desc limit 1`,
    [tx.tenantId, caseId, kind],
  );
  const [row] = rows;
  return row === undefined
    ? null
    : {
        procedureId: row.procedure_id,
        courtName: row.court_name,
        caseNumber: row.case_number,
        claimKind: row.claim_kind,
        amountCents: Number(row.amount_cents),
        titleOn: row.title_on,
        servedOn: row.title_served_on,
        claimIds: row.claim_ids,
        told: row.told,
      };
}

/** The case and the kind of a procedure, which name its court file; null when it is unknown. */
export async function procedureKey(tx: Tx, procedureId: string): Promise<{ caseId: string; procedure: string } | null> {
  const { rows } = await tx.query<{ case_id: string; kind: string }>(
    'select case_id, kind from procedure where tenant_id = $1 and procedure_id = $2',
    [tx.tenantId, procedureId],
  );
  return rows[0] === undefined ? null : { caseId: rows[0].case_id, procedure: rows[0].kind };
}

/** What was built, latest first, with its files. */
export async function versionsOf(tx: Tx, bundleId: string): Promise<CourtBundleVersionView[]> {
  const { rows } = await tx.query<{
    version: number;
    on_day: string;
    total_cents: bigint;
    ready: boolean;
    missing: number;
    built_at: string;
    built_by: string;
    files: CourtBundleVersionView['files'];
  }>(
    `select v.version, v.on_day, v.total_cents, v.ready, v.built_at, ${actorName('v.built_by')} as built_by,
            (select count(*)::int from jsonb_array_elements(v.lines) l where l ->> 'state' = 'missing' and (l ->> 'mandatory')::boolean) as missing,
            (select coalesce(json_agg(json_build_object('n', d.n, 'role', d.role, 'title', d.title, 'fileName', d.file_name, 'bytes', d.bytes,
                    'pages', d.pages, 'sha256', encode(d.sha256, 'hex')) order by d.n), '[]')
               from court_bundle_document d where d.tenant_id = v.tenant_id and d.bundle_id = v.bundle_id and d.version = v.version) as files
       from court_bundle_version v
      where v.tenant_id = $1 and v.bundle_id = $2 order by v.version desc limit 20`,
    [tx.tenantId, bundleId],
  );
  return rows.map((row) => ({
    bundleId,
    version: row.version,
    on: row.on_day,
    totalCents: Number(row.total_cents),
    ready: row.ready,
    missing: row.missing,
    builtAt: row.built_at,
    builtBy: row.built_by,
    files: row.files,
  }));
}

/** One file of a version; null when there is none. */
export async function versionFile(
  tx: Tx,
  bundleId: string,
  version: number,
  n: number,
): Promise<{ name: string; mediaType: string; sha256: Buffer } | null> {
  const { rows } = await tx.query<{ file_name: string; media_type: string; sha256: Buffer }>(
    'select file_name, media_type, sha256 from court_bundle_document where tenant_id = $1 and bundle_id = $2 and version = $3 and n = $4',
    [tx.tenantId, bundleId, version, n],
  );
  const [row] = rows;
  return row === undefined ? null : { name: row.file_name, mediaType: row.media_type, sha256: row.sha256 };
}
