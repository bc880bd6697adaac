/** The door of replies: messages of debtors, taken once, tied to their case, and what a person decides of them. */
export type { Amended } from './accept.ts';
export { acceptProposal, attachToCase, readReply, refuseProposal, trustAddress } from './decide.ts';
export { LARGEST_REPLY_BYTES, STUMBLED } from './limits.ts';
export { readMessage } from './read-message.ts';
export { type ArrivedMessage, type ReplyContext, takeReply } from './take.ts';
