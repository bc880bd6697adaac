/** The journal's door: what happened, kept so that it can be proved later. */
export {
  appendJournal,
  erasePayloads,
  headOf,
  type JournalEvent,
  type JournalHead,
  prepareEvents,
  recordAnchor,
} from './append.ts';
export type { JournalProblem } from './diagnose.ts';
export { explainProblem } from './explain.ts';
export { type Verification, type VerifyOptions, verifyJournal } from './verify.ts';
