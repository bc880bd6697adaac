import { cardPaymentsToAsk } from '../../store/index.ts';
import { type CardWork, refreshCardPayment } from './refresh.ts';

/**
 * Asks Stripe about the payments of which nobody has told us: neither its call nor the debtor's return came. Over all
 * organisations; gives how many were asked about. Safe beside any number of other servers.
 */
export async function followCardPayments(work: CardWork, signal: AbortSignal): Promise<number> {
  let asked = 0;
  for (const { tenantId } of await work.store.lookup.listTenants()) {
    for (const { paymentId } of await work.store.inTenant(tenantId, cardPaymentsToAsk)) {
      if (signal.aborted) return asked;
      await refreshCardPayment(work, tenantId, paymentId);
      asked += 1;
    }
  }
  return asked;
}
