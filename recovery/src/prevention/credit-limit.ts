import { euros } from '@acquit/law';
import { fr } from '../texts/typography.ts';

/** What a customer may owe at most, and what he does owe, due or not, less what we owe him. */
export interface Exposure {
  limitCents: number | null;
  exposureCents: number;
  /** By how much the limit is passed; 0 when it is not, or when there is none. */
  overCents: number;
  /** A sentence when the limit is passed. */
  alert: string | null;
}

/** Sets what is open (due or not, less credit notes) and the money that clears nothing yet against the limit. */
export function exposureOf(openCents: number, unallocatedCents: number, limitCents: number | null): Exposure {
  const exposureCents = openCents - unallocatedCents;
  const overCents = limitCents === null ? 0 : Math.max(exposureCents - limitCents, 0);
  const alert =
    overCents === 0
      ? null
      : fr`Encours de ${euros(exposureCents)} pour un plafond de ${euros(limitCents!)} : dépassé de ${euros(overCents)}. Faites-vous régler avant de livrer davantage, ou relevez le plafond.`;
  return { limitCents, exposureCents, overCents, alert };
}
