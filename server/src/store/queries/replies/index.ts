/** Messages that came back from debtors: kept, tied to their case, read. */
export {
  addressesOfCase,
  casesOfClues,
  casesWrittenTo,
  insertReply,
  isKnownReply,
  type NewReply,
  recipientOfAction,
  refuseAddresses,
} from './arrival.ts';
export { attachReply, decideProposal, type LockedReply, lockReply, markReplyRead, trustAddresses } from './changes.ts';
export { addReplies, type ClaimToRead, openClaimsToRead } from './facts.ts';
export { countWaitingReplies, keptReply, listReplies, type ReplyFilter, refusedByReply, replyView } from './lists.ts';
export { type StoredProposal, storedProposal } from './stored.ts';
