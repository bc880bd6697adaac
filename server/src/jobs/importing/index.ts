export { createCompany, listCompanies } from './companies.ts';
export { type FileToImport, importFiles, type ImportOrder, type ImportOutcome } from './import-file.ts';
export { type ProposedCompany, proposeCompany } from './ownership.ts';
export { mediaTypeOf } from './media-type.ts';
export { type DroppedFile, importDropped, previewDropped } from './desk.ts';
