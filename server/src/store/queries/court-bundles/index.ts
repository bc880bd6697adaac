/** Court files: what was answered and chosen for each, and the versions that were built. */
export { type CasePaper, gatherPapers, type PaperPage } from './gather.ts';
export { journalOfCase } from './journal.ts';
export {
  type Bundle,
  type BundleFile,
  findBundle,
  identityOf,
  latestProcedure,
  type OpenedProcedure,
  procedureKey,
  versionFile,
  versionsOf,
} from './read.ts';
export { type BuiltDocument, changeBundle, insertVersion, keepIdentity, openBundle } from './write.ts';
