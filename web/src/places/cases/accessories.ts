import type { OwedView } from '@acquit/recovery';

/** What of the penalties and indemnities is in the sum asked for; the rest of them is kept in reserve. */
export function claimedAccessories(owed: OwedView): number {
  return owed.claimedCents - owed.principalCents + owed.creditCents;
}
