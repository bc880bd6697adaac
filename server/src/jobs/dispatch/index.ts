/** The door of paid and postal sendings: handed to a provider once, followed until their end, never bought twice blindly. */
export { type AccountOrder, openAccount, saveAccount } from './account.ts';
export { type HandOverOrder, handOverLetters, previewHandOver, smsProvider } from './hand-over.ts';
export { refOf } from './ledger.ts';
export { backToPrint, paidAgain, paidArrived } from './person.ts';
export { PAID_STEPS, type PaidStep, type PaidWork, wakeAccount } from './send.ts';
export { type PaidRound, paidRound, paidWorkerName } from './worker.ts';
