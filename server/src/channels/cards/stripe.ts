import { type Answer, type AskOptions, ask, field, jsonOf, textField } from '../providers/request.ts';
import { parisDay, wordsOf } from '../providers/words.ts';

/** Where Stripe answers, and on whose behalf. */
export interface StripeAccount {
  /** `https://api.stripe.com`, without a path. */
  apiUrl: string;
  secretKey: string;
  options?: AskOptions;
}

/** What a visit to the payment page is made of. Amounts in cents of euro, instants in seconds since 1970. */
export interface CheckoutOrder {
  /** Our own name for it; it comes back with whatever Stripe tells of this payment. */
  paymentId: string;
  amountCents: number;
  title: string;
  description: string;
  language: 'fr' | 'en';
  returnUrl: string;
  cancelUrl: string;
  expiresAt: number;
}

/** A visit as Stripe tells of it. */
export interface CheckoutSession {
  sessionId: string;
  status: 'open' | 'complete' | 'expired';
  /** Where the debtor pays; null once it is over. */
  url: string | null;
  paid: boolean;
  /** Our name for it, as it came back. */
  paymentId: string | null;
  currency: string;
  amountCents: number;
  intentId: string | null;
  /** The day in Paris on which the card was charged. */
  paidOn: string | null;
  refundedCents: number;
  disputed: boolean;
  live: boolean;
}

/**
 * How a call to Stripe ended:
 * - `done`: what was asked for;
 * - `refused`: Stripe said no, and did nothing;
 * - `unknown`: nobody can tell; asked again with the same key, it is done once.
 */
export type StripeAnswer<T> =
  | { kind: 'done'; value: T }
  | { kind: 'refused'; status: number; code: string; answer: string }
  | { kind: 'unknown'; answer: string };

/** The form of our requests is that of this version of Stripe's API, whatever the account's own: the first that lets one session stay in euros. */
const API_VERSION = '2024-11-20.acacia';
const EXPAND = 'expand[]=payment_intent.latest_charge';

/** The request for a visit, to the letter: asked again it must be the same, or Stripe refuses its key. */
export function checkoutRequest(order: CheckoutOrder): string {
  const { paymentId } = order;
  return new URLSearchParams({
    mode: 'payment',
    // A card tells at once whether it paid; a debit would leave the debtor in doubt for days.
    'payment_method_types[0]': 'card',
    'line_items[0][quantity]': '1',
    'line_items[0][price_data][currency]': 'eur',
    'line_items[0][price_data][unit_amount]': String(order.amountCents),
    'line_items[0][price_data][product_data][name]': order.title,
    'line_items[0][price_data][product_data][description]': order.description,
    // Paid in euros, to the cent, wherever the card comes from.
    'adaptive_pricing[enabled]': 'false',
    client_reference_id: paymentId,
    'metadata[acquit_payment]': paymentId,
    'payment_intent_data[metadata][acquit_payment]': paymentId,
    'payment_intent_data[description]': order.title,
    locale: order.language,
    success_url: order.returnUrl,
    cancel_url: order.cancelUrl,
    expires_at: String(order.expiresAt),
  }).toString();
}

/** Opens a visit. `request` comes from `checkoutRequest`; the same key and request again give the same visit. */
export function openCheckout(
  account: StripeAccount,
  key: string,
  request: string,
): Promise<StripeAnswer<CheckoutSession>> {
  return call(account, 'POST', `/v1/checkout/sessions?${EXPAND}`, sessionOf, { key, request });
}

export function readCheckout(account: StripeAccount, sessionId: string): Promise<StripeAnswer<CheckoutSession>> {
  return call(account, 'GET', `/v1/checkout/sessions/${encodeURIComponent(sessionId)}?${EXPAND}`, sessionOf);
}

/** Ends a visit before its time, so that nobody pays by it any more. Refused when it is over already. */
export function endCheckout(account: StripeAccount, sessionId: string): Promise<StripeAnswer<CheckoutSession>> {
  return call(account, 'POST', `/v1/checkout/sessions/${encodeURIComponent(sessionId)}/expire?${EXPAND}`, sessionOf, {
    request: '',
  });
}

/** Our name for the payment behind an intent; null when it is none of ours. */
export function paymentOfIntent(
  account: StripeAccount,
  intentId: string,
): Promise<StripeAnswer<{ paymentId: string | null }>> {
  return call(account, 'GET', `/v1/payment_intents/${encodeURIComponent(intentId)}`, (body) => ({
    paymentId: textField(body, 'metadata', 'acquit_payment'),
  }));
}

/** Tries a key: it must be able to read visits. The name of the account is told when the key may read it. */
export async function tryStripe(account: StripeAccount): Promise<StripeAnswer<{ name: string | null }>> {
  const visits = await call(account, 'GET', '/v1/checkout/sessions?limit=1', (body) =>
    Array.isArray(field(body, 'data')) ? true : null,
  );
  if (visits.kind !== 'done') return visits;
  const named = await call(account, 'GET', '/v1/account', (body) => ({
    name:
      textField(body, 'settings', 'dashboard', 'display_name') ??
      textField(body, 'business_profile', 'name') ??
      textField(body, 'id'),
  }));
  return named.kind === 'done' ? named : { kind: 'done', value: { name: null } };
}

async function call<T>(
  account: StripeAccount,
  method: 'GET' | 'POST',
  path: string,
  read: (body: unknown) => T | null,
  sent?: { key?: string; request: string },
): Promise<StripeAnswer<T>> {
  const answer = await ask(
    {
      method,
      url: account.apiUrl + path,
      headers: {
        authorization: `Bearer ${account.secretKey}`,
        'stripe-version': API_VERSION,
        ...(sent && { 'content-type': 'application/x-www-form-urlencoded' }),
        ...(sent?.key !== undefined && { 'idempotency-key': sent.key }),
      },
      ...(sent && { body: sent.request }),
    },
    { ...account.options, limits: { ...LIMITS, ...account.options?.limits } },
  );
  return meaning(answer, read);
}

/** A debtor waits before his page meanwhile. */
const LIMITS = { connectMs: 5_000, wholeMs: 20_000, answerBytes: 1024 * 1024 };

function meaning<T>(answer: Answer, read: (body: unknown) => T | null): StripeAnswer<T> {
  if (answer.kind !== 'answered') return { kind: 'unknown', answer: answer.reason };
  const body = jsonOf(answer);
  if (answer.status === 200) {
    const value = read(body);
    return value === null ? { kind: 'unknown', answer: wordsOf(answer) } : { kind: 'done', value };
  }
  // 409: the same request is under way. 429: too many. Neither says anything of what was asked.
  const code = textField(body, 'error', 'code') ?? textField(body, 'error', 'type') ?? '';
  // An error kept under its key is all that this key will ever give.
  const kept = answer.status >= 500 && answer.headers['idempotent-replayed'] === 'true';
  if (kept) return { kind: 'refused', status: answer.status, code: 'kept-error', answer: wordsOf(answer) };
  if (answer.status < 400 || answer.status >= 500 || answer.status === 409 || answer.status === 429)
    return { kind: 'unknown', answer: wordsOf(answer) };
  const said = textField(body, 'error', 'message');
  return {
    kind: 'refused',
    status: answer.status,
    code,
    answer: said === null ? wordsOf(answer) : said.slice(0, 500),
  };
}

const STATUSES = ['open', 'complete', 'expired'] as const;

function sessionOf(body: unknown): CheckoutSession | null {
  const status = STATUSES.find((one) => one === field(body, 'status'));
  const sessionId = textField(body, 'id');
  const amountCents = field(body, 'amount_total');
  if (status === undefined || sessionId === null || typeof amountCents !== 'number') return null;
  const charge = field(body, 'payment_intent', 'latest_charge');
  const chargedAt = field(charge, 'created');
  const refunded = field(charge, 'amount_refunded');
  return {
    sessionId,
    status,
    url: textField(body, 'url'),
    paid: status === 'complete' && field(body, 'payment_status') === 'paid',
    paymentId: textField(body, 'client_reference_id'),
    currency: textField(body, 'currency') ?? '',
    amountCents,
    intentId: textField(body, 'payment_intent', 'id') ?? textField(body, 'payment_intent'),
    paidOn: typeof chargedAt === 'number' ? parisDay(new Date(chargedAt * 1000).toISOString()) : null,
    refundedCents: typeof refunded === 'number' ? refunded : 0,
    disputed: field(charge, 'disputed') === true,
    live: field(body, 'livemode') === true,
  };
}
