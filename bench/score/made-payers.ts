import { addDays, type Day, day, formatDay, isJourOuvre } from '@acquit/law';
import type { MeasuredCustomer, PaidInvoice, Profile } from '@acquit/recovery';
import { type Random, seeded } from '../../server/src/jobs/demo/random.ts';

/** A made book of customers whose habits are known: the same seed always makes the same one. */

/** Last day of what the book knows: what is paid later is still open on it. */
export const TOLD_UNTIL = day('2026-11-20');
const YEARS_TOLD = 3;

/** How one customer pays: the day on which an invoice is paid, or null for never. */
type Habit = (random: Random, dueOn: Day, nth: number) => Day | null;

const around = (random: Random, middle: number, spread: number) =>
  // Three throws instead of one: most near the middle, few far away.
  Math.round(middle + (random.next() + random.next() + random.next() - 1.5) * spread);

function working(on: Day): Day {
  let open = on;
  while (!isJourOuvre(open)) open = addDays(open, 1);
  return open;
}

/** The first day of that number in a month, on `from` or after; 31 is the last of the month. */
function monthDay(from: Day, number: number): Day {
  for (let on = from; ; on = addDays(on, 1)) {
    const isLast = formatDay(addDays(on, 1)).endsWith('-01');
    if (number === 31 ? isLast : Number(formatDay(on).slice(8)) === number) return working(on);
  }
}

const lateBy =
  (middle: number, spread: number): Habit =>
  (random, dueOn) =>
    working(addDays(dueOn, around(random, middle, spread)));

/** Habits with the share of customers that have each. */
const HABITS: readonly (readonly [number, Profile, (random: Random) => Habit])[] = [
  [0.22, 'business', () => lateBy(-2, 5)],
  [0.18, 'business', (random) => lateBy(random.between(4, 14), 8)],
  [0.1, 'business', (random) => lateBy(random.between(20, 45), 16)],
  // Pays what is due in one go, on his day.
  [
    0.12,
    'business',
    (random) =>
      (
        (number) => (_, dueOn) =>
          monthDay(dueOn, number)
      )(random.pick([10, 15, 31])),
  ],
  // Forgets two in five, and then pays when reminded.
  [
    0.12,
    'business',
    () => (random, dueOn) =>
      working(addDays(dueOn, random.chance(0.6) ? around(random, -1, 3) : random.between(18, 60))),
  ],
  // Slower with each invoice.
  [0.06, 'business', () => (random, dueOn, nth) => working(addDays(dueOn, around(random, nth * 2, 6)))],
  // One in five is never paid.
  [
    0.06,
    'business',
    () => (random, dueOn) => (random.chance(0.2) ? null : working(addDays(dueOn, around(random, 25, 20)))),
  ],
  [0.07, 'public', () => lateBy(8, 14)],
  [
    0.07,
    'consumer',
    () => (random, dueOn) => (random.chance(0.05) ? null : working(addDays(dueOn, around(random, 3, 12)))),
  ],
];

/** Customers with three years of invoices, from one in all to three a month. */
export function madePayers(seed: number, customers: number): MeasuredCustomer[] {
  const random = seeded(seed);
  return Array.from({ length: customers }, () => {
    const [, profile, make] = habitFor(random.next());
    const habit = make(random);
    // A third of the customers are seldom seen: that is where a history is thin.
    const every = random.chance(0.35) ? random.between(120, 700) : random.between(10, 60);
    const usual = random.between(20_000, 900_000);
    const invoices: PaidInvoice[] = [];
    let dueOn = addDays(TOLD_UNTIL, -random.between(0, 365 * YEARS_TOLD));
    for (
      let nth = 0;
      dueOn < TOLD_UNTIL;
      nth++, dueOn = addDays(dueOn, random.between(Math.ceil(every / 2), every * 2))
    ) {
      const paidOn = habit(random, dueOn, nth);
      invoices.push({
        dueOn,
        settledOn: paidOn !== null && paidOn <= TOLD_UNTIL ? paidOn : null,
        amountCents: Math.round(usual * (0.4 + random.next() * 1.6)),
      });
    }
    return { profile, paymentRun: null, invoices };
  });
}

function habitFor(share: number): (typeof HABITS)[number] {
  let sum = 0;
  for (const habit of HABITS) {
    sum += habit[0];
    if (share < sum) return habit;
  }
  return HABITS[0]!;
}
