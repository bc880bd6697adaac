import { addDays, type Day, formatDay, isJourOuvre, isoWeekday } from '@acquit/law';
import { enumerated, fr } from '../texts/typography.ts';
import type { PaymentRun } from '../views/customers.ts';

/** No chain of week-ends and holidays is longer: a run set inside one is paid at most this much later. */
const LONGEST_CLOSURE_DAYS = 7;
/** A day of the month comes back within two months, whatever its number. */
const LONGEST_WAIT_DAYS = 70;

/**
 * The first day, on `from` or after, on which a customer with this payment run pays. A run that falls on a day when
 * banks are closed is paid on the next working day: we would rather wait two days than call a promise broken that is
 * not. A day the month does not have (31, or 29 to 30 in February) is its last day.
 */
export function nextPaymentDay(run: PaymentRun, from: Day): Day {
  // A run of last Saturday is paid on Monday: the search begins before `from`.
  for (let ahead = -LONGEST_CLOSURE_DAYS; ahead <= LONGEST_WAIT_DAYS; ahead++) {
    const on = addDays(from, ahead);
    if (!isRunDay(run, on)) continue;
    const paidOn = workingDayFrom(on);
    if (paidOn >= from) return paidOn;
  }
  throw new Error('A payment run without a day was let in.');
}

/**
 * The day to hold a customer to when he promises a date: his own payment day on that date or after; the date itself
 * when he has no payment run.
 */
export function paymentDayOnOrAfter(promised: Day, run: PaymentRun | null): Day {
  return run === null ? promised : nextPaymentDay(run, promised);
}

function isRunDay(run: PaymentRun, on: Day): boolean {
  if ('weekDays' in run) return run.weekDays.includes(isoWeekday(on));
  const dayOfMonth = Number(formatDay(on).slice(8));
  const isLast = formatDay(addDays(on, 1)).endsWith('-01');
  return run.monthDays.some((wanted) => wanted === dayOfMonth || (isLast && wanted > dayOfMonth));
}

function workingDayFrom(on: Day): Day {
  let paidOn = on;
  while (!isJourOuvre(paidOn)) paidOn = addDays(paidOn, 1);
  return paidOn;
}

const WEEK_DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'];

/** « le 10 et le dernier jour du mois », « chaque jeudi » */
export function paymentRunName(run: PaymentRun): string {
  if ('weekDays' in run) return fr`chaque ${enumerated(run.weekDays.map((one) => WEEK_DAYS[one - 1]!))}`;
  const named = run.monthDays.map((one) => (one === 31 ? 'le dernier jour' : one === 1 ? 'le 1er' : `le ${one}`));
  return fr`${enumerated(named)} du mois`;
}
