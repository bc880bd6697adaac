import type { CompanySettings } from '../model/facts.ts';
import type { Owed, OwedAmounts } from './owed.ts';
import { reserveAsked } from './tree.ts';

/**
 * The amounts of a claim once a formal notice has asked for what the creditor kept in reserve: nothing of it is in
 * reserve any more. Receipts have cleared the principal meanwhile, so that what is asked is never overstated; a creditor
 * who keeps his reserve keeps it before and after a notice.
 */
export function askedByNotice<T extends OwedAmounts | Owed>(owed: T, settings: CompanySettings): T {
  if (owed.reservedCents === 0 || settings.reservedAccessories === 'kept') return owed;
  return {
    ...owed,
    reservedCents: 0,
    totalDueCents: owed.totalDueCents + owed.reservedCents,
    ...('explanation' in owed && { explanation: reserveAsked(owed.explanation) }),
  };
}
