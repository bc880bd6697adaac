import type { Language } from '../model/subject.ts';

/**
 * A letter or a statement of account, ready to be laid out: every string is final French text, every amount is already
 * written. The renderer sets it on the page and adds nothing; user text reaches it as data only.
 */
export interface LetterDocument {
  /** The language of the words that the page itself brings (« Objet », « Pièces jointes »); absent: French. */
  language?: Language;
  kind: 'reminder' | 'mise-en-demeure' | 'statement';
  /** Test mode prints « Spécimen » across the page. */
  mode: 'test' | 'live';
  title: string;
  sender: DocumentParty;
  /** Null when nobody is written to: the page then has no address window. */
  recipient: DocumentParty | null;
  /** « Lyon, le 21 novembre 2026 » */
  placeAndDate: string;
  /** The day of the document, for its metadata: `YYYY-MM-DD`. */
  on: string;
  /** « Par lettre recommandée avec accusé de réception », or null. */
  sentBy: string | null;
  subject: string;
  references: { label: string; value: string }[];
  /** One idea per paragraph. */
  opening: string[];
  table: DocumentTable;
  /** Further tables, each under its title: what the first one sums up. */
  details: { title: string; table: DocumentTable }[];
  closing: string[];
  payment: DocumentPayment | null;
  signature: string | null;
  enclosures: string[];
  /** What people write on the paper by hand, in this order, before the foot of the document. Absent: nothing. */
  handwritten?: DocumentField[];
  /** Legal identity of the sender, at the foot of each page. */
  footer: string;
  /** One table per claim: how each figure is made, down to the article. */
  annex: { title: string; intro: string; sections: { title: string; rows: AnnexRow[] }[] } | null;
}

/** Room to write by hand: a label, and ruled lines under it. Two narrow ones stand side by side. */
export interface DocumentField {
  label: string;
  lines: number;
  narrow: boolean;
}

export interface DocumentParty {
  name: string;
  /** Address lines, at most five, as printed in the window (NF Z10-011: the name comes first). */
  lines: string[];
  contact: string[];
}

export interface DocumentTable {
  columns: { label: string; align: 'left' | 'right' }[];
  rows: { cells: string[]; muted: boolean }[];
  totals: { label: string; value: string; strong: boolean }[];
}

export interface DocumentPayment {
  beneficiary: string;
  iban: string;
  bic: string | null;
  reference: string;
  /** « 1 234,56 € » */
  amount: string;
  amountCents: number;
}

export interface AnnexRow {
  depth: number;
  label: string;
  value: string;
  source: string | null;
}
