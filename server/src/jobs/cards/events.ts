import { formatDay } from '@acquit/law';
import { paymentOfIntent, readStripeEvent, type StripeEvent } from '../../channels/index.ts';
import { cardPaymentBy, changeCardPayment, findCardPayment, lockCardPayment } from '../../store/index.ts';
import { openCardAccount } from './account.ts';
import { readWebhookDoor, type WebhookDoor } from './address.ts';
import { type CardWork, refreshCardPayment } from './refresh.ts';
import { loseDispute } from './settle.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Takes a call that says it comes from Stripe. False when it does not, whatever the reason; true when it was signed, of
 * our concern or not: Stripe calls again for days what is answered otherwise. Never throws on what it is given.
 */
export async function takeStripeCall(
  work: CardWork,
  call: { door: string; body: Uint8Array; signature: string | null },
): Promise<boolean> {
  const { store, net, clock } = work;
  const door = readWebhookDoor(store.secrets, call.door);
  if (door === null) return false;
  const account = await store.inTenant(door.tenantId, (tx) => openCardAccount(tx, store.secrets, net, door.companyId));
  const event = account && readStripeEvent(call.body, call.signature, account.webhookSecret, clock.now());
  if (!event) return false;
  const paymentId = await paymentOf(work, door, event);
  if (paymentId === null) return true;
  const standing = await refreshCardPayment(work, door.tenantId, paymentId);
  if (event.type === 'charge.dispute.closed' && event.object.status === 'lost')
    await store.inTenant(door.tenantId, async (tx) => {
      const payment = await lockCardPayment(tx, paymentId);
      if (payment?.state === 'paid') await loseDispute(tx, payment, String(event.object.id), formatDay(clock.today()));
    });
  // What Stripe could not say now, it is asked in a moment.
  if (standing?.stale === true)
    await store.inTenant(door.tenantId, (tx) => changeCardPayment(tx, paymentId, { pollAfterMs: 0 }));
  return true;
}

/** The payment of this company that an event is about; null when it is none of ours. */
async function paymentOf(work: CardWork, door: WebhookDoor, { type, object }: StripeEvent): Promise<string | null> {
  const { store, net } = work;
  const text = (name: string) => (typeof object[name] === 'string' ? (object[name] as string) : null);
  const known = async (id: string | null): Promise<string | null> => {
    if (id === null || !UUID.test(id)) return null;
    const payment = await store.inTenant(door.tenantId, (tx) => findCardPayment(tx, id));
    return payment?.companyId === door.companyId ? id : null;
  };
  if (type.startsWith('checkout.session.')) {
    const sessionId = text('id');
    const bySession = sessionId && (await store.inTenant(door.tenantId, (tx) => cardPaymentBy(tx, { sessionId })));
    return known(bySession ?? text('client_reference_id'));
  }
  const intentId = text('payment_intent');
  if (!type.startsWith('charge.') || intentId === null) return null;
  const byIntent = await store.inTenant(door.tenantId, (tx) => cardPaymentBy(tx, { intentId }));
  if (byIntent !== null) return known(byIntent);
  // It may come before the news of the payment itself.
  const account = await store.inTenant(door.tenantId, (tx) => openCardAccount(tx, store.secrets, net, door.companyId));
  const asked = account && (await paymentOfIntent(account, intentId));
  return known(asked?.kind === 'done' ? asked.value.paymentId : null);
}
