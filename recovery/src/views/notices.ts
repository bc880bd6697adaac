import type { NoticeEffectKind, ProceedingsKind, Representative } from '../notices/model.ts';

/** Notices of the BODACC about a company's customers, as screens show them. Days are `YYYY-MM-DD`. */

export interface NoticeView {
  matchId: string;
  /** « A202601765232 » */
  noticeId: string;
  caseId: string;
  debtorName: string;
  /** As the notice names the company. */
  name: string | null;
  siren: string | null;
  how: 'siren' | 'name' | 'correction';
  state: 'proposed' | 'applied' | 'refused' | 'undone';
  /** Why a person is asked, or what to verify of one that counts; null when nobody is. */
  reason: string | null;
  effect: NoticeEffectKind;
  title: string;
  /** What it means and what is to be done. */
  advice: string;
  publishedOn: string;
  judgmentOn: string | null;
  court: string | null;
  /** The judgment's own words, or those of the act, without any address of the web. */
  details: string | null;
  representative: Representative | null;
  /** For an opening that counts: last day to declare, the prudent one, and the days left. */
  declareBefore: string | null;
  daysLeft: number | null;
  /** The declaration that was opened for it. */
  procedureId: string | null;
  /** Why no declaration could be opened. */
  trouble: { code: string; message: string } | null;
  matchedOn: string;
  decidedBy: string | null;
  /** Somebody read it, or decided. */
  seen: boolean;
}

export interface NoticeWatchView {
  active: boolean;
  state: 'off' | 'waiting' | 'well' | 'late' | 'failing';
  /** Company numbers of customers who owe, and those asked about so far in the round. */
  watched: number;
  asked: number;
  checkedAt: string | null;
  okAt: string | null;
  trouble: { code: string; message: string } | null;
}

export interface NoticeListView {
  items: NoticeView[];
  nextCursor: string | null;
  /** How many wait for a decision or for somebody to read them. */
  waiting: number;
  watch: NoticeWatchView;
}

export interface NoticesImportView {
  records: number;
  unreadable: number;
  /** Matched to a customer by this file, for the first time. */
  matched: number;
  proposed: number;
  /** Matched before. */
  known: number;
  opened: number;
}

/** What the notices say of a customer, beside the day of the judgment. */
export interface InsolvencyView {
  openedOn: string;
  publishedOn: string | null;
  proceedings: ProceedingsKind | null;
  closedOn: string | null;
  representative: Representative | null;
}
