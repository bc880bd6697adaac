/** Which court hears a debtor, by the files that were imported. */
export { COURT_DIRECTORY, chooseCourt } from './choose.ts';
export { chosenCourtDoubt } from './chosen.ts';
export { communeKey, departmentOfCommune, departmentOfPostcode, inseeCode } from './commune.ts';
export { courtFileName, courtFileWhere } from './files.ts';
export type { CommuneCourts, CourtEvidence, CourtQuery, Seat } from './model.ts';
