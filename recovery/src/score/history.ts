import { type Day, daysBetween } from '@acquit/law';
import type { Lag } from './curve.ts';
import type { PaidInvoice } from './model.ts';

/** The latest invoices that are looked at: a habit shows in fewer, and a large account costs no more than they do. */
export const HISTORY_LENGTH = 60;
/** Habits older than this count for half. */
const RECENT_DAYS = 365;
const OLD_WEIGHT = 0.5;
/** A delay beyond a year says no more than a year, and one before two months no more than that. */
const LONGEST_DELAY_DAYS = 365;
const EARLIEST_DELAY_DAYS = -60;

/**
 * What was known of an invoice on a day: one whose due date had not come by then says nothing yet, whether or not it was
 * paid early (else early payers would be seen sooner than the others); one paid after that day was still open on it.
 */
export function knownOn(invoices: readonly PaidInvoice[], on: Day): PaidInvoice[] {
  return invoices
    .filter((one) => one.dueOn <= on)
    .map((one) => (one.settledOn !== null && one.settledOn > on ? { ...one, settledOn: null } : one));
}

/** How late each known invoice was paid, or how late it still is on a day. */
export function lagsOn(known: readonly PaidInvoice[], on: Day): Lag[] {
  return known.map((one) => ({
    delay: Math.min(Math.max(daysBetween(one.dueOn, one.settledOn ?? on), EARLIEST_DELAY_DAYS), LONGEST_DELAY_DAYS),
    paid: one.settledOn !== null,
    weight: daysBetween(one.dueOn, on) <= RECENT_DAYS ? 1 : OLD_WEIGHT,
  }));
}

/** How late he pays, in the sums he owes: a small forgotten invoice weighs little. */
export interface DelaySummary {
  /** Invoices whose due date has come. */
  invoices: number;
  late: number;
  /** Of what came due, the share paid late or late still, by amount. */
  lateShare: number;
  /** Mean delay by amount, days before the due date counted below zero; of late open ones, the delay so far. */
  meanDelayDays: number;
  longestDelayDays: number;
  /** The longest delay of what is open; 0 when nothing is late. */
  openDelayDays: number;
}

/** The summary of some known invoices on a day; null without any. */
export function summaryOf(known: readonly PaidInvoice[], on: Day): DelaySummary | null {
  if (known.length === 0) return null;
  let [late, amount, lateAmount, weighted, longest, open] = [0, 0, 0, 0, -Infinity, 0];
  for (const one of known) {
    const delay = daysBetween(one.dueOn, one.settledOn ?? on);
    amount += one.amountCents;
    weighted += delay * one.amountCents;
    longest = Math.max(longest, delay);
    if (one.settledOn === null) open = Math.max(open, delay);
    if (delay > 0) {
      late += 1;
      lateAmount += one.amountCents;
    }
  }
  const of = (part: number) => (amount === 0 ? 0 : part / amount);
  return {
    invoices: known.length,
    late,
    lateShare: of(lateAmount),
    meanDelayDays: of(weighted),
    longestDelayDays: longest,
    openDelayDays: open,
  };
}
