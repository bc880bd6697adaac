import type { Procedure } from '@acquit/law';
import type { AnnexRow, DocumentField, DocumentTable } from '../documents/document.ts';

/**
 * A document of a court file, ready to be laid out: every string is final French text. Sections are numbered in their
 * order and their fields within them, so that an official form is filled by copying line by line.
 */
export interface CourtDocument {
  key: CourtDocumentKey;
  mode: 'test' | 'live';
  /** `YYYY-MM-DD` */
  on: string;
  title: string;
  /** Texts that the document rests on, under its title. */
  basis: string;
  /** « Projet — à compléter et à signer »; null for what is no draft of an act. */
  draft: string | null;
  /** Who makes the document, at its head: name first. */
  author: string[];
  /** Court, officer or person it is for: name first; empty for none. */
  addressee: string[];
  lead: string[];
  sections: CourtSection[];
  /**
   * Place, day and room to sign, with what is signed recalled beside them: a signature alone on a sheet could be put
   * under anything. Null when nobody signs.
   */
  ending: { placeAndDate: string; fields: DocumentField[]; recall: string } | null;
  /** Identity of the creditor, at the foot of each page. */
  footer: string;
}

export interface CourtSection {
  title: string;
  blocks: CourtBlock[];
}

export type CourtBlock =
  | { kind: 'text'; text: string; strong: boolean }
  /** A line of the form: `value` null is printed « à compléter ». */
  | { kind: 'field'; label: string; value: string | null; article: string | null }
  | { kind: 'choice'; label: string; options: { label: string; chosen: boolean }[] }
  | { kind: 'list'; items: string[] }
  | { kind: 'table'; title: string | null; table: DocumentTable }
  | { kind: 'tree'; title: string; rows: AnnexRow[] }
  /** Words of a text that an act must reproduce, and the state of the text that they were compared with. */
  | { kind: 'quote'; article: string; paragraphs: string[]; note: string };

/** The documents there are, in the order of this list when one has no other. */
export const COURT_DOCUMENTS = [
  'request',
  'assignation',
  'refere',
  'attachment-request',
  'insolvency-declaration',
  'relief-request',
  'ad-hoc-request',
  'administrative-claim',
  'mandatement-request',
  'european-form',
  'conciliation-referral',
  'statement',
  'exhibit-list',
  'power',
  'opposition-answer',
  'non-opposition-request',
  'service-instructions',
  'attachment-instructions',
  'settlement',
  'acknowledgement',
  'vat-duplicate',
  'irrecoverability-file',
  'suspension-letter',
] as const;
export type CourtDocumentKey = (typeof COURT_DOCUMENTS)[number];

/** Procedures of the law, and what is prepared beside them. */
export type CourtFileProcedure = Procedure | 'amicable-agreement' | 'bad-debt' | 'supply-suspension';
