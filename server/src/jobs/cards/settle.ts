import { randomUUID } from 'node:crypto';
import { euros, frenchDate, parseDay } from '@acquit/law';
import { fr } from '@acquit/recovery';
import type { CheckoutSession } from '../../channels/index.ts';
import {
  type CardPayment,
  cancelReceipt,
  changeCardPayment,
  insertPortalAct,
  type JournalEvent,
  type Tx,
  touchCases,
} from '../../store/index.ts';
import { enterReceipt } from '../receipts.ts';

/** Who the journal says it was: what Stripe told, whichever way it came. */
const STRIPE = 'stripe';
/** How soon Stripe is asked by us when it says nothing by itself. */
export const FIRST_QUESTION_MS = 5 * 60_000;
const LONGEST_MS = 6 * 3_600_000;

/** When to ask again about a payment: ever more rarely as it gets old. */
export const askAgainIn = (ageMs: number): number => Math.min(Math.max(ageMs, FIRST_QUESTION_MS), LONGEST_MS);

/**
 * Makes the book agree with what Stripe says of a payment, in the caller's transaction, which has locked it. Whoever
 * brings the news, in whatever order and however often: what was done is not done again. `today` is `YYYY-MM-DD`.
 */
export async function applySession(
  tx: Tx,
  payment: CardPayment,
  session: CheckoutSession,
  today: string,
): Promise<CardPayment['state']> {
  const { paymentId } = payment;
  if (session.paid && payment.state !== 'paid') {
    if (!isOurs(payment, session)) return stranger(tx, payment, session, today);
    const receiptId = await recordPaid(tx, payment, session, today);
    await tellBack(tx, { ...payment, state: 'paid', receiptId }, session, today);
    return 'paid';
  }
  if (payment.state === 'paid') {
    await changeCardPayment(tx, paymentId, { pollAfterMs: null });
    await tellBack(tx, payment, session, today);
    return 'paid';
  }
  if (session.status === 'expired') {
    await changeCardPayment(tx, paymentId, { state: 'expired', pollAfterMs: null });
    return 'expired';
  }
  await changeCardPayment(tx, paymentId, {
    state: 'created',
    sessionId: session.sessionId,
    sessionUrl: session.url,
    pollAfterMs: askAgainIn(payment.ageMs),
  });
  return 'created';
}

const isOurs = (payment: CardPayment, session: CheckoutSession): boolean =>
  session.live &&
  session.currency === 'eur' &&
  session.amountCents === payment.amountCents &&
  session.paymentId === payment.paymentId;

/** The receipt, cleared by the law's order over the claims of the page, and the act on the page; once for a payment. */
async function recordPaid(tx: Tx, payment: CardPayment, session: CheckoutSession, today: string): Promise<string> {
  const { paymentId, companyId, caseId, claimIds, amountCents } = payment;
  // A day to come is a clock's mistake, and would date the receipt wrongly.
  const paidOn = session.paidOn !== null && session.paidOn <= today ? session.paidOn : today;
  const entered = await enterReceipt(tx, {
    companyId,
    caseId,
    receivedOn: paidOn,
    amountCents,
    method: 'card',
    reference: session.intentId,
    claimIds,
    whicheverOpen: true,
    actor: STRIPE,
    origin: 'card',
    today,
    events: [event(payment, 'card.paid', { amountCents, paidOn, intentId: session.intentId })],
  });
  if ('refused' in entered) throw new Error('Claims that are no longer open are left out.');
  const { receiptId, closedIds } = entered;
  await changeCardPayment(tx, paymentId, {
    state: 'paid',
    sessionId: session.sessionId,
    intentId: session.intentId,
    receiptId,
    paidOn,
    pollAfterMs: null,
  });
  const twice = closedIds.length > 0;
  const sum = fr`A payé ${euros(amountCents)} par carte le ${frenchDate(parseDay(paidOn)!)}`;
  await insertPortalAct(tx, {
    actId: paymentId,
    companyId,
    caseId,
    kind: 'card',
    on: today,
    claimIds,
    said: { on: paidOn, amountCents, reference: session.intentId, outcome: 'card-paid' },
    file: null,
    effect: twice
      ? fr`${sum}, alors qu’une des factures était déjà réglée : le surplus est à son crédit. À vérifier.`
      : fr`${sum} : l’encaissement est enregistré.`,
    read: !twice,
  });
  return receiptId;
}

/** What was given back to the card, or is contested by its holder: a person decides what it means, and meanwhile nothing is sent. */
async function tellBack(tx: Tx, payment: CardPayment, session: CheckoutSession, today: string): Promise<void> {
  const { amountCents } = payment;
  if (session.refundedCents > payment.refundedCents) {
    await changeCardPayment(tx, payment.paymentId, { refundedCents: session.refundedCents });
    const whole = session.refundedCents >= amountCents;
    const words = whole
      ? fr`Paiement par carte de ${euros(amountCents)} remboursé en entier : l’encaissement est annulé. Dites si les factures restent dues avant de relancer.`
      : fr`Paiement par carte remboursé de ${euros(session.refundedCents)} sur ${euros(amountCents)} : l’encaissement est inchangé. Corrigez-le, ou établissez un avoir.`;
    await giveBack(tx, payment, today, {
      action: 'card.refunded',
      words,
      cancels: whole,
      cents: session.refundedCents,
    });
  }
  if (session.disputed && !payment.disputed) {
    await changeCardPayment(tx, payment.paymentId, { disputed: true });
    const words = fr`Paiement par carte de ${euros(amountCents)} contesté auprès de la banque de la carte : l’encaissement est gardé jusqu’à l’issue. Répondez dans votre compte Stripe.`;
    await giveBack(tx, payment, today, { action: 'card.disputed', words, cancels: false, cents: amountCents });
  }
}

/** The bank of the card has decided against us: the money is gone. Told once, by Stripe's own signed call. */
export async function loseDispute(tx: Tx, payment: CardPayment, disputeId: string, today: string): Promise<void> {
  const words = fr`Contestation perdue : les ${euros(payment.amountCents)} payés par carte sont repris, l’encaissement est annulé. Dites si les factures restent dues avant de relancer.`;
  await giveBack(tx, payment, today, {
    action: 'card.dispute-lost',
    words,
    cancels: true,
    cents: payment.amountCents,
    disputeId,
  });
}

/** Writes what came back as an act that waits for a person: while it does, nothing automatic is sent to this customer. */
async function giveBack(
  tx: Tx,
  payment: CardPayment,
  today: string,
  back: { action: string; words: string; cancels: boolean; cents: number; disputeId?: string },
): Promise<void> {
  const { companyId, caseId, claimIds, receiptId } = payment;
  const { action, words, cents, disputeId } = back;
  const cancelled = back.cancels && receiptId !== null && (await cancelReceipt(tx, receiptId, words));
  // A dispute is lost once, and the receipt of a payment is cancelled once: there is nothing to tell a second time.
  if (back.cancels && !cancelled) return;
  await insertPortalAct(tx, {
    actId: randomUUID(),
    companyId,
    caseId,
    kind: 'card-back',
    on: today,
    claimIds,
    said: { amountCents: cents, outcome: action },
    file: null,
    effect: words,
    read: false,
  });
  const told = { message: words, receiptId, cancelled, amountCents: cents, ...(disputeId && { disputeId }) };
  await touchCases(tx, [caseId], today, [event(payment, action, told)]);
}

/** Something was paid that is not what we asked for: no receipt is made of it without a person. */
async function stranger(
  tx: Tx,
  payment: CardPayment,
  session: CheckoutSession,
  today: string,
): Promise<CardPayment['state']> {
  // Told once; whoever looks again is not told again.
  if (payment.state === 'in-doubt' && !payment.followed) return 'in-doubt';
  const found = fr`${session.amountCents} centimes (${session.currency || 'monnaie inconnue'})`;
  await lose(
    tx,
    payment,
    fr`Stripe annonce un paiement par carte qui n’est pas celui demandé : ${found} au lieu de ${euros(payment.amountCents)}. Rien n’est encaissé ici : vérifiez dans votre compte Stripe.`,
    today,
  );
  return 'in-doubt';
}

/** Nobody can tell what became of a payment: a person looks, and Stripe is asked no more. */
export async function lose(tx: Tx, payment: CardPayment, words: string, today: string): Promise<void> {
  await changeCardPayment(tx, payment.paymentId, { state: 'in-doubt', answer: words, pollAfterMs: null });
  const { companyId, caseId, claimIds, amountCents } = payment;
  await insertPortalAct(tx, {
    actId: randomUUID(),
    companyId,
    caseId,
    kind: 'card-back',
    on: today,
    claimIds,
    said: { amountCents, outcome: 'card.in-doubt' },
    file: null,
    effect: words,
    read: false,
  });
  await touchCases(tx, [caseId], today, [event(payment, 'card.in-doubt', { message: words, amountCents })]);
}

const event = (payment: CardPayment, action: string, payload: Record<string, unknown>): JournalEvent => ({
  actor: STRIPE,
  action,
  objectKind: 'case',
  objectId: payment.caseId,
  payload: { paymentId: payment.paymentId, ...payload },
});
