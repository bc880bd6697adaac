import { formatDay } from '@acquit/law';
import { fr } from '@acquit/recovery';
import { readCheckout, type StripeNet } from '../../channels/index.ts';
import type { Clock } from '../../clock.ts';
import { type CardPayment, changeCardPayment, lockCardPayment, type Store } from '../../store/index.ts';
import { openCardAccount } from './account.ts';
import { applySession, askAgainIn, lose } from './settle.ts';

/** What card payments work with. */
export interface CardWork {
  store: Store;
  net: StripeNet;
  clock: Clock;
}

/** Where a payment stands after asking, and where its page is; null for one that is unknown. */
export interface CardStanding {
  state: CardPayment['state'];
  payment: CardPayment;
  /** True when Stripe could not be asked: what is told is what was known before. */
  stale: boolean;
}

/**
 * Asks Stripe what became of a payment and makes the book agree. The one way by which anything is believed: a signed call
 * only says when to ask, so that neither its order nor its copies matter.
 */
export async function refreshCardPayment(
  work: CardWork,
  tenantId: string,
  paymentId: string,
): Promise<CardStanding | null> {
  const { store, net, clock } = work;
  const today = formatDay(clock.today());
  const { before, account } = await store.inTenant(tenantId, async (tx) => {
    const before = await lockCardPayment(tx, paymentId);
    return { before, account: before && (await openCardAccount(tx, store.secrets, net, before.companyId)) };
  });
  if (before === null) return null;
  const asWas = { state: before.state, payment: before, stale: true };
  if (before.sessionId === null) {
    // Nobody was ever given the way to its page: once past its time, nobody can have paid by it.
    if (before.state !== 'in-doubt' || before.expiresAt > clock.now()) return asWas;
    await store.inTenant(tenantId, (tx) => changeCardPayment(tx, paymentId, { state: 'expired', pollAfterMs: null }));
    return { ...asWas, state: 'expired', stale: false };
  }
  const answer = account && (await readCheckout(account, before.sessionId));
  return store.inTenant(tenantId, async (tx): Promise<CardStanding | null> => {
    const payment = await lockCardPayment(tx, paymentId);
    if (payment === null) return null;
    if (answer?.kind === 'done') {
      const state = await applySession(tx, payment, answer.value, today);
      return { state, payment: { ...payment, sessionUrl: answer.value.url }, stale: false };
    }
    const gone = answer?.kind === 'refused' && answer.status === 404;
    if (gone && payment.followed && payment.state !== 'paid') {
      const words = fr`Stripe ne connaît plus un paiement par carte qui était en cours (la clé a-t-elle changé ?). Vérifiez dans votre compte Stripe s’il a eu lieu.`;
      await lose(tx, payment, words, today);
      return { state: 'in-doubt', payment, stale: false };
    }
    // One that a person was told to look at is asked about no more.
    if (payment.followed || (!gone && payment.state !== 'in-doubt'))
      await changeCardPayment(tx, paymentId, { pollAfterMs: gone ? null : askAgainIn(payment.ageMs) });
    return { state: payment.state, payment, stale: true };
  });
}
