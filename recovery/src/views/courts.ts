import type { CourtKind } from '@acquit/law';

/** The three layouts of files that say which court hears a debtor. */
export const COURT_LAYOUTS = ['ministry', 'registry', 'addresses'] as const;
export type CourtLayout = (typeof COURT_LAYOUTS)[number];

/** A file of courts as it is loaded in the installation. */
export interface CourtFileView {
  layout: CourtLayout;
  /** « Tribunaux judiciaires et de proximité par commune » */
  name: string;
  fileName: string;
  /** What the file says of its own date, else null. */
  edition: string | null;
  entries: number;
  importedOn: string;
  ageDays: number;
  doubts: string[];
}

export interface CourtsView {
  /** Those loaded, and in `missing` those that are not. */
  files: CourtFileView[];
  missing: { layout: CourtLayout; name: string; where: string }[];
  /** Whether the person who asks may load one. */
  mayImport: boolean;
}

/** A court to go to. */
export interface CourtView {
  /** Stable as long as the files name it so: kept with a procedure. */
  courtId: string;
  kind: CourtKind;
  name: string;
  town: string;
  /** Null when no file of addresses tells it. */
  address: string | null;
  phone: string | null;
  email: string | null;
}

/** Which court hears a debtor, and why. */
export interface CourtAnswerView {
  /**
   * `found`: one court, in `courts`; `choose`: the courts among which a person must choose, the likeliest first;
   * `unknown`: no file says, `help` leads to the official directory.
   */
  status: 'found' | 'choose' | 'unknown';
  courts: CourtView[];
  why: string;
  doubts: string[];
  /** The files it rests on. */
  sources: CourtFileView[];
  help: string | null;
}

/** What became of an import of a file of courts. */
export interface CourtImportView {
  layout: CourtLayout;
  status: 'imported' | 'unchanged';
  entries: number;
  doubts: string[];
}
