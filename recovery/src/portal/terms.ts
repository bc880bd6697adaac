import { addDays, addMonths, type Day } from '@acquit/law';

/** What a creditor lets his debtors do by themselves on their page. */
export interface PortalSettings {
  enabled: boolean;
  /** Days a link lives from the message that carries it. */
  validDays: number;
  /** The farthest promise taken without a person, in days; a later one waits for an answer. */
  promiseDays: number;
  /** The widest plan a debtor may ask for; null offers none. */
  instalments: InstalmentBounds | null;
}

export interface InstalmentBounds {
  /** Most instalments. */
  most: number;
  /** Days from the request to the last instalment at most. */
  days: number;
  /** Least amount of one instalment, in cents. */
  leastCents: number;
  /** Taken at once when within the bounds; else proposed to the creditor. */
  atOnce: boolean;
}

export const defaultPortal: PortalSettings = {
  enabled: false,
  validDays: 60,
  promiseDays: 21,
  instalments: { most: 3, days: 92, leastCents: 10_000, atOnce: false },
};

/** The days from which a first instalment may be asked: tomorrow, to a month away. */
const FIRST_WITHIN_DAYS = 31;

/** How many instalments a sum may be asked in, 2 at least; empty when it is too small to be spread. */
export function instalmentCounts(totalCents: number, bounds: InstalmentBounds): number[] {
  const most = Math.min(bounds.most, Math.floor(totalCents / Math.max(bounds.leastCents, 1)));
  return Array.from({ length: Math.max(most - 1, 0) }, (_, index) => index + 2);
}

/** Why an asked plan is outside of what the creditor allows; null when it is within. */
export function instalmentFault(
  asked: { count: number; firstOn: Day },
  totalCents: number,
  bounds: InstalmentBounds,
  today: Day,
): 'count' | 'first-day' | 'too-long' | null {
  if (!instalmentCounts(totalCents, bounds).includes(asked.count)) return 'count';
  if (asked.firstOn <= today || asked.firstOn > addDays(today, FIRST_WITHIN_DAYS)) return 'first-day';
  return addMonths(asked.firstOn, asked.count - 1) > addDays(today, bounds.days) ? 'too-long' : null;
}
