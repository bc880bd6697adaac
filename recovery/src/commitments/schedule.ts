import { addDays, type Day, euros, formatDay, frenchDate, isJourOuvre, parseDay } from '@acquit/law';
import { nextPaymentDay } from '../customers/payment-run.ts';
import { addWorkingDays } from '../einvoice/standing.ts';
import { fr } from '../texts/typography.ts';
import type { PaymentRun } from '../views/customers.ts';
import { type Refused, refused } from './refused.ts';

/** What a plan makes of the penalties and indemnities owed when it is made. */
export type PlanAccessories = 'included' | 'waived-if-kept' | 'reserved';

/** One date of a plan, split into what was invoiced and what delay added. */
export interface ScheduledInstalment {
  dueOn: Day;
  principalCents: number;
  accessoryCents: number;
}

/** How a plan is cut when the user gives no dates of his own. */
export interface ScheduleRules {
  principalCents: number;
  /** Penalties and indemnities paid with the plan; 0 unless they are included. */
  accessoryCents: number;
  /** Paid when the plan is signed; 0: none. */
  firstPaymentCents: number;
  signedOn: Day;
  /** Day from which the first ordinary instalment may fall. */
  from: Day;
  /** Ordinary instalments, after the payment at signature. */
  count: number;
  every: 'week' | 'fortnight' | 'month';
  paymentRun: PaymentRun | null;
}

/** More dates than this is a loan, not a plan. */
const MOST_INSTALMENTS = 60;
/** A judge himself gives no longer (art. 1343-5 C. civ.); a longer plan is allowed between parties, and is said. */
const LONGEST_DAYS = 5 * 366;

/**
 * Cuts a sum into a payment at signature, if any, and `count` equal instalments, to the cent: what does not divide is on
 * the first ones, one cent each. Each falls on a working day, or on the customer's own payment day. Money goes to the
 * principal first, and what delay added is paid by the last ones. Refuses `PlanEmpty`, `PlanTooLong`, `PlanFirstPayment`.
 */
export function schedule(rules: ScheduleRules): ScheduledInstalment[] | Refused {
  const { principalCents, accessoryCents, firstPaymentCents, count } = rules;
  const total = principalCents + accessoryCents;
  const rest = total - firstPaymentCents;
  if (total <= 0) return refused('PlanEmpty', 'Plus rien n’est dû sur ces factures : il n’y a rien à échelonner.');
  if (!Number.isInteger(count) || count < 1 || count > MOST_INSTALMENTS)
    return refused('PlanTooLong', fr`Un échéancier compte de 1 à ${MOST_INSTALMENTS} échéances.`, { count });
  if (!Number.isSafeInteger(firstPaymentCents) || firstPaymentCents < 0 || rest < count)
    return refused(
      'PlanFirstPayment',
      fr`Le versement à la signature laisse trop peu à échelonner : il reste ${euros(Math.max(rest, 0))} pour ${count} échéances.`,
      { firstPaymentCents, totalCents: total },
    );
  const sums: { dueOn: Day; cents: number }[] = [];
  if (firstPaymentCents > 0) sums.push({ dueOn: rules.signedOn, cents: firstPaymentCents });
  const each = Math.floor(rest / count);
  let more = rest - each * count;
  let after = rules.from;
  for (let n = 0; n < count; n++) {
    const wished = n === 0 ? rules.from : stepFrom(rules.from, rules.every, n);
    const dueOn = payableOn(Math.max(wished, after) as Day, rules.paymentRun);
    sums.push({ dueOn, cents: each + (more-- > 0 ? 1 : 0) });
    after = addDays(dueOn, 1);
  }
  return split(sums, principalCents);
}

/** Shares each sum between the principal, first, and what delay added. */
export function split(sums: readonly { dueOn: Day; cents: number }[], principalCents: number): ScheduledInstalment[] {
  let left = principalCents;
  return sums.map(({ dueOn, cents }) => {
    const principal = Math.min(cents, left);
    left -= principal;
    return { dueOn, principalCents: principal, accessoryCents: cents - principal };
  });
}

/**
 * Checks dates and sums of the user's own: at least one, in order, none before the signature, all above zero, and their
 * total exactly what is owed. Refuses `PlanEmpty`, `PlanTooLong`, `PlanOrder`, `PlanAmount` and `PlanTotal`.
 */
export function scheduleRefusal(
  sums: readonly { dueOn: Day; cents: number }[],
  totalCents: number,
  signedOn: Day,
): Refused | null {
  if (sums.length === 0) return refused('PlanEmpty', 'Un échéancier compte au moins une échéance.');
  if (sums.length > MOST_INSTALMENTS + 1)
    return refused('PlanTooLong', fr`Un échéancier compte de 1 à ${MOST_INSTALMENTS} échéances.`, {
      count: sums.length,
    });
  let before: Day | null = null;
  let sum = 0;
  for (const { dueOn, cents } of sums) {
    if (dueOn < signedOn || (before !== null && dueOn <= before))
      return refused(
        'PlanOrder',
        fr`Les échéances doivent se suivre, à partir de la signature : celle du ${frenchDate(dueOn)} n’est pas à sa place.`,
        { dueOn: formatDay(dueOn) },
      );
    if (dueOn > addDays(signedOn, LONGEST_DAYS))
      return refused('PlanTooLong', fr`L’échéance du ${frenchDate(dueOn)} est à plus de cinq ans. Vérifiez l’année.`, {
        dueOn: formatDay(dueOn),
      });
    if (!Number.isSafeInteger(cents) || cents <= 0)
      return refused('PlanAmount', fr`L’échéance du ${frenchDate(dueOn)} doit être supérieure à zéro.`, { cents });
    before = dueOn;
    sum += cents;
  }
  if (sum !== totalCents)
    return refused(
      'PlanTotal',
      fr`Les échéances font ${euros(sum)} et non ${euros(totalCents)} : corrigez l’écart de ${euros(Math.abs(sum - totalCents))}.`,
      { sumCents: sum, totalCents },
    );
  return null;
}

/** The last day of grace of an instalment: a closed bank moves it to its next working day first. */
export function graceEnd(dueOn: Day, workingDays: number): Day {
  return addWorkingDays(payableOn(dueOn, null), workingDays);
}

/** The first day from a wished one on which this customer pays. */
function payableOn(wished: Day, run: PaymentRun | null): Day {
  if (run !== null) return nextPaymentDay(run, wished);
  let on = wished;
  while (!isJourOuvre(on)) on = addDays(on, 1);
  return on;
}

/** The n-th date after the first: weeks are weeks, a month keeps the day of the month, or its last day. */
function stepFrom(first: Day, every: ScheduleRules['every'], n: number): Day {
  if (every === 'week') return addDays(first, 7 * n);
  if (every === 'fortnight') return addDays(first, 14 * n);
  const [year, month, dayOfMonth] = formatDay(first).split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + n;
  const prefix = `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
  for (let wanted = dayOfMonth; ; wanted--) {
    const found = parseDay(`${prefix}-${String(wanted).padStart(2, '0')}`);
    if (found !== null) return found;
  }
}
