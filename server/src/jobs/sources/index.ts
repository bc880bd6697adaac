/** The door of sources: places that are watched for files, and how they are. */
export { type CheckOptions, type CheckResult, checkSource } from './check.ts';
export { checkDueSources, refreshBeforeSending, type SourceReport } from './due.ts';
export { takePushed } from './push.ts';
export {
  changeSource,
  createSource,
  hashOf as hashPushToken,
  type NewSourceOrder,
  removeSource,
  replaceToken,
  type SourceChangeOrder,
} from './save.ts';
export { type TryOrder, type TryOutcome, trySource } from './try.ts';
