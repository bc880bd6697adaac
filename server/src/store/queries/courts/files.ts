import { type Day, daysBetween } from '@acquit/law';
import { type CourtFileView, type CourtLayout, courtFileName } from '@acquit/recovery';
import type { Tx } from '../../store.ts';
import { storedDay } from '../stored-day.ts';

interface Row {
  layout: CourtLayout;
  fileName: string;
  edition: string | null;
  entries: number;
  importedOn: string;
  doubts: string[];
  sha256: Buffer;
}

/** The files of courts that are loaded, with their age on `today`, and the hash of each one's bytes. */
export async function courtFiles(tx: Tx, today: Day): Promise<(CourtFileView & { sha256: string })[]> {
  const { rows } = await tx.query<Row>(
    `select layout, file_name as "fileName", edition, entries, imported_on as "importedOn", doubts, sha256 from court_file order by layout`,
  );
  return rows.map(({ sha256, ...row }) => ({
    ...row,
    sha256: sha256.toString('hex'),
    name: courtFileName(row.layout),
    ageDays: Math.max(0, daysBetween(storedDay(row.importedOn), today)),
  }));
}

export interface NewCourtFile {
  layout: CourtLayout;
  fileName: string;
  /** Hexadecimal. */
  sha256: string;
  edition: string | null;
  entries: number;
  doubts: readonly string[];
  importedBy: string;
  importedOn: string;
}

/** Puts what a file says in the place of what its layout said before, within the caller's transaction. */
export async function replaceCourts(tx: Tx, about: NewCourtFile, entries: object): Promise<void> {
  await tx.query('select replace_courts($1::jsonb, $2::jsonb)', [JSON.stringify(about), JSON.stringify(entries)]);
}
