import type { CalendarDay } from './calendar.ts';

/** The week of a company as it is told by e-mail. Days are `YYYY-MM-DD`, amounts cents. */

/** One dated fact of a case. */
export interface DigestLine {
  on: string;
  debtorName: string;
  caseId: string;
  cents: number | null;
}

/** Facts of one kind: the first ones, and how many there are. */
export interface DigestLines {
  count: number;
  lines: DigestLine[];
}

export interface DigestFacts {
  companyName: string;
  mode: 'test' | 'live';
  on: string;
  /** Money of the seven days before, this day left out. */
  received: { count: number; cents: number };
  totals: { openCents: number; overdueCents: number; overdueClaims: number };
  waiting: { title: string; count: number; late: number }[];
  promisesDue: DigestLines;
  promisesBroken: DigestLines;
  instalmentsDue: DigestLines;
  instalmentsMissed: DigestLines;
  disputesLate: DigestLines;
  /** Answers to disputes and ends of notices within seven days. */
  deadlines: DigestLines;
  /** The next seven days, today first. */
  leaving: CalendarDay[];
  /** The last of them whose figures are whole; null: all. */
  wholeUntil: string | null;
  /** Where the app is opened; null: on this machine only. */
  appUrl: string | null;
}

/** A message as written: to be sent, or to be read beforehand. */
export interface DigestMessage {
  subject: string;
  text: string;
  html: string;
}

export type DigestState = 'due' | 'reserved' | 'ending' | 'sent' | 'in-doubt' | 'refused' | 'captured' | 'cancelled';

/** One's own wish, and what became of the last ones. */
export interface DigestView {
  /** ISO day of the week, Monday = 1; null: not wanted. */
  weekday: number | null;
  /** Where it goes. */
  recipient: string;
  last: {
    digestId: string;
    forDay: string;
    state: DigestState;
    answer: string | null;
    subject: string;
    text: string;
  }[];
}
