/** The door of card payments: a company's account, a debtor's visit, and what became of it. */
export { type CardAccountOrder, saveCardKeys, stopCards, tryCardAccount, viewCardAccount } from './account.ts';
export { WEBHOOK_ROOT, webhookDoor } from './address.ts';
export { type Begun, beginCardPayment, type CardOrder, takesCards } from './begin.ts';
export { takeStripeCall } from './events.ts';
export { type CardStanding, type CardWork, refreshCardPayment } from './refresh.ts';
export { followCardPayments } from './round.ts';
