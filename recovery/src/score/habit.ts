import { addDays, type Day, daysBetween, formatDay, isJourOuvre, isoWeekday } from '@acquit/law';
import { nextPaymentDay } from '../customers/payment-run.ts';
import type { PaymentRun } from '../views/customers.ts';
import type { PaidInvoice } from './model.ts';

/** Fewest payment days that show a habit, and the share of them that must fall on it. */
const LEAST_PAYMENTS = 6;
const LEAST_SHARE = 0.8;
/** A transfer ordered on the run's day is on our account by then. */
const TRANSFER_DAYS = 2;
/** Banks are never closed for longer. */
const LONGEST_CLOSURE_DAYS = 4;
const LAST_OF_MONTH = 31;
const WORKING_WEEK_DAYS = 5;

/** A payment run that shows in what a customer paid: on how many of his payment days it holds. */
export interface Habit {
  run: PaymentRun;
  seen: number;
  of: number;
}

/**
 * The day of the month, or of the week, on which a customer is seen to pay, when at least six payment days show it and
 * four in five of them fall on it or within two days after. Of several that hold as often, the last of the month wins;
 * a month's day wins over a week's. Null when none holds.
 */
export function habitOf(known: readonly PaidInvoice[]): Habit | null {
  const paid = [...new Set(known.flatMap((one) => (one.settledOn === null ? [] : [one.settledOn])))];
  if (paid.length < LEAST_PAYMENTS) return null;
  const months = new Set(paid.map((on) => formatDay(on).slice(0, 7)));
  const byMonthDay = new Array<number>(LAST_OF_MONTH + 1).fill(0);
  const byWeekDay = new Array<number>(WORKING_WEEK_DAYS + 1).fill(0);
  for (const on of paid) {
    for (const number of monthDaysPaidOn(on)) byMonthDay[number]! += 1;
    const weekDay = isoWeekday(on);
    if (weekDay <= WORKING_WEEK_DAYS) byWeekDay[weekDay]! += 1;
  }
  // All in one month, any day of it would be a habit.
  const monthly = months.size >= LEAST_PAYMENTS / 2 ? mostOf(byMonthDay) : null;
  const weekly = mostOf(byWeekDay);
  const holds = (seen: number | undefined) => (seen ?? 0) >= paid.length * LEAST_SHARE;
  if (monthly && holds(monthly.seen) && monthly.seen >= (weekly?.seen ?? 0))
    return { run: { monthDays: [monthly.at] }, seen: monthly.seen, of: paid.length };
  if (weekly && holds(weekly.seen)) return { run: { weekDays: [weekly.at] }, seen: weekly.seen, of: paid.length };
  return null;
}

/** The last index of the greatest count: of the 8th, 9th and 10th that explain as much, the 10th needs no transfer time. */
function mostOf(counts: readonly number[]): { at: number; seen: number } | null {
  let best: { at: number; seen: number } | null = null;
  for (const [at, seen] of counts.entries()) if (seen > 0 && seen >= (best?.seen ?? 0)) best = { at, seen };
  return best;
}

/** The days of the month whose run, moved to a working day, may have been ordered on that day or just before it. */
function monthDaysPaidOn(on: Day): Set<number> {
  const found = new Set<number>();
  for (let back = 0; back <= TRANSFER_DAYS + LONGEST_CLOSURE_DAYS; back++) {
    const ordered = addDays(on, -back);
    let paidOn = ordered;
    while (!isJourOuvre(paidOn)) paidOn = addDays(paidOn, 1);
    if (paidOn > on || daysBetween(paidOn, on) > TRANSFER_DAYS) continue;
    found.add(Number(formatDay(ordered).slice(8)));
    if (formatDay(addDays(ordered, 1)).endsWith('-01')) found.add(LAST_OF_MONTH);
  }
  return found;
}

/** The customer's payment day nearest to a day, never before `from`; the earlier of two as near. */
export function nearestPaymentDay(run: PaymentRun, to: Day, from: Day): Day {
  const after = nextPaymentDay(run, to);
  for (let back = 1; addDays(to, -back) >= from && back < after - to; back++) {
    const before = addDays(to, -back);
    if (nextPaymentDay(run, before) === before) return before;
  }
  return after;
}
