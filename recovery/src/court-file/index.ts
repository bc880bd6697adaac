/** The court file: what a judge, a commissaire or an insolvency officer is handed, composed from the case. */
export { type Completeness, type CompletenessLine, completenessOf } from './completeness.ts';
export { composeCourtDocument, documentKeys, madeOf } from './compose.ts';
export { contentsOf, DOCUMENT_NAMES, FILE_CONTENTS } from './contents.ts';
export { declaredCents } from './documents/insolvency.ts';
export { EXHIBIT_NAMES } from './exhibit-names.ts';
export {
  type CourtAnswers,
  type CourtCost,
  type CourtExhibit,
  type CourtFacts,
  type CourtFileFacts,
  type CourtReceipt,
  EXHIBIT_KINDS,
  type ExhibitKind,
} from './facts.ts';
export { askedCents, type Made } from './made.ts';
export * from './model.ts';
export type { CourtQuestion } from './questions/definition.ts';
export { questionsOf } from './questions/index.ts';
export { wrongAnswer } from './questions/wrong.ts';
export { interestName } from './sums.ts';
