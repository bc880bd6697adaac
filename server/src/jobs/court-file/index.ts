/** Court files: prepared from the case, built as one PDF and as separate files, kept for good. */
export { type BuiltCourtFile, keepCourtFile } from './build.ts';
export { addExhibit, answerCourtFile, orderExhibits, removeExhibit } from './change.ts';
export { isCourtFileProcedure, type LoadedFile, loadCourtFile } from './facts.ts';
export { previewCourtDocument, previewExhibit } from './preview.ts';
export { courtFileView } from './view.ts';
