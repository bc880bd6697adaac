export { courtEvidence } from './evidence.ts';
export { courtFiles, type NewCourtFile, replaceCourts } from './files.ts';
