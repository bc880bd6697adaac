/** The door of replies: what a message that came in is, and what it seems to say. */
export { type ClueCases, type Clues, cluesOf, type JoinedBy, type Joining, joinedByReason, joinOf } from './joining.ts';
export { classify } from './kinds/classify.ts';
export type * from './model.ts';
export { proposalKindName, replyKindName } from './names.ts';
export { readProposals } from './proposals/read.ts';
export type { ReadingContext } from './proposals/understood.ts';
export { htmlText } from './words/html-text.ts';
export { ownText } from './words/own-text.ts';
