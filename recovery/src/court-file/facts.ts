import type { ClaimKind, CourtKind, Day } from '@acquit/law';
import type { CaseFacts, CompanyFacts } from '../model/facts.ts';
import type { ProcedureCostBearer, TitleView } from '../views/procedures.ts';
import type { CourtFileProcedure } from './model.ts';

/** What the people were asked that the case does not know, by the key of the question; absent: not answered. */
export type CourtAnswers = Readonly<Record<string, string>>;

/** The court as it is written to. */
export interface CourtFacts {
  name: string;
  /** Address lines. */
  lines: string[];
  /** What it was found to be; null: the user wrote it himself. */
  kind: CourtKind | null;
}

/** Money received, and what of it went to which claim. */
export interface CourtReceipt {
  on: Day;
  method: string;
  reference: string | null;
  amountCents: number;
  parts: { number: string; amountCents: number }[];
}

/** Money spent on a procedure, and who bears it in the end. */
export interface CourtCost {
  on: Day;
  what: string;
  amountCents: number;
  bearer: ProcedureCostBearer;
}

/** What an exhibit shows. */
export const EXHIBIT_KINDS = [
  'contract',
  'order',
  'delivery',
  'terms',
  'invoice',
  'e-invoice',
  'reminder',
  'formal-notice',
  'notice-proof',
  'reply',
  'acknowledgement',
  'plan',
  'dispute',
  'amicable-attempt',
  'cheque',
  'bill',
  'title',
  'register',
  'power',
  'insolvency-notice',
  'journal',
  'other',
] as const;
export type ExhibitKind = (typeof EXHIBIT_KINDS)[number];

/** An exhibit that was chosen, in the order of the list; its number is its place. */
export interface CourtExhibit {
  kind: ExhibitKind;
  title: string;
  on: Day | null;
  /** Null while its pages have not been counted. */
  pages: number | null;
}

/** Everything that the documents of a procedure are made from, on one day. */
export interface CourtFileFacts {
  on: Day;
  procedure: CourtFileProcedure;
  /** How the case is named on paper. */
  reference: string;
  company: CompanyFacts;
  /** Open claims, credit notes and money not allocated, with their debtor. */
  case: CaseFacts;
  /** What each claim is for, by its identifier; absent: not known. */
  claimKinds: Readonly<Record<string, ClaimKind>>;
  receipts: readonly CourtReceipt[];
  answers: CourtAnswers;
  court: CourtFacts | null;
  exhibits: readonly CourtExhibit[];
  /** The sum with which the procedure was opened, in cents; null: none was recorded. */
  recordedCents: number | null;
  /** Costs entered in the procedures of the file, oldest first; absent: none was. */
  costs?: readonly CourtCost[];
  /** The title in hand and what is owed by it on the day; null or absent: there is none. */
  title?: TitleView | null;
  /** A dispute that nobody has answered. */
  isDisputed: boolean;
  /** The first limitation that ends, with the claims' numbers; null: not computed. */
  limitation: { expiresOn: Day; expired: boolean; numbers: string[] } | null;
}
