import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  type CheckoutOrder,
  type CheckoutSession,
  checkoutRequest,
  endCheckout,
  openCheckout,
  type StripeAnswer,
} from '../../channels/index.ts';
import {
  appendJournal,
  type CardPayment,
  changeCardPayment,
  findCardPayment,
  insertCardPayment,
  lockCardPayment,
  openCardPayment,
  recentCardPayments,
  type Tx,
} from '../../store/index.ts';
import { type OpenCardAccount, openCardAccount } from './account.ts';
import { type CardWork, refreshCardPayment } from './refresh.ts';
import { FIRST_QUESTION_MS } from './settle.ts';

/** What a debtor is about to pay, as his page shows it. */
export interface CardOrder extends Pick<CheckoutOrder, 'amountCents' | 'title' | 'description' | 'language'> {
  tenantId: string;
  companyId: string;
  caseId: string;
  /** The late claims of the page, in its order. */
  claimIds: readonly string[];
  /** The page that receives the debtor afterwards, without the payment's own name. */
  returnTo: string;
}

/** Where the debtor goes, or why he goes nowhere. `paid`: what was under way had been paid. */
export type Begun =
  | { kind: 'go'; url: string; paymentId: string }
  | { kind: 'paid'; paymentId: string }
  | { kind: 'off' | 'busy' | 'refused' | 'too-many' };

/** A visit lives two hours; Stripe takes between half an hour and a day. */
const VISIT_MS = 2 * 3_600_000;
/** One that is nearly over is not handed out again. */
const LEFT_MS = 5 * 60_000;
/** The least that Stripe wants from the moment it is asked. */
const STRIPE_LEAST_MS = 31 * 60_000;
const VISITS_A_DAY = 20;
const SECOND_TRY_MS = 500;

/** Whether a company takes cards from its debtors: an account with a key that takes real money, and real sending. */
export const takesCards = (
  account: Pick<OpenCardAccount, 'enabled' | 'keyMode'> | null,
  company: { mode: 'test' | 'live' },
): boolean => account?.enabled === true && account.keyMode === 'live' && company.mode === 'live';

/**
 * Opens a visit to Stripe's page for a debtor. Never two that can both be paid: what is under way is asked about first,
 * taken up again when it is for the same sum, and ended when it is not. An answer that was lost is asked for again with
 * the same key and the same words, for which Stripe gives the same visit.
 */
export async function beginCardPayment(work: CardWork, order: CardOrder): Promise<Begun> {
  const { store, net } = work;
  const found = await store.inTenant(order.tenantId, async (tx) => ({
    account: await openCardAccount(tx, store.secrets, net, order.companyId),
    before: await openCardPayment(tx, order.caseId),
  }));
  const { account } = found;
  if (account === null || !account.enabled || account.keyMode !== 'live') return { kind: 'off' };
  const taken = found.before && (await takeUp(work, order, account, found.before));
  if (taken) return taken;
  const made = await store.inTenant(order.tenantId, (tx) => draw(work, tx, order));
  if ('kind' in made) return made;
  return ask(work, order.tenantId, account, made);
}

/** What to do with a visit under way; null: it is over and paid nothing, and another one may begin. */
async function takeUp(
  work: CardWork,
  order: CardOrder,
  account: OpenCardAccount,
  before: CardPayment,
): Promise<Begun | null> {
  const { store, clock } = work;
  const { paymentId } = before;
  const same = before.amountCents === order.amountCents && sorted(before.claimIds) === sorted(order.claimIds);
  if (before.sessionId === null) {
    if (same && before.expiresAt - clock.now() > STRIPE_LEAST_MS) return ask(work, order.tenantId, account, before);
    // Whether it was made or not, nobody was given the way to it.
    await store.inTenant(order.tenantId, (tx) =>
      changeCardPayment(tx, paymentId, { state: 'expired', pollAfterMs: null }),
    );
    return null;
  }
  const standing = await refreshCardPayment(work, order.tenantId, paymentId);
  if (standing === null || standing.stale || standing.state === 'in-doubt') return { kind: 'busy' };
  if (standing.state === 'paid') return { kind: 'paid', paymentId };
  if (standing.state !== 'created') return null;
  const url = standing.payment.sessionUrl;
  if (same && url !== null && before.expiresAt - clock.now() > LEFT_MS) return { kind: 'go', url, paymentId };
  await endCheckout(account, before.sessionId);
  // Ended, or paid in the very moment: only Stripe's present word tells.
  const after = await refreshCardPayment(work, order.tenantId, paymentId);
  if (after?.state === 'paid') return { kind: 'paid', paymentId };
  return after?.state === 'expired' ? null : { kind: 'busy' };
}

const sorted = (ids: readonly string[]): string => [...ids].sort().join();

/** Writes down what is about to be asked; two clicks at once make one. */
async function draw(work: CardWork, tx: Tx, order: CardOrder): Promise<CardPayment | Begun> {
  const { companyId, caseId, amountCents } = order;
  await tx.query('select from collection_case where tenant_id = $1 and case_id = $2 for update', [tx.tenantId, caseId]);
  const before = await openCardPayment(tx, caseId);
  if (before !== null) return before.sessionId === null ? before : { kind: 'busy' };
  if ((await recentCardPayments(tx, caseId)) >= VISITS_A_DAY) return { kind: 'too-many' };
  const paymentId = randomUUID();
  const expiresAt = Math.floor((work.clock.now() + VISIT_MS) / 1000);
  const claimIds = [...order.claimIds];
  const request = checkoutRequest({
    ...order,
    paymentId,
    returnUrl: `${order.returnTo}/${paymentId}`,
    cancelUrl: `${order.returnTo}/${paymentId}/annule`,
    expiresAt,
  });
  await insertCardPayment(
    tx,
    { paymentId, companyId, caseId, claimIds, amountCents, request, expiresAt: expiresAt * 1000 },
    FIRST_QUESTION_MS,
  );
  await appendJournal(tx, [
    {
      actor: 'debtor',
      action: 'card.begun',
      objectKind: 'case',
      objectId: caseId,
      payload: { paymentId, amountCents, claimIds },
    },
  ]);
  return (await findCardPayment(tx, paymentId))!;
}

async function ask(
  work: CardWork,
  tenantId: string,
  account: OpenCardAccount,
  { paymentId, request }: CardPayment,
): Promise<Begun> {
  let answer: StripeAnswer<CheckoutSession> = await openCheckout(account, paymentId, request);
  if (answer.kind === 'unknown') {
    await pause(SECOND_TRY_MS);
    answer = await openCheckout(account, paymentId, request);
  }
  return work.store.inTenant(tenantId, async (tx): Promise<Begun> => {
    const payment = await lockCardPayment(tx, paymentId);
    if (payment === null || payment.state === 'paid') return { kind: 'busy' };
    if (answer.kind === 'done') {
      const { sessionId, url } = answer.value;
      if (url === null) return { kind: 'busy' };
      await changeCardPayment(tx, paymentId, {
        state: 'created',
        sessionId,
        sessionUrl: url,
        pollAfterMs: FIRST_QUESTION_MS,
      });
      return { kind: 'go', url, paymentId };
    }
    // A request made at the same moment may have had the visit meanwhile.
    const refused = answer.kind === 'refused' && payment.sessionId === null;
    await changeCardPayment(tx, paymentId, {
      answer: answer.answer,
      ...(refused && { state: 'refused' as const, pollAfterMs: null }),
    });
    return { kind: refused ? 'refused' : 'busy' };
  });
}
