/** The door of replies: messages of debtors, taken once, tied to their case, and what a person decides of them. */
export { LARGEST_REPLY_BYTES, STUMBLED } from './limits.ts';
export { type ArrivedMessage, type ReplyContext, takeReply } from './take.ts';
