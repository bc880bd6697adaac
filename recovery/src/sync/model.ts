import type { IsoDate } from '@acquit/law';
import type { ClaimFacts } from '../model/facts.ts';

/**
 * What a comparison of the book with a file needs of both, whatever the format of the file. Amounts are cents; claims of
 * the book are named by their identifier, lines of the file by `key`, unique in the file.
 */

/** Where a due date comes from: the document, the customer's own term, the company's, the law, or a person. */
export type DueOnSource = 'document' | 'customer-terms' | 'terms' | 'law' | 'user';

/** A claim as the book has it. */
export interface KnownClaim {
  claimId: string;
  caseId: string;
  number: string;
  kind: ClaimFacts['kind'];
  issuedOn: IsoDate | null;
  dueOn: IsoDate | null;
  dueOnSource: DueOnSource;
  totalCents: number;
  amountCents: number;
  receivedCents: number;
  creditedCents: number;
  status: 'open' | 'settled' | 'cancelled' | 'not-ours' | 'irrecoverable';
  orderReference: string | null;
  /** It was read from its own document, which a list never corrects. */
  hasDocument: boolean;
  /** Cancelled because the import that made it was taken back: a file that has it brings it back. */
  undone: boolean;
  listedOn: IsoDate | null;
  /** What the list that says most tells was taken off it, and by which day; null once somebody knows better. */
  toldCents: number;
  toldUntil: IsoDate | null;
  /** Of `receivedCents`, what only lists tell: money that anything else tells of that time takes its place. */
  standInCents: number;
  /** Whether it is held back because a list no longer had it; `refused`: a person said that it is owed all the same. */
  absence: 'none' | 'held' | 'refused';
}

export interface Part {
  claimId: string;
  amountCents: number;
}

/** Money the book knows of, what only lists tell left out. */
export interface KnownReceipt {
  receiptId: string;
  caseId: string;
  on: IsoDate;
  amountCents: number;
  origin: 'manual' | 'bank' | 'ledger' | 'card';
  ledgerKey: string | null;
  /** The bank has taken it back since: it came all the same, and is not received a second time. */
  isReversed: boolean;
  parts: Part[];
}

/** A credit note already set against a claim. */
export interface KnownCredit {
  creditId: string;
  claimId: string;
}

/** An invoice or a credit note that the file lists. */
export interface ListedClaim {
  key: string;
  /** The case of its debtor, found or made before the comparison. */
  caseId: string;
  number: string;
  kind: ClaimFacts['kind'];
  issuedOn: IsoDate | null;
  dueOn: IsoDate | null;
  /** Null when the file does not give the total of the document. */
  totalCents: number | null;
  /** What is due when the claim is made from this line: positive, also for a credit note. */
  amountCents: number;
  /** What the file says is still open today; null when it says nothing of payments. */
  openCents: number | null;
  orderReference: string | null;
  isDocument: boolean;
}

/** Money that the file says was received; its parts name lines of the file. */
export interface ListedReceipt {
  /** The same in every export of the same books. */
  ledgerKey: string;
  caseId: string;
  on: IsoDate;
  amountCents: number;
  method: string;
  reference: string | null;
  /** Whether the file itself says what it pays. */
  isLettered: boolean;
  parts: { key: string; amountCents: number }[];
}

/** A credit note of the file that clears an invoice of the file. */
export interface ListedCredit {
  creditKey: string;
  claimKey: string;
  amountCents: number;
  on: IsoDate;
}

/** A change of one field of a known claim. */
export type FieldChange =
  | { field: 'dueOn'; from: IsoDate | null; to: IsoDate }
  | { field: 'issuedOn'; from: null; to: IsoDate }
  | { field: 'orderReference'; from: null; to: string }
  | { field: 'document'; from: null; to: true };

export type ClaimAction = 'add' | 'revive' | 'update' | 'known' | 'conflict';

/** What happens to one line of the file. */
export interface ClaimVerdict {
  listed: ListedClaim;
  action: ClaimAction;
  /** The claim of the book; for `add` the one to make. */
  claimId: string;
  /** The number to store, which tells two pieces with one number apart. */
  number: string;
  known: KnownClaim | null;
  changes: FieldChange[];
}
