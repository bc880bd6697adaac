export { type AbsenceAnswer, answerAbsence } from './absence.ts';
export { createCompany, listCompanies } from './companies.ts';
export {
  type BegunImport,
  beginDropped,
  type DroppedFile,
  endDeadImports,
  importDropped,
  previewDropped,
} from './desk.ts';
export { importFiles } from './import-file.ts';
export { importPaths } from './import-paths.ts';
export { mediaTypeOf } from './media-type.ts';
export type { FileToImport, ImportOrder, ImportOutcome } from './order.ts';
export { type ProposedCompany, proposeCompany } from './ownership.ts';
export { refreshStatistics } from './statistics.ts';
export { undoImport } from './undo.ts';
