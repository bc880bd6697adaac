import type { AskOptions } from '../providers/request.ts';

/** Where Stripe is reached: its API, and the site of the page where a debtor pays. */
export interface StripeNet {
  apiUrl: string;
  checkoutOrigin: string;
  options?: AskOptions;
}

/** Reads ACQUIT_STRIPE_URL: another address than Stripe's own, for a relay or a trial against an imitation. */
export function stripeNet(env: Readonly<Record<string, string | undefined>> = process.env): StripeNet {
  const other = env.ACQUIT_STRIPE_URL;
  if (!other) return { apiUrl: 'https://api.stripe.com', checkoutOrigin: 'https://checkout.stripe.com' };
  const { origin } = new URL(other);
  return { apiUrl: origin, checkoutOrigin: origin };
}
