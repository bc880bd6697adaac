export { createCompany, listCompanies } from './companies.ts';
export { type DroppedFile, importDropped, previewDropped } from './desk.ts';
export { type FileToImport, type ImportOrder, type ImportOutcome, importFiles } from './import-file.ts';
export { mediaTypeOf } from './media-type.ts';
export { type ProposedCompany, proposeCompany } from './ownership.ts';
