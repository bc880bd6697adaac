/** What was handed to the post and to providers: accounts, sendings, their events, and consents. */
export {
  boughtSince,
  findProviderAccount,
  listProviderAccounts,
  type ProviderAccountRow,
  removeProviderAccount,
  saveProviderAccount,
} from './accounts.ts';
export { consentsOfCase, consentsToJudge, insertConsent, withdrawConsent } from './consents.ts';
export { type NewDispatchEvent, recordDispatchEvents, withdrawDispatchEvent } from './events.ts';
export {
  type DispatchFilter,
  dispatchByName,
  dispatchesOfCase,
  findDispatch,
  listDispatches,
  numberDispatch,
  proofOfEvent,
} from './list.ts';
