/** Reading of received files: bytes in, what they say out. No database, no network, no clock. */

export { closeSharedReaders, openReaders, type Readers, type ReadersOptions, readInChild } from './child/readers.ts';
export { defaultLimits, type Limits } from './limits.ts';
export {
  type DoubtCode,
  describeDoubt,
  describeRefusal,
  doubtCodes,
  type RefusalCode,
  refusalCodes,
} from './messages.ts';
export { collect } from './pieces/collect.ts';
export type { ReadPart, StatementHead } from './pieces/piece-reader.ts';
export { type ReadOptions, readFile } from './read-file.ts';
export type * from './result.ts';
