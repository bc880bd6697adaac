/** The door of card payments: one provider, its requests, its signed calls and its keys. */
export { type KeyMode, keyMode, keysFault } from './keys.ts';
export { type StripeNet, stripeNet } from './net.ts';
export { readStripeEvent, type StripeEvent } from './signature.ts';
export {
  type CheckoutOrder,
  type CheckoutSession,
  checkoutRequest,
  endCheckout,
  openCheckout,
  paymentOfIntent,
  readCheckout,
  type StripeAccount,
  type StripeAnswer,
  tryStripe,
} from './stripe.ts';
