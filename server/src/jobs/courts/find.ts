import type { Day } from '@acquit/law';
import {
  COURT_LAYOUTS,
  type CourtAnswerView,
  type CourtQuery,
  type CourtsView,
  chooseCourt,
  courtFileName,
  courtFileWhere,
} from '@acquit/recovery';
import { courtEvidence, courtFiles, type Tx } from '../../store/index.ts';

/**
 * The court that hears a debtor: one, with its address, when the imported files leave one; else the list a person
 * chooses from, or nothing with the official directory. Says why, and on which files it rests, with their age on
 * `query.on`. Never a guess.
 */
export async function courtFor(tx: Tx, query: CourtQuery): Promise<CourtAnswerView> {
  return chooseCourt(query, await courtEvidence(tx, query, query.on));
}

/** The files that are loaded, with their age, and where to find those that are not. */
export async function courtsStatus(tx: Tx, today: Day): Promise<Omit<CourtsView, 'mayImport'>> {
  const files = (await courtFiles(tx, today)).map(({ sha256: _, ...file }) => file);
  const missing = COURT_LAYOUTS.filter((layout) => !files.some((file) => file.layout === layout)).map((layout) => ({
    layout,
    name: courtFileName(layout),
    where: courtFileWhere(layout),
  }));
  return { files, missing };
}
