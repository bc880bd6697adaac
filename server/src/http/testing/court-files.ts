import { randomUUID } from 'node:crypto';
import { insertVersion, keepBlob, openBundle, type Store } from '../../store/index.ts';
import { TODAY } from './app.ts';
import type { Book } from './book.ts';

export interface CourtFileRows {
  /** A court file with an added file and a version that was built. */
  bundleId: string;
  bundleFileId: string;
  /** The procedure it is for. */
  filedProcedureId: string;
}

const PROCEDURE = 'injonction-de-payer';

/** A procedure of the book's case, with a court file that was built once. */
export async function makeCourtFile(store: Store, tenantId: string, book: Book): Promise<CourtFileRows> {
  const [filedProcedureId, bundleFileId] = [randomUUID(), randomUUID()];
  return store.inTenant(tenantId, async (tx) => {
    await tx.query(
      `insert into procedure (tenant_id, procedure_id, company_id, case_id, kind, claim_kind, amount_cents, opened_on, entered_by, state, computed_on)
       values ($1, $2, $3, $4, $5, 'goods', 200000, $6, 'cli', 'draft', $6)`,
      [tenantId, filedProcedureId, book.companyId, book.caseId, PROCEDURE, TODAY],
    );
    const { bundleId } = await openBundle(tx, { ...book, procedure: PROCEDURE, by: 'cli' });
    const sha256 = await keepBlob(tx, store.blobs, { bytes: Buffer.from('%PDF-1.7'), mediaType: 'application/pdf' });
    await tx.query(
      `insert into court_bundle_file (tenant_id, file_id, bundle_id, kind, title, file_name, media_type, sha256, added_by)
       values ($1, $2, $3, 'contract', 'Contrat', 'contrat.pdf', 'application/pdf', $4, 'cli')`,
      [tenantId, bundleFileId, bundleId, sha256],
    );
    const about = { on: TODAY, totalCents: 200_000, ready: false, lines: [], by: 'cli' };
    const file = {
      role: 'merged' as const,
      title: 'Dossier complet',
      fileName: 'dossier.pdf',
      mediaType: 'application/pdf',
    };
    await insertVersion(tx, bundleId, about, [{ ...file, bytes: 8, pages: 1, sha256 }]);
    return { bundleId, bundleFileId, filedProcedureId };
  });
}

type Row = CourtFileRows & Pick<Book, 'caseId'>;

/** One picture element, as a browser sends a photograph. */
function photograph(): FormData {
  const form = new FormData();
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==',
    'base64',
  );
  form.append('file', new Blob([png], { type: 'image/png' }), 'bon de livraison.png');
  return form;
}

const base = (n: Row) => `/api/cases/${n.caseId}/court-files/${PROCEDURE}`;

/** A call of each route of court files that does its work for the owner of the rows. */
export const COURT_FILE_CALLS: Record<string, (n: Row) => { path: string; body?: unknown }> = {
  'GET /api/procedures/{procedureId}/court-file': (n) => ({ path: `/api/procedures/${n.filedProcedureId}/court-file` }),
  'GET /api/cases/{caseId}/court-files/{procedure}': (n) => ({ path: `${base(n)}?on=2026-11-20` }),
  'PUT /api/cases/{caseId}/court-files/{procedure}/answers': (n) => ({
    path: `${base(n)}/answers`,
    body: { answers: { creditorQuality: 'company', claimBasis: 'Vente de bois' } },
  }),
  'PUT /api/cases/{caseId}/court-files/{procedure}/exhibits': (n) => ({
    path: `${base(n)}/exhibits`,
    body: { exhibits: [{ key: 'journal', title: 'Journal', included: false }] },
  }),
  'POST /api/cases/{caseId}/court-files/{procedure}/files': (n) => ({
    path: `${base(n)}/files?kind=delivery&title=Bon%20de%20livraison`,
    body: photograph(),
  }),
  'POST /api/cases/{caseId}/court-files/{procedure}/files/{fileId}/remove': (n) => ({
    path: `${base(n)}/files/${n.bundleFileId}/remove`,
  }),
  'POST /api/cases/{caseId}/court-files/{procedure}/build': (n) => ({ path: `${base(n)}/build`, body: {} }),
  'GET /api/cases/{caseId}/court-files/{procedure}/documents/{document}': (n) => ({
    path: `${base(n)}/documents/request`,
  }),
  'GET /api/cases/{caseId}/court-files/{procedure}/exhibit': (n) => ({ path: `${base(n)}/exhibit?key=journal` }),
  'GET /api/court-bundles/{bundleId}/versions/{version}/files/{n}': (n) => ({
    path: `/api/court-bundles/${n.bundleId}/versions/1/files/1`,
  }),
};
