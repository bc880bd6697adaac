import type { Day } from '@acquit/law';
import type { CaseFacts, CompanyFacts, HandOverView, ProcedureView } from '@acquit/recovery';
import { type PartnerLink, readPartnerLink } from '../../jobs/index.ts';
import {
  type CourtPackage,
  caseDocuments,
  claimsOfProcedures,
  courtPackages,
  findHandOver,
  handOverHeader,
  loadCases,
  loadCompany,
  procedureViews,
  type Store,
  type Tx,
} from '../../store/index.ts';

/** A professional on his page: which hand-over it is, and all that the pages are drawn from. */
export interface PartnerVisit {
  /** The link as it stands in the address. */
  token: string;
  link: PartnerLink;
  today: Day;
  companyId: string;
  caseId: string;
  handOver: HandOverView;
  company: CompanyFacts;
  facts: CaseFacts;
  /** The claims he is entrusted with, when it is only those of some procedures; empty: all of them. */
  claimIds: readonly string[];
  /** The procedures that run and that he may tell of. */
  procedures: readonly ProcedureView[];
  /** The files built for courts. */
  packages: readonly CourtPackage[];
  /** Claims whose document can be opened. */
  documents: ReadonlySet<string>;
}

/** Why a link opens nothing. Both are told alike to somebody who tries addresses at random. */
export type Closed = 'unknown' | 'expired';

/**
 * Reads a link and tells why it opens nothing. Whatever was not written by us, or was withdrawn, is unknown; an expired
 * one says so, for it takes our own key to have held it.
 */
export function openPartnerLink(store: Store, token: string, today: Day): { link: PartnerLink } | { closed: Closed } {
  const link = readPartnerLink(store.secrets, token);
  if (link === null) return { closed: 'unknown' };
  return link.until < today ? { closed: 'expired' } : { link };
}

/** Loads the one case behind a link, in the tenant's own transaction; an ended hand-over opens no more. */
export async function partnerVisit(
  tx: Tx,
  token: string,
  link: PartnerLink,
  today: Day,
): Promise<PartnerVisit | { closed: Closed }> {
  const header = await handOverHeader(tx, link.handOverId);
  if (header === null || header.endedOn !== null || header.epoch !== link.epoch) return { closed: 'unknown' };
  const handOver = await findHandOver(tx, link.handOverId);
  const company = await loadCompany(tx, header.companyId);
  const [loaded] = await loadCases(tx, [header.caseId]);
  if (!handOver || !company || !loaded) throw new Error('A hand-over belongs to a case of a company.');
  const { companyId, caseId } = header;
  const procedures = (await procedureViews(tx, caseId, today)).filter(
    (one) =>
      one.closed === null &&
      (handOver.procedures.length === 0 || handOver.procedures.some((given) => given.procedureId === one.procedureId)),
  );
  return {
    token,
    link,
    today,
    companyId,
    caseId,
    handOver,
    company,
    facts: loaded.facts,
    claimIds:
      (await claimsOfProcedures(
        tx,
        caseId,
        handOver.procedures.map((one) => one.procedureId),
      )) ?? [],
    procedures,
    packages: await packagesOf(tx, caseId, procedures, handOver.procedures.length > 0),
    documents: await caseDocuments(tx, caseId),
  };
}

/** The files built for courts, those of the entrusted procedures alone when only some are. */
async function packagesOf(
  tx: Tx,
  caseId: string,
  procedures: readonly ProcedureView[],
  limited: boolean,
): Promise<CourtPackage[]> {
  const all = await courtPackages(tx, caseId);
  return limited ? all.filter((one) => procedures.some(({ kind }) => kind === one.kind)) : all;
}
