import type { Channel } from '../model/facts.ts';
import type { PlanItem } from './views.ts';

/** What will leave, day by day, as its screens show it. Days are `YYYY-MM-DD`, amounts cents. */

export interface CalendarDay {
  on: string;
  /** Why nothing leaves on that day, in French: a Sunday, a public holiday, a day the company is closed. */
  closed: string | null;
  /** By channel, in their own order; a channel with nothing is left out. */
  channels: { channel: Channel; count: number }[];
  count: number;
  /** What of it waits for somebody to agree or to do it. */
  byHand: number;
  /** A letter and its e-mail ask for the same money, which counts once. */
  cents: number;
}

export interface CalendarView {
  from: string;
  days: CalendarDay[];
  /** With a very large book, the last day whose figures are whole; null: all of them are. */
  wholeUntil: string | null;
  /** Dates of procedures and ends of limitation, in the order of their days. */
  dates: CalendarDate[];
}

/** A day that a right depends on. */
export interface CalendarDate {
  kind: 'deadline' | 'opening' | 'limitation';
  on: string;
  caseId: string;
  debtorName: string;
  /** What is at stake. */
  cents: number | null;
  /** What is to be done, or the invoices whose limitation ends. */
  label: string;
  procedureId: string | null;
  procedureName: string | null;
}

/** What will leave on one day. */
export interface CalendarDayView {
  on: string;
  items: PlanItem[];
  isWhole: boolean;
}

/** What will be asked in one case, and what is known to fall due in it. */
export interface AheadView {
  items: PlanItem[];
  dates: { on: string; title: string; cents: number | null }[];
}
