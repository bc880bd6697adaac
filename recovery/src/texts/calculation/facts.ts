import type { Explanation, IsoDate } from '@acquit/law';
import type { DocumentTable } from '../../documents/document.ts';

/** A calculation of the law to be printed, with what the person typed to name the parties; all of it is data. */
export interface CalculationFacts {
  /** Name of the rule, as in the contract. */
  rule: string;
  /** What the rule was asked, already accepted by it. */
  input: unknown;
  value: unknown;
  explanation: Explanation;
  /** The day the page is made. */
  on: IsoDate;
  /** Name first, then address lines; empty when nobody was named. */
  creditor: readonly string[];
  debtor: readonly string[];
  /** Number of the invoice or of the file; null when none was given. */
  reference: string | null;
  place: string | null;
}

/** What a page says of one calculation: the middle of the document, between its heading and its annex. */
export interface Statement {
  title: string;
  subject: string;
  opening: string[];
  table: DocumentTable;
  details: { title: string; table: DocumentTable }[];
  closing: string[];
}

export const NO_TABLE: DocumentTable = { columns: [], rows: [], totals: [] };
