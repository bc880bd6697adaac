import type { Completeness, CourtDocumentKey, CourtQuestion, ExhibitKind } from '../court-file/index.ts';

/** A court file being prepared, and those that were built. Amounts are cents, days `YYYY-MM-DD`. */
export interface CourtBundleView {
  caseId: string;
  companyId: string;
  debtorName: string;
  reference: string;
  procedure: string;
  procedureName: string;
  /** The procedure of that kind that was opened in this case; null: none was. */
  procedureId: string | null;
  on: string;
  account: CourtAccountView;
  questions: (CourtQuestion & {
    value: string | null;
    /** Where a value nobody typed comes from; null when it was typed, or is missing. */
    from: string | null;
    /** `later`: only documents of what follows need it. */
    when: 'now' | 'later';
  })[];
  documents: { key: CourtDocumentKey; name: string; when: 'now' | 'later' }[];
  exhibits: CourtExhibitView[];
  completeness: Completeness;
  /** What the law says of the route on these facts; null when a fact that decides it is missing. */
  route: { open: boolean; why: string; court: string | null; form: string | null; lawyer: boolean } | null;
  versions: CourtBundleVersionView[];
}

export interface CourtAccountView {
  principalCents: number;
  interestName: string;
  penaltyCents: number;
  indemnityCents: number;
  penaltyClauseCents: number;
  creditCents: number;
  /** Costs that the title puts on the debtor; zero before there is one. */
  costsCents: number;
  toFallDueCents: number;
  totalCents: number;
}

export interface CourtExhibitView {
  key: string;
  kind: ExhibitKind;
  kindName: string;
  title: string;
  on: string | null;
  included: boolean;
  /** Its number once the others before it are counted; null when it is left out. */
  number: number | null;
  /** Added by somebody, who may take it out; else gathered from the case. */
  fileId: string | null;
}

export interface CourtBundleVersionView {
  bundleId: string;
  version: number;
  on: string;
  totalCents: number;
  ready: boolean;
  /** Mandatory lines that were missing. */
  missing: number;
  builtAt: string;
  builtBy: string;
  files: CourtBundleFileView[];
}

export interface CourtBundleFileView {
  n: number;
  role: 'merged' | 'archive' | 'document' | 'later' | 'exhibit' | 'original';
  title: string;
  fileName: string;
  bytes: number;
  pages: number | null;
  sha256: string;
}
