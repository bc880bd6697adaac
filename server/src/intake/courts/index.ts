export type { CourtFileRead, CourtRefusal } from './model.ts';
export { readCourtFile } from './read.ts';
