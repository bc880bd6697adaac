import type { HandOverOutcome, HandOverPostKind, HandOverTerms, PartnerKind } from '../hand-over/model.ts';
import type { ProcedureCostBearer } from './procedures.ts';
import type { Page } from './views.ts';

/** Cases entrusted to professionals, as their screens show them. Amounts are cents, days `YYYY-MM-DD`. */

/** A lawyer, a commissaire de justice or a collection agency. */
export interface PartnerView {
  partnerId: string;
  kind: PartnerKind;
  kindName: string;
  name: string;
  /** Who answers there. */
  person: string | null;
  email: string | null;
  phone: string | null;
  addressLines: string[];
  postcode: string | null;
  city: string | null;
  legalId: string | null;
}

/** Something told on the page of a hand-over. */
export interface HandOverPostView {
  postId: string;
  kind: HandOverPostKind;
  by: 'partner' | 'us';
  /** « Me Durand », or the name of the person of ours. */
  author: string;
  on: string;
  /** Instant, ISO 8601. */
  at: string;
  title: string;
  details: string | null;
  amountCents: number | null;
  bearer: ProcedureCostBearer | null;
  fileName: string | null;
  /** The procedure it was told of. */
  procedureId: string | null;
  isRead: boolean;
  withdrawn: { by: string; on: string; reason: string | null } | null;
  /** The receipt recorded from it. */
  receiptId: string | null;
}

export interface HandOverEnd {
  on: string;
  outcome: HandOverOutcome;
  outcomeName: string;
  note: string | null;
}

/** One line of a list of hand-overs. */
export interface HandOverRow {
  handOverId: string;
  caseId: string;
  debtorName: string;
  partnerName: string;
  partnerKind: PartnerKind;
  partnerKindName: string;
  /** What was asked for when it was entrusted. */
  amountCents: number;
  openedOn: string;
  /** What came in while it ran. */
  receivedCents: number;
  /** What he told it cost. */
  costCents: number;
  unread: number;
  ended: HandOverEnd | null;
}

export interface HandOverView extends HandOverRow {
  partner: PartnerView;
  /** His own file number. */
  reference: string | null;
  terms: HandOverTerms;
  note: string | null;
  enteredBy: string;
  /** Empty: the whole case. */
  procedures: { procedureId: string; name: string }[];
  /** Last day on which a link given for it opens; null: none does. */
  accessUntil: string | null;
  lastOpenedOn: string | null;
  /** Latest first. */
  posts: HandOverPostView[];
}

export interface HandOverList {
  page: Page<HandOverRow>;
  totals: { count: number; amountCents: number; unread: number };
}

/** A link made for a professional, to be given to him. */
export interface HandOverLinkView {
  url: string;
  until: string;
}

/** What one way of going on brought and cost. */
export interface ComparisonRow {
  way: 'own' | PartnerKind;
  /** For procedures of our own, their kind. */
  procedureKind: string | null;
  name: string;
  count: number;
  running: number;
  amountCents: number;
  receivedCents: number;
  costCents: number;
  /** Received less costs. */
  netCents: number;
  /** Share of what was asked that came in, in hundredths of a percent; never above the whole. */
  recoveredBasisPoints: number;
  /** Mean length in days; a running one counts until today. */
  days: number;
}

export interface ComparisonView {
  on: string;
  rows: ComparisonRow[];
}
